/** Where a new chart or card goes on a slide that somebody has edited. */
import { describe, expect, it } from 'vitest';
import type { NewPiece } from '../../../src/refresh/added/new-pieces.js';
import { placePiece, type Obstacle } from '../../../src/refresh/added/place-piece.js';
import { overlap, type Box } from '../../../src/refresh/added/slide-units.js';

const pt = 12_700;
const box = (x: number, y: number, cx: number, cy: number): Box => ({ x: x * pt, y: y * pt, cx: cx * pt, cy: cy * pt });
const piece = (kind: NewPiece['main']['kind'], at: Box): NewPiece =>
  ({ main: { kind, box: at }, units: [], box: at }) as unknown as NewPiece;
const standing = (name: string, at: Box, isBelow = false): Obstacle => ({ name, box: at, isBelow });
const bounds = box(40, 100, 880, 400);

describe('a new piece', () => {
  it('goes where the report has it if that is free', () => {
    const place = placePiece(piece('chart', box(40, 100, 400, 300)), bounds, [
      standing('table', box(480, 100, 400, 300)),
    ]);
    expect(place).toEqual({ box: box(40, 100, 400, 300), over: [] });
  });

  it('stands upon a panel that the report has below it', () => {
    const panel = standing('panel', box(30, 90, 900, 420), true);
    expect(placePiece(piece('text', box(60, 120, 200, 80)), bounds, [panel]).box).toEqual(box(60, 120, 200, 80));
  });

  it('goes into the largest free room if something stands at its place, and a chart is made smaller for it', () => {
    const taken = [standing('table', box(40, 100, 500, 400))];
    const place = placePiece(piece('chart', box(40, 100, 600, 300)), bounds, taken);
    expect(place.over).toEqual([]);
    expect(place.box.cx).toBeLessThan(600 * pt);
    expect(overlap(place.box, taken[0]!.box)).toBe(false);
    expect(place.box.x + place.box.cx).toBeLessThanOrEqual(bounds.x + bounds.cx);
  });

  it('keeps the form of a picture that is made smaller', () => {
    const { box: at } = placePiece(piece('picture', box(40, 100, 600, 300)), bounds, [
      standing('table', box(40, 100, 500, 400)),
    ]);
    expect(at.cx / at.cy).toBeCloseTo(2, 2);
  });

  it('lies over the foot if there is no room, and says upon what', () => {
    const place = placePiece(piece('text', box(40, 100, 400, 200)), bounds, [
      standing('table', box(40, 100, 880, 250)),
      standing('words', box(40, 360, 880, 140)),
    ]);
    expect(place.box).toEqual(box(40, 300, 400, 200));
    expect(place.over).toEqual(['table', 'words']);
  });
});
