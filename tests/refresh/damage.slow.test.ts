import { beforeAll, describe, expect, it } from 'vitest';
import { compileRefresh, type RefreshResult } from '../../src/compile-refresh.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openPackage, type OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { buildDeck, changedFigures, effectsWith, report } from './flagship.js';

type Damage = (bytes: Uint8Array) => Uint8Array | null;
const damages: readonly (readonly [how: string, damage: Damage])[] = [
  ['empty', () => new Uint8Array()],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['other bytes', (bytes) => bytes.map((_, index) => (index * 131 + 7) & 255)],
  ['gone', () => null],
];

const figures = changedFigures();
let pack: OpenedPackage;

beforeAll(async () => {
  const opened = openPackage(await buildDeck(null));
  if (typeof opened === 'string') throw new Error(opened);
  pack = opened;
}, 120_000);

function withPart(path: string, damage: Damage): Uint8Array {
  const now = damage(pack.bytes(path)!);
  const others = [...pack.parts.values()].filter((part) => part.path !== path);
  return writeZip(now === null ? others : [...others, { path, ...packEntry(now, true) }]);
}

async function refresh(bytes: Uint8Array): Promise<{ result: RefreshResult | null; codes: readonly string[] }> {
  const told: Diagnostic[] = [];
  const job = { report, deck: { name: 'edited.pptx', bytes }, base: null, choice: 'tell', addNew: false } as const;
  const result = await compileRefresh(job, effectsWith(figures, told));
  return { result, codes: told.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])) };
}

const firstOf = (pattern: RegExp): string => [...pack.parts.keys()].find((path) => pattern.test(path))!;

describe('a damaged deck', () => {
  it.each(['[Content_Types].xml', 'ppt/presentation.xml', 'ppt/_rels/presentation.xml.rels', 'ppt/slides/slide3.xml'])(
    'is refused without %s',
    async (path) => {
      for (const [how, damage] of damages)
        expect([how, (await refresh(withPart(path, damage))).codes]).toEqual([how, ['unusable-deck']]);
    },
    120_000,
  );

  it.each([
    [/charts\/chart\d+\.xml$/, 'chart'],
    [/embeddings\/.*\.xlsx$/, 'workbook'],
    [/notesSlides\/notesSlide\d+\.xml$/, 'notes'],
    [/slides\/_rels\/slide3\.xml\.rels$/, 'slide'],
    [/customXml\/item\d+\.xml$/, 'deck'],
  ])(
    'is refreshed but for what cannot be read, and that is told: %s',
    async (pattern, where) => {
      for (const [how, damage] of damages) {
        const { result } = await refresh(withPart(firstOf(pattern), damage));
        const told = (result?.changes ?? []).filter(
          ({ reason, place }) => ['damaged', 'identity'].includes(reason ?? '') && place === where,
        );
        expect([how, told.length]).toEqual([how, 1]);
        // A chart is named as its slide names it.
        if (where === 'chart') expect(told[0]!.shape).toMatch(/^图表 /);
      }
    },
    120_000,
  );
});
