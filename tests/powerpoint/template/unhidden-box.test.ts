/** Text of a template's placeholders beside what its layouts show there. */
import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../../src/powerpoint/template/template.js';
import { unhiddenBox } from '../../../src/powerpoint/template/unhidden-box.js';

const footer = { x: 36, y: 490, width: 320, height: 30 };
const thing = (box: Obstacle['box'], more: Partial<Obstacle> = {}): Obstacle => ({
  kind: 'shape',
  box,
  fill: '1F2A44',
  picture: null,
  outline: null,
  rounded: false,
  ...more,
});

describe('the room of a text beside what is shown there', () => {
  it('begins behind a bar on which it could not be read', () => {
    const bar = thing({ x: 0, y: 0, width: 160, height: 540 });
    expect(unhiddenBox(footer, [bar], '000000')).toEqual({ ...footer, x: 160, width: 196 });
  });

  it('ends before a logo', () => {
    const logo = thing({ x: 300, y: 480, width: 60, height: 40 }, { kind: 'picture', fill: null });
    expect(unhiddenBox(footer, [logo], '000000')).toEqual({ ...footer, width: 264 });
  });

  it('is all of it on a ground on which it can be read, and on what lies behind it all', () => {
    const pale = thing({ x: 0, y: 0, width: 160, height: 540 }, { fill: 'EEEEEE' });
    const behind = thing({ x: 0, y: 0, width: 960, height: 540 });
    expect(unhiddenBox(footer, [pale, behind], '000000')).toEqual(footer);
  });

  it('is all of it where too little would stay', () => {
    const wide = thing({ x: 0, y: 480, width: 300, height: 60 });
    expect(unhiddenBox(footer, [wide], '000000')).toEqual(footer);
  });
});
