/**
 * How high a figure is drawn that takes the whole width of a page: lower than its natural shape, for the line of sight
 * is wide.
 */
import type { Chart } from '../../model/chart.js';
import { chartKindRow } from '../../model/chart-kinds.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { BlockContext } from './block.js';
import { isCrowdedAt, leastPaperPlot } from './least-plot.js';

/** No chart of rows is higher, in pt: its rows are then drawn narrower. */
const mostRows = 300;

const chartHeight = ({ kind, series, categories, stack }: Chart, width: Pt): Pt => {
  const high = chartKindRow(kind).fullWidth;
  if ('ofWidth' in high) return width * high.ofWidth;
  const isBarEach = high.rows === 'bars' && stack === undefined;
  const rows = isBarEach ? series.reduce((sum, { points }) => sum + points.length, 0) : categories.length;
  return Math.min(mostRows, rows * high.row + high.around);
};

/** No higher, in pt, does a chart become so that all its names are there. */
const mostForNames = 520;

/** The usual height, or about the least above it at which no name is left out; the usual one where none is enough. */
function heightForNames(block: Extract<Block, { kind: 'chart' }>, width: Pt, context: BlockContext): Pt {
  const usual = chartHeight(block.chart, width);
  const lacks = (height: Pt): boolean => isCrowdedAt(block, { width, height }, context);
  if (usual >= mostForNames || !lacks(usual) || lacks(mostForNames)) return usual;
  let [lacking, whole] = [usual, mostForNames];
  for (let step = 0; step < 4; step++) {
    const middle = (lacking + whole) / 2;
    if (lacks(middle)) lacking = middle;
    else whole = middle;
  }
  return whole;
}

/** Null for what is no figure. */
export const fullWidthHeight = (block: Block, width: Pt, context: BlockContext): Pt | null => {
  if (block.kind === 'chart')
    return block.height === undefined
      ? heightForNames(block, width, context)
      : Math.max(leastPaperPlot.height, block.height);
  if (block.kind === 'picture') return width * Math.min(0.42, block.picture.height / block.picture.width);
  return null;
};
