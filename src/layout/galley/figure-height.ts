/**
 * How high a figure is drawn that takes the whole width of a page: lower than its natural shape, for the line of sight
 * is wide.
 */
import type { Chart } from '../../model/chart.js';
import type { Block } from '../../model/document.js';
import { assertNever } from '../../model/assert-never.js';
import type { Pt } from '../../model/length.js';

/** Of a bar with its gap, and of what stands around the bars, in pt. */
const barStep = 32;
const aroundBars = 36;
const mostBars = 300;

const chartHeight = (chart: Chart, width: Pt): Pt => {
  const bars = chart.series.reduce((sum, series) => sum + series.points.length, 0);
  switch (chart.kind) {
    case 'bar':
    case 'lollipop':
    case 'progress':
      return Math.min(mostBars, (chart.stack === undefined ? bars : chart.categories.length) * barStep + aroundBars);
    case 'bullet':
    case 'funnel':
    case 'pyramid':
    case 'range':
      return Math.min(mostBars, chart.categories.length * barStep + aroundBars);
    case 'heat':
      return Math.min(mostBars, (chart.categories.length + 1) * barStep * 0.8);
    case 'column':
    case 'line':
    case 'area':
    case 'stepped':
    case 'combo':
    case 'waterfall':
    case 'treemap':
    case 'chartjs':
      return width * 0.34;
    case 'scatter':
    case 'bubble':
    case 'slope':
    case 'multiples':
      return width * 0.42;
    case 'pie':
    case 'doughnut':
    case 'gauge':
    case 'radar':
    case 'polar-area':
      return width * 0.4;
    default:
      return assertNever(chart.kind);
  }
};

/** Null for what is no figure. */
export const fullWidthHeight = (block: Block, width: Pt): Pt | null => {
  if (block.kind === 'chart') return chartHeight(block.chart, width);
  if (block.kind === 'picture') return width * Math.min(0.42, block.picture.height / block.picture.width);
  return null;
};
