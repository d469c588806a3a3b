/** Loads plugins of Chart.js for the vector drawing: each only where a bundle names it. */
import { Chart as ChartJs, type Plugin } from 'chart.js';
import type { ChartPlugin } from '../../../model/chart.js';

/** What a chart that asks for a plugin is drawn with. */
export type LoadedPlugins = ReadonlyMap<ChartPlugin, readonly Plugin[]>;

const loaders: Readonly<Record<ChartPlugin, () => Promise<readonly Plugin[]>>> = {
  // By its file: its package leads Node to CommonJS, which would bring a second Chart.js whose bars are not those of
  // the first. Not registered, for then it would label every chart.
  datalabels: async () => [(await import('chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js')).default],
  // It draws nothing without annotations, and finds its own elements only when it is registered.
  annotation: async () => {
    ChartJs.register((await import('chartjs-plugin-annotation')).default);
    return [];
  },
};

export async function loadPlugins(names: readonly ChartPlugin[]): Promise<LoadedPlugins> {
  return new Map(await Promise.all(names.map(async (name) => [name, await loaders[name]()] as const)));
}
