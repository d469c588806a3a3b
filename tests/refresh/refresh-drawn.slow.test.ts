/** Dots of ranks and bars of cards, which show a figure by where they stand: they follow it, on the scale as it is. */
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnShapes } from '../../src/refresh/match/pair-slides.js';
import { readIdentity } from '../../src/powerpoint/identity/read-identity.js';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { buildDeck, changedFigures, refreshed } from './flagship.js';
import { deckOf } from './said-by.js';

const figures = changedFigures();
let before: Uint8Array;
let after: Uint8Array;
beforeAll(async () => {
  [before, after] = [await buildDeck(null), await buildDeck(figures)];
}, 120_000);

interface Drawn {
  readonly path: string;
  readonly name: string;
  readonly x: number;
  readonly cx: number;
}

/** The shapes that draw the figure, the scale first. */
function drawn(bytes: Uint8Array, figure: string): readonly Drawn[] {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const slides = readIdentity(pack)!.slides.filter((slide) => drawnShapes(slide).has(figure));
  const names = new Map(slides.map((slide) => [slide.creationId, drawnShapes(slide).get(figure)!]));
  return deckOf(bytes).slides.flatMap((slide) => {
    const own = (names.get(slide.creationId ?? 0) ?? []).map(({ name }) => name);
    return slide.shapes
      .filter(({ name }) => own.includes(name))
      .map(({ name, box }) => ({ path: slide.path, name, x: box!.x, cx: box!.cx }));
  });
}

/** The deck with one shape elsewhere. */
function withMoved(bytes: Uint8Array, { path, name }: Drawn, place: { readonly x: number; readonly cx: number }) {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const xml = pack
    .text(path)!
    .replace(
      new RegExp(`( name="${name}"(?:(?!</p:sp>)[\\s\\S])*?<a:off x=")\\d+("[^>]*>(?:</a:off>)?<a:ext cx=")\\d+`),
      (_all, one: string, other: string) => `${one}${place.x}${other}${place.cx}`,
    );
  return writeZip(
    [...pack.parts.values()].map((part) => (part.path === path ? { path, ...packEntry(xml, true) } : part)),
  );
}

const rank = 'rank.strength';

describe('shapes that draw a figure', () => {
  it.each([rank, 'ecology.air'])('stand where the new build has them: %s', async (figure) => {
    const result = await refreshed(before, figures);
    expect(drawn(result.bytes, figure)).toEqual(drawn(after, figure));
    expect(drawn(result.bytes, figure)).not.toEqual(drawn(before, figure));
    expect(result.changes).toContainEqual(expect.objectContaining({ kind: 'updated', place: 'shape', figure }));
  });

  it('stand on the scale where a person has put it', async () => {
    const all = drawn(before, rank);
    const half = (x: number): number => Math.round(100_000 + (x - all[0]!.x) / 2);
    const halved = all.reduce(
      (bytes, shape, index) =>
        withMoved(bytes, shape, {
          x: index < 2 ? half(shape.x) : half(shape.x + shape.cx / 2) - Math.round(shape.cx / 2),
          cx: index < 2 ? Math.round(shape.cx / 2) : shape.cx,
        }),
      before,
    );
    const [scale, bar] = drawn((await refreshed(halved, figures)).bytes, rank);
    const [newScale, newBar] = drawn(after, rank);
    expect(scale!.x).toBe(100_000);
    expect(bar!.cx / scale!.cx).toBeCloseTo(newBar!.cx / newScale!.cx, 3);
  });

  it('stay where a person has put one of them by itself', async () => {
    const dot = drawn(before, rank).at(-1)!;
    const moved = withMoved(before, dot, { x: dot.x + 500_000, cx: dot.cx });
    const now = drawn((await refreshed(moved, figures)).bytes, rank).at(-1)!;
    expect(now.x).toBe(dot.x + 500_000);
  });
});
