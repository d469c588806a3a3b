import { describe, expect, it } from 'vitest';
import { estimateWidth, strandsEnd, wrapLabel } from '../../src/text/label-lines.js';
import { fonts } from '../charts/sample-charts.js';

describe('a wrapped label', () => {
  it('has lines of about equal length', () => {
    expect(wrapLabel('新增公共停车位', 12, 75)).toEqual(['新增公共', '停车位']);
  });

  it('starts no line with a closing mark and ends none with an opening one', () => {
    const lines = wrapLabel('创新指数（宁波）、投资潜力', 10, 60, 4);
    for (const line of lines) {
      expect(line).not.toMatch(/^[）、]/);
      expect(line).not.toMatch(/（$/);
    }
    expect(lines.join('')).toBe('创新指数（宁波）、投资潜力');
  });

  it('parts no number from its unit and no word', () => {
    expect(wrapLabel('改造12月', 10, 22)).toEqual(['改造', '12月']);
    expect(wrapLabel('AI briefing', 10, 20)).toEqual(['AI', 'briefing']);
  });
});

it('an estimated width is never far below the real one', () => {
  for (const text of ['超7.9万元', '同比增长25%', '规上工业增加值', 'GDP 12,345.6', '2010个', '−16.6%']) {
    const real =
      Array.from(text, (character) => fonts.face('body', true).advance(character.codePointAt(0)!)).reduce(
        (sum, advance) => sum + advance,
        0,
      ) * 10;
    expect(estimateWidth(text, 10), text).toBeGreaterThanOrEqual(real - 2);
  }
});

it('a last line of one character is seen before PowerPoint strands it', () => {
  expect(strandsEnd('新增公共停车位', 12, 75)).toBe(true);
  expect(strandsEnd('新增公共停车位', 12, 55)).toBe(false);
  expect(strandsEnd('停车位', 12, 75)).toBe(false);
});
