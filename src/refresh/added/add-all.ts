/** All that the report has more than an edited deck: first what its slides lack, then slides. */
import { markOfPieces } from '../../memo/content-mark.js';
import type { EditedDeck } from '../../powerpoint/edited/edited-deck.js';
import type { DeckIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { identityJson } from '../../powerpoint/identity/identity-json.js';
import type { Change } from '../changes/change.js';
import type { SlideMatch } from '../match/match-slides.js';
import type { SlideGrowth } from '../match/slide-growth.js';
import { addShapes, type AddedPiece } from './add-shapes.js';
import { addSlides } from './add-slides.js';
import { listTypes, partsTarget } from './copy-part.js';

/** A deck that was refreshed, as far as additions need it. */
interface Refreshed {
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  readonly changes: readonly Change[];
  readonly identity: DeckIdentity;
  readonly matches: readonly (SlideMatch | null)[];
  readonly growth: readonly SlideGrowth[];
  readonly slidesNow: ReadonlyMap<string, SlideIdentity>;
}

/**
 * @param source the deck that the report would be now
 * @param wanted slides of it that the deck never had
 */
export function addAll<Deck extends Refreshed>(
  deck: EditedDeck,
  refreshed: Deck,
  source: EditedDeck,
  wanted: readonly SlideIdentity[],
): Deck {
  const { identity, matches } = refreshed;
  const target = partsTarget(deck, new Map(refreshed.parts));
  const keys = matches.map((match) => match?.slide.key);
  const slidePath = (key: string): string | undefined => deck.slides[keys.indexOf(key)]?.path;
  const grown = new Map<string, SlideIdentity>();
  let { changes } = refreshed;
  for (const growth of refreshed.growth) {
    const key = growth.pair.base.key;
    const own = refreshed.slidesNow.get(key) ?? growth.pair.base;
    const added = addShapes(growth, target, source, { report: identity.report, identity: own, slidePath });
    grown.set(key, added.identity);
    changes = toldAdded(changes, growth.slide.number, added.pieces);
  }
  const slides = addSlides(target, source, wanted, matches);
  if (slides.length === 0 && [...grown.values()].every((slide) => refreshed.slidesNow.get(slide.key) === slide))
    return refreshed;
  listTypes(target);
  const titles = new Set(slides.map(({ title }) => title));
  const { format, report, language } = identity;
  const all = [...identity.slides.map((slide) => grown.get(slide.key) ?? slide), ...slides];
  const said = { format, report, language, slides: all };
  return {
    ...refreshed,
    parts: target.parts,
    identity: { ...said, build: markOfPieces(identityJson(said)) },
    changes: changes.map((change) =>
      change.kind === 'new' && change.place === 'slide' && titles.has(change.title)
        ? { ...change, kind: 'added' }
        : change,
    ),
  };
}

/** A piece is told once, with what it lies over; its captions go without saying. */
const toldAdded = (changes: readonly Change[], slide: number, pieces: readonly AddedPiece[]): readonly Change[] =>
  changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'new' || change.slide !== slide) return [change];
    const piece = pieces.find(({ names }) => names.has(change.after));
    if (piece === undefined) return [change];
    if (piece.main.name !== change.after) return [];
    const { over } = piece;
    const told = { ...change, kind: 'added' } as const;
    return [over.length === 0 ? told : { ...told, context: over.join(', '), reason: 'overlaps' }];
  });
