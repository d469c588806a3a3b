/** A length as a bundle may write it: a number of pt, or with its unit. */
import type { Pt } from '../../model/length.js';
import type { DataCursor } from '../shape/data-cursor.js';

const pointsOf = { mm: 72 / 25.4, pt: 1 } as const;

/** `12`, `12pt`, `390mm`; 0 for what is none, which its shape has told of. */
export function readLength(cursor: DataCursor): Pt {
  const [, number = '0', unit = 'pt'] = /^(\d+(?:\.\d+)?) ?(mm|pt)?$/.exec(cursor.text() ?? '') ?? [];
  return Number(number) * pointsOf[unit as keyof typeof pointsOf];
}
