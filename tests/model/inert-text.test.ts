/** No text of a CSV file is a formula to a spreadsheet, and each is read as it was. */
import { describe, expect, it } from 'vitest';
import { bareText, inertText } from '../../src/model/inert-text.js';

describe('a text in CSV', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', "'=1", '\t=1'])('that would be a formula is none: %s', (text) => {
    expect(inertText(text)).toBe(`'${text}`);
    expect(bareText(inertText(text))).toBe(text);
  });

  it.each(['-5.0', '+8.1%', '-1,234.5', 'a=b', '', "'quoted'", '2024'])('that is none stays as it is: %s', (text) => {
    expect(inertText(text)).toBe(text);
    expect(bareText(text)).toBe(text);
  });
});
