/** Results that are known by the very objects that they were made of, from build to build in one process. */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { shareStructure } from './share-structure.js';

interface Entry {
  readonly value: unknown;
  readonly told: readonly Diagnostic[];
}

export class SameResults {
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;
  private entries = new Map<string, Entry>();
  private used = new Map<string, Entry>();
  private before = new Map<string, unknown>();
  private now = new Map<string, unknown>();

  recall<Result>(work: string, parts: readonly unknown[], make: (tell: Tell) => Result, tell: Tell): Result {
    const key = `${work} ${parts.map((part) => this.nameOf(part)).join(' ')}`;
    let entry = this.used.get(key) ?? this.entries.get(key);
    if (entry === undefined) {
      const told: Diagnostic[] = [];
      entry = { value: make((diagnostic) => void told.push(diagnostic)), told };
    }
    this.used.set(key, entry);
    entry.told.forEach(tell);
    return entry.value as Result;
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
