/**
 * A Chart.js configuration of the author's own: drawn as it stands, with the theme's colours and fonts where it names
 * none.
 */
import type { ChartConfiguration } from 'chart.js';
import type { ChartType } from '../measure/chart-type.js';
import { mergeOptions, chartJsConfig } from '../chartjs/chartjs-config.js';
import { colorHex, seriesColor, withAlpha } from '../measure/chart-palette.js';

type Plain = Readonly<Record<string, unknown>>;
const plain = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};

export const chartjs: ChartType = {
  toNative: () => null,
  toChartJs(chart, place) {
    // Chart.js writes into what it is given.
    const config = structuredClone(plain(chart.chartjs));
    const data = plain(config['data']);
    const type = config['type'] as ChartConfiguration['type'];
    const round = type === 'pie' || type === 'doughnut' || type === 'polarArea';
    const datasets = (Array.isArray(data['datasets']) ? data['datasets'] : []).map((dataset: unknown, index) => {
      const color = colorHex(place.theme, seriesColor(place.theme, index));
      const count = Array.isArray(plain(dataset)['data']) ? (plain(dataset)['data'] as unknown[]).length : 0;
      const slices = Array.from({ length: count }, (_, at) => colorHex(place.theme, seriesColor(place.theme, at)));
      const ground = round ? slices : type === 'radar' ? withAlpha(color, 0.2) : color;
      return mergeOptions({ backgroundColor: ground, borderColor: round ? '#ffffff' : color }, plain(dataset));
    });
    const legend = {
      display: datasets.length > 1 || round,
      labels: { boxWidth: place.fontSize * 0.7, boxHeight: place.fontSize * 0.7, font: { size: place.fontSize } },
    };
    const font = { size: place.fontSize };
    // Names that fit stay level.
    const scales = plain(plain(config['options'])['scales']);
    const flat =
      round || type === 'radar' || (Object.keys(scales).length > 0 && !('x' in scales || 'y' in scales))
        ? {}
        : { scales: { x: { ticks: { maxRotation: 0, font } }, y: { ticks: { font } } } };
    const options = mergeOptions(
      { ...flat, layout: { padding: 4, autoPadding: true }, plugins: { legend } },
      plain(config['options']),
    );
    return chartJsConfig(chart, place, { type, legend: false, data: { ...data, datasets } as never, options });
  },
};
