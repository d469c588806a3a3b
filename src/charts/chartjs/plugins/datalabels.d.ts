/** The ES module of a package that declares the types of its CommonJS one alone. */
declare module 'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js' {
  import type { Plugin } from 'chart.js';

  const plugin: Plugin;
  export default plugin;
}
