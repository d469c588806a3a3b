/** A small report, random edits of it, and builds that follow each other while it is edited. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { compile } from '../../src/compile.js';
import type { CompileResult, Effects, Job } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { keepResults } from '../../src/memo/keep-results.js';
import type { Memo } from '../../src/memo/memo.js';
import type { BuildRecord } from '../../src/model/build-record.js';
import { diskFiles, memoryFiles } from '../../src/project/files.js';
import { keepFonts } from '../../src/project/font-files.js';
import { projectFolder } from '../cli/recording-world.js';
import { hearTheRunner } from '../hear-the-runner.js';
import { encodeGrey } from '../readers/grey-picture.js';

type Sources = Readonly<Record<string, string | Uint8Array>>;

const fonts = keepFonts()(diskFiles(projectFolder));

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
const isText = (path: string): boolean => !/\.(?:png|jpe?g)$/.test(path);
export const read = (path: string): string | Uint8Array =>
  isText(path)
    ? readFileSync(join(projectFolder, path), 'utf8')
    : new Uint8Array(readFileSync(join(projectFolder, path)));
export const templates = Object.fromEntries(
  ['templates/annual-briefing', 'templates/company-review', 'templates/themes']
    .flatMap(filesBelow)
    .filter(isText)
    .map((path) => [path, read(path)]),
);

interface Built extends CompileResult {
  readonly diagnostics: readonly Diagnostic[];
}

export async function build(
  sources: Sources,
  report: string,
  { memo, ...asked }: { readonly memo?: Memo } & Partial<Job> = {},
): Promise<Built> {
  const diagnostics: Diagnostic[] = [];
  const effects: Effects = {
    files: memoryFiles(sources),
    fonts,
    roots: ['.'],
    clock: () => 0,
    log: () => undefined,
    tell: (diagnostic) => void diagnostics.push(diagnostic),
    ...(memo && { memo }),
  };
  return { ...(await compile({ report, only: null, strict: false, ...asked }, effects)), diagnostics };
}

/** All that a user gets of a build. */
const fruitOf = ({ outputs, record, diagnostics }: Built): unknown => ({
  outputs: outputs.map(({ name, bytes, pages }) => [name, pages, createHash('sha256').update(bytes).digest('hex')]),
  record,
  diagnostics,
});

// ---- Edits ---------------------------------------------------------------------------------------------------------

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Dice {
  readonly below: (count: number) => number;
  readonly of: <Choice>(choices: readonly Choice[]) => Choice;
}

const diceFrom = (random: () => number): Dice => {
  const below = (count: number): number => Math.floor(random() * count);
  return { below, of: (choices) => choices[below(choices.length)]! };
};

type Edit = (sources: Sources, dice: Dice) => Sources;

const replaceIn =
  (file: string, find: RegExp, by: (dice: Dice) => string): Edit =>
  (sources, dice) => {
    const text = sources[file] as string;
    if (!find.test(text)) throw new Error(`${file} has nothing like ${find}`);
    return { ...sources, [file]: text.replace(find, () => by(dice)) };
  };

const figures = 'report/figures.csv';
const report = 'report/report.yaml';
const bundle = 'templates/annual-briefing';
const words = ['秋收', '机耕路', '合作社', '粮仓', '村口', '水渠', '晒场'];
const sentence = ({ of }: Dice): string => `${of(words)}${of(words)}一年一个样，${of(words)}连着${of(words)}`;

const edits: Readonly<Record<string, Edit>> = {
  'the value of a figure': replaceIn(
    figures,
    /^grain,([^,]*),[^,]*/m,
    ({ below }) => `grain,粮食产量,${below(900) / 10}`,
  ),
  'the change of a figure': replaceIn(
    figures,
    /2024,-?[\d.]+,%,同比,,,higher,小镇统计站,\n$/,
    ({ below }) => `2024,${(below(90) - 40) / 10},%,同比,,,higher,小镇统计站,\n`,
  ),
  'a label': replaceIn(figures, /^road,[^,]*/m, (dice) => `road,${sentence(dice).slice(0, 3 + dice.below(9))}`),
  'the prose': replaceIn('report/narrative/harvest.md', /^/, (dice) => `${sentence(dice)}。\n\n`),
  'the prose, all of it': (sources, dice) => ({
    ...sources,
    'report/narrative/harvest.md': `${sentence(dice)}，产量{{figure "grain"}}。\n`,
  }),
  'a title': replaceIn(
    report,
    /title: '粮食产量\{\{change "grain"\}\}[^']*'/,
    (dice) => `title: '粮食产量{{change "grain"}}${dice.of(['', '，', '；'])}${dice.of(words)}'`,
  ),
  'a point': replaceIn(report, / {10}- 新修[^\n]*/, (dice) => `          - 新修${dice.of(words)}{{figure "road"}}`),
  'a footnote of a slide': replaceIn(
    report,
    / {10}- 粮食产量\{\{figure "grain"\}\}[^\n]*/,
    (dice) => `          - 粮食产量{{figure "grain"}}${dice.of(['', '[^all]', '[^all]，快报[^all]'])}`,
  ),
  'a footnote of the prose': replaceIn('report/narrative/harvest.md', /$/, (dice) =>
    dice.of(['\n\n再看一年[^all]。\n', `\n\n${sentence(dice)}[^all]。\n`]),
  ),
  'the words of a footnote': replaceIn(
    report,
    /^ {2}all: .*$/m,
    (dice) => `  all: ${sentence(dice)}，产量{{figure "grain"}}。`,
  ),
  'the notes': replaceIn(report, /notes: '先说[^']*'/, (dice) => `notes: '先说${sentence(dice)}{{figure "grain"}}。'`),
  'the kind of the chart': replaceIn(
    report,
    /two:\n {4}type: [a-z-]+/,
    ({ of }) => `two:\n    type: ${of(['column', 'bar', 'line', 'lollipop', 'radar', 'stepped'])}`,
  ),
  'the footer': replaceIn(report, /^footer: .*$/m, (dice) => `footer: ${dice.of(words)}2024`),
  'the picture': (sources, { below }) => ({ ...sources, 'report/pictures/field.png': plainPng(below(4) * 60) }),
  'the focus of the picture': replaceIn(report, /focus: \{ x: [\d.]+/, ({ below }) => `focus: { x: ${below(10) / 10}`),
  'a colour of the theme': replaceIn(
    'templates/themes/celadon/theme.yaml',
    /accent1: [0-9A-F]{6}/,
    ({ of }) => `accent1: ${of(['1B7472', '1B6A74', '2F5D62'])}`,
  ),
  'a size of the theme': replaceIn(
    'templates/themes/celadon/theme.yaml',
    / {4}bullet: \{ size: \d+/,
    ({ of }) => `    bullet: { size: ${of([16, 17, 18])}`,
  ),
  'a word of a template': replaceIn(`${bundle}/deck.hbs`, /$/, ({ of }) => of(['\n', '\n{{! checked }}\n'])),
  'the language': replaceIn(report, /^locale: .*$/m, ({ of }) => `locale: ${of(['zh-CN', 'en-US'])}`),
  'the theme': replaceIn(report, /^theme: .*$/m, ({ of }) => `theme: ${of(['celadon', 'inkstone'])}`),
  'the weight of a font': replaceIn(
    'templates/themes/celadon/theme.yaml',
    /\d{3}[A-Z][a-z]+\/NotoSansSC_\d{3}[A-Z][a-z]+/,
    ({ of }) => of(['400Regular/NotoSansSC_400Regular', '700Bold/NotoSansSC_700Bold']),
  ),
  'the box of a region': replaceIn(
    `${bundle}/layouts/_frame.yaml`,
    /box: \[44, 112, \d+/,
    ({ of }) => `box: [44, 112, ${of([872, 640, 420])}`,
  ),
  'the plugins of the bundle': (sources, { of }) => ({
    ...sources,
    [`${bundle}/bundle.yaml`]: `${String(sources[`${bundle}/bundle.yaml`])
      .replace(/^plugins:.*\n/m, '')
      .trimEnd()}\n${of(['plugins: [annotation]\n', 'plugins: [datalabels]\n', 'plugins: []\n'])}`,
  }),
  'the word of a draft': replaceIn(
    report,
    /^draft: .*$/m,
    (dice) => `draft: ${dice.of(['false', 'true', dice.of(words)])}`,
  ),
  'the resolution of pictures': replaceIn(
    report,
    /deck\.pptx: \w+/,
    ({ of }) => `deck.pptx: ${of(['original', '60', '100'])}`,
  ),
  'the drawn picture': (sources, { below, of }) => ({
    ...sources,
    'report/pictures/roof.svg': roofSvg(below(5) * 4, of([24, 30]), of(['', '<text>屋</text>'])),
  }),
  'a mistake': replaceIn(
    report,
    /^opening: .*$/m,
    ({ of }) => `opening: '这一年，粮食产量{{figure "${of(['grian', 'grain.'])}"}}。'`,
  ),
};

const plainPng = (grey: number): Uint8Array =>
  new Uint8Array(encodeGrey({ width: 24, height: 16, pixels: new Uint8Array(24 * 16).fill(grey) }));

/** `more` may be what is not drawn, which is told. */
const roofSvg = (height: number, width: number, more: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 16">${more}<rect width="24" height="16" fill="#EFF4F2"/><path d="M0 ${height} L12 2 L24 ${height} Z" fill="#1B7472"/></svg>`;

const ownFinding = `
      - id: own
        title: 看一看
        charts: [own]
        picture: roof
`;

/** Drawn by Chart.js, with numbers where the bundle names the plugin that prints them. */
const ownChart = `
  own:
    type: chartjs
    title: 插件
    chartjs: { type: bar, data: { labels: [甲, 乙], datasets: [{ data: [3, 5] }] }, options: { plugins: { datalabels: { anchor: end } } } }
`;

const more = `
footnotes:
  all: 快报数。
pictures:
  field: { file: pictures/field.png, alt: 田野, caption: 田野（示意图）, focus: { x: 0.5, y: 0.5 } }
  roof: { file: pictures/roof.svg, alt: 屋顶, caption: 屋顶（示意图） }
draft: false
resolution: { deck.pptx: 100, handout.pdf: 60 }
`;

function smallReport(): Sources {
  const folder = 'tests/cases/minimal/report';
  const files = Object.fromEntries(filesBelow(folder).map((path) => [path.replace(folder, 'report'), read(path)]));
  const yaml =
    (files[report] as string)
      .replace('charts: [two]', `charts: [two]\n        picture: field\n${ownFinding}`)
      .replace('charts:\n  two:', `charts:\n${ownChart}  two:`) + more;
  return {
    ...templates,
    ...files,
    [report]: yaml,
    'report/pictures/field.png': plainPng(200),
    'report/pictures/roof.svg': roofSvg(12, 24, ''),
  };
}

// ---- A chain of builds ---------------------------------------------------------------------------------------------

const outputs = ['deck.pptx', 'briefing.pdf', 'deck.pdf', 'handout.pdf', 'briefing-print.pdf', 'figures.pdf'];

/** Every kind of edit once a round, each round in an order of chance: no kind is missed, and their order is another. */
export function shuffledKinds(seed: number, rounds: number): readonly string[] {
  const random = randomFrom(seed);
  return Array.from({ length: rounds }, () =>
    Object.keys(edits)
      .map((kind) => ({ kind, at: random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ kind }) => kind),
  ).flat();
}

/**
 * Edits a report in steps and builds it after each, once with what the build before left and once clean: both must give
 * the same files, record and diagnostics. The results are kept in one process, and every fifth step go through a chain
 * of processes, as packed bytes.
 *
 * @returns how many edits were mistakes: they are taken back.
 */
export async function followEdits(kinds: readonly string[], seed: number): Promise<number> {
  const dice = diceFrom(randomFrom(seed));
  let sources = smallReport();
  let memo = keepResults();
  let earlier: BuildRecord | null = null;
  let mistakes = 0;
  for (const [step, kind] of kinds.entries()) {
    const before = sources;
    sources = edits[kind]!(sources, dice);
    // Most people build two outputs; now and then all of them, or what changed since an earlier build.
    const asked = {
      only: step % 8 === 0 ? outputs : outputs.slice(0, 2),
      ...(step % 6 === 1 && earlier !== null && { markedAgainst: earlier }),
    };
    await hearTheRunner();
    const after = await build(sources, 'report', { ...asked, memo });
    const clean = await build(sources, 'report', asked);
    expect(fruitOf(after), `step ${step} of seed ${seed}: ${kind}`).toEqual(fruitOf(clean));
    if (step % 10 === 0) earlier = clean.record ?? earlier;
    if (clean.failed) {
      mistakes += 1;
      sources = before;
    } else if (step % 5 === 0) memo = keepResults(memo.pack());
    else memo.turn();
  }
  return mistakes;
}
