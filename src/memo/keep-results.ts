/**
 * A memo that remembers: results of this build, for the next one in the process or, packed, for one in another process.
 */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { markBytes, markOf, markOfBytes } from './content-mark.js';
import { unheard, type Memo, type Work } from './memo.js';
import { packResult, unpackResult } from './pack-result.js';
import { SameResults } from './same-results.js';
import { makeTold, tellAgain, type ToldResult } from './told-result.js';

/** Key → packed result. */
export type PackedResults = ReadonlyMap<string, Uint8Array>;

export interface KeptResults extends Memo {
  /** The build is over: what it did not ask for is forgotten. */
  readonly turn: () => void;
  /** The same, but of one that failed, which may have ended before it asked: what was before it is kept then. */
  readonly turnAfter: (failed: boolean) => void;
  /** What this build asked for, packed. */
  readonly pack: () => PackedResults;
  /** How often each work was done since the memo began; one that was remembered does not count. */
  readonly done: ReadonlyMap<Work, number>;
}

interface KeepOptions {
  /**
   * Results are packed as they are made, up to so many bytes together, and soon forgotten otherwise: for a process that
   * builds once. Left out, they stay as they are for the next build.
   */
  readonly mostPacked?: number;
}

/** So many failed builds in a row keep what was remembered before them; after that it is theirs that is forgotten. */
const mostFailed = 8;

/** `earlier` are results that another process packed. */
export function keepResults(earlier: PackedResults = new Map(), { mostPacked }: KeepOptions = {}): KeptResults {
  const store = mostPacked === undefined ? new ResultStore(earlier) : new PackedStore(earlier, mostPacked);
  // In a process that builds once nothing is the same as before.
  const same = mostPacked === undefined ? new SameResults() : null;
  const turn = (): void => {
    store.turn();
    same?.turn();
  };
  let failures = 0;
  const turnAfter = (failed: boolean): void => {
    failures = failed ? failures + 1 : 0;
    if (failures === 0 || failures > mostFailed) turn();
  };
  return { ...memoOf(store, same, ''), turn, turnAfter, pack: () => store.pack(), done: store.done };
}

function memoOf(store: ResultStore, same: SameResults | null, prefix: string): Memo {
  const keyOf = (work: Work, parts: readonly unknown[]): string =>
    markOfBytes([prefix, work, ...parts.map(markOf)].join(' '));
  return {
    recall<Result>(work: Work, parts: readonly unknown[], make: (tell: Tell) => Result, tell: Tell = unheard): Result {
      const key = keyOf(work, parts);
      return tellAgain(store.find(key) ?? store.keep(key, work, makeTold(make)), tell);
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
    recallSame(work, parts, make, tell = unheard) {
      return same === null ? make(tell) : same.recall(`${prefix} ${work}`, parts, make, tell);
    },
    sameAsBefore: (name, value) => same?.asBefore(`${prefix} ${name}`, value) ?? value,
    isLasting: same !== null,
    using: (work) => store.using(work),
    holds: (work, parts) => store.find(keyOf(work, parts)) !== null,
    marked(bytes) {
      store.mark(bytes);
      return bytes;
    },
    within: (parts) => memoOf(store, same, markOfBytes([prefix, ...parts.map(markOf)].join(' '))),
  };
}

class ResultStore {
  readonly done = new Map<Work, number>();
  protected entries = new Map<string, ToldResult>();
  protected readonly used = new Set<string>();
  private readonly bytesOf = new Map<string, Uint8Array>();
  private readonly marks = new Map<object, string>();

  constructor(protected packed: PackedResults) {}

  /** What was recalled since the outermost `using` began. */
  private seen: string[] | null = null;

  using<Result>(work: () => Result): { readonly result: Result; readonly useAgain: () => void } {
    const around = this.seen;
    const seen: string[] = [];
    this.seen = seen;
    try {
      const result = work();
      return { result, useAgain: () => seen.forEach((key) => this.use(key)) };
    } finally {
      this.seen = around;
      around?.push(...seen);
    }
  }

  protected use(key: string): void {
    this.used.add(key);
    this.seen?.push(key);
  }

  /** From here on the mark of these bytes is packed in their place. */
  mark(bytes: Uint8Array): void {
    const mark = markBytes(bytes);
    this.bytesOf.set(mark, bytes);
    this.marks.set(bytes, mark);
  }

  find(key: string): ToldResult | null {
    const known = this.entries.get(key) ?? this.unpack(key);
    if (known !== null) this.use(key);
    return known;
  }

  keep(key: string, work: Work, entry: ToldResult): ToldResult {
    this.done.set(work, (this.done.get(work) ?? 0) + 1);
    this.hold(key, entry);
    this.use(key);
    return entry;
  }

  turn(): void {
    this.entries = new Map([...this.entries].filter(([key]) => this.used.has(key)));
    this.used.clear();
    this.packed = new Map();
    // The next build marks what it reads, and what was replaced since need not stay in memory.
    this.bytesOf.clear();
    this.marks.clear();
  }

  pack(): PackedResults {
    // What was unpacked is the same still.
    return new Map(
      [...this.used].flatMap((key): [string, Uint8Array][] => {
        const entry = this.entries.get(key);
        const packed = this.packed.get(key) ?? (entry === undefined ? null : this.packEntry(entry));
        return packed === null ? [] : [[key, packed]];
      }),
    );
  }

  protected hold(key: string, entry: ToldResult): void {
    this.entries.set(key, entry);
  }

  protected packEntry(entry: ToldResult): Uint8Array {
    return packResult(entry, (view) => this.marks.get(view));
  }

  private unpack(key: string): ToldResult | null {
    const bytes = this.packed.get(key);
    const entry =
      bytes === undefined
        ? null
        : ((unpackResult(bytes, (mark) => this.bytesOf.get(mark))?.value as ToldResult | undefined) ?? null);
    if (entry !== null) this.hold(key, entry);
    return entry;
  }
}

/** Results that are held unpacked: what is asked for again is mostly asked for soon. */
const mostHeld = 256;

class PackedStore extends ResultStore {
  private readonly own: Map<string, Uint8Array>;
  private room: number;

  constructor(earlier: PackedResults, most: number) {
    const own = new Map(earlier);
    super(own);
    this.own = own;
    this.room = most;
  }

  override keep(key: string, work: Work, entry: ToldResult): ToldResult {
    if (this.room > 0) {
      const packed = this.packEntry(entry);
      this.room -= packed.length;
      this.own.set(key, packed);
    }
    return super.keep(key, work, entry);
  }

  /** What had room; the rest was to be forgotten, though the last of it may still be held. */
  override pack(): PackedResults {
    return new Map([...this.own].filter(([key]) => this.used.has(key)));
  }

  /** There is no next build in this process. */
  override turn(): void {
    throw new Error('results of one build are not taken to another');
  }

  protected override hold(key: string, entry: ToldResult): void {
    super.hold(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > mostHeld && oldest !== undefined) this.entries.delete(oldest);
  }
}
