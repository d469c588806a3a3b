import { describe, expect, it } from 'vitest';
import { rangeWithLabels, roundRange } from '../../../src/charts/measure/value-range.js';

describe('a range with labels', () => {
  it('lets the longest bar and its label fill the length', () => {
    const { min, max } = rangeWithLabels(
      [
        { value: 100, room: 50 },
        { value: 20, room: 50 },
      ],
      250,
    )!;
    expect(min).toBe(0);
    expect(max).toBeCloseTo(125, 0);
  });

  it('keeps room on both sides of zero', () => {
    const { min, max } = rangeWithLabels(
      [
        { value: 25, room: 40 },
        { value: -16, room: 60 },
      ],
      300,
    )!;
    const scale = 300 / (max - min);
    expect(25 * scale + 40).toBeLessThanOrEqual(max * scale + 0.1);
    expect(16 * scale + 60).toBeLessThanOrEqual(-min * scale + 0.1);
  });

  it('is none where labels leave no room for bars', () => {
    expect(rangeWithLabels([{ value: 5, room: 95 }], 100)).toBeNull();
  });

  it('has a length also where all are zero', () => {
    expect(rangeWithLabels([{ value: 0, room: 10 }], 100)).toEqual({ min: 0, max: 1, step: 1 });
  });
});

describe('a round range', () => {
  it.each([
    [[5.1, 7.2, 4], { min: 0, max: 8, step: 2 }],
    [[-8.3, 25], { min: -10, max: 30, step: 10 }],
    [[0.03, 0.11], { min: 0, max: 0.125, step: 0.025 }],
    [[2010, 1053], { min: 0, max: 2500, step: 500 }],
    [[0, 0], { min: 0, max: 1, step: 1 }],
    [[], { min: 0, max: 1, step: 1 }],
  ])('of %j is %j', (values, range) => {
    const found = roundRange(values);
    expect(found.min).toBe(range.min);
    expect(found.max).toBeGreaterThanOrEqual(Math.max(0, ...values));
    expect(found.step).toBeGreaterThan(0);
    expect((found.max - found.min) / found.step).toBeLessThanOrEqual(7);
  });
});
