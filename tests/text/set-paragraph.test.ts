import { describe, expect, it } from 'vitest';
import { setParagraph } from '../../src/text/set-paragraph.js';
import { content, fonts, run, style } from './sample-theme.js';

describe('a set paragraph', () => {
  it('is as high as its lines, one line height apart', () => {
    const { lines, height } = setParagraph(content('慈溪奋勇争先再启新征程', { lineHeight: 18 }), 50, fonts);
    expect(height).toBe(18 * lines.length);
    expect(lines[1]!.baseline - lines[0]!.baseline).toBe(18);
  });

  it('centres the square of its largest characters in the line height', () => {
    // Noto Sans SC: 0.88 em above the baseline and 0.12 below; a 10 pt square in 16 pt leaves 3 pt above.
    expect(setParagraph(content('慈溪'), 100, fonts).lines[0]!.baseline).toBeCloseTo(3 + 8.8, 9);
    const mixed = setParagraph(
      content([run('546.6', { style: { ...style, size: 30 } }), run('亿元')], { lineHeight: 40 }),
      200,
      fonts,
    );
    expect(mixed.lines[0]!.baseline).toBeCloseTo(5 + 26.4, 9);
  });

  it('has one empty line where it has no text', () => {
    const { lines, height } = setParagraph(content([]), 100, fonts);
    expect([lines.length, height]).toEqual([1, 16]);
  });

  it('indents its first line, and moves lines to the centre or the end', () => {
    const xs = (align: 'start' | 'center' | 'end'): number[] =>
      setParagraph(content('慈溪奋勇争先', { align }), 40, fonts).lines.map((line) => line.fragments[0]!.x);
    expect(
      setParagraph(content('慈溪奋勇争先再启', { firstIndent: 20 }), 60, fonts).lines.map(
        (line) => line.fragments[0]!.x,
      ),
    ).toEqual([20, 0]);
    expect(xs('center')).toEqual([0, 10]);
    expect(xs('end')).toEqual([0, 20]);
  });

  it('hangs its bullet to the left of its text', () => {
    const bullet = { text: '•', ordered: false, level: 0, style };
    const set = setParagraph(content('城镇居民人均可支配收入', { indent: 15, bullet }), 80, fonts);
    expect(set.bullet!.x).toBeGreaterThanOrEqual(0);
    expect(set.lines.map((line) => line.fragments[0]!.x)).toEqual([15, 15]);
    const hung = setParagraph(content('城镇居民', { indent: 15, firstIndent: -15, bullet }), 80, fonts);
    expect([hung.bullet!.x, hung.lines[0]!.fragments[0]!.x]).toEqual([0, 15]);
  });

  it('makes room for a number that is wider than its indent', () => {
    const bullet = { text: '128.', ordered: true, level: 0, style };
    const set = setParagraph(content('城镇', { indent: 15, firstIndent: -15, bullet }), 80, fonts);
    expect(set.lines[0]!.fragments[0]!.x).toBeGreaterThan(21);
  });

  it('has no last line of a single word in a wide measure, where that costs no gaping line', () => {
    const text =
      'Every sample taken at the works met the standard. Two at taps did not, both for lead from private pipes; the ' +
      'owners were told the same day and the pipes have been replaced at the cost of the board.';
    const shares = Array.from({ length: 200 }, (_, step) => 300 + step * 2).map((width) => {
      const { lines } = setParagraph(content(text, { align: 'justify' }), width, fonts);
      return lines.at(-1)!.width / width;
    });
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.1);
  });

  it('gives writers clean runs and fragments that name them', () => {
    const set = setParagraph(content([run('慈\u0001溪'), run('市')]), 100, fonts);
    expect(set.runs.map((each) => each.text)).toEqual(['慈溪', '市']);
    expect(set.lines[0]!.fragments.map((each) => each.run)).toEqual([0, 1]);
    for (const { text, advances } of set.lines[0]!.fragments) expect(advances).toHaveLength([...text].length);
  });
});
