/** Values that come again as the objects that they were. */
import { describe, expect, it } from 'vitest';
import { shareStructure } from '../../src/memo/share-structure.js';

describe('a value that comes again', () => {
  it('is the object that it was, where it says the same', () => {
    const before = { pages: [{ title: '一' }, { title: '二' }], by: new Map([['a', { value: 1 }]]) };
    expect(shareStructure(before, structuredClone(before))).toBe(before);
  });

  it('keeps the parts that say the same, and nothing of what was', () => {
    const before = { pages: [{ title: '一' }, { title: '二' }, { title: '三' }], note: 'x' };
    const after = shareStructure(before, { pages: [{ title: '一' }, { title: '2' }] });
    expect(after).toEqual({ pages: [{ title: '一' }, { title: '2' }] });
    expect(after.pages[0]).toBe(before.pages[0]);
  });

  it('tells other orders of keys, and a key without a value, from what was', () => {
    const before = { one: 1, two: 2, three: undefined };
    const other = { two: 2, one: 1, three: undefined };
    expect(Object.keys(shareStructure(before, other))).toEqual(['two', 'one', 'three']);
    expect(Object.keys(shareStructure(before, { one: 1, two: 2 }))).toEqual(['one', 'two']);
    const map = new Map([...Object.entries({ a: 1, b: 2 })]);
    expect([...shareStructure(map, new Map([...map].reverse()))]).toEqual([...map].reverse());
  });

  it('has one object where it had one, and two where it had two', () => {
    const note = { text: 'a' };
    const before = [note, note, { text: 'b' }];
    const [first, second, third] = shareStructure(before, [{ text: 'a' }, { text: 'a' }, { text: 'b' }]);
    expect(first).not.toBe(second);
    expect([first, second]).toEqual([{ text: 'a' }, { text: 'a' }]);
    expect(third).toBe(before[2]);
    const own = { text: 'b' };
    const again = shareStructure([{ text: 'a' }, { text: 'b' }], [own, own]);
    expect(again[0]).toBe(again[1]);
  });
});
