/** An edited chart's part: each series with the cells that it draws, and where each of them stands in the part. */
import { joinedNames } from '../identity/category-levels.js';
import { childOf, childrenOf, everyElement, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';

/** A cached cell: `c:pt`. */
export interface CachedPoint {
  readonly index: number;
  readonly text: string;
  /** `c:v`. */
  readonly value: XmlElement;
}

/** `c:strCache`, `c:numCache` or a literal. */
export interface CachedRange {
  readonly element: XmlElement;
  readonly count: number;
  readonly points: readonly CachedPoint[];
}

/** Names of categories: of two levels joined, and then nothing to be written into. */
export interface CachedNames extends CachedRange {
  readonly isJoined: boolean;
}

export interface EditedSeries {
  readonly element: XmlElement;
  /** `c:idx`: the same through every edit. */
  readonly index: number;
  readonly name: CachedRange | null;
  readonly categories: CachedNames | null;
  readonly values: CachedRange | null;
  /** `c:dLbl` by the index of their points. */
  readonly labels: ReadonlyMap<number, XmlElement>;
  /** Formats of labels that the whole series shares. */
  readonly labelFormat: XmlElement | null;
}

export interface EditedChart {
  readonly series: readonly EditedSeries[];
  readonly valueAxes: readonly XmlElement[];
  /** The relationship's id of its workbook; null where it has none. */
  readonly workbook: string | null;
  /** The name of the sheet that its ranges read. */
  readonly sheet: string | null;
}

/** @param root `c:chartSpace` */
export function readChart(root: XmlElement): EditedChart {
  const plotArea = findElement(root, 'c:chart', 'c:plotArea');
  const plots = (plotArea?.children ?? []).filter(({ name }) => name.endsWith('Chart'));
  const formula = [...everyElement(root)].find(({ name }) => name === 'c:f')?.text ?? '';
  return {
    series: plots.flatMap((plot) => childrenOf(plot, 'c:ser').map(readSeries)),
    valueAxes: childrenOf(plotArea, 'c:valAx'),
    workbook: childOf(root, 'c:externalData')?.attributes['r:id'] ?? null,
    sheet: /^'?((?:[^'!]|'')+)'?!/.exec(formula)?.[1]?.replaceAll("''", "'") ?? null,
  };
}

function readSeries(element: XmlElement): EditedSeries {
  const labels = childOf(element, 'c:dLbls');
  return {
    element,
    index: numberOf(childOf(element, 'c:idx'), 'val') ?? 0,
    name: readRange(childOf(element, 'c:tx')),
    categories: readNames(childOf(element, 'c:cat') ?? childOf(element, 'c:xVal')),
    values: readRange(childOf(element, 'c:val') ?? childOf(element, 'c:yVal')),
    labels: new Map(
      childrenOf(labels, 'c:dLbl').map((label) => [numberOf(childOf(label, 'c:idx'), 'val') ?? -1, label]),
    ),
    labelFormat: childOf(labels, 'c:numFmt'),
  };
}

const caches: ReadonlySet<string> = new Set(['c:strCache', 'c:numCache', 'c:strLit', 'c:numLit']);

function readNames(element: XmlElement | null): CachedNames | null {
  const cache = findElement(element, 'c:multiLvlStrRef', 'c:multiLvlStrCache');
  const [members, groups] = childrenOf(cache, 'c:lvl').map(pointsIn);
  if (cache === null || members === undefined || groups === undefined) {
    const range = readRange(element);
    return range === null ? null : { ...range, isJoined: false };
  }
  const count = numberOf(childOf(cache, 'c:ptCount'), 'val') ?? members.length;
  const textIn = (points: readonly CachedPoint[], at: number): string =>
    points.find(({ index }) => index === at)?.text ?? '';
  const names = joinedNames(count, 2, (level, index) => textIn(level === 0 ? groups : members, index));
  const points = members.map((point) => ({ ...point, text: names[point.index] ?? point.text }));
  return { element: cache, count, points, isJoined: true };
}

export function readRange(element: XmlElement | null): CachedRange | null {
  if (element === null) return null;
  const cache = [...everyElement(element)].find(({ name }) => caches.has(name) || name === 'c:lvl');
  if (cache === undefined) return null;
  const points = pointsIn(cache);
  return { element: cache, count: numberOf(childOf(cache, 'c:ptCount'), 'val') ?? points.length, points };
}

const pointsIn = (cache: XmlElement): readonly CachedPoint[] =>
  childrenOf(cache, 'c:pt').flatMap((point): CachedPoint[] => {
    const value = childOf(point, 'c:v');
    return value === null ? [] : [{ index: numberOf(point, 'idx') ?? 0, text: value.text, value }];
  });
