/**
 * Every kind over thirty sets of data in two languages: each text can be read, and the deck prints the same as the
 * page.
 */
import { describe, expect, it } from 'vitest';
import { chartTypes } from '../../../src/charts/chart-types.js';
import type { ChartType } from '../../../src/charts/measure/chart-type.js';
import { chartKinds, type ChartKind } from '../../../src/model/chart-kinds.js';
import { chartOfSet, dataSets, type DataSet, type Language } from './data-sets.js';
import { crossings, overlaps, textsTold, unnamed } from './drawn-faults.js';
import { isOutside } from './outside-domain.js';
import { onPaper, onSlide, theme } from '../sample-charts.js';

const kinds = chartKinds.filter((kind) => kind !== 'chartjs');
const isAll = process.env['BRIEFKIT_SWEEP'] === 'all';

function faultsOf(kind: ChartKind, data: DataSet, language: Language): string[] {
  const chart = chartOfSet(kind, data, language);
  if (isOutside(chart)) return [];
  const type: ChartType = chartTypes[kind];
  const faults = [onSlide, onPaper].flatMap((place, at) => {
    // Names that find no room are told.
    if (type.isCrowded?.(chart, { theme, ...place }) === true) return [];
    return [...overlaps(chart, place), ...crossings(chart, place), ...unnamed(chart, place)].map(
      (fault) => `${at === 0 ? 'slide' : 'paper'}: ${fault}`,
    );
  });
  return [...faults, ...textsTold(chart, onSlide)].map((fault) => `${data.name}: ${fault}`);
}

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(kinds.map((kind, at) => [kind, at] as const))('every text of a %s chart can be read', (kind, at) => {
    const chosen = dataSets(language).filter(
      (_, index) => isAll || (index * 5 + at + (language === 'en' ? 2 : 0)) % 6 === 0,
    );
    expect(chosen.flatMap((data) => faultsOf(kind, data, language))).toEqual([]);
  });
});
