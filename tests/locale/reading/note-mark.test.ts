import { describe, expect, it } from 'vitest';
import { withoutNoteMark } from '../../../src/locale/reading/note-mark.js';

describe('a number with the mark of a note', () => {
  it.each([
    ['1,234*', '1,234'],
    ['512.3p', '512.3'],
    ['345 [1]', '345'],
    ['345(1)', '345'],
    ['12.5①', '12.5'],
    ['−8.3†', '−8.3'],
    ['8.1% *', '8.1%'],
    ['*1234', '1234'],
    ['12³', '12'],
    ['７６５．３', '765.3'],
  ])('%s is %s', (text, number) => {
    expect(withoutNoteMark(text)).toBe(number);
  });

  it.each(['1,234', '12 km', '5m', 'A1*', '2024-03', '12亿元', '—', '', '*', '1.2.3*'])('%s stays as it is', (text) => {
    expect(withoutNoteMark(text)).toBe(text);
  });
});
