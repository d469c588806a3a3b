import { describe, expect, it } from 'vitest';
import type { SetParagraph } from '../../src/model/page.js';
import { setParagraph } from '../../src/text/set-paragraph.js';
import { content, fonts } from './sample-theme.js';

const size = 10;
const set = (text: string, width = 400, align: SetParagraph['align'] = 'start'): SetParagraph =>
  setParagraph(content(text, { align }), width, fonts);
/** From one character to the next, in em. */
const stepOf = (text: string, character: string): number => {
  const [fragment] = set(text).lines[0]!.fragments;
  return fragment!.advances[[...fragment!.text].indexOf(character)]! / size;
};
const linesOf = (paragraph: SetParagraph): string[] =>
  paragraph.lines.map(({ fragments }) => fragments.map(({ text }) => text).join(''));

describe('a curly quote', () => {
  it.each([
    ['It’s here', '’'],
    ['他去了McDonald’s和L’Oréal', '’'],
    ['the ‘first-mover’ advantage', '’'],
    ['miss “the point” of it', '”'],
    ['the 1990s’ growth', '’'],
    ['引自A “b” c', '”'],
  ])('is narrow among Latin letters: %s', (text, quote) => {
    expect(stepOf(text, quote)).toBeLessThan(0.5);
  });

  it.each([
    ['他说“增长”了', '“'],
    ['他说“hello”了', '“'],
  ])('fills its square, or half of it beside a mark, among Han: %s', (text, quote) => {
    expect(stepOf(text, quote)).toBeGreaterThanOrEqual(0.5);
  });
});

describe('a circled number', () => {
  it('stands between Han without a gap', () => {
    expect(stepOf('一①二', '一')).toBeCloseTo(1);
    expect(stepOf('一①二', '①')).toBeCloseTo(1);
  });
});

describe('a minus before a currency', () => {
  it.each(['−£141,300', '+$5.2', '−€9', '−₹700'])('stays with it at every width: %s', (amount) => {
    for (let width = 60; width < 200; width += 5)
      expect(linesOf(set(`a loss of Employee benefits: ${amount} thousand`, width)).join('\n')).toContain(amount);
  });
});

describe('an address', () => {
  const text = '数据见https://example.org/statistics/2024/annual.report.html与本报告附录，均为示例数据。';

  it('parts behind its slashes and dots, and not inside its words', () => {
    const lines = linesOf(set(text, 130, 'justify'));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines[0]!.length).toBeGreaterThan(8);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.]$|[^A-Za-z0-9]$/u);
  });

  it('of a letter box parts behind its @ and dots', () => {
    const lines = linesOf(set('联系邮箱：statistics.bureau@example.gov.cn，电话见附录。', 90, 'justify'));
    expect(lines.join('')).toContain('statistics.bureau@example.gov.cn');
    expect(lines.some((line) => /(?:\.|@)$/.test(line))).toBe(true);
  });

  it('does not spread the lines around it', () => {
    for (const { fragments } of set(text, 240, 'justify').lines.slice(0, -1))
      for (const { text: piece, advances } of fragments)
        [...piece].forEach((character, index) => {
          if (/\p{Script=Han}/u.test(character)) expect(advances[index]! / size).toBeLessThan(1.45);
        });
  });
});
