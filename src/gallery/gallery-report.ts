/**
 * A report in which each candidate is a chart: what the author's report.yaml says of data and look, and the bundle of
 * the gallery. It stands in memory alone, in place of the report.
 */
import { stackedKindName } from '../locale/chart-kind-names.js';
import type { Files } from '../project/files.js';
import { specText, yaml, type CandidateChart } from './candidate-charts.js';

/** Whatever data and look depend on; the rest of a report is about its own pages. */
const keptKeys = [
  ...['theme', 'brand', 'locale', 'figures', 'derive', 'groups', 'tables', 'footnotes'],
  ...['units', 'names', 'prohibition', 'period'],
] as const;

/** Titles that stand in it, and their language. */
export interface GalleryTitles {
  readonly report: string;
  readonly table: string;
  readonly language: string;
}

export interface GalleryText {
  readonly text: string;
  /** Line of report.yaml, from 1 → the candidate whose spec stands there. */
  readonly lines: ReadonlyMap<number, string>;
}

/**
 * @param report the text of report.yaml; its top keys begin lines, as in all but a map in braces.
 */
export function galleryText(
  report: string,
  { report: name, table: title, language }: GalleryTitles,
  candidates: readonly CandidateChart[],
): GalleryText {
  const blocks = topBlocks(report).filter(({ key }) => (keptKeys as readonly string[]).includes(key));
  const lines = [
    ...blocks.flatMap((block) => block.lines),
    'bundle: chart-gallery',
    'outputs: [deck.pptx, deck.html]',
    `title: ${JSON.stringify(name)}`,
    'sections:',
    '  - id: gallery',
    `    title: ${JSON.stringify(title)}`,
    '    findings:',
    ...candidates.flatMap((candidate) => findingLines(candidate, language)),
    'charts:',
  ];
  const places = new Map<number, string>();
  for (const candidate of candidates)
    for (const line of specText(candidate.id, title, candidate).split('\n')) {
      lines.push(line);
      places.set(lines.length, candidate.id);
    }
  return { text: `${lines.join('\n')}\n`, lines: places };
}

/** A slide: the chart, its kind as a title, its spec as a list. */
const findingLines = (candidate: CandidateChart, language: string): readonly string[] => [
  `      - id: show-${candidate.id}`,
  `        title: ${JSON.stringify(stackedKindName(candidate, language))}`,
  `        charts: [${yaml(candidate.id)}]`,
  '        points: |-',
  // As code, so that no sign of Markdown in a name of a column is one.
  ...candidate.keys.map(
    ([key, value]) => `          - \`${key}: ${value.replaceAll('`', "'").replaceAll('{{', '{ {')}\``,
  ),
];

interface TopBlock {
  readonly key: string;
  readonly lines: readonly string[];
}

/** The keys at the left margin, each with the lines below it. */
function topBlocks(text: string): readonly TopBlock[] {
  const blocks: { key: string; lines: string[] }[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const key = /^(?:(["']?)([\w-]+)\1)\s*:(?:\s|$)/.exec(line)?.[2];
    if (key !== undefined) blocks.push({ key, lines: [line] });
    else if (/^(?:---|\.\.\.|%)/.test(line)) continue;
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

/** The report's files with another report.yaml, and without templates of its own, which are for its own pages. */
export function withGallery(files: Files, report: string, text: string): Files {
  const path = `${report}/report.yaml`;
  const own = `${report}/templates`;
  const isOwn = (asked: string): boolean => asked === own || asked.startsWith(`${own}/`);
  return {
    ...files,
    read: (asked) => (asked === path ? new TextEncoder().encode(text) : isOwn(asked) ? null : files.read(asked)),
    list: (folder) => (isOwn(folder) ? null : files.list(folder)),
  };
}
