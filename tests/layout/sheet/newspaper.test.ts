/** The newspaper page: one broadsheet of the same report that makes a deck and a briefing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { allText, layNewspaper, overlaps, textItems, textOf, type Newspaper } from './lay-newspaper.js';

describe('the newspaper page of the county', () => {
  let made: Newspaper;
  beforeAll(async () => {
    made = await layNewspaper('data/cixi-2024');
  }, 60_000);

  it('is one broadsheet without a mistake', () => {
    expect(made.told.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(made.pages?.pages).toHaveLength(1);
    const { width, height } = made.pages!.pages[0]!.size;
    expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([390, 545]);
  });

  it('keeps the rules of PDF/UA', { timeout: 60_000 }, async () => {
    expect(await accessibilityFaults(made.bytes!)).toEqual([]);
  });

  it('is read story by story: the banner first, then A to D, the areas of work, where it comes from', () => {
    const text = allText(made.pages!).replace(/\s/gu, '');
    const order = [
      '慈溪奋勇争先再启新征程',
      '核心提示',
      '创新驱动经济发展稳健',
      '融合发展城乡更加宜居',
      '着眼大局挑大梁作贡献',
      '打造勤廉并重的现代政府',
      '数据来源',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    const headings = made.pages!.structure.filter(({ role }) => role === 'H1' || role === 'H2');
    expect(headings.map(({ role }) => role)).toEqual(['H1', 'H2', 'H2', 'H2', 'H2']);
  });

  it('reads an upright head aloud as it is written', () => {
    expect(made.pages!.structure.some(({ actual }) => actual === '民生“加码” 更安全更幸福')).toBe(true);
  });

  it('has its four pictures with their captions', () => {
    const pictures = made.pages!.pages[0]!.items.filter(({ kind }) => kind === 'picture');
    expect(pictures).toHaveLength(4);
    const text = allText(made.pages!);
    for (const caption of ['慈溪城区风光', '“柴烧龙窑”主题活动', '慈溪农田风光', '中横线快速路一期高架道路'])
      expect(text).toContain(caption);
  });

  it('lays nothing upon anything else, and nothing beyond its margins', () => {
    expect(overlaps(made.pages!)).toEqual([]);
    const { page, margin } = made.pages!.theme.paper;
    const beyond = made.pages!.pages[0]!.items.filter(
      ({ box }) =>
        box.x < margin.left - 1 ||
        box.x + box.width > page.width - margin.right + 1 ||
        box.y + box.height > page.height - margin.bottom + 1,
    );
    expect(beyond.map(({ name }) => name)).toEqual([]);
  });

  it('sets the lines of neighbouring columns on one base line', () => {
    const body = textItems(made.pages!).filter(
      ({ paragraphs }) => paragraphs[0]?.align === 'justify' && paragraphs[0].firstIndent > 0,
    );
    const leading = body[0]!.paragraphs[0]!.lineHeight;
    const tops = body
      .filter(({ box }) => box.y > 600 && box.y < 1000)
      .map(({ box }) => ((box.y % leading) + leading) % leading);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(0.1);
  });

  it('says every word of the passages', () => {
    const text = allText(made.pages!).replace(/\s/gu, '');
    for (const words of ['546.6亿元', '同比增长8.1%', '12.1万平方米', '1.66%', '2010个', '同比下降16.6%', '第六位'])
      expect(text, words).toContain(words);
    expect(
      textItems(made.pages!)
        .map(textOf)
        .some((each) => each.includes('undefined')),
    ).toBe(false);
  });
});
