import { describe, expect, it } from 'vitest';
import { planSections } from '../../../../src/writers/pptx/plan/plan-sections.js';
import { page } from '../sample-pages.js';

const sections = (...chapters: readonly (string | null)[]) =>
  planSections(
    chapters.map((chapter) => page([], { chapter })),
    '年报',
  );

describe('sections', () => {
  it('are none in a deck without chapters', () => {
    expect(sections(null, null)).toEqual([]);
  });

  it("hold every slide: those at the front stand under the deck's title, those between stay with the chapter before", () => {
    expect(sections(null, '甲', '甲', null, '乙')).toEqual([
      { name: '年报', first: 0, count: 1 },
      { name: '甲', first: 1, count: 3 },
      { name: '乙', first: 4, count: 1 },
    ]);
  });
});
