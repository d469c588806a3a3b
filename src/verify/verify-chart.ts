/** The numbers of a chart, where it draws them and where it is edited: its caches and its workbook. */
import { digitNumber, plainDigits } from '../locale/reading/number-words.js';
import { readAnyChart } from '../powerpoint/edited/any-chart-part.js';
import type { CachedRange } from '../powerpoint/edited/chart-part.js';
import { namesDownSheet } from '../powerpoint/identity/category-levels.js';
import { readPart } from '../powerpoint/edited/read-edited-deck.js';
import { cellKey, readWorkbook } from '../powerpoint/edited/workbook.js';
import type { ChartData, ChartShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import type { OpenedPackage } from '../powerpoint/package/open-package.js';
import { relationsOf } from '../powerpoint/package/relations.js';
import { textOf } from '../powerpoint/xml/parse-xml.js';
import { figureOfPoint, matchNames, sameValue, type CellValue } from '../refresh/merge/merge-cells.js';
import { plainText } from '../refresh/text/tokens.js';
import type { NumberPlace, TextNumber } from './text/number-finding.js';

export interface ChartNumber {
  readonly number: TextNumber;
  readonly place: NumberPlace;
  readonly context: string;
}

export function verifyChart(
  pack: OpenedPackage,
  path: string,
  base: ChartShapeIdentity,
  next: ChartShapeIdentity | null,
): readonly ChartNumber[] {
  const part = readPart(pack, path);
  if (part === null || base.data === null) return [];
  const chart = readAnyChart(part.root);
  const sides: Sides = { base, data: base.data, next: next?.data ?? null };
  const drawn = chart.series.flatMap(({ name, index, categories, values, labels }): readonly ChartNumber[] => {
    const own = seriesOf(base.data!, name?.points[0]?.text ?? '', index);
    if (own === null || values === null) return [];
    const rows = rowsOf(textsOf(categories, values.count), base.data!);
    return [
      ...values.points.flatMap(({ index: place, text }) =>
        cellNumber(Number(text), own, rows[place] ?? null, 'chart', sides),
      ),
      ...[...labels].flatMap(([place, label]) => labelNumbers(textOf(label), own, rows[place] ?? null, sides)),
    ];
  });
  const relation = relationsOf(pack, path).find(({ id, external }) => id === chart.workbook && !external);
  const bytes = relation === undefined ? null : pack.bytes(relation.target);
  const book = bytes === null ? null : readWorkbook(bytes, chart.sheet);
  return [...drawn, ...(book === null ? [] : verifyCells(book.cells, sides))];
}

interface Sides {
  readonly base: ChartShapeIdentity;
  readonly data: ChartData;
  readonly next: ChartData | null;
}

function verifyCells(cells: ReadonlyMap<string, { readonly value: CellValue }>, sides: Sides): readonly ChartNumber[] {
  const { data } = sides;
  const places = [...cells].flatMap(([key, { value }]) =>
    value === null ? [] : [key.split(':').map(Number) as [number, number]],
  );
  const last = Math.max(0, ...places.map(([, row]) => row));
  const at = (column: number, row: number): CellValue => cells.get(cellKey(column, row))?.value ?? null;
  const levels = data.levels ?? 1;
  const rows = rowsOf(
    namesDownSheet(levels, last, (column, row) => String(at(column, row) ?? '')),
    data,
  );
  const columns = new Map(data.series.map(({ column }, index) => [column, index]));
  return places.flatMap(([column, row]) => {
    if (column < levels || row === 0) return [];
    const value = at(column, row);
    const own = seriesOf(data, String(at(column, 0) ?? ''), columns.get(column - levels) ?? -1);
    return own === null || typeof value !== 'number'
      ? []
      : cellNumber(value, own, rows[row - 1] ?? null, 'workbook', sides);
  });
}

function cellNumber(
  value: number,
  series: number,
  row: number | null,
  place: NumberPlace,
  { base, data, next }: Sides,
): readonly ChartNumber[] {
  const own = data.series[series]!;
  const built = row === null ? null : (own.values[row] ?? null);
  const category = row === null ? '' : data.categories[row]!;
  const context = [own.name, category].filter((name) => name !== '').join(' · ');
  const figure = row === null ? null : figureOfPoint(base, data, series, row);
  const now = row === null ? null : nextValue(data, next, series, row);
  const number = (status: TextNumber['status']): readonly ChartNumber[] => [
    {
      place,
      context,
      number: {
        status,
        figure,
        text: String(value),
        built: built === null ? null : String(built),
        now: now === null ? null : String(now),
      },
    },
  ];
  if (row === null) return number('unknown');
  if (next !== null && sameValue(value, now)) return number('current');
  if (!sameValue(value, built)) return number('typed-over');
  return number(next === null || now === null ? 'current' : 'stale');
}

/** Of a label whose words the build wrote itself: 43% beside a slice, where the cell holds 1,284.6. */
function labelNumbers(
  text: string,
  series: number,
  row: number | null,
  { base, data }: Pick<Sides, 'base' | 'data'>,
): readonly ChartNumber[] {
  const own = data.series[series]!;
  const built = own.labels.find(({ point }) => point === row)?.text ?? null;
  if (built === null || row === null || text === '' || plainText(text) === plainText(built)) return [];
  const said = numbersIn(built);
  const context = [own.name, data.categories[row] ?? ''].filter((name) => name !== '').join(' · ');
  const figure = figureOfPoint(base, data, series, row);
  return numbersIn(text)
    .filter((number) => !said.includes(number))
    .map((number) => ({
      place: 'chart',
      context,
      number: { status: 'typed-over', figure, text: number, built, now: null },
    }));
}

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(digitNumber)].map(([number]) => plainDigits(number));

function nextValue(data: ChartData, next: ChartData | null, series: number, row: number): number | null {
  if (next === null) return null;
  const column =
    matchNames(
      data.series.map(({ name }) => name),
      next.series.map(({ name }) => name),
    )[series] ?? null;
  const line = matchNames(data.categories, next.categories)[row] ?? null;
  return column === null || line === null ? null : (next.series[column]?.values[line] ?? null);
}

function seriesOf({ series }: ChartData, name: string, index: number): number | null {
  if (series[index] !== undefined && sameValue(series[index].name, name)) return index;
  const found = series.findIndex((each) => sameValue(each.name, name));
  return found >= 0 ? found : series[index] === undefined ? null : index;
}

const textsOf = (range: CachedRange | null, count: number): readonly string[] =>
  Array.from(
    { length: Math.max(count, range?.count ?? 0) },
    (_, index) => range?.points.find((point) => point.index === index)?.text ?? '',
  );

const rowsOf = (names: readonly string[], { categories }: ChartData): readonly (number | null)[] =>
  names.every((name) => name === '')
    ? names.map((_, row) => (row < categories.length ? row : null))
    : matchNames(names, categories);
