/** A font and a text style, as themes and the documents of bundles state them. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { fontRoles, textAlignments } from '../../model/theme.js';
import type { TextStyle, ThemeFont } from '../../model/theme.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { readColor } from './theme-color.js';

export function readFont(cursor: DataCursor): ThemeFont {
  const files = (key: string): readonly string[] =>
    cursor
      .at(key)
      .names()
      .map(({ id }) => id);
  return {
    latin: cursor.at('latin').text() ?? '',
    eastAsian: cursor.at('eastAsian').text() ?? '',
    regular: files('regular'),
    bold: files('bold'),
  };
}

/**
 * What a style leaves out: font body, not bold, colour dk1, align start, no space around, no first indent, lines of 1.5
 * times the size.
 */
export function readStyle(cursor: DataCursor, tell: Tell): TextStyle {
  const length = (key: string, otherwise: number): number => cursor.at(key).number() ?? otherwise;
  const size = length('size', 0);
  return {
    font: cursor.at('font').choice(fontRoles) ?? 'body',
    size,
    lineHeight: length('lineHeight', size * 1.5),
    bold: cursor.at('bold').value === true,
    color: cursor.at('color').exists ? readColor(cursor.at('color'), tell) : { slot: 'dk1' },
    align: cursor.at('align').choice(textAlignments) ?? 'start',
    spaceBefore: length('spaceBefore', 0),
    spaceAfter: length('spaceAfter', 0),
    firstIndent: length('firstIndent', 0),
  };
}
