/**
 * The histogram of PowerPoint 2016: the numbers themselves, counted there. How many steps there are it chooses itself:
 * a width of steps that is stated in the form of its schema makes it refuse the file, in the form that it writes
 * itself the schema's own validator refuses it.
 */
import type { Chart } from '../../model/chart.js';
import { hasEmphasis, seriesColor, textColor } from '../measure/chart-palette.js';
import { pointsFormat } from '../plan/plan.js';
import { extendedChart, type ToExtended } from './extended-parts.js';

const numbersOf = ({ series }: Chart): readonly (number | null)[] =>
  (series[0]?.points ?? []).map(({ value }) => value);

export const histogram: ToExtended = (chart, place) => {
  // Which step an emphasised number will stand in is PowerPoint's to say.
  if (hasEmphasis(chart)) return 'emphasis';
  return extendedChart(chart, place, {
    layout: 'clusteredColumn',
    readsNames: false,
    values: numbersOf(chart),
    format: pointsFormat(chart.series[0]?.points ?? []),
    fill: seriesColor(place.theme, 0),
    seam: { slot: 'lt1' },
    labels: { format: '0', color: textColor, bold: false, says: 'value', outside: true, own: [], hidden: [] },
    gap: 0.06,
    valueAxis: 'hidden',
  });
};
