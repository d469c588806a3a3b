/** Walks a data file whose shape was checked. What has the wrong type was reported then; here it reads as left out. */
import type { Span } from '../../model/span.js';
import type { DataDocument, DataPath } from '../data/data-document.js';
import type { SourceText } from '../source/source-text.js';

export interface Named {
  readonly id: string;
  readonly span: Span;
}

export class DataCursor {
  constructor(
    private readonly document: DataDocument,
    readonly value: unknown,
    private readonly path: DataPath = [],
  ) {}

  /** The value under `key`, there or not. */
  at(key: string | number): DataCursor {
    const inside =
      typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, key)
        ? (this.value as Record<string | number, unknown>)[key]
        : undefined;
    return new DataCursor(this.document, inside, [...this.path, key]);
  }

  /** The same with other plain texts. */
  filledBy(filled: (source: SourceText) => string): DataCursor {
    return new DataCursor({ ...this.document, filled }, this.value, this.path);
  }

  /** A map with these keys alone, each in its place. */
  only(keys: readonly string[]): DataCursor {
    const kept = Object.fromEntries(
      this.entries().flatMap(([key, entry]) => (keys.includes(key) ? [[key, entry.value]] : [])),
    );
    return new DataCursor(this.document, kept, this.path);
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isMap(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  /** Nothing in it, however deep, was left out for its shape. */
  get isSound(): boolean {
    const isInside = (wrong: DataPath): boolean =>
      this.path.every((step, index) => String(wrong[index]) === String(step)) ||
      wrong.every((step, index) => String(this.path[index]) === String(step));
    return !(this.document.wrong ?? []).some(isInside);
  }

  get span(): Span {
    return this.document.spanAt(this.path);
  }

  get keySpan(): Span {
    return this.document.keySpanAt(this.path);
  }

  /** Items of a list; a lone value is a list of one. */
  items(): readonly DataCursor[] {
    if (!this.exists) return [];
    return Array.isArray(this.value)
      ? this.value.map((item, index) => new DataCursor(this.document, item, [...this.path, index]))
      : [this];
  }

  /** Keys of a map with their values. */
  entries(): readonly (readonly [string, DataCursor])[] {
    return this.isMap ? Object.keys(this.value as object).map((key) => [key, this.at(key)]) : [];
  }

  /** A text as written; null for an empty one, for none and for lists and maps. */
  source(): SourceText | null {
    if (!this.exists || typeof this.value === 'object') return null;
    const source = this.document.textAt(this.path);
    return source === null || source.text === '' ? null : source;
  }

  text(): string | null {
    const source = this.source();
    return source === null ? null : (this.document.filled?.(source) ?? source.text);
  }

  /** A text that is one of these; null for any other, which was reported. */
  choice<Choice extends string>(choices: readonly Choice[]): Choice | null {
    const text = this.text();
    return choices.find((choice) => choice === text) ?? null;
  }

  number(): number | null {
    return typeof this.value === 'number' ? this.value : null;
  }

  /** Names in a list, each with its place. */
  names(): readonly Named[] {
    return this.items().flatMap((item) => {
      const id = item.text();
      return id === null ? [] : [{ id, span: item.span }];
    });
  }
}
