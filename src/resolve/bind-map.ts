/** Areas of a map bound to the categories of its chart by their names. */
import { areasWithoutNumber, chartNeedsAreas, unknownArea } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { areaName, bareAreaName } from '../locale/reading/area-name.js';
import type { AreaMap, ChartMap } from '../model/map/area-map.js';
import type { Chart } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';

/** Properties that are read first where several say as many of the names. */
const usual = ['name', 'NAME', 'name_zh', 'name_en', 'id'];

/** The property by which most of the names are known. */
function keyOf({ areas }: AreaMap, names: readonly string[]): string {
  const wanted = new Set(names.flatMap((name) => [areaName(name), bareAreaName(name)]));
  const keys = new Set([...usual, ...areas.flatMap(({ properties }) => Object.keys(properties))]);
  const hits = (key: string): number =>
    areas.filter(
      ({ properties }) =>
        wanted.has(areaName(properties[key] ?? '')) || wanted.has(bareAreaName(properties[key] ?? '')),
    ).length;
  const known = [...keys].filter((key) => areas.some(({ properties }) => Object.hasOwn(properties, key)));
  return known.reduce((best, key) => (hits(key) > hits(best) ? key : best), known[0] ?? 'name');
}

/** The only one whose name this is, whole or without its kind; -1 for none. */
function placeOf(name: string, names: readonly string[]): number {
  const whole = names.findIndex((other) => areaName(other) === areaName(name));
  if (whole >= 0) return whole;
  const bare = names.flatMap((other, at) => (bareAreaName(other) === bareAreaName(name) ? [at] : []));
  return bare.length === 1 ? bare[0]! : -1;
}

/** Null, and told, for a map without areas. What matches no area, and areas without a number, are told. */
export function bindMap(
  { id, areas, span }: Pick<ChartSpec, 'id' | 'areas' | 'span'>,
  { categories, series }: Pick<Chart, 'categories' | 'series'>,
  { tell }: Pick<Binding, 'tell'>,
): ChartMap | null {
  if (areas === null) {
    tell(chartNeedsAreas(id, span));
    return null;
  }
  const { map } = areas;
  const key = areas.key ?? keyOf(map, categories);
  const names = map.areas.map(({ properties }) => properties[key] ?? '');
  const found = new Map<number, number>();
  categories.forEach((name, category) => {
    const at = placeOf(name, names);
    if (at < 0) {
      const place = series[0]?.points[category]?.span ?? areas.span;
      tell(unknownArea({ chart: id, name, file: map.file, key }, place, nearestName(name, names)));
    }
    // Several areas of one name, an enclave for one, are one category.
    names.forEach((other, index) => {
      if (index === at || (at >= 0 && other === names[at])) found.set(index, category);
    });
  });
  const open = names.filter((_, index) => !found.has(index));
  if (open.length > 0 && found.size > 0) tell(areasWithoutNumber(id, [...new Set(open)], areas.span));
  return {
    width: map.width,
    height: map.height,
    areas: map.areas.map(({ rings, middle }, index) => ({
      rings,
      middle,
      name: found.has(index) ? categories[found.get(index)!]! : names[index]!,
      category: found.get(index) ?? null,
    })),
  };
}
