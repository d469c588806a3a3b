import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src/writers/pptx/plan/plain-xml-text.js';
import { languageOf } from '../../../../src/writers/xml/text-language.js';
import { planParagraphs } from '../../../../src/writers/pptx/plan/plan-text.js';
import { bullet, paragraph, run, titleStyle } from '../sample-pages.js';

const context = { language: 'zh-CN', clean: (text: string) => text };
const plan = (...paragraphs: Parameters<typeof planParagraphs>[0]) => planParagraphs(paragraphs, null, false, context);

describe('planned paragraphs', () => {
  it('break a run in two at a line break', () => {
    expect(plan(paragraph([run('一\n二')]))[0]!.runs.map(({ text, breakBefore }) => [text, breakBefore])).toEqual([
      ['一', false],
      ['二', true],
    ]);
  });

  it('leave out what a placeholder gives already', () => {
    const [planned] = planParagraphs(
      [paragraph([run('标题', {}, titleStyle)], {}, titleStyle)],
      titleStyle,
      false,
      context,
    );
    expect(planned).toMatchObject({
      align: null,
      lineHeight: null,
      spaceBefore: null,
      spaceAfter: null,
      runs: [{ size: null, bold: null, color: null, font: null }],
    });
  });

  it('say what differs from the placeholder, even that a run is not bold', () => {
    const [planned] = planParagraphs(
      [paragraph([run('标题', { bold: false, size: 24 }, titleStyle)], {}, titleStyle)],
      titleStyle,
      false,
      context,
    );
    expect(planned!.runs[0]).toMatchObject({ size: 24, bold: false, color: null });
  });

  it('count an ordered list on over its nested items, and start again after a paragraph', () => {
    const starts = plan(
      bullet('1.', [run('甲')]),
      bullet('•', [run('子')], 1),
      bullet('2.', [run('乙')]),
      paragraph([run('段')]),
      bullet('5.', [run('丙')]),
      bullet('6.', [run('丁')]),
    ).map((planned) => (planned.bullet?.kind === 'number' ? planned.bullet.start : null));
    expect(starts).toEqual([1, null, 1, null, 5, 5]);
  });

  it('add up to the larger of the spaces between them, with none at the ends of the box', () => {
    const spaces = plan(
      ...[
        [9, 4],
        [2, 6],
        [10, 3],
      ].map(([spaceBefore, spaceAfter]) =>
        paragraph([run('段')], { spaceBefore: spaceBefore!, spaceAfter: spaceAfter! }),
      ),
    ).map(({ spaceBefore, spaceAfter }) => [spaceBefore, spaceAfter]);
    expect(spaces).toEqual([
      [0, 4],
      [0, 6],
      [4, 0],
    ]);
  });

  it('raise the mark of a footnote in the size of its text, as a run of its own', () => {
    const [planned] = plan(paragraph([run('增长'), run('[1]', { script: 'super' }), run('，又')]));
    expect(planned!.runs.map(({ text, script }) => [text, script])).toEqual([
      ['增长', null],
      ['[1]', 'super'],
      ['，又', null],
    ]);
    expect(new Set(planned!.runs.map(({ size }) => size)).size).toBe(1);
  });

  it('write the numbers of a list as text where PowerPoint does not count from there', () => {
    const numbered = (text: string) => ({
      ...paragraph([run('项')]),
      bullet: { ...bullet(text, []).bullet!, ordered: true },
    });
    const planned = plan(numbered('0.'), numbered('1.'));
    expect(planned.map((each) => [each.bullet, each.runs[0]!.text])).toEqual([
      [null, '0.\t'],
      [null, '1.\t'],
    ]);
    expect(plan(numbered('40000.'))[0]!.runs[0]!.text).toBe('40000.\t');
    expect(plan(numbered('3.'))[0]!.bullet).toMatchObject({ kind: 'number', start: 3 });
  });

  it("write a footnote's label as text, with a tab to the indent that it hangs in", () => {
    const [planned, further] = plan(
      { ...bullet('[12]', [run('说明', { color: { slot: 'accent1' } })]), note: { text: '[12]' } },
      { ...paragraph([run('又一段')], { indent: 20 }), note: { text: '[12]' } },
    );
    expect(planned).toMatchObject({ bullet: null, indent: 20, runs: [{ text: '[12]\t说明' }] });
    expect(planned!.firstIndent).toBeLessThan(0);
    expect(further).toMatchObject({ bullet: null, indent: 20, firstIndent: 0, runs: [{ text: '又一段' }] });
  });

  it("make a field of a number in the slide number's place only", () => {
    const number = [paragraph([run('12')])];
    expect(planParagraphs(number, null, true, context)[0]!.runs[0]!.slideNumber).toBe(true);
    expect(planParagraphs(number, null, false, context)[0]!.runs[0]!.slideNumber).toBe(false);
  });

  it('are at least one, for a box must have one', () => {
    expect(plan()).toHaveLength(1);
  });
});

describe('the language of a run', () => {
  it.each([
    ['规上工业', 'zh-CN'],
    ['AI与制造', 'zh-CN'],
    ['Cixi', 'en-US'],
    ['546.6%', 'zh-CN'],
    ['', 'zh-CN'],
  ])('of %j is %s', (text, language) => {
    expect(languageOf(text, 'zh-CN')).toBe(language);
  });

  it('is Chinese for Han characters in an English deck', () => {
    expect(languageOf('慈溪', 'en-GB')).toBe('zh-CN');
  });
});

describe('cleaned text', () => {
  it('loses control characters and halves of pairs, and says which', () => {
    expect(cleanText('a\u0000b\uD800c\uDC00d\uFFFE')).toEqual({
      text: 'abcd',
      removed: ['U+0000', 'U+D800', 'U+DC00', 'U+FFFE'],
    });
  });

  it('keeps tabs, line ends and characters beyond the first plane', () => {
    expect(cleanText('𠮷\t\n😀')).toEqual({ text: '𠮷\t\n😀', removed: [] });
  });
});
