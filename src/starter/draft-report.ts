/**
 * Tables of others to the draft of a report: a section a sheet, a finding a table, with figures that its title and
 * points name.
 */
import { figureColumn } from '../locale/figure-columns.js';
import { readPeriod } from '../locale/read-period.js';
import { isPlainSheetName, withoutTableNumber } from '../locale/sheet-words.js';
import type { StarterWords } from '../locale/starter/starter-words.js';
import { shapeOf } from './chart-draft.js';
import type { ChartDraft } from './chart-story.js';
import { printTable } from './print-table.js';
import type { PrintedTable } from './print-table.js';
import type { SourceTable } from './source-table.js';
import { profileTable } from './table-profile.js';
import { storyWords } from './story-words.js';
import type { FigureLine } from './story-words.js';
import { escapeWords, shortName } from './words-text.js';

export interface FindingDraft {
  readonly id: string;
  /** What its table is about, as the sheet says it. */
  readonly about: string;
  /** Words, with figures in them. */
  readonly title: string;
  /** The title of the slide with the table, where the chart has one of its own. */
  readonly tableTitle: string;
  readonly points: readonly string[];
  readonly figures: readonly FigureLine[];
  readonly chart: ChartDraft | null;
  readonly chartTitle: string;
  /** The table as it is printed; null where a chart shows all that there is room for. */
  readonly printed: PrintedTable | null;
  /** The table stands on the chart's slide. */
  readonly isTogether: boolean;
  readonly source: SourceTable;
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
  /** A small table may stand beside its chart. */
  readonly isTogether: boolean;
}

/** @param title of the report. @param limitsOf by the id of a finding. */
export function draftSections(
  tables: readonly SourceTable[],
  { words, title }: { readonly words: StarterWords; readonly title: string },
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
    if (findings.length > 0) sections.push({ id, title: sectionTitle(group[0]!, title), findings });
  }
  return distinctTitles(distinctLabels(sections, words), escapeWords(title), words);
}

/** Its table has a slide of its own behind the chart's. */
export const standsApart = ({ chart, printed, isTogether }: FindingDraft): boolean =>
  chart !== null && printed !== null && !isTogether;

/** No two slides have one title: an outline and a screen reader tell them apart by it. */
function distinctTitles(
  sections: readonly SectionDraft[],
  cover: string,
  words: StarterWords,
): readonly SectionDraft[] {
  // A section of one slide has no divider.
  const isLone = ({ findings }: SectionDraft): boolean => findings.length === 1 && !standsApart(findings[0]!);
  const taken = new Set([
    cover,
    ...sections.flatMap((section) => (isLone(section) ? [] : [escapeWords(section.title)])),
  ]);
  const distinct = (title: string, section: string): string => {
    const choices = [
      title,
      ...(title.includes(section) ? [] : [words.bracketed(title, section)]),
      words.bracketed(title, words.table),
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
      const title = distinct(
        finding.title === own && !isLone(section) ? words.bracketed(own, words.table) : finding.title,
        own,
      );
      const isApart = standsApart(finding);
      return { ...finding, title, tableTitle: isApart ? distinct(finding.printed!.caption, own) : title };
    }),
  }));
}

/** Figures of one name in several tables say which table they are of. */
function distinctLabels(sections: readonly SectionDraft[], words: StarterWords): readonly SectionDraft[] {
  const owners = new Map<string, Set<string>>();
  for (const { findings } of sections)
    for (const { id, figures } of findings)
      for (const { label } of figures) owners.set(label, (owners.get(label) ?? new Set()).add(id));
  const isShared = (label: string): boolean => owners.get(label)!.size > 1;
  return sections.map((section) => ({
    ...section,
    findings: section.findings.map((finding) => ({
      ...finding,
      figures: finding.figures.map((line) =>
        isShared(line.label) ? { ...line, label: words.bracketed(line.label, finding.about) } : line,
      ),
    })),
  }));
}

/** The sheet's name, unless it is a number and the sheet has a line that the report is not called by. */
function sectionTitle({ place, file, titles }: SourceTable, report: string): string {
  if (place !== null && !isPlainSheetName(place.sheet)) return place.sheet;
  const above = shortName(titles[0] ?? file.replace(/^.*\/|\.[^.]*$/g, ''), 36);
  return above === report && place !== null && /\d/.test(place.sheet) ? place.sheet : above;
}

/** The line above a table that says most, but no prose: the first may be the name of the whole workbook. */
function aboutOf({ titles, place, file, table }: SourceTable, label: number): string {
  const written = titles.slice(0, 3).filter((line) => line.length <= 90);
  // Yearbooks say in English below what they say in Chinese.
  const han = written.filter((line) => /\p{Script=Han}/u.test(line));
  const lines = han.length > 0 ? han : written;
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '');
  // A head of several words over the names says what the numbers are: Peak operated kilometres.
  const over = table.head[label]?.text.trim() ?? '';
  if (longest !== '') return withoutTableNumber(longest);
  if (isSeveralWords(over) && readPeriod(over) === null) return over;
  return place === null || isPlainSheetName(place.sheet) ? file.replace(/^.*\/|\.[^.]*$/g, '') : place.sheet;
}

/** What is drawn of a table that holds more is said behind what the table is about. */
function chartTitle({ story, stack }: ChartDraft, about: string, words: StarterWords): string {
  const measure = story.kind === 'kpis' ? '' : shortName(story.measure, 40);
  if (measure === '' || stack === 'percent') return about;
  if (story.kind === 'rank' && !story.isLedger) return measure;
  return about.includes(measure) ? about : words.bracketed(about, measure);
}

const isSeveralWords = (text: string): boolean =>
  /\p{L} \p{L}/u.test(text) && figureColumn(text) === null && text.length <= 60;

function draftFinding(id: string, source: SourceTable, words: StarterWords, limits: TableLimits): FindingDraft | null {
  const profile = profileTable(source.table, source.unit);
  const shape = shapeOf(source.table, profile);
  const chart = limits.hasChart ? shape.chart : null;
  const isTold = chart !== null || shape.chart === null;
  const story = shape.story === null || !isTold ? null : storyWords(id, shape.story, source, words);
  const about = shortName(aboutOf(source, profile.label), 60);
  const isAsked = chart === null || (limits.hasTable && !chart.saysAll);
  const printed = isAsked ? printTable(source, profile, chart, words, limits, escapeWords(about)) : null;
  if (printed === null && chart === null) return null;
  return {
    id,
    about,
    title: story?.title ?? escapeWords(about),
    tableTitle: '',
    points: story?.points ?? [],
    figures: story?.figures ?? [],
    chart,
    chartTitle: chart === null ? about : chartTitle(chart, about, words),
    printed,
    isTogether: chart !== null && printed !== null && limits.isTogether && printed.isSmall,
    source,
  };
}
