/** Sentences of a finding, by figures that are bound, and the rows of those figures. */
import { nameWithoutUnit } from '../locale/figure-columns.js';
import { assertNever } from '../model/assert-never.js';
import type { StarterWords } from '../locale/starter/starter-words.js';
import type { KpiStory, RankStory, Story, StoryPoint, StorySeries, TimeStory } from './chart-story.js';
import type { SourceTable } from './source-table.js';
import { escapeWords, shortName } from './words-text.js';

export interface FigureLine {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  /** The sheet and cell, or the file. */
  readonly source: string;
  readonly prior?: string;
  readonly target?: string;
  readonly basis?: string;
}

export interface StoryWords {
  readonly title: string;
  readonly points: readonly string[];
  readonly figures: readonly FigureLine[];
}

const mostPoints = 4;

/** Null where its numbers are too long to be figures. */
export function storyWords(id: string, story: Story, source: SourceTable, words: StarterWords): StoryWords | null {
  switch (story.kind) {
    case 'rank':
      return rankWords(id, story, source, words);
    case 'time':
      return timeWords(id, story, source, words);
    case 'kpis':
      return kpiWords(id, story, source, words);
    default:
      return assertNever(story);
  }
}

const mostKpis = 8;

function kpiWords(id: string, story: KpiStory, source: SourceTable, words: StarterWords): StoryWords | null {
  const told = story.points.slice(0, mostKpis).filter(isWhole);
  if (told.length === 0) return null;
  const names = shortNames(told.map(({ name, unit }) => bareName(name, unit)));
  const figures = told.map((point, index) => ({
    ...figureLine(`${id}.f${index + 1}`, bareName(point.name, point.unit), point.unit, '', point, source),
    prior: point.prior?.digits ?? '',
    target: point.target?.digits ?? '',
    basis: point.prior === null || !story.isYearly ? '' : words.yearBefore,
  }));
  const said = figures.map((line, index) =>
    line.prior === ''
      ? words.named(names[index]!, `{{figure "${line.id}"}}`)
      : words.changed(names[index]!, `{{figure "${line.id}"}}`, `{{change "${line.id}"}}`),
  );
  return { title: said[0]!, points: said.slice(1, 1 + mostPoints), figures };
}

function rankWords(id: string, story: RankStory, source: SourceTable, words: StarterWords): StoryWords | null {
  const points = story.points.slice(0, mostPoints).filter(isWhole);
  if (points.length === 0) return null;
  const measure = nameWithoutUnit(story.measure);
  const figures = points.map((point, index) => {
    const name = nameWithoutUnit(point.name);
    const label = story.isLedger
      ? ofMeasure(name, measure, words)
      : measure === ''
        ? name
        : words.measureOf(name, measure);
    return figureLine(`${id}.f${index + 1}`, label, story.unit, '', point, source);
  });
  const names = shortNames(points.map(({ name }) => bareName(name, story.unit))).map((name) =>
    story.isLedger ? ofMeasure(name, escapeWords(measure), words) : name,
  );
  const shown = points.map((_, index) => words.named(names[index]!, `{{figure "${figures[index]!.id}"}}`));
  const title =
    measure === '' || story.isLedger
      ? shown[0]!
      : words.largest(escapeWords(shortName(measure, 36)), names[0]!, `{{figure "${figures[0]!.id}"}}`);
  return { title, points: shown, figures };
}

function timeWords(
  id: string,
  { series, isSeasonal, measure }: TimeStory,
  source: SourceTable,
  words: StarterWords,
): StoryWords | null {
  const told = series.filter(({ early, late }) => isWhole(early) && isWhole(late)).slice(0, mostPoints);
  if (told.length === 0) return null;
  const bare = told.map(({ name, unit }) => bareName(name, unit));
  const labels = bare.map((name) => ofMeasure(name, measure, words));
  const names = shortNames(bare).map((name) => ofMeasure(name, escapeWords(measure), words));
  const said = told.map((one, index) => seriesWords(`${id}.f${index + 1}`, names[index]!, one, isSeasonal, words));
  return {
    title: said[0]!,
    // The title says the first of them.
    points: said.slice(1),
    figures: told.flatMap(({ unit, points }, index) =>
      points
        .filter(isWhole)
        .map((point) => figureLine(`${id}.f${index + 1}`, labels[index]!, unit, point.name, point, source)),
    ),
  };
}

/** A part of a year against the same of the year before; else from the earliest to the latest. */
function seriesWords(
  figure: string,
  name: string,
  { early, before, late }: StorySeries,
  isSeasonal: boolean,
  words: StarterWords,
): string {
  const period = (point: StoryPoint): string => `period="${point.name.replaceAll('"', '')}"`;
  const at = (point: StoryPoint): string => `{{figure "${figure}" ${period(point)}}}`;
  const point = (one: StoryPoint) => ({ name: words.period(escapeWords(one.name)), figure: at(one) });
  if (isSeasonal && before !== null) return words.compared(name, point(late), `{{change "${figure}" ${period(late)}}}`);
  return words.course(name, point(early), point(late), Math.sign(late.number.value - early.number.value));
}

/** Of which measure a name's number is, where the table holds several: Total (Elective). */
const ofMeasure = (name: string, measure: string, words: StarterWords): string =>
  measure === '' ? name : words.bracketed(name, measure);

/** The name without the unit behind it, which the number says: `Revenue, USD million`. */
const bareName = (text: string, unit: string | null): string => {
  const name = nameWithoutUnit(text);
  return unit !== null && name.endsWith(`, ${unit}`) ? name.slice(0, -unit.length - 2) : name;
};

/** Short, but never so that two are one. */
function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => shortName(name, 36));
  return names.map((name, index) =>
    escapeWords(short.filter((other) => other === short[index]).length > 1 ? shortName(name, 60) : short[index]!),
  );
}

/** Numbers that a computer keeps whole. */
const isWhole = ({ number }: StoryPoint): boolean => number.digits.replace(/\D/g, '').replace(/^0+/, '').length <= 15;

const figureLine = (
  id: string,
  label: string,
  unit: string | null,
  period: string,
  { number, row, column }: StoryPoint,
  source: SourceTable,
): FigureLine => ({
  id,
  label: nameWithoutUnit(label),
  value: number.digits,
  unit: number.isPercent ? '%' : (unit ?? ''),
  period,
  source: source.table.rows[row]![column]!.span.cell ?? source.file,
});
