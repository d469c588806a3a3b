/** The draft of a report as the files of its folder: report.yaml with comments that teach, and figures.csv. */
import type { StarterWords } from '../locale/starter/starter-words.js';
import type { ChartDraft } from './chart-story.js';
import { standsApart } from './draft-report.js';
import type { FindingDraft, SectionDraft } from './draft-report.js';
import type { SourceTable } from './source-table.js';
import { escapeWords } from './words-text.js';

export interface ReportHead {
  readonly bundle: string;
  readonly theme: string;
  readonly locale: string;
  readonly title: string;
  readonly place: string;
  readonly period: string;
  /** `2025-01-31`. */
  readonly date: string;
}

/** Fewer would leave the overview empty. */
const fewestHighlights = 3;

/** @param cards so many figures the overview holds at most. */
export function writeReport(
  head: ReportHead,
  sections: readonly SectionDraft[],
  words: StarterWords,
  cards: number,
): string {
  const findings = sections.flatMap((section) => section.findings);
  // One figure of each finding before a second of any.
  const ids = findings.flatMap(({ figures }) =>
    [...new Set(figures.map(({ id }) => id))].map((id, rank) => ({ id, rank })),
  );
  const chosen = [...ids]
    .sort((one, other) => one.rank - other.rank)
    .slice(0, cards)
    .map(({ id }) => id);
  const highlights = chosen.length < fewestHighlights ? [] : chosen;
  return [
    ...words.comments.top.map((line) => `# ${line}`),
    ...Object.entries(head).flatMap(([key, value]) => (value === '' ? [] : `${key}: ${text(value)}`)),
    'outputs: [deck.pptx, briefing.pdf]',
    ...(highlights.length === 0
      ? []
      : ['', `# ${words.comments.highlights}`, `highlights: [${highlights.map(text).join(', ')}]`]),
    '',
    `# ${words.comments.sections}`,
    'sections:',
    ...sections.flatMap(sectionLines),
    '',
    `# ${words.comments.tables}`,
    'tables:',
    ...findings.flatMap(tableLines),
    ...(findings.some(({ chart }) => chart !== null) ? ['', `# ${words.comments.charts}`, 'charts:'] : []),
    ...findings.flatMap((finding) => (finding.chart === null ? [] : chartLines(finding, finding.chart))),
    '',
  ].join('\n');
}

/** A text as YAML takes it, whatever is in it: JSON's strings are YAML's. */
const text = (value: string): string =>
  /^[A-Za-z][\w.-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
const list = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;

const sectionLines = ({ id, title, findings }: SectionDraft): readonly string[] => [
  `  - id: ${id}`,
  `    title: ${text(title)}`,
  '    findings:',
  ...findings.flatMap(findingLines),
];

function findingLines(finding: FindingDraft): readonly string[] {
  const { id, title, tableTitle, points, chart, printed } = finding;
  const isApart = standsApart(finding);
  const table = printed === null ? [] : [`        table: ${id}`];
  return [
    `      - id: ${id}`,
    `        title: ${JSON.stringify(title)}`,
    ...(points.length === 0 ? [] : ['        points: |-', ...points.map((point) => `          - ${point}`)]),
    ...(chart === null ? [] : [`        chart: ${id}`]),
    ...(isApart ? [] : table),
    ...(isApart ? [`      - id: ${id}-table`, `        title: ${JSON.stringify(tableTitle)}`, ...table] : []),
  ];
}

function tableLines({ id, chart, printed, source }: FindingDraft): readonly string[] {
  const notes = source.notes
    .slice(0, 4)
    .filter((note) => note.length <= 300)
    .map(escapeWords);
  return [
    ...(printed === null
      ? []
      : [
          `  ${id}:`,
          ...(printed.caption === '' ? [] : [`    caption: ${JSON.stringify(printed.caption)}`]),
          ...sourceLines(source),
          ...(printed.columns === null ? [] : [`    columns: ${list(printed.columns)}`]),
          ...(printed.first === null ? [] : [`    first: ${printed.first}`]),
          ...(printed.last === null ? [] : [`    last: ${printed.last}`]),
          ...(printed.sort === null ? [] : [`    sort: ${JSON.stringify(printed.sort)}`]),
          ...(printed.top === null ? [] : [`    top: ${printed.top}`]),
          ...(printed.totals.length === 0 ? [] : [`    totals: ${list(printed.totals)}`]),
          ...(printed.transpose ? ['    transpose: true'] : []),
          ...(notes.length === 0 ? [] : [`    notes: ${list(notes)}`]),
        ]),
    ...(chart === null ? [] : chartTableLines(id, chart, source)),
  ];
}

const sourceLines = ({ file, place, hasFailed }: SourceTable): readonly string[] => [
  `    file: ${text(file)}`,
  ...(place === null
    ? []
    : [`    sheet: ${JSON.stringify(place.sheet)}`, `    range: ${place.range}`, `    head: ${place.head}`]),
  '    markup: false',
  ...(hasFailed ? ['    failed: empty'] : []),
];

/** What a chart is drawn from is a table of its own, with the columns and rows that it draws. */
const chartTableLines = (id: string, chart: ChartDraft, source: SourceTable): readonly string[] => [
  `  ${id}-chart:`,
  ...sourceLines(source),
  `    columns: ${list(chart.columns)}`,
  ...(chart.keep === null ? [] : [`    keep: ${list(chart.keep)}`]),
  ...(chart.first === null ? [] : [`    first: ${chart.first}`]),
  ...(chart.last === null ? [] : [`    last: ${chart.last}`]),
  ...(chart.transpose ? ['    transpose: true'] : []),
  ...(chart.reverse ? ['    reverse: true'] : []),
];

const chartLines = ({ id, chartTitle }: FindingDraft, chart: ChartDraft): readonly string[] => [
  `  ${id}:`,
  `    type: ${chart.kind}`,
  `    title: ${JSON.stringify(chartTitle)}`,
  `    table: ${id}-chart`,
  ...(chart.stack === null ? [] : [`    stack: ${chart.stack}`]),
  ...(chart.unit === null ? [] : [`    unit: ${JSON.stringify(chart.unit)}`]),
  ...(chart.sums.length === 0 ? [] : [`    sums: ${list(chart.sums)}`]),
  ...(chart.isSorted && chart.kind === 'bar' ? ['    sort: descending'] : []),
];

const columns = ['id', 'label', 'value', 'unit', 'period', 'source'] as const;
/** Only where a figure has one. */
const more = ['prior', 'target', 'basis'] as const;

/** Null where the report has no figure. */
export function writeFigures(sections: readonly SectionDraft[]): string | null {
  const lines = sections.flatMap(({ findings }) => findings.flatMap(({ figures }) => figures));
  if (lines.length === 0) return null;
  const written = [...columns, ...more.filter((column) => lines.some((line) => (line[column] ?? '') !== ''))];
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return (
    [written, ...lines.map((line) => written.map((column) => line[column] ?? ''))]
      .map((row) => row.map(cell).join(','))
      .join('\n') + '\n'
  );
}
