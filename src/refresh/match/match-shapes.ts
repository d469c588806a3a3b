/** Which shape of a build each shape of an edited slide is. */
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { likeness } from '../text/align-tokens.js';
import { tokensOf } from '../text/tokens.js';
import { maskedText, textsOfEditedShape, textsOfShape } from './texts-of-slide.js';

export interface ShapeMatch {
  readonly shape: ShapeIdentity;
  readonly confidence: number;
}

/**
 * One for each shape of the slide; null for one that a person made. Trusted in this order: its id, on any slide; its
 * name; what it says; its kind and place.
 *
 * @param isSameChart whether a chart draws what another does
 */
export function matchShapes(
  edited: readonly EditedShape[],
  slide: SlideIdentity,
  everywhere: ReadonlyMap<string, ShapeIdentity>,
  isSameChart: MatchRule['fits'],
): readonly (ShapeMatch | null)[] {
  const own = new Map(slide.shapes.map((shape) => [shape.creationId.toUpperCase(), shape]));
  const matches = edited.map(({ creationId }): ShapeMatch | null => {
    const found = creationId === null ? undefined : (own.get(creationId) ?? everywhere.get(creationId));
    return found === undefined ? null : { shape: found, confidence: 1 };
  });
  const taken = new Set(matches.flatMap((match) => (match === null ? [] : [match.shape])));
  // Where any id is known, a shape without a known one is a person's, unless it says the very same. PowerPoint gives
  // new ids to shapes that lost theirs.
  const isLost = matches.every((match) => match === null);
  const drawn: MatchRule = { confidence: 0.9, fits: isSameChart };
  const rules = isLost ? [...lostRules.slice(0, -1), drawn, ...lostRules.slice(-1)] : keptRules;
  for (const { confidence, fits } of rules) {
    edited.forEach((shape, index) => {
      if (matches[index] !== null) return;
      const found = slide.shapes.filter(
        (candidate) => !taken.has(candidate) && isOfKind(shape, candidate) && fits(shape, candidate),
      );
      const best = found.length === 1 ? found[0] : nearest(shape, found);
      if (best === undefined) return;
      taken.add(best);
      matches[index] = { shape: best, confidence };
    });
  }
  return matches;
}

/** A chart may have become a picture. */
const isOfKind = (edited: EditedShape, { kind }: ShapeIdentity): boolean =>
  edited.kind === kind ||
  (edited.kind === 'picture' && kind === 'chart') ||
  (kind === 'plain' && edited.kind === 'text');

interface MatchRule {
  readonly confidence: number;
  readonly fits: (edited: EditedShape, base: ShapeIdentity) => boolean;
}

const joined = (texts: readonly string[]): string => maskedText(texts.join('\n'));

const sameText: MatchRule = {
  confidence: 0.95,
  fits: (edited, base) => {
    const text = joined(textsOfShape(base));
    return text.length > 2 && text === joined(textsOfEditedShape(edited));
  },
};
const likeText: MatchRule = {
  confidence: 0.75,
  fits: (edited, base) => {
    const [one, other] = [joined(textsOfShape(base)), joined(textsOfEditedShape(edited))];
    return one.length > 4 && likeness(tokensOf(one), tokensOf(other)) >= 0.6;
  },
};
const keptRules: readonly MatchRule[] = [sameText, likeText];
const lostRules: readonly MatchRule[] = [
  { confidence: 0.97, fits: (edited, base) => edited.name === base.name && sameText.fits(edited, base) },
  sameText,
  // LibreOffice calls every placeholder "PlaceHolder 1".
  { confidence: 0.9, fits: (edited, base) => edited.name === base.name && !/^PlaceHolder \d+$/.test(edited.name) },
  likeText,
  { confidence: 0.7, fits: (edited, base) => isNear(edited, base, 4000) },
];

/** Boxes move to hundredths of a millimetre, and tables grow a little, when LibreOffice saves. */
function isNear({ box }: EditedShape, { box: other }: ShapeIdentity, most: number): boolean {
  if (box === null) return false;
  return (['x', 'y', 'cx', 'cy'] as const).every((side) => Math.abs(box[side] - other[side]) <= most);
}

function nearest({ box }: EditedShape, found: readonly ShapeIdentity[]): ShapeIdentity | undefined {
  if (box === null) return found[0];
  const distance = ({ box: other }: ShapeIdentity): number => Math.abs(box.x - other.x) + Math.abs(box.y - other.y);
  return [...found].sort((one, other) => distance(one) - distance(other))[0];
}
