import { describe, expect, it } from 'vitest';
import { dotNames } from '../../src/charts/families/dot-names.js';

const dot = (x: number, y: number, width = 30, emphasised = false) => ({ x, y, radius: 5, width, emphasised });
const plot = { x: 0, y: 0, width: 200, height: 100 };

describe('names of dots', () => {
  it('stand at the right where nothing hinders them', () => {
    expect(dotNames([dot(50, 50), dot(120, 20)], 12, plot, 200)).toEqual(['right', 'right']);
  });

  it('leave a spot to one that has no other', () => {
    // The second's name has room at its left alone, where the first's would stand at its right.
    const crowd = [dot(100, 50), dot(165, 50, 34), dot(165, 36, 34), dot(165, 64, 34)];
    const spots = dotNames(crowd, 12, plot, 200);
    expect(spots[1]).toBe('left');
    expect(spots[0]).not.toBe('right');
    expect(spots[0]).not.toBeNull();
  });

  it('go to the emphasised ones first', () => {
    const pair = (loud: number) => [dot(40, 50, 100, loud === 0), dot(160, 50, 100, loud === 1)];
    const narrow = { x: 30, y: 46, width: 140, height: 10 };
    expect(dotNames(pair(0), 12, narrow, 170)).toEqual(['right', null]);
    expect(dotNames(pair(1), 12, narrow, 170)).toEqual([null, 'left']);
  });

  it('are left out where they would touch another dot or leave the plot', () => {
    expect(dotNames([dot(100, 50, 500)], 12, plot, 200)).toEqual([null]);
    expect(dotNames([], 12, plot, 200)).toEqual([]);
  });
});
