/** Texts of a build among a person's own words. */
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/refresh/find-copies.js';
import type { BoundText, OldPrints } from '../../src/refresh/quoted-numbers.js';

const text = (said: string, next: string): BoundText => ({
  base: { text: said, figures: [{ figure: 'x', text: said, start: 0 }] },
  next: { text: next, figures: [{ figure: 'x', text: next, start: 0 }] },
});
const texts = ['跨境电商出口额30亿元', '出口额30亿元', '连续3年'].map((said) => [said, text(said, '')] as const);
const old: OldPrints = { prints: [], texts: new Map(texts), quotable: texts.filter(([said]) => said.length >= 7) };
const found = (own: string): readonly string[] =>
  findCopies(own, old, []).map(({ text: { base }, stretch }) => `${base.text} ${stretch.start}-${stretch.end}`);

describe('copies of a build’s texts', () => {
  it('are found among other words, the longest only, whatever the spaces', () => {
    expect(found('摘要：跨境电商出口额 30 亿元，另见附件')).toEqual(['跨境电商出口额30亿元 3-16']);
  });
  it('are found whole where they are short, and not among other words', () => {
    expect(found('连续3年')).toEqual(['连续3年 0-4']);
    expect(found('我们连续3年获奖')).toEqual([]);
  });
  it('are none where another number only ends or begins alike', () => {
    expect(found('跨境电商出口额30亿元')).toHaveLength(1);
    expect(found('其中出口额130亿元')).toEqual([]);
  });
});
