/** Which plugins of Chart.js a chart asks for, and how they look where its author does not say. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { pluginNotNamed } from '../../diagnostics/messages.js';
import { chartPlugins, type Chart, type ChartPlugin } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { chartFontFamily } from './direct-labels.js';
import { colorHex, textColor } from '../measure/chart-palette.js';
import { plain, type Plain } from './plain-object.js';

export const packageOf = (plugin: ChartPlugin): string => `chartjs-plugin-${plugin}`;

/** A chart asks by the plugin's own key: under `plugins` of its options, or, for labels, at a data set. */
export function pluginsAsked(chart: Chart): readonly ChartPlugin[] {
  const configuration = plain(chart.chartjs);
  const options = [chart.options, plain(configuration['options'])].map((each) => plain(each['plugins']));
  const { datasets } = plain(configuration['data']);
  const atData = (Array.isArray(datasets) ? datasets : []).some((dataset) => 'datalabels' in plain(dataset));
  return chartPlugins.filter(
    (plugin) => options.some((each) => plugin in each && each[plugin] !== false) || (plugin === 'datalabels' && atData),
  );
}

/** What a chart asks for and its bundle does not name is told, and left out. */
export function namedPlugins(chart: Chart, named: readonly ChartPlugin[], tell: Tell): readonly ChartPlugin[] {
  return pluginsAsked(chart).filter((plugin) => {
    if (!named.includes(plugin)) tell(pluginNotNamed(plugin, chart.id, chart.span));
    return named.includes(plugin);
  });
}

/**
 * Plugins take Chart.js' own font where options name none: here they take the chart's. The result holds nothing of what
 * is given that a plugin writes to.
 */
export function withPluginLooks(options: Plain, { theme, fontSize }: ChartPlace): Plain {
  const plugins = plain(options['plugins']);
  const font = (over: unknown): Plain => ({ family: chartFontFamily, size: fontSize, ...plain(over) });
  const annotation = (one: unknown): Plain => {
    const own = plain(one);
    const label = plain(own['label']);
    return { ...own, font: font(own['font']), label: { ...label, font: font(label['font']) } };
  };
  const { annotations } = plain(plugins['annotation']);
  return {
    ...options,
    plugins: {
      ...plugins,
      ...(plugins['datalabels'] === false
        ? {}
        : {
            datalabels: {
              color: colorHex(theme, textColor),
              ...plain(plugins['datalabels']),
              font: font(plain(plugins['datalabels'])['font']),
            },
          }),
      ...(annotations === undefined
        ? {}
        : {
            annotation: {
              ...plain(plugins['annotation']),
              annotations: Array.isArray(annotations)
                ? annotations.map(annotation)
                : Object.fromEntries(Object.entries(plain(annotations)).map(([id, one]) => [id, annotation(one)])),
            },
          }),
    },
  };
}
