import { describe, expect, it } from 'vitest';
import { withWatermark } from '../../src/layout/watermark.js';
import { fonts, lay, paper, paragraph } from './briefing/sample-briefing.js';

const { pages } = lay(paragraph('文'));
const mark = (word: string | null) => withWatermark(pages, { word, span: null }, fonts, () => undefined).watermark!;

describe('the word of a draft', () => {
  it.each(['稿', '草稿', '征求意见稿', 'DRAFT', '内部征求意见稿请勿外传'])(
    'leans across the page with all its corners on it: %s',
    (word) => {
      const {
        width,
        style: { size },
        angle,
      } = mark(word);
      const radians = (angle * Math.PI) / 180;
      expect(width * Math.cos(radians) + size * Math.sin(radians)).toBeLessThanOrEqual(paper.page.width);
      expect(width * Math.sin(radians) + size * Math.cos(radians)).toBeLessThanOrEqual(paper.page.height);
      expect(width).toBeGreaterThan(paper.page.width / 3);
    },
  );

  it('is pale', () => {
    expect(mark(null)).toMatchObject({ text: '草稿', style: { color: { slot: 'dk1', lighten: 0.5 } } });
    expect(mark(null).opacity).toBeLessThan(0.3);
  });
});
