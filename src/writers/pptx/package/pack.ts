/** The package as a zip: the same parts give the same bytes. */
import type { Memo } from '../../../memo/memo.js';
import { relationshipsPart, relationshipsPath, type Relationship } from './relationships.js';
import { packEntry, writeZip, type PackedEntry, type ZipEntry } from './zip.js';

export type Parts = Map<string, string | Uint8Array>;

/** Pictures and workbooks are packed already: they are stored. */
const isPacked = (path: string): boolean => /\.(?:png|jpeg)$/.test(path);

export function packPart(path: string, content: string | Uint8Array, memo: Memo): PackedEntry {
  const packed = !isPacked(path);
  return memo.recall('packed part', [content, packed], () => packEntry(content, packed));
}

/** Parts of a package that are packed as they come, so that none of a large deck stays in memory unpacked. */
export class PackedParts {
  private readonly entries = new Map<string, PackedEntry>();

  constructor(private readonly memo: Memo) {}

  set(path: string, content: string | Uint8Array): void {
    this.entries.set(path, packPart(path, content, this.memo));
  }

  /** A part with what it leads to. */
  add(path: string, content: string | Uint8Array, relationships: readonly Relationship[] = []): void {
    this.set(path, content);
    if (relationships.length > 0) this.set(relationshipsPath(path), relationshipsPart(relationships));
  }

  /** Parts that are made of these objects and words alone: packed once for all builds that have the same. */
  setSame(name: string, madeOf: readonly unknown[], add: (parts: PackedParts) => void): void {
    const packed = this.memo.recallSame('packed parts', [name, ...madeOf], () => {
      const own = new PackedParts(this.memo);
      add(own);
      return [...own.entries];
    });
    for (const [path, entry] of packed) this.entries.set(path, entry);
  }

  /** Those parts behind these. */
  append({ entries }: PackedParts): void {
    for (const [path, entry] of entries) this.entries.set(path, entry);
  }

  paths(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  packed(path: string): ZipEntry | null {
    const entry = this.entries.get(path);
    return entry === undefined ? null : { path, ...entry };
  }

  /** The whole package, with this part before all others. */
  zip(firstPath: string, first: string): Uint8Array {
    return writeZip([
      { path: firstPath, ...packPart(firstPath, first, this.memo) },
      ...[...this.entries].map(([path, entry]) => ({ path, ...entry })),
    ]);
  }
}
