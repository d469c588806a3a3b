import { describe, expect, it } from 'vitest';
import type { SetParagraph } from '../../src/model/page.js';
import { setParagraph, type ParagraphContent } from '../../src/text/set-paragraph.js';
import { faultsOf } from './line-faults.js';
import { prose } from './prose.js';
import { content, fonts, run, style } from './sample-theme.js';

/** With a soft hyphen where a hyphen is drawn. */
const textOfLines = (paragraph: SetParagraph): string[] =>
  paragraph.lines.map((line) => line.fragments.map((each) => each.text + (each.hyphen ? '\u00ad' : '')).join(''));
const linesOf = (text: string, width: number, changes: Partial<ParagraphContent> = {}): string[] =>
  textOfLines(setParagraph(content(text, changes), width, fonts));

describe('line breaking', () => {
  it.each(['start', 'justify'] as const)('keeps every Chinese rule at every width, aligned %s', (align) => {
    for (const text of prose) {
      for (let width = 100; width <= 460; width += 3.7) {
        const lines = linesOf(text, width, { align, firstIndent: 20 }).map((line) => line.replace(/\u00ad$/, ''));
        expect(lines.join(''), `at ${width} pt`).toBe(text);
        expect(faultsOf(text, lines), `at ${width} pt: ${lines.join('|')}`).toEqual([]);
      }
    }
  });

  it('keeps every line within its width', () => {
    for (const text of prose)
      for (const align of ['start', 'justify', 'center', 'end'] as const) {
        for (let width = 90; width <= 460; width += 11) {
          const { lines } = setParagraph(content(text, { align }), width, fonts);
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }
  });

  it('breaks a date only behind 年 and 月', () => {
    const text = '高架道路于2024年9月30日通车，慈甬路于2025年10月16日开通';
    for (let width = 50; width < 200; width += 5) {
      const lines = linesOf(text, width);
      expect(lines.slice(0, -1).join('|')).not.toMatch(/\d\||[^年月]\|\d+[月日]|\|[年月日]/u);
    }
    expect(linesOf('2024年9月30日', 60)).toEqual(['2024年9月', '30日']);
  });

  it('breaks beside curly quotation marks, which Unicode alone would glue to their neighbours', () => {
    expect(linesOf('坚持改革的“三化”转型', 55)).toEqual(['坚持改革的', '“三化”转型']);
    expect(linesOf('这是“三化转型”之年份', 76)).toEqual(['这是“三化转型”', '之年份']);
  });

  it('may break before a full-width bracket behind a Latin word, which Unicode kept together until its version 13', () => {
    expect(linesOf('全市实现GDP（现价）', 65)).toEqual(['全市实现GDP', '（现价）']);
  });

  it('leaves an apostrophe inside its word', () => {
    expect(linesOf('it isn’t over', 40).join('|')).toContain('isn’t');
  });

  it('keeps a run that is whole on one line, and parts it only where it is wider than the line', () => {
    const runs = [run('我市工业经济持续向好，'), run('同比增长百分之八点一', { whole: true }), run('，再创新高。')];
    expect(textOfLines(setParagraph(content(runs), 150, fonts))).toContainEqual(
      expect.stringContaining('同比增长百分之八点一'),
    );
    const narrow = textOfLines(setParagraph(content(runs), 60, fonts));
    expect(narrow.join('')).toBe('我市工业经济持续向好，同比增长百分之八点一，再创新高。');
    expect(narrow.some((line) => /[，。]/.test(line[0]!))).toBe(false);
  });

  it('never parts the mark of a footnote from what it stands behind', () => {
    const raised = { style: { ...style, script: 'super' as const }, whole: true };
    for (let before = 1; before < 60; before++) {
      const { lines } = setParagraph(
        content([run('字'.repeat(before)), run('[12]', raised), run('后'.repeat(20))]),
        200,
        fonts,
      );
      const said = lines.map(({ fragments }) => fragments.map(({ text }) => text).join(''));
      expect(said.filter((line) => line.includes('[12]'))).toHaveLength(1);
      expect(said.some((line) => line.startsWith('['))).toBe(false);
    }
  });

  it("keeps names of the report's own whole", () => {
    const text = '鸣鹤—上林湖风景名胜总体规划获批';
    const breaking = { keep: ['上林湖', '风景名胜'] };
    for (let width = 45; width < 150; width += 5)
      expect(linesOf(text, width, { breaking }).join('|')).toMatch(/上林湖.*风景名胜/u);
  });

  it('shows a hyphen where a line breaks at a soft hyphen, and only there', () => {
    expect(linesOf('inter\u00adnational', 40)).toEqual(['inter\u00ad', 'national']);
    expect(linesOf('inter\u00adnational', 100)).toEqual(['international']);
  });

  it('lets —— and …… start a line under the basic rules only', () => {
    const text = '这是一句话——另一句话……完';
    const starts = (prohibition: 'basic' | 'gb' | 'strict'): boolean => {
      for (let width = 30; width < 130; width += 5)
        if (linesOf(text, width, { breaking: { prohibition } }).some((line) => /^[—…]/.test(line))) return true;
      return false;
    };
    expect([starts('basic'), starts('gb'), starts('strict')]).toEqual([true, false, false]);
  });

  it("keeps 々 from a line's start", () => {
    expect(linesOf('日日日日人々', 50).some((line) => line.startsWith('々'))).toBe(false);
  });

  it('gives a last line more than one character where it can', () => {
    for (const align of ['start', 'justify'] as const) {
      for (let width = 100; width < 400; width += 1.3) {
        const last = linesOf(prose[0]!, width, { align }).at(-1)!;
        expect(last.replace(/[，。“”—]/gu, '').length, `at ${width} pt`).toBeGreaterThan(1);
      }
    }
  });

  it('ends a line at every kind of line end in the text', () => {
    expect(linesOf('一\n二\r\n三\u2028四', 100)).toEqual(['一', '二', '三', '四']);
    expect(linesOf('一\n\n二', 100, { align: 'justify' })).toEqual(['一', '', '二']);
  });

  it('breaks English at spaces and behind hyphens', () => {
    expect(linesOf('a world-class city by the sea', 57)).toEqual(['a world-', 'class city by ', 'the sea']);
  });
});

describe('optimal breaks', () => {
  const stretchOf = (optimal: boolean): number => {
    let worst = 0;
    for (const text of prose)
      for (let width = 160; width <= 400; width += 7) {
        const { lines } = setParagraph(
          content(text, { align: 'justify', firstIndent: 20, breaking: { optimal } }),
          width,
          fonts,
        );
        for (const line of lines.slice(0, -1)) {
          const gaps = line.fragments.flatMap((each) =>
            [...each.text].map((character, index) =>
              /\p{Script=Han}/u.test(character) ? each.advances[index]! - 10 : 0,
            ),
          );
          worst += Math.max(0, ...gaps) ** 2;
        }
      }
    return worst;
  };

  it('open gaps less than line-by-line breaks do', () => {
    expect(stretchOf(true)).toBeLessThan(stretchOf(false) * 0.8);
  });
});

describe('text that no rule foresees', () => {
  it('parts an address behind a solidus, rather than leave the line before it short', () => {
    for (const align of ['start', 'justify'] as const)
      expect(linesOf('www.cixi.gov.cn/report/2024', 90, { align })).toEqual(['www.cixi.gov.cn/', 'report/2024']);
    expect(linesOf('详见www.cixi.gov.cn/report/2024', 155)).toEqual(['详见www.cixi.gov.cn/report/', '2024']);
  });

  it('breaks a word wider than its line anywhere', () => {
    for (const align of ['start', 'justify'] as const) {
      const lines = linesOf('W'.repeat(50), 60, { align });
      expect(lines.join('')).toBe('W'.repeat(50));
      expect(lines.length).toBeGreaterThan(5);
    }
  });

  it('puts one character a line where the width is less than one', () => {
    for (const align of ['start', 'justify'] as const) expect(linesOf('慈溪', 0, { align })).toEqual(['慈', '溪']);
  });

  it('sets 100,000 characters of any kind in linear time', { timeout: 60_000 }, () => {
    const kinds = [prose.join(''), 'W', ' ', '，', '中\n', '😀', 'ab ', '—', '\u0301'];
    for (const [index, text] of kinds.entries())
      for (const align of index === 0 ? (['start', 'justify'] as const) : (['justify'] as const)) {
        const started = performance.now();
        setParagraph(content(text.repeat(Math.ceil(100_000 / text.length)), { align }), 380, fonts);
        expect(performance.now() - started, JSON.stringify(text.slice(0, 4))).toBeLessThan(3000);
      }
  });

  it('drops control characters, replaces lone surrogates, and sets emoji and right-to-left text without complaint', () => {
    expect(linesOf('慈\u0000溪\u0007\ud800市\u200b', 100)).toEqual(['慈溪\ufffd市']);
    expect(linesOf('👨‍👩‍👧 مرحبا שלום', 200)).toHaveLength(1);
    expect(linesOf('', 100)).toEqual(['']);
  });
});
