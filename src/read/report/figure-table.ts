/**
 * A table over figures: `figures: [gdp, towns]`, a row a figure and a column a period. Each cell is a figure, as
 * `{{figure "gdp@2023"}}` in a sentence is.
 */
import { emptyFigureRow, keyNotOfFigures, noPeriods, notPeriods } from '../../diagnostics/figure-messages.js';
import { unknownColumn } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { alikePeriods, choosePeriods, readSpanOfPeriods, timePoints } from '../../figures/choose-periods.js';
import { keyOfPeriod, type FigureBook } from '../../figures/find-figure.js';
import { matchIds, type FigureGroups } from '../../figures/match-ids.js';
import { isChinese } from '../../locale/language.js';
import { shortPeriod } from '../../locale/format-period.js';
import { registerWords, unitWord } from '../../locale/table-words.js';
import type { Figure, FigurePart } from '../../model/figure.js';
import { tableParts, type TablePart, type Words } from '../../model/report.js';
import type { Span } from '../../model/span.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { passage } from '../source/source-text.js';
import { hasFigure } from './names.js';
import type { ReportSource } from './report-source.js';

export interface FigureTableSource extends ReportSource {
  readonly book: FigureBook;
  readonly groups: FigureGroups;
}

interface Cells {
  readonly head: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
}

/** A figure of the table, with its periods. */
interface FigureLine {
  readonly face: Figure;
  readonly span: Span;
  readonly at: ReadonlyMap<string, Figure>;
}

/** Null where nothing is left to show, which is told. */
export function figureTable(id: string, entry: DataCursor, source: FigureTableSource): Cells | null {
  tellOtherKeys(id, entry, source);
  const lines = linesOf(entry, source);
  if (lines.length === 0) return null;
  const keys = keysOf(id, entry, lines, source);
  if (keys === null) return null;
  for (const { face, span, at } of lines)
    if (!keys.some((key) => at.has(key))) source.tell(emptyFigureRow(face.id, id, span));
  const sorted = sortLines(id, entry, lines, keys, source);
  return new FigureCells(entry, keys, source).cells(sorted);
}

/** Keys that shape a table read from a file mean nothing in one over figures: they are told. */
function tellOtherKeys(id: string, entry: DataCursor, { tell }: FigureTableSource): void {
  for (const key of ['rows', 'head', 'file', 'from', 'derive', 'total', 'columns', 'first', 'keep'] as const) {
    const given = entry.at(key);
    if (given.exists) tell(keyNotOfFigures(key, id, given.span));
  }
}

/** Each figure that is named, by its id, a group or a pattern. */
function linesOf(entry: DataCursor, { book, groups, tell }: FigureTableSource): readonly FigureLine[] {
  return entry
    .at('figures')
    .names()
    .flatMap(({ id: name, span }) => {
      const ids = matchIds(name, book.figures, groups);
      if (ids.length === 0) hasFigure(book, name, span, tell);
      return ids.flatMap((id): FigureLine | [] => {
        const face = book.figures.get(id);
        const points = timePoints(book, id).map(({ key, figure }): [string, Figure] => [key, figure]);
        return face === undefined ? [] : { face, span, at: new Map(points) };
      });
    });
}

/** Periods of one kind that any of the figures has, in order of time; '' alone for figures without periods. */
function keysOf(
  id: string,
  entry: DataCursor,
  lines: readonly FigureLine[],
  { tell }: FigureTableSource,
): readonly string[] | null {
  const [periods, last] = [entry.at('periods'), entry.at('last').number()];
  const text = periods.text();
  const span = text === null ? null : readSpanOfPeriods(text);
  if (text !== null && span === null) tell(notPeriods(text, periods.span));
  const points = lines.map(({ at }) => [...at].map(([key, figure]) => ({ key, figure })));
  // Without either, that of the report.
  if (!periods.exists && last === null) return [...new Set(lines.map(({ face }) => keyOfPeriod(face.period)))];
  const asked = span?.from ?? span?.to ?? null;
  const chosen = choosePeriods(alikePeriods(points, asked), { from: span?.from ?? null, to: span?.to ?? null, last });
  if (chosen.length > 0) return chosen.map(({ key }) => key);
  tell(noPeriods(`the table "${id}"`, text === null ? 'with a period' : `of ${text}`, entry.span));
  return null;
}

/** `sort: 2024` or `{ by: 2024, order: ascending }`, then `top`. What has no number comes last. */
function sortLines(
  id: string,
  entry: DataCursor,
  lines: readonly FigureLine[],
  keys: readonly string[],
  { tell }: FigureTableSource,
): readonly FigureLine[] {
  const sort = entry.at('sort');
  const top = entry.at('top').number() ?? lines.length;
  if (!sort.exists) return lines.slice(0, top);
  const by = sort.isMap ? sort.at('by') : sort;
  const text = by.text() ?? '';
  const key = keyOfPeriod(text);
  if (!keys.includes(key)) {
    tell(unknownColumn(text, id, by.span, nearestName(text, keys), keys));
    return lines.slice(0, top);
  }
  const sign = sort.isMap && sort.at('order').text() === 'ascending' ? 1 : -1;
  const valueOf = ({ at }: FigureLine): number | null => at.get(key)?.quantity?.value ?? null;
  const order = (one: FigureLine, other: FigureLine): number => {
    const [left, right] = [valueOf(one), valueOf(other)];
    return left === null || right === null ? Number(left === null) - Number(right === null) : sign * (left - right);
  };
  return [...lines].sort(order).slice(0, top);
}

/** Makes the words of a table's cells. */
class FigureCells {
  private readonly show: TablePart;
  private readonly beside: readonly TablePart[];

  constructor(
    private readonly entry: DataCursor,
    private readonly keys: readonly string[],
    private readonly source: FigureTableSource,
  ) {
    this.show = entry.at('show').choice(tableParts) ?? 'value';
    this.beside = entry
      .at('with')
      .items()
      .flatMap((item) => item.choice(tableParts) ?? []);
  }

  cells(lines: readonly FigureLine[]): Cells {
    const { entry, keys, source } = this;
    const words = registerWords(source.language);
    const units = new Set(lines.map(({ face }) => face.unit));
    const isMeasured = this.show === 'value' && [...units].some((unit) => unit !== null);
    // One unit of all stands in the head, several in a column of their own.
    const [only] = units.size === 1 ? units : [null];
    const corner = isMeasured && only ? this.named(words.label, only) : words.label;
    const hasUnits = isMeasured && units.size > 1;
    const heads = [
      ...keys.map((key) => (key === '' ? words.value : shortPeriod(key, source.language))),
      ...this.beside.map((part) => words[part]),
    ];
    if (entry.at('transpose').value === true) return this.turned(lines, heads, hasUnits);
    return {
      head: [corner, ...(hasUnits ? [unitWord(source.language)] : []), ...heads].map((text) => this.plain(text)),
      rows: lines.map((line) => [
        this.figure(line.face, 'label', line.span),
        ...(hasUnits ? [this.plain(line.face.unit ?? words.none, line.span)] : []),
        ...this.numbers(line),
      ]),
    };
  }

  /** Periods down, figures across, each with its unit where they differ. */
  private turned(lines: readonly FigureLine[], heads: readonly string[], hasUnits: boolean): Cells {
    const columns = lines.map((line) => this.numbers(line));
    const { period } = registerWords(this.source.language);
    const only = hasUnits || this.show !== 'value' ? null : (lines[0]?.face.unit ?? null);
    const corner = only === null ? period : this.named(period, only);
    return {
      head: [
        this.plain(corner),
        ...lines.map(({ face, span }) =>
          hasUnits && face.unit !== null
            ? this.plain(this.named(face.label, face.unit), span)
            : this.figure(face, 'label', span),
        ),
      ],
      rows: heads.map((head, row) => [this.plain(head), ...columns.map((column) => column[row]!)]),
    };
  }

  /** The figure in each period; behind them what `with` asks for, which is that of the last period. */
  private numbers({ at, span }: FigureLine): readonly Words[] {
    const last = at.get(this.keys.at(-1)!);
    return [
      ...this.keys.map((key) => this.number(at.get(key), this.show, span)),
      ...this.beside.map((part) => this.number(last, part, span)),
    ];
  }

  private number(figure: Figure | undefined, part: TablePart, span: Span): Words {
    const isThere =
      figure !== undefined &&
      (part === 'value' ? figure.quantity !== null || figure.award !== null : figure[part] !== null);
    if (!isThere) return this.plain(registerWords(this.source.language).none, span);
    return this.figure(figure, part === 'value' ? (figure.quantity === null ? 'full' : 'number') : part, span);
  }

  private figure({ id }: Figure, part: FigurePart, span: Span): Words {
    return this.source.words.readFigure(id, part, part === 'change' ? { signed: true } : {}, span);
  }

  private plain(text: string, span: Span = this.entry.keySpan): Words {
    return this.source.words.readPlain(passage(text, span));
  }

  private named(label: string, unit: string): string {
    return isChinese(this.source.language) ? `${label}（${unit}）` : `${label} (${unit})`;
  }
}
