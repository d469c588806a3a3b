import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/writers/pdf/file/serialize.js';

const expected = (value: number, decimals: number): string => {
  const text = value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return text === '-0' ? '0' : text;
};

describe('a number of a PDF', () => {
  it('is rounded as a decimal number is, without zeros behind and without an exponent', () => {
    for (const decimals of [2, 3, 4, 5]) {
      for (let step = -4000; step < 4000; step++) {
        for (const value of [step / 7, step * 1.0005, step / 1000 + 0.0005, step * 1e-7, step * 123456.789]) {
          expect(formatNumber(value, decimals)).toBe(expected(value, decimals));
        }
      }
    }
  });

  it('has no exponent, however large it is', () => {
    expect(formatNumber(-2.5e21, 3)).toBe('-2500000000000000000000');
    expect(formatNumber(1e21, 3)).toMatch(/^1\d{21}$/);
  });

  it('cannot be infinite', () => {
    expect(() => formatNumber(Infinity, 3)).toThrow('cannot hold');
  });
});
