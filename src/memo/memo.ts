/** Results of earlier work, so that a build does again only what has another content than before. */
import type { Tell } from '../diagnostics/diagnostic.js';

/** The works that are remembered, by name: results of two works never meet under one key. */
export type Work =
  | 'data file'
  | 'areas'
  | 'template'
  | 'layouts'
  | 'slide'
  | 'native chart'
  | 'chart picture'
  | 'chart drawing'
  | 'svg'
  | 'fitted picture'
  | 'slide part'
  | 'packed part'
  | 'packed stream';

/**
 * A result is known by what it was made of: `parts`, which are plain data (or bytes that `marked` has seen), all of it.
 * Its diagnostics belong to it: they are told again to `report`; work that is given none has none. A result is plain
 * data too, and nobody edits it.
 */
export interface Memo {
  recall<Result>(work: Work, parts: readonly unknown[], make: (tell: Tell) => Result, tell?: Tell): Result;
  recallLater<Result>(
    work: Work,
    parts: readonly unknown[],
    make: (tell: Tell) => Promise<Result>,
    tell?: Tell,
  ): Promise<Result>;
  /** Whether it is remembered: for work that is best done for many at once. */
  holds(work: Work, parts: readonly unknown[]): boolean;
  /**
   * The same bytes: where they stand in parts or results, their mark stands for them. Of what is read, and is there in
   * every build.
   */
  marked(bytes: Uint8Array): Uint8Array;
  /** The same memo for works that also depend on these parts. */
  within(parts: readonly unknown[]): Memo;
}

/** Listens to work that has nothing to tell, and so throws. */
export const unheard: Tell = ({ message }) => {
  throw new Error(`nobody listens to: ${message}`);
};

/** Does all work anew. */
export const noMemo: Memo = {
  recall: (_work, _parts, make, tell = unheard) => make(tell),
  recallLater: (_work, _parts, make, tell = unheard) => make(tell),
  holds: () => false,
  marked: (bytes) => bytes,
  within: () => noMemo,
};
