/** Results that are known by the very objects that they were made of, from build to build in one process. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { shareStructure } from './share-structure.js';
import { makeTold, tellAgain, type ToldResult } from './told-result.js';

export class SameResults {
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;
  private entries = new Map<string, ToldResult>();
  private used = new Map<string, ToldResult>();
  private before = new Map<string, unknown>();
  private now = new Map<string, unknown>();

  recall<Result>(work: string, parts: readonly unknown[], make: (tell: Tell) => Result, tell: Tell): Result {
    const key = `${work} ${parts.map((part) => this.nameOf(part)).join(' ')}`;
    const entry = this.used.get(key) ?? this.entries.get(key) ?? makeTold(make);
    this.used.set(key, entry);
    return tellAgain(entry, tell);
  }

  asBefore<Value>(name: string, value: Value): Value {
    const shared = shareStructure(this.now.get(name) ?? this.before.get(name), value);
    this.now.set(name, shared);
    return shared;
  }

  /** The build is over: what it did not ask for is forgotten. */
  turn(): void {
    this.entries = this.used;
    this.used = new Map();
    this.before = this.now;
    this.now = new Map();
  }

  /** Objects by numbers that no other object ever has, all else by what it says. */
  private nameOf(part: unknown): string {
    if (typeof part === 'string') return JSON.stringify(part);
    if ((typeof part !== 'object' && typeof part !== 'function') || part === null) return String(part);
    let number = this.numbers.get(part);
    if (number === undefined) this.numbers.set(part, (number = ++this.count));
    return `#${number}`;
  }
}
