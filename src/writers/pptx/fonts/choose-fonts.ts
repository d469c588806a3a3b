/** Which fonts travel in a deck: each face that it names, where a font file of that name may be passed on. */
import { fontsStayHome } from '../../../diagnostics/deck-messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import type { Theme } from '../../../model/theme.js';
import { readNaming, type FontNaming } from '../../../text/stand-in/font-naming.js';
import type { Face, Fonts } from '../../../text/fonts.js';
import { readTrueType } from '../../pdf/fonts/font-tables.js';

export interface TravellingFont {
  /** As the deck names it. */
  readonly face: string;
  readonly bold: boolean;
  readonly bytes: Uint8Array;
  readonly naming: FontNaming;
}

/** A face of which no file may travel is told. */
export function chooseFonts({ fonts: faces }: Theme, fonts: Fonts, tell: Tell): readonly TravellingFont[] {
  const named = new Map<string, Map<boolean, TravellingFont>>();
  for (const role of ['heading', 'body'] as const)
    for (const face of [faces[role].latin, faces[role].eastAsian]) {
      const styles = named.get(face) ?? new Map<boolean, TravellingFont>();
      for (const bold of [false, true]) {
        const found = styles.has(bold) ? null : fontNamed(face, bold, fonts.face(role, bold));
        if (found !== null) styles.set(bold, found);
      }
      if (face !== '') named.set(face, styles);
    }
  const home = [...named].filter(([, styles]) => styles.size === 0).map(([face]) => face);
  if (home.length > 0) tell(fontsStayHome(home));
  return [...named.values()].flatMap((styles) => [...styles.values()]);
}

/** Of the files that measured the face, the one of its name: in the weight that is asked for, TrueType, and open. */
function fontNamed(face: string, bold: boolean, { files }: Face): TravellingFont | null {
  for (const { bytes } of files) {
    const naming = readNaming(bytes);
    if (naming === null || !naming.isOpen || naming.family.toLowerCase() !== face.toLowerCase()) continue;
    if (/bold/i.test(naming.style) === bold && readTrueType(bytes) !== null) return { face, bold, bytes, naming };
  }
  return null;
}
