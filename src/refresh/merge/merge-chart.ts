/**
 * A chart, three ways. One that nobody touched is the report's, whole. In any other the cached cells, the labels and
 * the
 * axes take the report's values, each where a person has not set another; all that is look stays theirs.
 */
import { readAnyChart } from '../../powerpoint/edited/any-chart-part.js';
import type { CachedRange, EditedChart, EditedSeries } from '../../powerpoint/edited/chart-part.js';
import type { EditedPart } from '../../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute, splice, type Splice } from '../../powerpoint/edited/edit-xml.js';
import { readParagraph, spliceParagraph, textSplice } from '../../powerpoint/edited/paragraphs.js';
import { chartMark } from '../../powerpoint/identity/chart-mark.js';
import type { ChartData, ChartShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import { childOf, everyElement, findElement, type XmlElement } from '../../powerpoint/xml/parse-xml.js';
import { figureOfPoint, matchNames, mergeCell, sameValue, type CellValue } from './merge-cells.js';
import { chartAdditions, chartLosses, seriesBefore } from './chart-additions.js';
import type { PlacedOutcome } from './merge-paragraphs.js';
import { mergeText, type MergeRules } from './merge-text.js';

export interface ChartSides {
  readonly base: ChartShapeIdentity & { readonly data: ChartData };
  readonly next: ChartShapeIdentity & { readonly data: ChartData };
  /** The report's part, whole. */
  readonly nextXml: string;
}

export interface MergedChart {
  /** Null where it stays as it is. */
  readonly xml: string | null;
  readonly outcomes: readonly PlacedOutcome[];
  /** Nobody has touched the part. */
  readonly isUntouched: boolean;
  /** Its categories or its series are others in the report, and a person's data stand in the way. */
  readonly isStuck: boolean;
}

export function mergeChart(part: EditedPart, sides: ChartSides, rules: MergeRules): MergedChart {
  const { base, next } = sides;
  const isUntouched = chartMark(part.xml) === base.data.mark;
  if (isUntouched) {
    const isSame = base.data.mark === next.data.mark;
    return {
      xml: isSame ? null : sides.nextXml,
      outcomes: isSame ? [] : changesOf(base, next),
      isUntouched,
      isStuck: false,
    };
  }
  const chart = readAnyChart(part.root);
  const merge = new ChartMerge(part, chart, sides, rules);
  return { ...merge.run(), isUntouched };
}

/** What the report changed in a chart, point by point, and what it has more. */
function changesOf(base: ChartSides['base'], next: ChartSides['next']): readonly PlacedOutcome[] {
  const changed = next.series.flatMap((series) => {
    const own = seriesBefore(base, next, series);
    return series.points.flatMap((point, index): PlacedOutcome[] => {
      const category = next.categories[index] ?? '';
      const before = own?.points[base.categories.indexOf(category)];
      const isSame = before === undefined || (before.label === point.label && sameValue(before.value, point.value));
      const outcome = { kind: 'updated', figure: point.figure, reason: null, context: category } as const;
      return isSame ? [] : [{ ...outcome, before: before.label, after: point.label }];
    });
  });
  return [...changed, ...chartAdditions(base, next, 'added'), ...chartLosses(base, next)];
}

const numberIn = (text: string): CellValue => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));
const textOfRange = (range: CachedRange | null): readonly string[] =>
  range === null
    ? []
    : Array.from(
        { length: range.count },
        (_, index) => range.points.find((point) => point.index === index)?.text ?? '',
      );

class ChartMerge {
  private readonly splices: Splice[] = [];
  private readonly outcomes: PlacedOutcome[] = [];

  constructor(
    private readonly part: EditedPart,
    private readonly chart: EditedChart,
    private readonly sides: ChartSides,
    private readonly rules: MergeRules,
  ) {}

  run(): Omit<MergedChart, 'isUntouched'> {
    const { base, next } = this.sides;
    const names = this.chart.series.map(({ name }) => name?.points[0]?.text ?? '');
    const twins = seriesTwins(this.chart.series, names, base.data);
    const hasNewForm =
      !sameNames(base.data.categories, next.data.categories) || base.data.series.length !== next.data.series.length;
    this.chart.series.forEach((series, index) => {
      const twin = twins[index] ?? null;
      if (twin !== null) this.mergeSeries(series, twin);
    });
    this.mergeAxes();
    return {
      xml: this.splices.length === 0 ? null : splice(this.part.xml, this.splices),
      outcomes: this.outcomes,
      isStuck: hasNewForm,
    };
  }

  private mergeSeries(series: EditedSeries, index: number): void {
    const { base, next } = this.sides;
    const own = base.data.series[index]!;
    const now =
      next.data.series[
        matchNames(
          base.data.series.map(({ name }) => name),
          next.data.series.map(({ name }) => name),
        )[index] ?? -1
      ];
    if (now === undefined) return;
    const categories = textOfRange(series.categories);
    const rows =
      categories.length === 0
        ? base.data.categories.map((_, row) => row)
        : matchNames(categories, base.data.categories);
    const nextRows = matchNames(base.data.categories, next.data.categories);
    if (series.name !== null) this.mergePoint(series.name, 0, own.name, now.name);
    rows.forEach((row, place) => {
      const nextRow = row === null ? null : (nextRows[row] ?? null);
      if (row === null || nextRow === null) return;
      if (series.categories !== null && !series.categories.isJoined)
        this.mergePoint(series.categories, place, base.data.categories[row]!, next.data.categories[nextRow]!);
      const values = { base: own.values[row] ?? null, next: now.values[nextRow] ?? null };
      this.mergeValue(series, place, values, figureOfPoint(base, base.data, index, row), base.data.categories[row]!);
      this.mergeLabel(
        series,
        place,
        own.labels.find(({ point }) => point === row),
        now.labels.find(({ point }) => point === nextRow),
      );
    });
  }

  /** A name or a category: it follows where nobody reworded it. */
  private mergePoint(range: CachedRange, place: number, base: string, next: string): void {
    const point = range.points.find(({ index }) => index === place);
    if (point === undefined) return;
    const merged = mergeCell(base, next, point.text, 'ours');
    if (merged.kind === 'take') this.splices.push(textSplice(this.part.xml, point.value, String(merged.value ?? '')));
  }

  private mergeValue(
    series: EditedSeries,
    place: number,
    { base, next }: { readonly base: CellValue; readonly next: CellValue },
    figure: string | null,
    context: string,
  ): void {
    const point = series.values?.points.find(({ index }) => index === place);
    const edited = point === undefined ? null : numberIn(point.text);
    const merged = mergeCell(base, next, edited, this.rules.choice);
    if (merged.kind === 'same') return;
    const outcome = { figure, before: String(edited ?? ''), after: String(merged.value ?? ''), context };
    if (merged.kind !== 'take') this.outcomes.push({ ...outcome, kind: merged.kind, reason: 'typed-over' });
    else if (point === undefined || merged.value === null)
      this.outcomes.push({ ...outcome, kind: 'stale', reason: 'form' });
    else {
      this.splices.push(textSplice(this.part.xml, point.value, String(merged.value)));
      this.outcomes.push({ ...outcome, kind: 'updated', reason: null });
      this.mergeStems(series, place, Number(base), Number(next));
    }
  }

  /** Stems are as long as the value is: `c:errBars` with numbers of their own. */
  private mergeStems(series: EditedSeries, place: number, base: number, next: number): void {
    for (const bars of series.element.children.filter(({ name }) => name === 'c:errBars'))
      for (const element of [...everyElement(bars)].filter(({ name }) => name === 'c:pt' && Number.isFinite(base))) {
        const value = childOf(element, 'c:v');
        if (value === null || Number(element.attributes['idx']) !== place) continue;
        if (sameValue(Math.abs(Number(value.text)), Math.abs(base)))
          this.splices.push(textSplice(this.part.xml, value, String(Math.abs(next))));
      }
  }

  private mergeLabel(
    series: EditedSeries,
    place: number,
    base: ChartData['series'][number]['labels'][number] | undefined,
    next: ChartData['series'][number]['labels'][number] | undefined,
  ): void {
    const label = series.labels.get(place);
    if (label === undefined || base === undefined || next === undefined) return;
    if (base.format !== null && next.format !== null && base.format !== next.format)
      this.replaceAttribute(childOf(label, 'c:numFmt'), 'formatCode', base.format, next.format);
    if (base.text === null || next.text === null || base.text === next.text) return;
    const rich = findElement(label, 'c:tx', 'c:rich');
    for (const element of (rich?.children ?? []).filter(({ name }) => name === 'a:p')) {
      const paragraph = readParagraph(element);
      const merged = mergeText(
        { text: base.text, figures: [] },
        { text: next.text, figures: [] },
        paragraph.text,
        this.rules,
      );
      this.splices.push(...(spliceParagraph(this.part.xml, paragraph, merged.edits) ?? []));
    }
  }

  /** An axis with ends of its own makes room for what is larger now. */
  private mergeAxes(): void {
    const { base, next } = this.sides;
    this.chart.valueAxes.forEach((axis, index) => {
      const [own, now] = [base.data.axes[index], next.data.axes[index]];
      if (own === undefined || now === undefined) return;
      const scaling = childOf(axis, 'c:scaling');
      this.replaceNumber(childOf(scaling, 'c:max'), own.max, now.max);
      this.replaceNumber(childOf(scaling, 'c:min'), own.min, now.min);
      this.replaceNumber(childOf(axis, 'c:majorUnit'), own.step, now.step);
    });
  }

  private replaceNumber(element: XmlElement | null, base: number | null, next: number | null): void {
    if (element === null || base === null || next === null || base === next) return;
    if (!sameValue(Number(element.attributes['val']), base)) return;
    const span = attributeSpan(this.part.xml, element.start, 'val');
    if (span !== null) this.splices.push({ ...span, text: String(next) });
  }

  private replaceAttribute(element: XmlElement | null, name: string, base: string, next: string): void {
    if (element?.attributes[name] !== base) return;
    const span = attributeSpan(this.part.xml, element.start, name);
    if (span !== null) this.splices.push({ ...span, text: escapeAttribute(next) });
  }
}

/** By `c:idx` where the name agrees or nobody else has it; else by name. */
function seriesTwins(
  series: readonly EditedSeries[],
  names: readonly string[],
  data: ChartData,
): readonly (number | null)[] {
  const byIndex = series.map(({ index }, place) =>
    data.series[index] !== undefined && sameValue(data.series[index].name, names[place]!) ? index : null,
  );
  if (byIndex.every((index) => index !== null)) return byIndex;
  const byName = matchNames(
    names,
    data.series.map(({ name }) => name),
  );
  return series.map(
    ({ index }, place) =>
      byIndex[place] ??
      byName[place] ??
      (data.series[index] !== undefined && !byIndex.includes(index) && !byName.includes(index) ? index : null),
  );
}

/** In any order: rows are known by their names. */
const sameNames = (ones: readonly string[], others: readonly string[]): boolean =>
  ones.length === others.length && [...ones].sort().join('\n') === [...others].sort().join('\n');
