/** A plan that leaves its marks their room, over columns or beside bars. */
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import type { Plan } from '../plan/plan.js';
import { markRoom, type MarkRoom } from './mark-room.js';

export type PlanOf = (chart: Chart, place: ChartPlace) => Plan;

export interface Roomy {
  readonly plan: Plan;
  /** What marks leave of the place. */
  readonly place: ChartPlace;
  readonly room: MarkRoom | null;
}

export function makeRoom(chart: Chart, place: ChartPlace, planOf: PlanOf): Roomy {
  const plan = planOf(chart, place);
  const room = markRoom(chart, plan.rows, place);
  if (room === null) return { plan, place, room: null };
  const inner = lessRoom(place, room);
  const next = planOf(chart, inner);
  if (next.rows === plan.rows) return { plan: next, place: inner, room };
  // In less room columns lie down, or bars stand up: their marks then need other room.
  const other = lessRoom(place, markRoom(chart, next.rows, place)!);
  const turned = planOf(chart, other);
  if (turned.rows === next.rows) return { plan: turned, place: other, room: markRoom(chart, turned.rows, place) };
  // In that room they turn again: they get what is left by either.
  const { width, height } = inner.size;
  const least = {
    ...place,
    size: { width: Math.min(width, other.size.width), height: Math.min(height, other.size.height) },
  };
  const settled = planOf(chart, least);
  return { plan: settled, place: least, room: markRoom(chart, settled.rows, place) };
}

const lessRoom = (place: ChartPlace, { right, top }: MarkRoom): ChartPlace => ({
  ...place,
  size: {
    width: Math.max(place.size.width * 0.4, place.size.width - right),
    height: Math.max(place.size.height * 0.4, place.size.height - top),
  },
});
