/**
 * A face that somebody else's file names, and what its text is measured with: itself where it can be had, else a font
 * of the same widths, else a font of ours stretched to its average width.
 */
import type { ThemeFont } from '../../model/theme.js';
import { letterWidthOf } from './letter-widths.js';
import { metricTwins } from './metric-twins.js';

/** Where fonts are looked for, in this order: each makes a path of a name and a weight. */
export interface FontPlaces {
  readonly places: readonly { readonly place: FontPlace; readonly prefix: string }[];
  has(path: string): boolean;
}

export type FontPlace = 'machine' | 'package' | 'template';

export interface FoundFace {
  readonly face: string;
  /** What measured it, by its name; null: a font of the theme's own. */
  readonly measured: string | null;
  readonly place: FontPlace | null;
  readonly regular: readonly string[];
  readonly bold: readonly string[];
  /** Average width of its letters in em, where a font of ours is stretched to it; null where nothing is stretched. */
  readonly width: number | null;
  /** False where that width is a guess. */
  readonly isKnown: boolean;
}

export function findFace(face: string, places: FontPlaces): FoundFace {
  for (const name of [face, ...(metricTwins[face.toLowerCase()] ?? [])]) {
    for (const { place, prefix } of places.places) {
      const regular = `${prefix}${name}:400`;
      if (!places.has(regular)) continue;
      const bold = `${prefix}${name}:700`;
      return {
        face,
        measured: name,
        place,
        regular: [regular],
        bold: places.has(bold) ? [bold] : [regular],
        width: null,
        isKnown: true,
      };
    }
  }
  const { width, isKnown } = letterWidthOf(face);
  return { face, measured: null, place: null, regular: [], bold: [], width, isKnown };
}

/**
 * A font of a theme as a template has it: named by the template's faces. Letters come from the Latin face, characters
 * of an East Asian one from it, all others from the theme's files.
 */
export const withFaces = (base: ThemeFont, latin: FoundFace | null, eastAsian: FoundFace | null): ThemeFont => {
  const { letterWidth: _, ...font } = base;
  const stretched = latin?.width ?? null;
  // Letters of an East Asian font are not those of the Latin one: then it stands behind the theme's.
  const ordered = (style: 'regular' | 'bold'): readonly string[] =>
    stretched === null
      ? [...(latin?.[style] ?? []), ...(eastAsian?.[style] ?? []), ...font[style]]
      : [...font[style], ...(eastAsian?.[style] ?? [])];
  return {
    ...font,
    latin: latin?.face ?? font.latin,
    eastAsian: eastAsian?.face ?? font.eastAsian,
    regular: [...new Set(ordered('regular'))],
    bold: [...new Set(ordered('bold'))],
    ...(stretched !== null && { letterWidth: stretched }),
  };
};
