/**
 * Tables of others to the draft of a report: a section a sheet, a finding a table, with figures that its title and
 * points name.
 */
import { splitUnit } from '../locale/figure-columns.js';
import { isPlainSheetName, isRowNumber } from '../locale/sheet-words.js';
import type { StarterWords } from '../locale/starter-words.js';
import { draftChart } from './chart-draft.js';
import type { ChartDraft, StoryPoint } from './chart-draft.js';
import type { SourceTable } from './source-table.js';
import { profileTable } from './table-profile.js';
import type { TableProfile } from './table-profile.js';
import { escapeWords, shortName } from './words-text.js';

export interface FigureLine {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  /** The sheet and cell, or the file. */
  readonly source: string;
}

export interface FindingDraft {
  readonly id: string;
  /** Words, with figures in them. */
  readonly title: string;
  /** Of the slide with the table, where the chart has one of its own. */
  readonly tableTitle: string;
  readonly points: readonly string[];
  readonly figures: readonly FigureLine[];
  readonly chart: ChartDraft | null;
  readonly chartTitle: string;
  /** The table as it is printed; null where a chart shows all that there is room for. */
  readonly printed: PrintedTable | null;
  readonly source: SourceTable;
}

export interface PrintedTable {
  /** By name; null for all. */
  readonly columns: readonly string[] | null;
  readonly first: number | null;
  readonly transpose: boolean;
  readonly caption: string;
}

export interface SectionDraft {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly FindingDraft[];
}

/** How much of a table is shown: what did not fit is tried with less. */
export interface TableLimits {
  readonly columns: number;
  readonly rows: number;
  readonly hasChart: boolean;
  readonly hasTable: boolean;
}

/** @param limitsOf by the id of a finding. */
export function draftSections(
  tables: readonly SourceTable[],
  words: StarterWords,
  limitsOf: (id: string) => TableLimits,
): readonly SectionDraft[] {
  const sections: SectionDraft[] = [];
  const groups = new Map<string, SourceTable[]>();
  for (const table of tables) {
    const key = `${table.file}\n${table.place?.sheet ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), table]);
  }
  for (const group of groups.values()) {
    const id = `s${sections.length + 1}`;
    const findings = group.flatMap(
      (table, index) => draftFinding(`${id}t${index + 1}`, table, words, limitsOf(`${id}t${index + 1}`)) ?? [],
    );
    if (findings.length > 0) sections.push({ id, title: sectionTitle(group[0]!), findings });
  }
  return distinctTitles(sections, words);
}

/** No two slides have one title: an outline and a screen reader tell them apart by it. */
function distinctTitles(sections: readonly SectionDraft[], words: StarterWords): readonly SectionDraft[] {
  const taken = new Set(sections.map(({ title }) => escapeWords(title)));
  const distinct = (title: string, section: string): string => {
    const choices = [
      title,
      words.bracketed(title, section),
      ...Array.from({ length: 99 }, (_, index) => words.bracketed(title, String(index + 2))),
    ];
    const free = choices.find((choice) => !taken.has(choice)) ?? title;
    taken.add(free);
    return free;
  };
  return sections.map((section) => ({
    ...section,
    findings: section.findings.map((finding) => {
      const own = escapeWords(section.title);
      const title = distinct(finding.title === own ? words.bracketed(own, words.table) : finding.title, own);
      const isApart = finding.chart !== null && finding.printed !== null;
      return { ...finding, title, tableTitle: isApart ? distinct(finding.printed.caption, own) : title };
    }),
  }));
}

const sectionTitle = ({ place, file, titles }: SourceTable): string =>
  place === null || isPlainSheetName(place.sheet)
    ? shortName(titles[0] ?? file.replace(/^.*\/|\.[^.]*$/g, ''), 36)
    : place.sheet;

/** Of the lines above a table the one that says most, but no prose: the first may be the name of the whole workbook. */
function aboutOf({ titles, place, file }: SourceTable): string {
  const lines = titles.slice(0, 3).filter((line) => line.length <= 90);
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '');
  return longest || (place?.sheet ?? file);
}

function draftFinding(id: string, source: SourceTable, words: StarterWords, limits: TableLimits): FindingDraft | null {
  const profile = profileTable(source.table, source.unit);
  const chart = limits.hasChart ? draftChart(source.table, profile) : null;
  const story = chart === null ? null : storyWords(id, chart, source, words);
  const about = shortName(aboutOf(source), 60);
  const printed = limits.hasTable || chart === null ? printTable(source, profile, words, limits) : null;
  if (printed === null && chart === null) return null;
  return {
    id,
    title: story?.title ?? escapeWords(about),
    tableTitle: '',
    points: story?.points ?? [],
    figures: story?.figures ?? [],
    chart,
    chartTitle: chart?.story.kind === 'rank' ? shortName(chart.story.measure, 40) || about : about,
    printed,
    source,
  };
}

interface StoryWords {
  readonly title: string;
  readonly points: readonly string[];
  readonly figures: readonly FigureLine[];
}

const mostPoints = 4;

/** Numbers that a computer keeps whole. */
const isWhole = ({ number }: StoryPoint): boolean => number.digits.replace(/\D/g, '').replace(/^0+/, '').length <= 15;

/** Null where its numbers are too long to be figures. */
function storyWords(id: string, { story }: ChartDraft, source: SourceTable, words: StarterWords): StoryWords | null {
  const line = (
    figure: string,
    label: string,
    unit: string | null,
    period: string,
    { number, row, column }: StoryPoint,
  ): FigureLine => ({
    id: figure,
    label: splitUnit(label).name,
    value: number.digits,
    unit: number.isPercent ? '%' : (unit ?? ''),
    period,
    source: source.table.rows[row]![column]!.span.cell ?? source.file,
  });
  const named = (text: string): string => escapeWords(shortName(splitUnit(text).name, 28));
  if (story.kind === 'rank') {
    const points = story.points.slice(0, mostPoints).filter(isWhole);
    if (points.length === 0) return null;
    const figures = points.map((point, index) => line(`${id}.f${index + 1}`, point.name, story.unit, '', point));
    const shown = points.map((point, index) => words.named(named(point.name), `{{figure "${figures[index]!.id}"}}`));
    return {
      title:
        story.measure === ''
          ? shown[0]!
          : words.largest(named(story.measure), named(points[0]!.name), `{{figure "${figures[0]!.id}"}}`),
      points: shown,
      figures,
    };
  }
  const series = story.series.slice(0, mostPoints).filter(({ early, late }) => isWhole(early) && isWhole(late));
  if (series.length === 0) return null;
  const said = series.map(({ name, early, late }, index) => {
    const figure = `${id}.f${index + 1}`;
    const at = ({ name: period }: StoryPoint): string =>
      `{{figure "${figure}" period="${period.replaceAll('"', '')}"}}`;
    return words.course(
      named(name),
      { name: escapeWords(early.name), figure: at(early) },
      { name: escapeWords(late.name), figure: at(late) },
      Math.sign(late.number.value - early.number.value),
    );
  });
  return {
    title: said[0]!,
    points: said.slice(series.length > 1 ? 0 : 1),
    figures: series.flatMap(({ name, unit, early, late }, index) =>
      [early, late].map((point) => line(`${id}.f${index + 1}`, name, unit, point.name, point)),
    ),
  };
}

/** Names and numbers first, as many as there is room for; a wide table with few rows stands on its side. */
function printTable(
  source: SourceTable,
  { label, labels }: TableProfile,
  words: StarterWords,
  limits: TableLimits,
): PrintedTable | null {
  const { table } = source;
  const names = table.head.map(({ text }) => text);
  const about = escapeWords(shortName(aboutOf(source), 60));
  const isWide = names.length > limits.columns;
  const fitsAside =
    isWide &&
    table.rows.length < limits.columns &&
    names.length <= limits.rows &&
    new Set(labels).size === labels.length;
  if (fitsAside) return { columns: null, first: null, transpose: true, caption: about };
  const order = [
    label,
    ...names.map((_, index) => index).filter((index) => index !== label && !isRowNumber(names[index]!)),
  ];
  const kept = isWide ? order.slice(0, limits.columns).sort((one, other) => one - other) : null;
  const isCut = kept !== null && kept.some((index) => names.filter((name) => name === names[index]).length > 1);
  // Columns of one name cannot be told apart by it: those before the first such stand.
  const first = table.rows.length > limits.rows ? limits.rows : null;
  const columns = kept === null ? null : isCut ? names.slice(0, limits.columns) : kept.map((index) => names[index]!);
  const shown = [
    first === null ? null : words.rowsShown(first, table.rows.length),
    columns === null ? null : words.columnsShown(columns.length, names.length),
  ];
  const more = shown.filter((text) => text !== null).join(words.comma);
  return { columns, first, transpose: false, caption: more === '' ? about : words.bracketed(about, more) };
}
