/**
 * Every kind over thirty sets of data in two languages: each text can be read, and the deck prints the same as the
 * page.
 */
import { describe, expect, it } from 'vitest';
import { chartTypes } from '../../../src/charts/chart-types.js';
import type { ChartType } from '../../../src/charts/measure/chart-type.js';
import { chartKinds } from '../../../src/model/chart-kinds.js';
import type { Chart } from '../../../src/model/chart.js';
import { chartOfSet, combinationOfSet, dataSets, type DataSet, type Language } from './data-sets.js';
import { beyondFrame, crossings, overlaps, textsTold, unnamed } from './drawn-faults.js';
import { isOutside } from './outside-domain.js';
import { onPaper, onSlide, theme } from '../sample-charts.js';

const kinds = chartKinds.filter((kind) => kind !== 'chartjs');
const isAll = process.env['BRIEFKIT_SWEEP'] === 'all';

function faultsOf(chart: Chart, data: DataSet): string[] {
  if (isOutside(chart)) return [];
  const type: ChartType = chartTypes[chart.kind];
  const faults = [onSlide, onPaper].flatMap((place, at) => {
    // Names that find no room are told.
    if (type.isCrowded?.(chart, { theme, ...place }) === true) return [];
    return [
      ...overlaps(chart, place),
      ...beyondFrame(chart, place),
      ...crossings(chart, place),
      ...unnamed(chart, place),
    ].map((fault) => `${at === 0 ? 'slide' : 'paper'}: ${fault}`);
  });
  return [...faults, ...textsTold(chart, onSlide)].map((fault) => `${data.name}: ${fault}`);
}

/** A part of the sets, another one for each kind and language, so that a quick run meets all of them somewhere. */
const chosen = (language: Language, at: number): readonly DataSet[] =>
  dataSets(language).filter((_, index) => isAll || (index * 5 + at + (language === 'en' ? 2 : 0)) % 6 === 0);

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it.each(kinds.map((kind, at) => [kind, at] as const))('every text of a %s chart can be read', (kind, at) => {
    const faults = chosen(language, at).flatMap((data) => faultsOf(chartOfSet(kind, data, language), data));
    expect(faults).toEqual([]);
  });

  it('so can every text of a combination with two axes', () => {
    const faults = dataSets(language).flatMap((data) => faultsOf(combinationOfSet(data, language), data));
    expect(faults).toEqual([]);
  });
});
