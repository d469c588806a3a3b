/** The package as npm makes it: all that another project needs of it, and nothing else. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from './cli/recording-world.js';

/** Without holding up the process that runs the tests: packing bundles and makes types. */
const execute = promisify(execFile);

describe('the packed package', () => {
  let folder = '';
  let project = '';
  let files: readonly string[] = [];
  // A copy: the bundle of this folder is in use by other tests.
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'briefkit-package-'));
    project = mkdtempSync(join(tmpdir(), 'briefkit-elsewhere-'));
    for (const entry of [
      'src',
      'templates',
      'package.json',
      'tsconfig.json',
      '.tsconfig.types.json',
      '.bundle.js',
      'README.md',
      'LICENSE',
    ])
      cpSync(join(projectFolder, entry), join(folder, entry), { recursive: true });
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
    const { stdout: printed } = await execute('npm', ['pack', '--json', '--silent'], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    const [packed] = JSON.parse(printed.slice(printed.indexOf('['))) as [
      { readonly filename: string; readonly files: readonly { readonly path: string }[] },
    ];
    files = packed.files.map(({ path }) => path);
    installInto(project, join(folder, packed.filename));
  }, 120_000);
  afterAll(() => [folder, project].forEach((each) => rmSync(each, { recursive: true, force: true })));

  it('has the command, the library with its types, and what build.json is made of', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '.build/cli.js',
        '.build/index.js',
        '.build/types/index.d.ts',
        '.build/build.schema.json',
        'README.md',
        'LICENSE',
        'package.json',
      ]),
    );
  });

  // The bundler puts an empty object before what others give a literal, by its letters: no text may have them.
  it('holds no text that was changed where the bundler means code', () => {
    const changed = files
      .filter((path) => /^\.build\/[^/]+\.c?js$/.test(path))
      .flatMap((path) =>
        textsOf(readFileSync(join(folder, path), 'utf8')).filter((text) => text.includes('{...{},...')),
      );
    expect(changed).toEqual([]);
  });

  it('has every bundle and theme', () => {
    expect(files).toEqual(
      expect.arrayContaining(
        ['annual-briefing', 'changes'].flatMap((bundle) =>
          ['briefing.hbs', 'deck.hbs'].map((name) => `templates/${bundle}/${name}`),
        ),
      ),
    );
    expect(files).toEqual(
      expect.arrayContaining(['celadon', 'inkstone'].map((theme) => `templates/themes/${theme}/theme.yaml`)),
    );
  });

  it('has neither sources nor tests nor reports', () => {
    expect(
      files.filter((path) => !/^(?:\.build|templates)\/|^(?:README\.md|LICENSE|package\.json)$/.test(path)),
    ).toEqual([]);
  });

  it('builds a new report with a chart as a picture in another project, from nothing but itself, fonts and canvas', async () => {
    const installed = JSON.parse(readFileSync(join(project, 'node_modules/briefkit/package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(Object.keys(installed.dependencies)).toEqual([
      '@expo-google-fonts/noto-sans-sc',
      '@fontsource/arimo',
      '@fontsource/caladea',
      '@fontsource/carlito',
      '@fontsource/gelasio',
      '@fontsource/tinos',
      'canvas',
      'pdf-lib',
      'tinypool',
    ]);
    const report = join(project, 'village');
    mkdirSync(report);
    for (const [name, text] of Object.entries(village)) writeFileSync(join(report, name), text);
    const command = join(project, 'node_modules/briefkit/.build/cli.js');
    await execute(process.execPath, [command, 'build', 'village', '--out', 'out'], { cwd: project });
    const deck = unzipSync(new Uint8Array(readFileSync(join(project, 'out/deck.pptx'))));
    expect(Object.keys(deck).filter((path) => path.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
    expect(deck['ppt/media/image1.png']!.length).toBeGreaterThan(5000);
    expect(existsSync(join(project, 'out/briefing.pdf'))).toBe(true);
  }, 120_000);

  it.each(['the command', 'the library'])(
    'draws an SVG and hyphenates English there, by %s',
    async (by) => {
      const report = join(project, 'harbour');
      mkdirSync(report, { recursive: true });
      for (const [name, text] of Object.entries(harbour)) writeFileSync(join(report, name), text);
      const out = join(project, `by-${by.slice(4)}`);
      if (by === 'the command')
        await execute(
          process.execPath,
          [join(project, 'node_modules/briefkit/.build/cli.js'), 'build', 'harbour', '--out', out],
          { cwd: project },
        );
      else
        await execute(
          process.execPath,
          [
            '--input-type=module',
            '--eval',
            `import { build } from 'briefkit';
             import { mkdirSync, writeFileSync } from 'node:fs';
             mkdirSync(${JSON.stringify(out)});
             for (const { name, bytes } of (await build('harbour')).outputs)
               writeFileSync(${JSON.stringify(`${out}/`)} + name, bytes);`,
          ],
          { cwd: project },
        );
      expect(readFileSync(join(out, 'briefing.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      const deck = unzipSync(new Uint8Array(readFileSync(join(out, 'deck.pptx'))));
      expect(Object.keys(deck).filter((path) => path.endsWith('.svg'))).toHaveLength(1);
    },
    120_000,
  );

  it('is a library there, too', () => {
    const program = `
      import { createRequire } from 'node:module';
      const briefkit = await import('briefkit');
      console.log(typeof briefkit.compile, createRequire(import.meta.url).resolve('briefkit/package.json').length > 0);
    `;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe('function true');
  });
});

/**
 * As npm would install the tarball, without asking a registry: the package unpacked, and of this project's packages
 * only
 * those that it depends on, linked. What else stands in our node_modules cannot be found from there.
 */
function installInto(project: string, tarball: string): void {
  const home = join(project, 'node_modules', 'briefkit');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home]);
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(projectFolder, 'node_modules', name), link);
  }
}

/** A report of one slide whose chart PowerPoint does not have. All of it is invented. */
const village = {
  'report.yaml': `bundle: annual-briefing
theme: celadon
locale: zh-CN
outputs: [deck.pptx, briefing.pdf]
title: 虚构的村
author: 村委会
date: '2025-01-01'
place: 虚构村
period: 2024年
charts:
  steps:
    type: stepped
    title: 粮食产量
    figures: [wheat, rice, corn]
sections:
  - id: fields
    title: 田里
    findings:
      - id: harvest
        title: '小麦产量{{figure "wheat"}}'
        charts: [steps]
        points: '- 小麦{{figure "wheat"}}'
`,
  'figures.csv': `id,label,value,unit,period,source
wheat,小麦产量,12.5,万吨,2024,虚构的统计
rice,水稻产量,8.4,万吨,2024,虚构的统计
corn,玉米产量,3.1,万吨,2024,虚构的统计
`,
};

/** A report in English with a drawing. All of it is invented. */
const harbour = {
  'report.yaml': `bundle: annual-briefing
theme: celadon
locale: en
outputs: [deck.pptx, briefing.pdf]
title: An invented harbour
author: The harbour's office
date: '2025-01-01'
place: Nowhere
period: '2024'
pictures:
  quay:
    file: quay.svg
    caption: The quay
sections:
  - id: quay
    title: The quay
    findings:
      - id: ships
        title: 'Ships: {{figure "ships"}}'
        pictures: [quay]
        points: '- Ships: {{figure "ships"}}'
        narrative: quay.md
`,
  'figures.csv': `id,label,value,unit,period,source
ships,Ships,12,,2024,invented statistics
`,
  'quay.md': `Internationalization of extraordinarily representative characteristics necessitates comprehensive
administrative responsibilities, notwithstanding uncharacteristically straightforward recommendations.
`,
  'quay.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#246"/></svg>',
};

/** Strings, templates and patterns of a script, as they are written. */
function textsOf(script: string): readonly string[] {
  const source = ts.createSourceFile('bundle.js', script, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
