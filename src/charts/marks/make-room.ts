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
  let plan = planOf(chart, place);
  if (markRoom(chart, plan.rows, place) === null) return { plan, place, room: null };
  // In less room columns may lie down: their marks then need other room.
  for (let round = 0; ; round++) {
    const room = markRoom(chart, plan.rows, place)!;
    const size = {
      width: Math.max(place.size.width * 0.4, place.size.width - room.right),
      height: Math.max(place.size.height * 0.4, place.size.height - room.top),
    };
    const inner = { ...place, size };
    const next = planOf(chart, inner);
    if (next.rows === plan.rows || round > 0) return { plan: next, place: inner, room };
    plan = next;
  }
}
