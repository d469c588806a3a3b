/** Map: areas coloured by their numbers in a few steps, each named where its name has room. */
import type { ChartMap, MapPoint } from '../../model/map/area-map.js';
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { Sketch, SketchPoint, SketchShape } from '../../model/native-chart.js';
import type { Color, Theme } from '../../model/theme.js';
import { mapWords } from '../../locale/chart-words.js';
import { estimateWidth } from '../../text/label-lines.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { colorOn, paperColor, seriesColor, textColor, trackColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { placeNames, type NamedPlace } from './place-names.js';
import { stepsOf, type ValueSteps } from './value-steps.js';

/** How much paler each step is than the series' colour, from the highest down. */
const paleness = [0, 0.3, 0.52, 0.7, 0.85];

/** The colour of a step, from the lowest, 0; below zero in the colour of what went wrong. */
const stepColor = (step: number, { edges, belowZero }: ValueSteps, theme: Theme): Color => {
  const count = edges.length - 1;
  const isBelow = step < belowZero;
  const [place, steps] = isBelow ? [belowZero - 1 - step, belowZero] : [step - belowZero, count - belowZero];
  const base: Color = isBelow ? theme.bad : seriesColor(theme, 0);
  const lighten = steps === 1 ? 0 : paleness[Math.round(((steps - 1 - place) / (steps - 1)) * (paleness.length - 1))]!;
  // A tint of a strong colour glares: it is calmer the paler it is.
  return lighten === 0 ? base : { ...base, lighten, mute: Number((lighten * 0.55).toFixed(3)) };
};

interface Frame {
  readonly scale: number;
  readonly left: Pt;
  readonly top: Pt;
  /** Where the legend begins, and whether it stands beside the map or below. */
  readonly legend: Box;
  readonly isBeside: boolean;
}

/** The legend stands where it takes the least of the map. */
function frameOf({ width, height }: ChartMap, entries: readonly LegendEntry[], { size, fontSize }: ChartPlace): Frame {
  const line = lineHeight(fontSize);
  const legendWidth = fontSize * 1.3 + Math.max(0, ...entries.map(({ text }) => estimateWidth(text, fontSize)));
  const rows = entries.length;
  const rowsBelow = 1 + Math.max(0, ...entriesInRows(entries, size.width, fontSize).map(({ row }) => row));
  const below = { width: size.width, height: Math.max(1, size.height - (rowsBelow + 0.8) * line) };
  const beside = { width: Math.max(1, size.width - legendWidth - fontSize), height: size.height };
  const scaleIn = (room: { readonly width: Pt; readonly height: Pt }): number =>
    Math.min(room.width / width, room.height / height);
  const isBeside = scaleIn(beside) >= scaleIn(below);
  const room = isBeside ? beside : below;
  const scale = scaleIn(room) * 0.995;
  const [left, top] = [(room.width - width * scale) / 2, (room.height - height * scale) / 2];
  // Close to the map, or it would belong to nothing.
  const x = isBeside ? Math.min(size.width - legendWidth, left + width * scale + fontSize) : 0;
  const legend = isBeside
    ? { x, y: Math.max(0, size.height - rows * line * 1.15), width: legendWidth, height: rows * line * 1.15 }
    : { x, y: size.height - (rowsBelow + 0.1) * line, width: size.width, height: rowsBelow * line };
  return { scale, left, top, legend, isBeside };
}

/** A swatch with the numbers that it stands for. */
interface LegendEntry {
  readonly color: Color;
  readonly text: string;
}

function entriesOf(chart: Chart, steps: ValueSteps, theme: Theme): readonly LegendEntry[] {
  const said = steps.ranges.map((text, step) => ({ color: stepColor(step, steps, theme), text }));
  const isOpen = chart.map?.areas.some(
    ({ category }) => category === null || (chart.series[0]?.points[category]?.value ?? null) === null,
  );
  return [
    ...said.reverse(),
    ...(isOpen === true ? [{ color: trackColor, text: mapWords(chart.language).noNumber }] : []),
  ];
}

/** Where each stands under a map of this width: its row, and how far from the left, in pt. */
function entriesInRows(
  entries: readonly LegendEntry[],
  width: Pt,
  fontSize: Pt,
): readonly { readonly row: number; readonly x: Pt }[] {
  let [row, x] = [0, 0];
  return entries.map(({ text }) => {
    const own = fontSize * 1.2 + estimateWidth(text, fontSize);
    if (x > 0 && x + own > width) [row, x] = [row + 1, 0];
    const place = { row, x };
    x += own + fontSize * 0.9;
    return place;
  });
}

function legendOf(entries: readonly LegendEntry[], { legend, isBeside }: Frame, fontSize: Pt): Sketch {
  const swatch = fontSize * 0.8;
  const line = lineHeight(fontSize);
  const rows = entriesInRows(entries, legend.width, fontSize);
  return entries.flatMap(({ color, text }, at): SketchShape[] => {
    const { row, x } = isBeside ? { row: at * 1.15, x: 0 } : rows[at]!;
    const [left, y] = [legend.x + x, legend.y + (row + 0.5) * line];
    return [
      { kind: 'box', box: { x: left, y: y - swatch / 2, width: swatch, height: swatch }, form: 'rect', fill: color },
      wordsAt({ text, x: left + swatch + fontSize * 0.4, y, align: 'left' }, fontSize),
    ];
  });
}

interface MapSetting {
  readonly map: ChartMap;
  readonly steps: ValueSteps;
  readonly entries: readonly LegendEntry[];
  readonly frame: Frame;
  colorOf(category: number | null): Color;
  at(point: MapPoint): SketchPoint;
}

function settle(chart: Chart, place: ChartPlace): MapSetting {
  const map = chart.map ?? { width: 1, height: 1, areas: [] };
  const { theme } = place;
  const points = chart.series[0]?.points ?? [];
  const steps = stepsOf(points, chart.language);
  const entries = entriesOf(chart, steps, theme);
  const frame = frameOf(map, entries, place);
  const { left, top, scale } = frame;
  return {
    map,
    steps,
    entries,
    frame,
    at: ([x, y]) => [left + x * scale, top + y * scale],
    colorOf: (category) => {
      const value = category === null ? null : (points[category]?.value ?? null);
      return value === null ? trackColor : stepColor(steps.stepOf(value), steps, theme);
    },
  };
}

/** Each category once, at its largest area; emphasised ones first, then the larger ones. */
function namesOf(chart: Chart, { map, at, colorOf }: MapSetting, { theme }: ChartPlace): readonly NamedPlace[] {
  const points = chart.series[0]?.points ?? [];
  const named = new Map<number, NamedPlace>();
  for (const { rings, middle, name, category } of map.areas) {
    if (category === null) continue;
    const placed = rings.map((ring) => ring.map(at));
    const known = named.get(category);
    const xs = placed.flat().map(([x]) => x);
    const width = Math.max(...xs) - Math.min(...xs);
    if (known !== undefined && known.width >= width) continue;
    const point = points[category];
    named.set(category, {
      name,
      label: point?.label ?? '',
      isStrong: point?.emphasised === true,
      middle: at(middle),
      width,
      rings: placed,
      color: colorOn(theme, colorOf(category)),
    });
  }
  return [...named.values()].sort((one, other) =>
    one.isStrong === other.isStrong ? other.width - one.width : one.isStrong ? -1 : 1,
  );
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { fontSize } = place;
  const setting = settle(chart, place);
  const points = chart.series[0]?.points ?? [];
  const seam = { color: paperColor, width: fontSize >= 11 ? 0.75 : 0.5 };
  const areas = setting.map.areas.map(({ rings, name, category }) => {
    const point = category === null ? undefined : points[category];
    const said = point === undefined || point.label === '' ? name : `${name} ${point.label}`;
    const shape: SketchShape = {
      kind: 'area',
      rings: rings.map((ring) => ring.map(setting.at)),
      fill: setting.colorOf(category),
      stroke: point?.emphasised === true ? { color: textColor, width: 1.5 } : seam,
      ...(said === '' ? {} : { name: said }),
    };
    return { shape, isStrong: point?.emphasised === true };
  });
  return [
    // The outline of an emphasised area lies over those of its neighbours.
    ...areas.filter(({ isStrong }) => !isStrong).map(({ shape }) => shape),
    ...areas.filter(({ isStrong }) => isStrong).map(({ shape }) => shape),
    ...placeNames(namesOf(chart, setting, place), [setting.frame.legend], place),
    ...legendOf(setting.entries, setting.frame, fontSize),
  ];
}

export const map = sketchedType(sketch);
