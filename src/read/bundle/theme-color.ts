/** A theme colour: `accent1`, or lightened, `accent1+80%`. */
import { notOneOf, wrongType } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { colorSlots } from '../../model/theme.js';
import type { Color } from '../../model/theme.js';
import type { DataCursor } from '../shape/data-cursor.js';

/** The text colour, and a diagnostic, where it is none. */
export function readColor(cursor: DataCursor, tell: Tell): Color {
  const text = cursor.text() ?? '';
  const [, name = '', lighten] = /^([A-Za-z0-9]+)(?:\+(\d{1,3})%)?$/.exec(text) ?? [];
  const slot = colorSlots.find((known) => known === name);
  if (slot === undefined) {
    tell(
      name === ''
        ? wrongType('color', 'a colour of the theme, such as accent1 or accent1+80%', `"${text}"`, cursor.span)
        : notOneOf('color', name, colorSlots, cursor.span, nearestName(name, colorSlots)),
    );
    return { slot: 'dk1' };
  }
  if (lighten === undefined) return { slot };
  if (Number(lighten) > 100) tell(wrongType('color', 'lightened by at most 100%', `"${text}"`, cursor.span));
  return { slot, lighten: Math.min(1, Number(lighten) / 100) };
}
