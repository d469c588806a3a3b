/** A chart as PowerPoint draws it; null where PowerPoint has no such chart, which is then placed as a picture. */
import type { Chart } from '../model/chart.js';
import type { NativeChart } from '../model/native-chart.js';
import type { Theme } from '../model/theme.js';
import type { ChartPlace } from './measure/chart-type.js';
import { chartTypes } from './chart-types.js';

export const toNative = (chart: Chart, theme: Theme, options: Omit<ChartPlace, 'theme'>): NativeChart | null =>
  // Options of Chart.js have no meaning to PowerPoint: it would draw another chart than the author asked for.
  Object.keys(chart.options).length > 0
    ? null
    : inLanguage(
        chart,
        chartTypes[chart.kind].toNative(chart, { theme, size: options.size, fontSize: options.fontSize }),
      );

const inLanguage = ({ language }: Chart, native: NativeChart | null): NativeChart | null =>
  native === null || language === undefined ? native : { ...native, language };
