/**
 * Columns that say whether a target was met: each word has a dot before it, full where it was, hollow where it was not.
 */
import { stateOf } from '../../../locale/cards/card-words.js';
import type { Inline, TableRow } from '../../../model/document.js';
import type { Run } from '../../../model/page.js';
import type { BlockContext } from '../../galley/block.js';
import { plainRun } from '../../galley/inline-runs.js';
import { inlineText } from '../../../locale/prose/inline-text.js';
import { placeCells } from './table-grid.js';

const dots = { met: '●', missed: '○' } as const;

/** Columns, by index, in which every cell that says anything says such a word. */
export const stateColumns = (rows: readonly TableRow<Inline>[], columns: number): ReadonlySet<number> => {
  const placed = placeCells(rows, columns).flat();
  return new Set(
    Array.from({ length: columns }, (_, column) => column).filter((column) => {
      const words = placed
        .filter((cell) => cell.column === column && cell.cell.across === 1)
        .map(({ cell }) => inlineText(cell.inlines))
        .filter((text) => text !== '');
      return words.length > 0 && words.every((word) => stateOf(word) !== null);
    }),
  );
};

export const withState = (runs: readonly Run[], { theme }: BlockContext): readonly Run[] => {
  const [first] = runs;
  const state = stateOf(runs.map(({ text }) => text).join(''));
  if (first === undefined || state === null) return runs;
  const color = state === 'met' ? theme.good : theme.bad;
  const dot = plainRun(`${dots[state]}\u00a0`, { ...first.style, size: first.style.size * 0.8, color });
  return [dot, ...runs.map((run) => (state === 'met' ? run : { ...run, style: { ...run.style, bold: true, color } }))];
};
