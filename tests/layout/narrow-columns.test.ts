import { describe, expect, it } from 'vitest';
import { alignOn } from '../../src/layout/galley/text-block.js';
import type { TextStyle } from '../../src/model/theme.js';

const prose = { align: 'justify', size: 10 } as TextStyle;

describe('prose in a narrow column', () => {
  it('is ragged in English, whose few gaps would open too far, and justified on a line of sixty letters', () => {
    expect([alignOn(250, prose, 'en'), alignOn(500, prose, 'en')]).toEqual(['start', 'justify']);
  });

  it('is justified in Chinese, whose lines break anywhere', () => {
    expect(alignOn(100, prose, 'zh-CN')).toBe('justify');
  });

  it('keeps any other alignment of its style', () => {
    expect(alignOn(100, { ...prose, align: 'center' }, 'en')).toBe('center');
  });
});
