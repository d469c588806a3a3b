/**
 * The shape of the house: who may import whom, where foreign libraries stand, what the map names, what does not
 * belong.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Folder (or lone file) of `src` → what it may import beside itself, `diagnostics` and `memo`. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  model: [],
  diagnostics: ['model'],
  memo: [],
  project: [],
  locale: ['model'],
  text: ['model'],
  geometry: ['model'],
  raster: ['model'],
  charts: ['model', 'locale', 'text', 'geometry', 'raster'],
  svg: ['model', 'geometry'],
  figures: ['model', 'locale'],
  read: ['project', 'model', 'locale', 'figures', 'svg', 'raster'],
  resolve: ['model', 'locale', 'figures'],
  layout: ['model', 'text', 'locale', 'charts'],
  provenance: ['model', 'locale', 'figures', 'powerpoint'],
  check: ['model', 'locale'],
  powerpoint: ['model', 'locale'],
  writers: ['model', 'locale', 'charts', 'text', 'geometry', 'raster', 'svg', 'powerpoint'],
  // Over everything that reads: it answers what a report asks.
  query: ['model', 'project', 'read'],
  'job.ts': ['model', 'project', 'text', 'read'],
  'name-by-files.ts': ['model', 'project', 'text'],
  'template-picture.ts': ['model', 'read', 'svg'],
  'see-grounds.ts': ['powerpoint', 'raster', 'template-picture.ts'],
  'wear-template.ts': ['model', 'powerpoint', 'project', 'read', 'template-picture.ts', 'text'],
  'read-sources.ts': [
    'job.ts',
    'model',
    'name-by-files.ts',
    'powerpoint',
    'project',
    'read',
    'resolve',
    'see-grounds.ts',
    'text',
    'wear-template.ts',
    'writers',
  ],
  'describe-template-file.ts': [
    'draw-ground.ts',
    'job.ts',
    'model',
    'read',
    'powerpoint',
    'layout',
    'see-grounds.ts',
    'text',
    'wear-template.ts',
    'writers',
  ],
  'draw-ground.ts': ['layout', 'model', 'powerpoint', 'template-picture.ts', 'text'],
  'lay-on-template.ts': ['read-sources.ts', 'model', 'powerpoint', 'layout'],
  'compile.ts': [
    'job.ts',
    'read-sources.ts',
    'lay-on-template.ts',
    'draw-ground.ts',
    'model',
    'powerpoint',
    'project',
    'read',
    'resolve',
    'layout',
    'text',
    'writers',
    'provenance',
    'check',
  ],
  'compile-parts.ts': ['compile.ts', 'job.ts'],
  'compile-changes.ts': ['job.ts', 'compile-sheet.ts', 'model', 'provenance'],
  'compile-sheet.ts': ['job.ts', 'read-sources.ts', 'model', 'read', 'resolve', 'layout', 'text', 'writers'],
  refresh: ['model', 'locale', 'powerpoint', 'writers'],
  'survey-deck.ts': ['compile.ts', 'job.ts', 'model', 'writers'],
  'compile-refresh.ts': ['survey-deck.ts', 'job.ts', 'model', 'powerpoint', 'refresh', 'writers'],
  verify: ['model', 'locale', 'powerpoint', 'refresh'],
  'compile-verify.ts': ['compile.ts', 'survey-deck.ts', 'job.ts', 'model', 'powerpoint', 'verify'],
  edition: ['locale'],
  'print-schema.ts': ['project', 'read'],
  gallery: ['compile.ts', 'model', 'locale', 'project', 'read', 'starter'],
  preview: ['compile.ts', 'model', 'locale', 'layout', 'provenance', 'check', 'writers', 'gallery'],
  'language-server': ['compile.ts', 'model', 'provenance', 'check', 'read'],
  batch: ['compile.ts', 'job.ts', 'model', 'figures', 'locale', 'project', 'query', 'read'],
  starter: ['model', 'locale', 'read'],
  library: ['compile.ts', 'job.ts', 'model', 'project', 'provenance', 'query', 'check', 'writers'],
  'index.ts': [
    'library',
    'job.ts',
    'provenance',
    'compile.ts',
    'compile-changes.ts',
    'compile-sheet.ts',
    'model',
    'project',
    'writers',
  ],
  cli: [
    'query',
    'starter',
    'describe-template-file.ts',
    'preview',
    'gallery',
    'language-server',
    'batch',
    'read',
    'memo',
    'locale',
    'print-schema.ts',
    'compile.ts',
    'compile-parts.ts',
    'compile-changes.ts',
    'compile-sheet.ts',
    'edition',
    'compile-refresh.ts',
    'refresh',
    'compile-verify.ts',
    'verify',
    'project',
    'model',
    'powerpoint',
    'provenance',
    'check',
  ],
};

/** Library → the one place that names it; fontkit also cuts the subsets that a PDF embeds. */
const places: Readonly<Record<string, string | readonly string[]>> = {
  handlebars: 'read/',
  yaml: 'read/',
  zod: 'read/',
  mdast: 'read/',
  'mdast-util-from-markdown': 'read/',
  'mdast-util-gfm-footnote': 'read/',
  'mdast-util-gfm-strikethrough': 'read/',
  'mdast-util-gfm-table': 'read/',
  'mdast-util-gfm-task-list-item': 'read/',
  'd3-geo': 'read/report/map/',
  geojson: 'read/report/map/',
  'topojson-client': 'read/report/map/',
  'topojson-server': 'read/report/map/',
  'topojson-simplify': 'read/report/map/',
  'topojson-specification': 'read/report/map/',
  'micromark-extension-gfm-footnote': 'read/',
  'micromark-extension-gfm-strikethrough': 'read/',
  'micromark-extension-gfm-table': 'read/',
  'micromark-extension-gfm-task-list-item': 'read/',
  'chart.js': 'charts/',
  'chartjs-node-canvas': 'charts/',
  'chartjs-plugin-annotation': 'charts/chartjs/plugins/',
  'chartjs-plugin-datalabels': 'charts/chartjs/plugins/',
  canvas: 'raster/',
  pptxgenjs: 'writers/pptx/',
  fflate: ['read/data/workbook/', 'writers/'],
  saxes: ['read/data/workbook/', 'svg/'],
  pdfkit: 'writers/pdf/',
  'pdfjs-dist': 'verify/paper/',
  fontkit: ['text/', 'writers/pdf/fonts/'],
  linebreak: 'text/',
  tinypool: 'batch/',
  'pdf-lib': 'batch/',
  bullmq: 'batch/queue/',
  '@duckdb/node-api': 'query/',
  postgres: 'query/',
  hyphen: 'text/',
  'node:http': 'preview/',
  'vscode-languageserver': ['language-server/', 'cli/lsp.ts'],
  'vscode-languageserver-textdocument': 'language-server/',
  'node:fs': 'project/',
  'node:child_process': 'project/',
};

const topLevel = [
  'src',
  'templates',
  'data',
  'output',
  'tests',
  'package.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'package-lock.json',
  'node_modules',
];

interface SourceFile {
  readonly path: string;
  readonly imports: readonly string[];
}

const sources: readonly SourceFile[] = filesBelow(join(root, 'src'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({
    path: posixPath(relative(join(root, 'src'), path)),
    imports: ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName),
  }));

const ownImports = ({ path, imports }: SourceFile): readonly string[] =>
  imports
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts'));

/** The page of exports is no part of the stages that stand beside it. */
const folderOf = (path: string): string => (path === 'index.ts' ? path : posix.dirname(path));

const mostFilesInFolder = 26;

/** Words stand in `locale`, rules of setting in `text`, names of units in the model. */
const isOfLanguage = (path: string): boolean => /^(?:locale|text)\/|^model\/unit\.ts$/.test(path);

/** Texts and patterns with Han in them: comments may give examples. */
function hanLiterals(path: string): readonly string[] {
  const text = readFileSync(join(root, 'src', path), 'utf8');
  if (!/\p{Script=Han}/u.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLiteral =
      ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isLiteral && /\p{Script=Han}/u.test(node.getText()))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const stageOf = (path: string): string => path.split('/')[0]!;

describe('the stages', () => {
  it('import only what their arrows allow', () => {
    const wrong = sources.flatMap((source) =>
      ownImports(source)
        .filter((target) => {
          const [from, to] = [stageOf(source.path), stageOf(target)];
          return from !== to && to !== 'diagnostics' && to !== 'memo' && !(arrows[from] ?? []).includes(to);
        })
        .map((target) => `${source.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('each have their arrows written down', () => {
    expect([...new Set(sources.map(({ path }) => stageOf(path)))].filter((stage) => !(stage in arrows))).toEqual([]);
  });

  it('have no cycle among their files', () => {
    expect(findCycle(new Map(sources.map((source) => [source.path, ownImports(source)])))).toBeNull();
  });

  it('have no two folders that import each other, but a registry and its entries', () => {
    const pairs = new Set(
      sources.flatMap((source) => ownImports(source).map((target) => `${folderOf(source.path)} → ${folderOf(target)}`)),
    );
    const mutual = [...pairs].filter((pair) => {
      const [from = '', to = ''] = pair.split(' → ');
      return from < to && pairs.has(`${to} → ${from}`);
    });
    expect(mutual).toEqual([]);
  });

  it('keep no more files beside each other than one can take in', () => {
    const crowded = [...new Set(sources.map(({ path }) => folderOf(path)))].filter(
      (folder) => sources.filter(({ path }) => folderOf(path) === folder).length > mostFilesInFolder,
    );
    expect(crowded).toEqual([]);
  });

  it('have no file name three times', () => {
    const names = sources.map(({ path }) => posix.basename(path));
    expect([...new Set(names)].filter((name) => names.filter((other) => other === name).length > 2)).toEqual([]);
  });

  it('have no Chinese words of their own but in the rooms of language', () => {
    expect(sources.flatMap(({ path }) => (isOfLanguage(path) ? [] : hanLiterals(path)))).toEqual([]);
  });

  it('name each foreign library in its one place', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !name.startsWith('.'))
        .map((name) => ({ path, library: libraryOf(name) }))
        .filter(({ library }) => !library.startsWith('node:') || library in places)
        .filter(({ library }) => ![places[library] ?? []].flat().some((place) => path.startsWith(place)))
        .map(({ library }) => `${path} imports ${library}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the project', () => {
  it('has a purpose line atop each source file', () => {
    const without = sources
      .filter(({ path }) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(join(root, 'src', path), 'utf8')))
      .map(({ path }) => path);
    expect(without).toEqual([]);
  });

  it('names every folder of the source in the map', () => {
    const map = readFileSync(join(root, 'src/README.md'), 'utf8');
    const folders = [...new Set(sources.map(({ path }) => posix.dirname(path)))].filter((folder) => folder !== '.');
    expect(folders.filter((folder) => !map.includes(`\`${folder}/\``))).toEqual([]);
  });

  it('has only the agreed entries at its top', () => {
    const entries = readdirSync(root).filter((name) => !name.startsWith('.'));
    expect(entries.filter((name) => !topLevel.includes(name))).toEqual([]);
  });

  it('names no folder of a machine and no registry', () => {
    const unwelcome = new RegExp(
      ['work', 'tmp', 'root'].map((name) => `(?<![\\w.:*-])/${name}/`).join('|') +
        `|https?://[^\\s"']*(?:${'regis'}try|npm${'js'})`,
    );
    const wrong = [
      'src',
      'templates',
      'data',
      'tests',
      'README.md',
      'package.json',
      'package-lock.json',
      '.bundle.js',
      '.ci/run',
    ]
      .flatMap((entry) => filesBelow(join(root, entry)))
      .filter((path) => ['.ts', '.js', '.json', '.md', '.hbs', '.yaml', '.csv', '.txt', ''].includes(extname(path)))
      .filter((path) => unwelcome.test(readFileSync(path, 'utf8')))
      .map((path) => relative(root, path));
    expect(wrong).toEqual([]);
  });
});

/** The package's name without a path into it. */
function libraryOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.split('/')[0]!;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The files of one cycle in order, or null. */
function findCycle(imports: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
    if (done.has(path)) return null;
    for (const next of imports.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of imports.keys()) {
    const cycle = walk(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

function filesBelow(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];
}

function posixPath(path: string): string {
  return path.replaceAll('\\', '/');
}
