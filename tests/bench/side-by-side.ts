/** Cold builds of the sample report beside plain scripts and programs that make as much, run in turn. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PageSet } from '../../src/model/page.js';
import { writeBrand } from './brand-template.js';
import { measureInTurn, measureOnce, medianOf, ratioOf, type Measurement, type Run } from './measure.js';
import { measured, memory, print, ratioTarget, row, target } from './print-rows.js';
import { shapeOf, type Shape } from './shape.js';
import { typstSource } from './typst-source.js';

export interface SideBySide {
  readonly project: string;
  readonly report: string;
  /** For what is made. */
  readonly folder: string;
  readonly times: number;
  readonly documents: ReadonlyMap<string, PageSet>;
}

const names = {
  node: 'Node alone',
  both: 'briefkit: both',
  ready: 'plain scripts, charts as ready PNGs',
  drawn: 'plain scripts that draw their PNG charts',
  deck: 'briefkit: deck.pptx',
  template: 'the same on a template of 600 kB',
  native: 'pptxgenjs alone, its own charts',
  briefing: 'briefkit: briefing.pdf',
  typst: 'Typst, charts as ready PNGs',
} as const;
type Peer = keyof typeof names;

/** What a peer does not do that briefkit does, so that a ratio is read for what it is. */
const lacks: Readonly<Partial<Record<Peer, string>>> = {
  ready: 'no reading, no checks, no layout, no charts (they are there), no tags; text may run over',
  drawn: 'the same, but draws its charts: pictures that nobody edits, in the deck too',
  native: 'no layout: boxes at fixed places; faults that PowerPoint repairs',
  typst: 'charts, notes, a deck; a page more, for its tables are not fitted. Tagged and PDF/A-2a as ours',
};

/** Prints what came out, and how it stands to the targets. The plain scripts with ready pictures are returned. */
export function benchSideBySide(setting: SideBySide): readonly Run[] {
  const { project, times } = setting;
  const { runs, text } = peersOf(setting);
  const rounds = measureInTurn(project, runs, times);
  print(`Sample report, cold, one after the other in turn: ${text}`);
  row('', 'wall', 'processors', 'peak memory');
  for (const peer of Object.keys(rounds) as Peer[]) measured(names[peer], medianOf(rounds[peer]));
  print('  What they lack:');
  for (const [peer, what] of Object.entries(lacks) as [Peer, string][])
    if (peer in runs) print(`    ${names[peer]}: ${what}`);
  if (!('typst' in runs)) print('    Typst is not installed for this machine: it is not measured.');
  printTargets(rounds);
  print('');
  return runs.ready;
}

/** The two plain scripts that draw what the report has, with ready pictures. */
export const plainScripts = (setting: SideBySide): readonly Run[] => peersOf(setting).runs.ready;

type Rounds = Readonly<Record<Peer, readonly Measurement[]>>;

function printTargets({ both, ready, drawn, deck, template, briefing, typst }: Rounds): void {
  row('Targets, by the clock', '', 'median', 'least to most');
  ratioTarget('both / plain scripts, PNGs ready', ratioOf(both, ready), 1);
  ratioTarget('both / plain scripts that draw', ratioOf(both, drawn), 0.5);
  if (typst !== undefined) ratioTarget("briefing / Typst's pages", ratioOf(briefing, typst), 2);
  ratioTarget('deck on a template / without', ratioOf(template, deck), 1.15);
  row('The same by time of processors', '', 'median', 'least to most');
  ratioTarget('both / plain scripts, PNGs ready', ratioOf(both, ready, 'cpu'), 1);
  ratioTarget('both / plain scripts that draw', ratioOf(both, drawn, 'cpu'), 0.5);
  if (typst !== undefined) ratioTarget("briefing / Typst's pages", ratioOf(briefing, typst, 'cpu'), 2);
  const peak = medianOf(both).mebibytes;
  target('peak of both within 150 MiB', peak <= 150, memory(peak));
}

function peersOf(setting: SideBySide): { readonly runs: Record<Peer, readonly Run[]>; readonly text: string } {
  const { project, report, folder } = setting;
  const { deck, briefing, ready, text } = writeShapes(setting);
  const bench = (name: string): string => join(project, `.build/bench/${name}.js`);
  const build = (only: string, ...words: readonly string[]): readonly Run[] => [
    {
      script: join(project, '.build/cli.js'),
      words: ['build', report, '--out', join(folder, 'built'), '--only', only, ...words],
    },
  ];
  const plain = (charts: string): readonly Run[] => [
    { script: bench('plain-deck'), words: [deck, join(folder, 'plain.pptx'), charts] },
    { script: bench('plain-paper'), words: [briefing, join(folder, 'plain.pdf'), charts] },
  ];
  const brand = writeBrand(folder);
  const source = join(folder, 'briefing.typ');
  writeFileSync(source, typstSource(JSON.parse(readFileSync(briefing, 'utf8')) as Shape, 'Briefing', ready.briefing));
  const runs = {
    node: [{ script: '-e', words: ['0'] }],
    both: build('deck.pptx,briefing.pdf'),
    ready: plain('').map((run, index) => ({
      ...run,
      words: [...run.words.slice(0, 2), index === 0 ? ready.deck : ready.briefing],
    })),
    drawn: plain('drawn'),
    deck: build('deck.pptx'),
    template: build('deck.pptx', '--template', brand),
    native: [{ script: bench('plain-deck'), words: [deck, join(folder, 'plain.pptx')] }],
    briefing: build('briefing.pdf'),
    ...(hasTypst() && { typst: [{ script: bench('typst-paper'), words: [source, join(folder, 'typst.pdf')] }] }),
  };
  return { runs: runs as Record<Peer, readonly Run[]>, text };
}

/** Its compiler is a package with a program for each system; where there is none for this one, it cannot be loaded. */
function hasTypst(): boolean {
  try {
    createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
    return true;
  } catch {
    return false;
  }
}

interface Shapes {
  /** Files of what the plain scripts have to draw. */
  readonly deck: string;
  readonly briefing: string;
  /** Folders of their charts' pictures. */
  readonly ready: Readonly<Record<'deck' | 'briefing', string>>;
  readonly text: string;
}

function writeShapes({ project, folder, documents }: SideBySide): Shapes {
  const texts: string[] = [];
  const written = (['deck', 'briefing'] as const).map((kind) => {
    const pages = documents.get(kind);
    if (pages === undefined) throw new Error(`the sample report has no ${kind}`);
    const shape = shapeOf(pages);
    const [path, ready] = [join(folder, `${kind}.json`), join(folder, `${kind}-charts`)];
    writeFileSync(path, JSON.stringify(shape));
    if (!existsSync(ready)) mkdirSync(ready);
    measureOnce(project, join(project, '.build/bench/draw-charts.js'), [path, ready]);
    const count = (what: 'charts' | 'tables' | 'pictures'): number =>
      shape.pages.reduce((sum, page) => sum + page[what].length, 0);
    texts.push(
      `${kind}: ${shape.pages.length} ${kind === 'deck' ? 'slides' : 'pages'}, ${count('charts')} charts, ${count('tables')} tables, ${count('pictures')} pictures`,
    );
    return { path, ready };
  });
  const [deck, briefing] = [written[0]!, written[1]!];
  return {
    deck: deck.path,
    briefing: briefing.path,
    ready: { deck: deck.ready, briefing: briefing.ready },
    text: texts.join('; '),
  };
}
