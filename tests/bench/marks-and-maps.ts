/** What a mark adds to a chart, and what a map of 120 areas takes: read with its outlines simplified, then drawn. */
import { chartTypes } from '../../src/charts/chart-types.js';
import { toNative } from '../../src/charts/native.js';
import { drawVector } from '../../src/charts/vector.js';
import type { AreaMap } from '../../src/model/map/area-map.js';
import type { Chart, ChartMark, ChartPoint } from '../../src/model/chart.js';
import { readAreaMap } from '../../src/read/report/map/read-area-map.js';
import { chartOf, chartOfSeries, fonts, onSlide, theme, type Row } from '../charts/sample-charts.js';

/** Milliseconds, the least of several rounds. */
export interface MarkAndMapTimes {
  /** What one mark adds to a chart in a deck, and on a page; of the table beside a stack the same. */
  readonly mark: { readonly native: number; readonly vector: number };
  readonly beside: { readonly native: number; readonly vector: number };
  readonly map: { readonly points: number; readonly read: number; readonly sketch: number; readonly vector: number };
}

const place = { ...onSlide, theme };
const [across, down, steps] = [12, 10, 30] as const;

/** A border of a district: the same wobble from either side of it. */
const wobble = (x: number, y: number): number =>
  Math.sin(x * 12.9 + y * 7.3) * 0.04 + Math.sin(x * 41 + y * 29) * 0.015;

/** GeoJSON of 120 districts that share their borders, 120 points each. */
function districts(): { readonly text: string; readonly points: number } {
  const corner = (column: number, row: number): [number, number] => {
    const [x, y] = [120 + column * 0.1, 29 + row * 0.1];
    return [x + wobble(x, y) * 0.3, y + wobble(y, x) * 0.3];
  };
  const side = (from: readonly [number, number], to: readonly [number, number]): [number, number][] =>
    Array.from({ length: steps }, (_, step) => {
      const share = step / steps;
      const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      return step === 0 ? [x, y] : [x + wobble(x, y) * 0.1, y + wobble(y, x) * 0.1];
    });
  const features = Array.from({ length: across * down }, (_, index) => {
    const [column, row] = [index % across, Math.floor(index / across)];
    const corners = [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ] as const;
    // A border runs the same way for both of its districts, so that its points are the same numbers.
    const ring = [
      ...side(corners[0], corners[1]),
      ...side(corners[1], corners[2]),
      ...[...side(corners[3], corners[2]), corners[2]].reverse().slice(0, -1),
      ...[...side(corners[0], corners[3]), corners[3]].reverse().slice(0, -1),
    ];
    const coordinates = [[...ring, ring[0]!]];
    return { type: 'Feature', properties: { name: `区${index + 1}` }, geometry: { type: 'Polygon', coordinates } };
  });
  return { text: JSON.stringify({ type: 'FeatureCollection', features }), points: across * down * steps * 4 };
}

function timed(rounds: number, run: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return Math.min(...times.slice(1));
}

const native = (chart: Chart): unknown => toNative(chart, theme, place);
const vector = (chart: Chart): unknown =>
  drawVector(chart, { ...place, fonts }, ({ message }) => {
    throw new Error(message);
  });

const years = ['2020', '2021', '2022', '2023', '2024'];
const bars = (): Chart =>
  chartOf(
    'column',
    years.map((year, index): Row => [year, 10 + index, `${10 + index}`]),
  );

const growth = { kind: 'growth', from: 0, to: 4, series: 0, label: '+40.0%', figure: null } as unknown as ChartMark;

function stacked(isAsked: boolean): Chart {
  const parts = Object.fromEntries(
    ['甲', '乙', '丙', '丁'].map((name, at) => [name, years.map((_, year) => 5 + at + year)]),
  );
  const cells = [{ label: '+9.5%', figure: null }];
  const rows = Object.keys(parts).map((name) => ({ name, cells }));
  const table: ChartMark = {
    kind: 'beside',
    asked: true,
    heads: [['年均', '2020–2024']],
    rows,
    sum: { name: '合计', cells },
  };
  return { ...chartOfSeries('column', years, parts), stack: 'stacked', ...(isAsked ? { marks: [table] } : {}) };
}

function mapOf(map: AreaMap): Chart {
  const rows = map.areas.map(
    (area, index): Row => [area.properties['name']!, (index * 37) % 100, `${(index * 37) % 100}`],
  );
  const chart = chartOf('map', rows);
  const points: readonly ChartPoint[] = chart.series[0]!.points;
  const areas = map.areas.map((area, index) => ({
    ...area,
    name: rows[index]![0],
    category: points[index] ? index : null,
  }));
  return { ...chart, map: { ...map, areas } as unknown as NonNullable<Chart['map']> };
}

export function timeMarksAndMaps(rounds: number): MarkAndMapTimes {
  const { text, points } = districts();
  const chart = mapOf(readAreaMap('maps/districts.geojson', text, null));
  // A chart of its own each time: what is known of one is not worked out again.
  const adds = (plain: Chart, marked: Chart, draw: (chart: Chart) => unknown): number =>
    Math.max(0, timed(rounds, () => draw({ ...marked })) - timed(rounds, () => draw({ ...plain })));
  const marked = { ...bars(), marks: [growth] };
  return {
    mark: { native: adds(bars(), marked, native), vector: adds(bars(), marked, vector) },
    beside: {
      native: adds(stacked(false), stacked(true), native),
      vector: adds(stacked(false), stacked(true), vector),
    },
    map: {
      points,
      read: timed(rounds, () => readAreaMap('maps/districts.geojson', text, null)),
      sketch: timed(rounds, () => chartTypes.map.toSketch!(chart, place)),
      vector: timed(rounds, () => vector(chart)),
    },
  };
}
