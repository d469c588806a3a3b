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

/** Works that are remembered within a process alone: doing them takes less than finding them by their content. */
export type QuickWork =
  | 'opened report'
  | 'words'
  | 'draft'
  | 'bundle'
  | 'look'
  | 'template file'
  | 'seen template'
  | 'landed template'
  | 'landed slide'
  | 'deep grounds'
  | 'layout list'
  | 'trials'
  | 'laid blocks'
  | 'placed slide'
  | 'finished page'
  | 'page colors'
  | 'page contrast'
  | 'planned slide'
  | 'slide identity'
  | 'packed parts'
  | 'sketched chart'
  | 'slide of the identity'
  | 'recorded page';

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
  /**
   * Like `recall`, but parts that are objects are known by being the same objects: nothing is hashed. Results stay in
   * the process, and only as long as each build asks for them.
   */
  recallSame<Result>(work: QuickWork, parts: readonly unknown[], make: (tell: Tell) => Result, tell?: Tell): Result;
  /**
   * The value in the very objects in which it was under this name before, as far as it says the same: what was made of
   * those is found by `recallSame`, and their content need not be hashed again.
   */
  sameAsBefore<Value>(name: string, value: Value): Value;
  /** Whether the next build is made in this process: whether `recallSame` ever finds anything. */
  readonly isLasting: boolean;
  /** What `work` comes to, and a way to say that all it recalled is of use still, for whoever keeps the whole of it. */
  using<Result>(work: () => Result): { readonly result: Result; readonly useAgain: () => void };
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
  recallSame: (_work, _parts, make, tell = unheard) => make(tell),
  sameAsBefore: (_name, value) => value,
  isLasting: false,
  using: (work) => ({ result: work(), useAgain: () => undefined }),
  holds: () => false,
  marked: (bytes) => bytes,
  within: () => noMemo,
};
