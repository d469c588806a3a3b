/** A build.json is a file like any other: what is no record of a build is not taken for one. */
import { describe, expect, it } from 'vitest';
import type { BuildRecord } from '../../src/model/build-record.js';
import { readRecord } from '../../src/provenance/read-record.js';

const read = { file: 'data/r/figures.csv', line: 2, column: 1 };
const record: BuildRecord = {
  format: 1,
  report: { id: 'r', title: '小镇一年', date: '2025-01-31' },
  figures: [
    {
      id: 'grain',
      label: '粮食产量',
      printed: { full: '5.0万吨', change: '同比增长2.1%', rank: null },
      value: 5,
      unit: '万吨',
      qualifier: null,
      period: '2024',
      change: { value: 2.1, unit: '%', basis: '同比' },
      rank: { place: 3, scope: '全县' },
      award: null,
      source: null,
      read,
      cells: { value: read },
      places: [
        {
          document: 'deck',
          page: 2,
          at: 'text',
          shape: '正文',
          paragraph: 1,
          printed: '5.0万吨',
          context: '粮食产量5.0万吨',
        },
      ],
    },
  ],
  documents: [
    {
      kind: 'deck',
      pages: ['封面', '田里'],
      texts: [{ page: 2, text: '粮食产量5.0万吨', wording: '粮食产量{grain}' }],
      pictures: [{ page: 1, id: 'field', sha256: '0f' }],
    },
  ],
};

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Ways to each value that a command reads, as keys: `figures 0 change value`. */
function* waysTo(value: unknown, way: readonly string[] = []): Generator<readonly string[]> {
  if (way.length > 0) yield way;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    if (!['shape', 'paragraph'].includes(key)) yield* waysTo(inner, [...way, key]);
}

function withInstead(way: readonly string[], instead: unknown): unknown {
  const copy = structuredClone(record) as unknown as Record<string, unknown>;
  const holder = way
    .slice(0, -1)
    .reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
  holder[way.at(-1)!] = instead;
  return copy;
}

describe('a build.json', () => {
  it('is read as it was written', () => {
    expect(readRecord(bytesOf(record))).toEqual(record);
  });

  it.each([...waysTo(record)].map((way) => way.join(' ')))('is no record with something else for %s', (way) => {
    expect(readRecord(bytesOf(withInstead(way.split(' '), true)))).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"format":2}', '\u0000'])('is no record as %j', (text) => {
    expect(readRecord(new TextEncoder().encode(text))).toBeNull();
  });
});
