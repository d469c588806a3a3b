import { describe, expect, it } from 'vitest';
import { drawingBounds } from '../../src/geometry/drawing-bounds.js';
import type { DrawingOperation } from '../../src/model/drawing.js';

const square: DrawingOperation = {
  kind: 'fill',
  path: [['M', 1, 2], ['L', 4, 2], ['L', 4, 6], ['L', 1, 6], ['Z']],
  rule: 'nonzero',
  paint: { kind: 'solid', hex: '#000000', alpha: 1 },
};
const scale = (factor: number): DrawingOperation => ({ kind: 'transform', matrix: [factor, 0, 0, factor, 0, 0] });

describe('the box around what a drawing paints', () => {
  it('follows its matrices and comes back with what was saved', () => {
    expect(drawingBounds([{ kind: 'save' }, scale(2), square, { kind: 'restore' }, square])).toEqual({
      x: 1,
      y: 2,
      width: 7,
      height: 10,
    });
  });

  it('is of no size for nothing', () => {
    expect(drawingBounds([scale(2)])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  it('stays a box of numbers where matrices inside each other lead beyond them all', () => {
    const lost = [...Array.from({ length: 60 }, () => scale(1e7)), scale(0), square];
    for (const value of Object.values(drawingBounds([square, ...lost]))) expect(Number.isFinite(value)).toBe(true);
  });
});
