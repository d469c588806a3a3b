import { describe, expect, it } from 'vitest';
import { fitText } from '../../src/text/fit-text.js';
import { prose } from './prose.js';
import { content, fonts } from './sample-theme.js';

const box = { width: 300, height: 120 };

describe('fitting', () => {
  it('finds the largest size at which text fits, in steps of half a point', () => {
    const fitted = fitText([content(prose[0]!)], box, { smallest: 8, largest: 24 }, fonts)!;
    expect(fitted.height).toBeLessThanOrEqual(120);
    expect(fitted.size * 2).toBe(Math.round(fitted.size * 2));
    const next = fitText([content(prose[0]!)], box, { smallest: fitted.size + 0.5, largest: fitted.size + 0.5 }, fonts);
    expect(next).toBeNull();
  });

  it('goes no larger than it may, and gives null where the smallest is too large', () => {
    expect(fitText([content('慈溪')], box, { smallest: 8, largest: 24 }, fonts)!.size).toBe(24);
    expect(fitText([content(prose.join(''))], box, { smallest: 12, largest: 24 }, fonts)).toBeNull();
  });

  it('scales line heights, indents and the space between with the size', () => {
    const fitted = fitText(
      [content('慈溪', { spaceAfter: 5 }), content('奋进', { firstIndent: 20 })],
      box,
      { smallest: 20, largest: 20 },
      fonts,
    )!;
    expect(fitted.height).toBe(32 + 10 + 32);
    expect(fitted.paragraphs[1]!.firstIndent).toBe(40);
  });

  it('counts between two paragraphs the larger of their spaces', () => {
    const fitted = fitText(
      [content('慈溪', { spaceAfter: 5 }), content('奋进', { spaceBefore: 8, spaceAfter: 3 })],
      box,
      { smallest: 20, largest: 20 },
      fonts,
    )!;
    expect(fitted.height).toBe(32 + 16 + 32);
  });

  it('prefers a smaller size to breaking a word that is wider than the box', () => {
    const fitted = fitText(
      [content('internationalization')],
      { width: 120, height: 500 },
      { smallest: 8, largest: 40 },
      fonts,
    )!;
    expect(fitted.paragraphs[0]!.lines).toHaveLength(1);
  });
});
