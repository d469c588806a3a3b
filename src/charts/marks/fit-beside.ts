/** Whether what is to stand beside a stack, or beside lines, has room there; else the series have their legend. */
import type { BesideMark, Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import type { Plan } from '../plan/plan.js';
import { besideColumns } from './beside-columns.js';
import { makeRoom, type PlanOf, type Roomy } from './make-room.js';
import { markRoom } from './mark-room.js';

export const besideOf = ({ marks = [] }: Chart): BesideMark | null =>
  marks.find((mark) => mark.kind === 'beside') ?? null;

/** Whether the report asks for it. */
export const isAskedBeside = (chart: Chart): boolean => besideOf(chart)?.asked === true;

/** How much of the chart's width all that stands at its right may take: as asked for, and where a legend would do. */
const mostWidth = { asked: 0.6, unasked: 0.34 } as const;

/** A chart as its marks find room, with the plan that leaves it to them. */
export interface Fitted extends Roomy {
  readonly chart: Chart;
}

/** The chart without it where it has no room: too wide, too high, beside bars that lie, or at the labels' cost. */
export function fitBeside(chart: Chart, place: ChartPlace, planOf: PlanOf): Fitted {
  const mark = besideOf(chart);
  const roomy = (of: Chart): Fitted => ({ chart: of, ...makeRoom(of, place, planOf) });
  if (mark === null) return roomy(chart);
  const without = withoutBeside(chart, mark);
  const { right } = markRoom(chart, false, place)!;
  if (right > place.size.width * (mark.asked ? mostWidth.asked : mostWidth.unasked)) return roomy(without);
  const own = roomy(chart);
  const { names } = besideColumns(mark, place);
  const high = names.reduce((sum, lines) => sum + lineHeight(place.fontSize) * lines.length, 0);
  if (own.plan.rows || high > own.plan.frame.plot.height) return roomy(without);
  if (mark.asked) return own;
  const other = roomy(without);
  // Lines whose ends lie apart are named in the chart itself.
  if (chart.stack === undefined && other.plan.legend.length === 0) return other;
  const hasNearer = without.marks?.some(({ kind }) => kind === 'line' || kind === 'difference') === true;
  return hasNearer || isWorse(own.plan, other.plan) ? other : own;
}

function withoutBeside({ marks = [], ...chart }: Chart, mark: BesideMark): Chart {
  const left = marks.filter((each) => each !== mark);
  return left.length === 0 ? chart : { ...chart, marks: left };
}

const labelsOf = ({ layers }: Plan): number =>
  layers.reduce((sum, { series }) => sum + series.reduce((count, { labels }) => count + labels.length, 0), 0);

/** Whether names under columns are smaller or fewer, or numbers in them fewer. */
const isWorse = ({ frame, ...plan }: Plan, { frame: open, ...other }: Plan): boolean =>
  frame.every > open.every ||
  (frame.nameSize ?? 0) < (open.nameSize ?? 0) ||
  (frame.isCrowded === true && open.isCrowded !== true) ||
  labelsOf({ frame, ...plan }) < labelsOf({ frame: open, ...other });
