/** What marks are laid upon: the plan with its scale, its labels, and the room that they were left. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace } from '../measure/chart-type.js';
import type { LabelRect } from '../measure/label-rect.js';
import { lengthAlong } from '../plan/plan-places.js';
import type { Plan } from '../plan/plan.js';
import type { MarkRoom } from './mark-room.js';

/** Arrows, brackets and leaders are drawn in it. */
export const arrowColor: Color = { slot: 'dk1', lighten: 0.25 };
export const quietColor: Color = { slot: 'dk1', lighten: 0.45 };

export interface Laying {
  readonly chart: Chart;
  readonly plan: Plan;
  readonly place: ChartPlace;
  readonly room: MarkRoom;
  readonly labels: readonly LabelRect[];
}

/** Along the category axis, in pt of the chart. */
export function middleOf(
  index: number,
  {
    plan: {
      rows,
      frame: { plot },
    },
    chart,
  }: Laying,
): Pt {
  const count = Math.max(1, chart.categories.length);
  return rows ? plot.y + ((index + 0.5) * plot.height) / count : plot.x + ((index + 0.5) * plot.width) / count;
}

/** Along the value axis. */
export function placeOf(
  value: number,
  {
    plan: {
      rows,
      axis,
      frame: { plot },
    },
  }: Laying,
): Pt {
  const along = lengthAlong(value, axis, rows ? plot.width : plot.height);
  return rows ? plot.x + along : plot.y + plot.height - along;
}
