/**
 * A Chart.js configuration of the author's own: drawn as it stands, with the theme's colours and fonts where it names
 * none.
 */
import type { ChartConfiguration } from 'chart.js';
import { mergeOptions, chartJsConfig } from '../chartjs/chartjs-config.js';
import { colorHex, paperColor, seriesColor, withAlpha } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { plain, type Plain } from '../chartjs/plain-object.js';

const roundTypes: ReadonlySet<unknown> = new Set(['pie', 'doughnut', 'polarArea']);
/** Which elements a type is drawn with. */
const elementsOf: Readonly<Record<string, readonly string[]>> = {
  bar: ['bar'],
  line: ['line', 'point'],
  radar: ['line', 'point'],
  scatter: ['point', 'line'],
  bubble: ['point'],
};

/** Whether the author's options give all data sets of a type this colour: then no data set gets one of the theme's. */
function isNamed(key: 'backgroundColor' | 'borderColor', type: string, options: Plain): boolean {
  const [elements, datasets] = [plain(options['elements']), plain(options['datasets'])];
  const places = [
    options,
    plain(datasets[type]),
    ...(elementsOf[type] ?? ['arc']).map((name) => plain(elements[name])),
  ];
  return places.some((place) => key in place);
}

/** A colour a series; a colour a slice where the type is round. */
function colorsOf(type: string, count: number, index: number, { theme }: ChartPlace): Plain {
  const color = colorHex(theme, seriesColor(theme, index));
  if (!roundTypes.has(type))
    return { backgroundColor: type === 'radar' ? withAlpha(color, 0.2) : color, borderColor: color };
  return {
    backgroundColor: Array.from({ length: count }, (_, at) => colorHex(theme, seriesColor(theme, at))),
    borderColor: colorHex(theme, paperColor),
  };
}

const countOf = (data: unknown): number =>
  Array.isArray(data) ? data.length : typeof data === 'object' && data !== null ? Object.keys(data).length : 0;

export const chartjs: ChartType = {
  toNative: () => null,
  toChartJs(chart, place) {
    // Chart.js writes into what it is given.
    const config = structuredClone(plain(chart.chartjs));
    const data = plain(config['data']);
    const options = mergeOptions(plain(config['options']), chart.options);
    const sets = (Array.isArray(data['datasets']) ? data['datasets'] : []).map(plain);
    // A mixed chart may leave its type to its data sets.
    const type = String(config['type'] ?? sets.find((set) => typeof set['type'] === 'string')?.['type'] ?? 'bar');
    const datasets = sets.map((set, index) => {
      const own = String(set['type'] ?? type);
      const colors = Object.entries(colorsOf(own, countOf(set['data']), index, place)).filter(
        ([key]) => !isNamed(key as 'backgroundColor' | 'borderColor', own, options),
      );
      return mergeOptions(Object.fromEntries(colors), set);
    });
    const labels = { boxWidth: place.fontSize * 0.7, boxHeight: place.fontSize * 0.7 };
    const legend = { display: datasets.length > 1 || roundTypes.has(type), labels };
    const under = { layout: { padding: 4, autoPadding: true }, plugins: { legend } };
    return chartJsConfig(chart, place, {
      type: type as ChartConfiguration['type'],
      legend: false,
      data: { ...data, datasets } as never,
      options: mergeOptions(under, plain(config['options'])),
    });
  },
};
