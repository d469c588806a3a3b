/**
 * Fits a table into a region of a slide: at the largest size of text at which it fits whole, else at which it takes
 * the fewest slides.
 */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Region } from '../../model/slide-layout.js';
import { scaleTables } from '../blocks/table/scale-tables.js';
import { styleOf, type BlockContext, type LaidBlock, type SilentTrial } from '../galley/block.js';
import { countParts } from './count-parts.js';
import { regionScales } from './fit-region.js';
import { layOrRecall, trySilently } from './trials/silent-trials.js';

type Table = Extract<Block, { kind: 'table' }>;

export interface FittedTable {
  readonly laid: LaidBlock;
  /** The size at which its text is set, in pt. */
  readonly size: Pt;
}

/** The text gives up no more than this share of its size for even rows and whole cells. */
const leastForWhole = 0.8;
/** Characters of a last line that are stranded. */
const stranded = 2;
/** A row higher than the lowest by this factor, though all its cells have one line, has room for wider fonts alone. */
const higher = 1.4;

/** Cells whose last line is a character or two, 人均可支配收／入; rows that only wider fonts than our own would fill. */
const countFlaws = ({ items }: LaidBlock): number =>
  items
    .flatMap((item) => (item.kind === 'table' ? [item] : []))
    .map(({ rows, rowHeights, headRows }) => {
      const cells = rows.flat().flatMap(({ paragraphs }) => paragraphs);
      const ends = cells.filter(({ lines }) => {
        const last = lines.at(-1)?.fragments.map(({ text }) => text.trim()) ?? [];
        return lines.length > 1 && [...last.join('')].length <= stranded;
      });
      const lowest = Math.min(...rowHeights.slice(headRows));
      const hollow = rows
        .slice(headRows)
        .filter(
          (row, index) =>
            rowHeights[headRows + index]! > lowest * higher &&
            row.every(({ paragraphs }) => paragraphs.every(({ lines }) => lines.length < 2)),
        );
      return ends.length + hollow.length;
    })
    .reduce((sum, each) => sum + each, 0);

/** The first index from `from` on that passes, where all after it do; `to` where none before it does. */
const firstPassing = (from: number, to: number, passes: (index: number) => boolean): number => {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

export const fitTable = (table: Table, region: Region, context: BlockContext): FittedTable => {
  const scales = regionScales(region, context);
  const last = scales.length - 1;
  const { height } = region.box;
  const scaleAt = (index: number): number => scales[index] ?? 1;
  // It asks whether there is room that it may fill, not how much: trials differ by their width and scale alone.
  const keyAt = (index: number): string =>
    `table ${region.box.width} ${context.tightTables === true} ${scaleAt(index)}`;
  const at = (index: number, base: BlockContext): LaidBlock =>
    base.lay(table, region.box.width, {
      ...base,
      room: height,
      medium: scaleTables(context.medium, scaleAt(index)),
    });
  const trial = (index: number): SilentTrial =>
    trySilently(table, keyAt(index), context, (silent) => at(index, silent));
  // How many parts it makes at the least is known at the smallest size: a larger one must make no more.
  const isAsFew = (laid: LaidBlock): boolean => {
    const fewest = countParts(trial(last).laid, height);
    return fewest !== null && fewest > 1 && (countParts(laid, height) ?? Infinity) <= fewest;
  };
  let isWhole = false;
  const fits = (index: number): boolean => {
    const { laid, told } = trial(index);
    // Something was told of it: its columns have no room.
    if (told.length > 0) return false;
    if (laid.height > height) return !isWhole && isAsFew(laid);
    // A smaller size than those that are tried from here on stands whole: none of them is as few parts.
    isWhole = true;
    return true;
  };
  const largest = firstPassing(0, Math.max(0, last), fits);
  const chosen = last > 0 && largest < last ? wholeCells(largest) : largest;
  return {
    laid: layOrRecall(table, keyAt(chosen), context, (setting) => at(chosen, setting)),
    size: styleOf(context, 'table').size * scaleAt(chosen),
  };

  /** A little smaller, where that leaves fewer flaws. */
  function wholeCells(from: number): number {
    const before = countFlaws(trial(from).laid);
    if (before === 0) return from;
    const enough = scales.findLastIndex((scale) => scale >= scales[from]! * leastForWhole);
    const after = countFlaws(trial(enough).laid);
    return after >= before ? from : firstPassing(from, enough, (index) => countFlaws(trial(index).laid) <= after);
  }
};
