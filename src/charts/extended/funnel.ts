/** The funnel of PowerPoint 2016. Its labels stand in the middle of its bars. */
import type { ExtendedLabelLook } from '../../model/extended/extended-chart.js';
import { colorOn, seriesColor, textColor } from '../measure/chart-palette.js';
import { pointsFormat } from '../plan/plan.js';
import { funnelColor, funnelHasRoom } from '../types/funnel.js';
import { extendedChart, labelFormat, labelsOf, ownFills, type ToExtended } from './extended-parts.js';

export const funnel: ToExtended = (chart, place) => {
  const points = chart.series[0]?.points ?? [];
  if (points.some(({ value }) => value === null)) return 'gaps';
  const colors = points.map((_, index) => funnelColor(chart, place, index));
  const fill = seriesColor(place.theme, 0);
  return extendedChart(chart, place, {
    layout: 'funnel',
    values: points.map(({ value }) => value),
    format: pointsFormat(points),
    fill,
    points: ownFills(colors, fill),
    labels: labelsOf(
      points.map((point, index): ExtendedLabelLook | null =>
        point.label === ''
          ? null
          : {
              format: labelFormat(point),
              color: funnelHasRoom(chart, place, index) ? colorOn(place.theme, colors[index]!) : textColor,
              bold: false,
            },
      ),
      { says: 'value', outside: false },
    ),
    gap: 0.06,
  });
};
