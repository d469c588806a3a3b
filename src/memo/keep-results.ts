/**
 * A memo that remembers: results of this build, for the next one in the process or, packed, for one in another process.
 */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { markBytes, markOf, markOfBytes } from './content-mark.js';
import { unheard, type Memo, type Work } from './memo.js';
import { packResult, unpackResult } from './pack-result.js';

/** Key → packed result. */
export type PackedResults = ReadonlyMap<string, Uint8Array>;

export interface KeptResults extends Memo {
  /** The build is over: what it did not ask for is forgotten. */
  readonly turn: () => void;
  /** What this build asked for, packed. */
  readonly pack: () => PackedResults;
  /** How often each work was done since the memo began; one that was remembered does not count. */
  readonly done: ReadonlyMap<Work, number>;
}

interface Entry {
  readonly value: unknown;
  readonly told: readonly Diagnostic[];
}

/** `earlier` are results that another process packed. */
export function keepResults(earlier: PackedResults = new Map()): KeptResults {
  const store = new ResultStore(earlier);
  return { ...memoOf(store, ''), turn: () => store.turn(), pack: () => store.pack(), done: store.done };
}

function memoOf(store: ResultStore, prefix: string): Memo {
  const keyOf = (work: Work, parts: readonly unknown[]): string =>
    markOfBytes([prefix, work, ...parts.map(markOf)].join(' '));
  return {
    recall<Result>(work: Work, parts: readonly unknown[], make: (tell: Tell) => Result, tell: Tell = unheard): Result {
      const key = keyOf(work, parts);
      const told: Diagnostic[] = [];
      return tellAgain(
        store.find(key) ?? store.keep(key, work, { value: make((diagnostic) => void told.push(diagnostic)), told }),
        tell,
      );
    },
    async recallLater<Result>(
      work: Work,
      parts: readonly unknown[],
      make: (tell: Tell) => Promise<Result>,
      tell: Tell = unheard,
    ): Promise<Result> {
      const key = keyOf(work, parts);
      const told: Diagnostic[] = [];
      return tellAgain(
        store.find(key) ??
          store.keep(key, work, { value: await make((diagnostic) => void told.push(diagnostic)), told }),
        tell,
      );
    },
    holds: (work, parts) => store.find(keyOf(work, parts)) !== null,
    marked(bytes) {
      store.bytes.set(markBytes(bytes), bytes);
      return bytes;
    },
    within: (parts) => memoOf(store, markOfBytes([prefix, ...parts.map(markOf)].join(' '))),
  };
}

function tellAgain<Result>({ value, told }: Entry, tell: Tell): Result {
  told.forEach(tell);
  return value as Result;
}

class ResultStore {
  readonly done = new Map<Work, number>();
  /** Bytes by their marks. */
  readonly bytes = new Map<string, Uint8Array>();
  private entries = new Map<string, Entry>();
  private used = new Set<string>();

  constructor(private packed: PackedResults) {}

  find(key: string): Entry | null {
    const known = this.entries.get(key) ?? this.unpack(key);
    if (known !== null) this.used.add(key);
    return known;
  }

  keep(key: string, work: Work, entry: Entry): Entry {
    this.done.set(work, (this.done.get(work) ?? 0) + 1);
    this.entries.set(key, entry);
    this.used.add(key);
    return entry;
  }

  turn(): void {
    this.entries = new Map([...this.entries].filter(([key]) => this.used.has(key)));
    this.used = new Set();
    this.packed = new Map();
    // The next build marks what it reads, and what was replaced since need not stay in memory.
    this.bytes.clear();
  }

  pack(): PackedResults {
    const marks = new Map([...this.bytes].map(([mark, bytes]) => [bytes as object, mark]));
    // What was unpacked is the same still.
    return new Map(
      [...this.used].map((key) => [
        key,
        this.packed.get(key) ?? packResult(this.entries.get(key), (view) => marks.get(view)),
      ]),
    );
  }

  private unpack(key: string): Entry | null {
    const bytes = this.packed.get(key);
    const entry =
      bytes === undefined
        ? null
        : ((unpackResult(bytes, (mark) => this.bytes.get(mark))?.value as Entry | undefined) ?? null);
    if (entry !== null) this.entries.set(key, entry);
    return entry;
  }
}
