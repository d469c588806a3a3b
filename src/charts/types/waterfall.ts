/**
 * Waterfall: how rises and falls lead from one amount to another. PowerPoint draws it as stacked columns with an
 * invisible foot.
 */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithColumns, lineHeight } from '../measure/frame.js';
import { quantityLabel } from '../../locale/chart-label.js';
import { seriesWords } from '../../locale/part-words.js';
import { pointsFormat, textLabel, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';
import { seriesColor } from '../measure/chart-palette.js';
import { roundRange } from '../measure/value-range.js';
import { linesOf } from '../chartjs/chartjs-config.js';

const roles = ['sum', 'rise', 'fall'] as const;
type Role = (typeof roles)[number];

interface Step {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly point: ChartPoint;
}

/** A gap moves nothing; a sum without a number is what the steps have come to. */
function stepsOf(chart: Chart): readonly Step[] {
  let level = 0;
  const points = chart.series[0]?.points ?? [];
  const decimals = Math.max(0, ...points.map((point) => point.decimals));
  return points.map((point, index): Step => {
    const from = level;
    if (chart.sums?.includes(index) === true) {
      level = point.value ?? level;
      const label =
        point.value === null
          ? quantityLabel({ value: level, decimals }, chart.unit, null, chart.language).text
          : point.label;
      return { from: 0, to: level, role: 'sum', point: { ...point, label } };
    }
    level = Number((level + (point.value ?? 0)).toPrecision(12));
    return { from, to: level, role: level >= from ? 'rise' : 'fall', point };
  });
}

/** A gap has no bar. */
const moves = ({ role, point }: Step): boolean => role === 'sum' || point.value !== null;

function planOf(chart: Chart, place: ChartPlace): Plan {
  const steps = stepsOf(chart);
  const { theme, fontSize } = place;
  const words = seriesWords(chart.language);
  const colors = { sum: seriesColor(theme, 0), rise: seriesColor(theme, 1), fall: theme.bad } as const;
  const format = pointsFormat(chart.series[0]?.points ?? []);
  const frame = frameWithColumns({ ...chart, series: chart.series.slice(0, 1) }, place);
  const tops = steps.map(({ from, to }) => Math.max(from, to));
  const bottoms = steps.map(({ from, to }) => Math.min(from, to));
  const high = Math.max(0, ...tops);
  const low = Math.min(0, ...bottoms);
  const room = (lineHeight(fontSize) + 8) / Math.max(1, frame.plot.height);
  const range =
    high === low
      ? roundRange([])
      : { min: low, max: Number((high + ((high - low) * room) / (1 - room)).toPrecision(6)), step: high - low };
  const labels = (at: 'base' | 'above') =>
    steps.flatMap(({ point }, index) =>
      point.label === ''
        ? []
        : linesOf(point)
            .slice(0, 1)
            .map((line) => textLabel(line, index, at, { bold: point.emphasised })),
    );
  const present = roles.filter((role) => steps.some((step) => step.role === role));
  const parts = present.map(
    (role): PlanSeries => ({
      name: words[role],
      format,
      color: colors[role],
      labels: [],
      values: steps.map((step) =>
        step.role === role && moves(step) ? Number(Math.abs(step.to - step.from).toPrecision(12)) : null,
      ),
      spans: steps.map((step) => (step.role === role && moves(step) ? ([step.from, step.to] as const) : null)),
    }),
  );
  const hidden = { format, color: null, only: 'native' } as const;
  const foot: PlanSeries = {
    ...hidden,
    name: words.foot,
    values: steps.map((step, index) => (!moves(step) ? null : step.role === 'sum' ? 0 : bottoms[index]!)),
    labels: [],
  };
  const head: PlanSeries = {
    ...hidden,
    name: words.label,
    values: steps.map((step) => (moves(step) ? Math.abs(step.to - step.from) : null)),
    labels: labels('base'),
  };
  const slot = frame.plot.width / Math.max(1, steps.length);
  const drawn: PlanSeries = { ...hidden, only: 'drawn', name: words.label, values: tops, labels: labels('above') };
  return {
    // Below zero a stack would turn round, so it is drawn.
    rows: false,
    frame,
    axis: { range, visible: false },
    native: low >= 0,
    legend: [],
    layers: [
      {
        kind: 'bar',
        stack: 'stacked',
        gap: Math.min(150, Math.max(30, (slot / (fontSize * 5) - 1) * 100)),
        series: [foot, ...parts, head],
      },
      { kind: 'line', width: 0, dot: 0, series: [drawn] },
    ],
  };
}

export const waterfall = plannedType(planOf);
