import { describe, expect, it } from 'vitest';
import type { Fragment, Line } from '../../src/model/page.js';
import { setParagraph } from '../../src/text/set-paragraph.js';
import { measureRuns, measureText } from '../../src/text/measure-text.js';
import { prose } from './prose.js';
import { content, fonts, run, style } from './sample-theme.js';

const lineOf = (text: string, width = 400): Line => setParagraph(content(text), width, fonts).lines[0]!;
const advancesOf = (text: string): number[] =>
  lineOf(text)
    .fragments.flatMap((each) => [...each.advances])
    .map((each) => Math.round(each * 100) / 100);
/** Where each character's glyph starts, in pt. */
const origins = (line: Line): number[] =>
  line.fragments.flatMap(({ x, advances }) => {
    let pen = x;
    return advances.map((advance) => (pen += advance) - advance);
  });

describe('marks', () => {
  it('close up where two stand side by side', () => {
    expect(advancesOf('的”，“的')).toEqual([10, 5, 5, 10, 10]);
    expect(advancesOf('《（一）》')).toEqual([5, 10, 10, 5, 10]);
    expect(advancesOf('的。”了')).toEqual([10, 5, 10, 10]);
  });

  it('keep their blank beside characters', () => {
    expect(advancesOf('一，二（三）四')).toEqual([10, 10, 10, 10, 10, 10, 10]);
  });

  it('lose their blank at the edges of a line', () => {
    const line = lineOf('（三）');
    expect(line.fragments[0]!.x).toBe(-5);
    expect(line.width).toBe(20);
  });

  it('keep every blank in text that an office program will set again', () => {
    const { lines } = setParagraph(content('“的”，“的”', { breaking: { spacing: 'loose' } }), 400, fonts);
    expect(lines[0]!.fragments[0]!.advances).toEqual([10, 10, 10, 10, 10, 10, 10]);
    expect(lines[0]!.fragments[0]!.x).toBe(0);
  });

  it('leave no blank before the mark of a footnote, whose own place no gap opens', () => {
    const raised = { style: { ...style, script: 'super' as const }, whole: true };
    const line = (before: string, align: 'start' | 'justify'): readonly Fragment[] =>
      setParagraph(content([run(before), run('[1]', raised), run('的'.repeat(60))], { align }), 398, fonts).lines[0]!
        .fragments;
    const gapBefore = ([words, mark]: readonly Fragment[]): number =>
      Math.round((mark!.x - words!.x - [...words!.text].length * 10) * 100) / 100;
    expect(gapBefore(line('增长', 'start'))).toBe(0);
    expect(gapBefore(line('增长。', 'start'))).toBe(-5);
    const justified = line('增长', 'justify');
    expect(justified[1]!.x - justified[0]!.x).toBeCloseTo(justified[0]!.advances[0]! + 10);
    expect(justified[1]!.advances.reduce((sum, advance) => sum + advance, 0)).toBeCloseTo(
      measureText('[1]', { ...style, size: (style.size * 2) / 3 }, fonts),
    );
  });

  it('join the halves of —— into one stroke', () => {
    const [, first, second, next] = origins(lineOf('的——的'));
    expect(second! - first!).toBeLessThan(8.2); // the ink of one half is 8.01 pt wide
    expect(next).toBeCloseTo(10 + 2 * 8.94, 6);
  });

  it('stand as close as letters where the text has no Chinese in it', () => {
    expect(lineOf('“Yes”, he said').width).toBeLessThan(measureText('“Yes”, he said', style, fonts) - 5);
  });
});

describe('Han beside Latin', () => {
  it('stands a quarter em from letters and digits', () => {
    const [han, letter] = advancesOf('中A文');
    expect(han).toBe(12.5);
    expect(letter).toBeCloseTo(fonts.face('body', false).advance(65) * 10 + 2.5, 2);
  });

  it('takes a typed space for the same quarter em', () => {
    expect(lineOf('规上 546.6 亿元').width).toBeCloseTo(lineOf('规上546.6亿元').width, 6);
  });

  it('has no gap beside full-width marks', () => {
    expect(advancesOf('，A。').slice(0, 1)).toEqual([10]);
  });

  it('has no gap beside Western marks, full-width digits, or a sign that is none', () => {
    const widths = (text: string): number =>
      lineOf(text).width - measureText(text.replaceAll(/\p{Script=Han}/gu, ''), style, fonts);
    expect(widths('慈溪(宁波)')).toBeCloseTo(40, 6);
    expect(widths('慈溪-杭州')).toBeCloseTo(40, 6);
    expect(widths('共３个')).toBeCloseTo(20, 6);
    expect(widths('气温-3度')).toBeCloseTo(35, 6);
  });

  it('has its gap between runs and in what measures them', () => {
    const runs = [run('超'), run('7.9', { style: { ...style, bold: true } }), run('万元')];
    const set = setParagraph(content(runs), 400, fonts).lines[0]!;
    expect(measureRuns(runs, fonts)).toBeCloseTo(set.width, 6);
    expect(set.fragments.map((each) => each.text)).toEqual(['超', '7.9', '万元']);
  });
});

describe('justified lines', () => {
  it('reach the full width, all but the last', () => {
    for (const text of prose)
      for (const width of [230, 380, 455]) {
        const { lines } = setParagraph(content(text, { align: 'justify', firstIndent: 20 }), width, fonts);
        for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(width, 3);
        expect(lines[0]!.fragments[0]!.x).toBeGreaterThanOrEqual(15);
      }
  });

  it('have the width that their fragments add up to', () => {
    for (const text of prose)
      for (const line of setParagraph(content(text, { align: 'justify' }), 300, fonts).lines) {
        const last = line.fragments.at(-1)!;
        const mark = /[，。；：！？”）》]\s*$/u.test(last.text) ? 5 : 0;
        expect(last.x + last.advances.reduce((sum, each) => sum + each, 0) - mark).toBeCloseTo(line.width, 3);
      }
  });

  it('open gaps between characters but never inside a number or a word', () => {
    const { lines } = setParagraph(content(prose[2]!, { align: 'justify' }), 300, fonts);
    const face = fonts.face('body', false);
    for (const line of lines)
      for (const { text, advances } of line.fragments) {
        [...text].forEach((character, index, characters) => {
          if (/\d/.test(character) && /[\d.%]/.test(characters[index + 1] ?? ''))
            expect(advances[index]).toBeCloseTo(face.advance(character.codePointAt(0)!) * 10, 9);
        });
      }
  });

  it('keep English quotation marks clear of their neighbours', () => {
    for (let width = 60; width < 200; width += 3) {
      for (const line of setParagraph(
        content('“Yes”, he said, “we shall see” and “left” the “room”', { align: 'justify' }),
        width,
        fonts,
      ).lines) {
        for (const { text, advances } of line.fragments)
          [...text].forEach((character, index) => {
            if (character === '”' && index < text.trimEnd().length - 1)
              expect(advances[index]).toBeGreaterThanOrEqual(4);
          });
      }
    }
  });

  it('never overlap', () => {
    for (const text of prose)
      for (let width = 120; width < 400; width += 13) {
        for (const { fragments } of setParagraph(content(text, { align: 'justify' }), width, fonts).lines) {
          for (const { advances, text: characters } of fragments)
            if (/\p{Script=Han}/u.test(characters)) expect(Math.min(...advances.slice(0, -1), 3)).toBeGreaterThan(1.6);
        }
      }
  });
});
