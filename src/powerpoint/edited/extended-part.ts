/** The part of an edited chart of PowerPoint 2016 (chartEx): its series with the cells that they draw. */
import { joinedNames } from '../identity/category-levels.js';
import { childOf, childrenOf, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import type { CachedNames, CachedPoint, CachedRange, EditedChart, EditedSeries } from './chart-part.js';

/** @param root `cx:chartSpace` */
export function readExtendedChart(root: XmlElement): EditedChart {
  const data = childOf(root, 'cx:chartData');
  const all = childrenOf(data, 'cx:data');
  const region = findElement(root, 'cx:chart', 'cx:plotArea', 'cx:plotAreaRegion');
  return {
    series: childrenOf(region, 'cx:series').map((series, index) => {
      const id = childOf(series, 'cx:dataId')?.attributes['val'];
      return readSeries(series, index, all.find(({ attributes }) => attributes['id'] === id) ?? null);
    }),
    valueAxes: [],
    workbook: childOf(data, 'cx:externalData')?.attributes['r:id'] ?? null,
    sheet: sheetOf(all),
  };
}

const dimensions = ['cx:strDim', 'cx:numDim'] as const;

function sheetOf(all: readonly XmlElement[]): string | null {
  const formulas = all.flatMap((data) =>
    dimensions.flatMap((name) => childrenOf(data, name).flatMap((each) => childOf(each, 'cx:f')?.text ?? [])),
  );
  return /^'?((?:[^'!]|'')+)'?!/.exec(formulas[0] ?? '')?.[1]?.replaceAll("''", "'") ?? null;
}

function readSeries(element: XmlElement, index: number, data: XmlElement | null): EditedSeries {
  const said = findElement(element, 'cx:tx', 'cx:txData', 'cx:v');
  return {
    element,
    index,
    name: said === null ? null : { element: said, count: 1, points: [{ index: 0, text: said.text, value: said }] },
    categories: namesOf(childrenOf(childOf(data, 'cx:strDim'), 'cx:lvl')),
    values: rangeOf(childrenOf(childOf(data, 'cx:numDim'), 'cx:lvl')[0]),
    labels: new Map(),
    labelFormat: null,
  };
}

function rangeOf(level: XmlElement | undefined): CachedRange | null {
  if (level === undefined) return null;
  const points = childrenOf(level, 'cx:pt').map(
    (value): CachedPoint => ({ index: numberOf(value, 'idx') ?? 0, text: value.text, value }),
  );
  return { element: level, count: numberOf(level, 'ptCount') ?? points.length, points };
}

/** Levels stand from the innermost out. */
function namesOf(elements: readonly XmlElement[]): CachedNames | null {
  const levels = elements.flatMap((level) => rangeOf(level) ?? []).reverse();
  const [inner] = levels.slice(-1);
  if (inner === undefined) return null;
  if (levels.length === 1) return { ...inner, isJoined: false };
  const at = (level: number, index: number): string =>
    levels[level]!.points.find((point) => point.index === index)?.text ?? '';
  const names = joinedNames(inner.count, levels.length, at);
  const points = names.map((text, index): CachedPoint => ({ index, text, value: inner.element }));
  return { element: inner.element, count: inner.count, points, isJoined: true };
}
