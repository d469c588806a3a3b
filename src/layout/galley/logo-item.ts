/**
 * The logo of a brand on a page: whole, right-aligned, on a plate where the ground is deep and it has no form for that.
 */
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import { partName } from '../../locale/part-words.js';
import { filledShape } from './filled-shape.js';

export interface LogoPlace {
  readonly right: Pt;
  readonly top: Pt;
  readonly height: Pt;
  /** No wider than this, in pt. */
  readonly most: Pt;
  readonly isDeep: boolean;
  /** BCP 47. */
  readonly language: string;
}

/** Around a logo on its plate, in pt. */
const plate = 6;

/** Artifacts: a screen reader need not hear it on every page. Empty for a theme without one. */
export const logoItems = ({ logo }: Theme, place: LogoPlace): readonly PageItem[] => {
  if (logo === undefined) return [];
  const picture = (place.isDeep ? logo.onDark : null) ?? logo.onLight;
  const height = Math.min(place.height, (place.most * picture.height) / picture.width);
  const width = (height * picture.width) / picture.height;
  const box = { x: place.right - width, y: place.top + (place.height - height) / 2, width, height };
  const name = partName('logo', place.language);
  const item: PageItem = {
    kind: 'picture',
    name,
    tag: 'artifact',
    picture,
    crop: { x: 0, y: 0, width: 1, height: 1 },
    box,
  };
  if (!place.isDeep || logo.onDark !== null) return [item];
  const around = { x: box.x - plate, y: box.y - plate, width: width + 2 * plate, height: height + 2 * plate };
  return [filledShape(`${name} 0`, { slot: 'lt1' }, around), item];
};
