/**
 * An edited deck, merged with its report as it is now. Base is what the build wrote, ours the deck, theirs the report.
 * What comes out are new contents of parts: all others are left as they are packed.
 */
import type { EditedDeck } from '../powerpoint/edited/edited-deck.js';
import { splice, type Splice } from '../powerpoint/edited/edit-xml.js';
import type { DeckIdentity, SlideIdentity } from '../powerpoint/identity/deck-identity.js';
import type { Change, ConflictChoice } from './changes/change.js';
import { chartNameMatcher } from './match/chart-names.js';
import { leastConfidence, matchSlides, shapesById, type SlideMatch } from './match/match-slides.js';
import { nextIdentity, nextSlides } from './next-identity.js';
import { pairSlides } from './match/pair-slides.js';
import { rowHomes } from './match/row-homes.js';
import type { BoundText, OldPrints, Quote } from './quoted-numbers.js';
import type { SlideContext, Theirs } from './slide-context.js';
import { isSameText } from './merge/merge-text.js';
import { refreshSlide } from './refresh-slide.js';
import { boundTexts, reprinter, twinTexts, type TextTwins } from './reprint.js';
import type { SlideGrowth } from './match/slide-growth.js';
import { signSplices } from './match/sign-slide.js';
import { planSlots } from './text/plan-slots.js';
import { plainText } from './text/tokens.js';

export interface RefreshedDeck {
  /** New contents by path. */
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  readonly changes: readonly Change[];
  /** What the deck says of itself from now on. */
  readonly identity: DeckIdentity;
  readonly matches: readonly (SlideMatch | null)[];
  /** Slides for which the report has more shapes. */
  readonly growth: readonly SlideGrowth[];
  /** What each slide says of itself now, by its key: slides that were pasted in too. */
  readonly slidesNow: ReadonlyMap<string, SlideIdentity>;
}

export function refreshDeck(
  deck: EditedDeck,
  base: DeckIdentity,
  theirs: Theirs,
  { choice, addNew }: { readonly choice: ConflictChoice; readonly addNew: boolean },
): RefreshedDeck {
  const matches = matchSlides(deck.slides, base.slides, base.report);
  // A slide that was pasted in from elsewhere brings its own base along.
  const known = [...new Set([...base.slides, ...matches.flatMap((match) => (match === null ? [] : [match.slide]))])];
  const pairs = pairSlides(known, theirs.identity.slides);
  const twins = twinTexts(pairs);
  const reprint = reprinter(twins, theirs.figures, theirs.identity.language);
  const context: SlideContext = {
    deck,
    theirs,
    rules: { reprint, choice, addNew },
    pairOf: new Map(pairs.map((pair) => [pair.base, pair])),
    everywhere: shapesById(known),
    homeOf: rowHomes(known, pairs),
    isSameChart: chartNameMatcher(deck.pack),
    old: oldPrints(known, twins, reprint),
    done: new Set(),
  };
  const parts = new Map<string, string | Uint8Array>();
  const changes: Change[] = [];
  const growth: SlideGrowth[] = [];
  const slidesNow = nextSlides(known, pairs);
  const identity = nextIdentity(base, theirs.identity, slidesNow);
  deck.slides.forEach((slide, index) => {
    const match = matches[index] ?? null;
    const refreshed = refreshSlide(slide, match, context);
    changes.push(...refreshed.changes);
    if (refreshed.growth !== null) growth.push(refreshed.growth);
    for (const [path, content] of refreshed.parts) parts.set(path, content);
    const signs =
      match === null || (refreshed.splices.length === 0 && refreshed.parts.size === 0)
        ? []
        : signSplices(slide, slidesNow.get(match.slide.key));
    const all: readonly Splice[] =
      refreshed.splices.length === 0 && deck.identity !== null ? [] : [...refreshed.splices, ...signs];
    if (all.length > 0) parts.set(slide.path, splice(slide.xml, all));
  });
  changes.push(...slideChanges(deck, known, matches, theirs.identity), ...lostIdentity(deck));
  return { parts, changes: ordered(changes), identity, matches, growth, slidesNow };
}

/**
 * What the figures that changed were printed as, for sentences that a person wrote around them; texts as copies have
 * them.
 */
export function oldPrints(
  slides: readonly SlideIdentity[],
  twins: TextTwins,
  reprint: SlideContext['rules']['reprint'],
): OldPrints {
  const prints = new Map<string, Quote>();
  const texts = new Map<string, BoundText | null>();
  for (const slide of slides)
    for (const text of boundTexts(slide)) {
      if (text.figures.length === 0) continue;
      const key = plainText(text.text);
      const next = twins.get(text) ?? null;
      if (key.length >= leastCopy) texts.set(key, clearer(texts.get(key), { base: text, next }));
      const slots = next !== null && isSameText(text, next) ? [] : planSlots(text, null, reprint);
      for (const { figure, text: printed, next: now } of slots)
        if (figure !== null && now !== null && plainText(now) !== plainText(printed))
          prints.set(plainText(printed), { figure, text: printed, next: now });
    }
  const clear = [...texts].flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]));
  const quotable = clear.filter(([key]) => key.length >= leastQuoted);
  quotable.sort(([one], [other]) => other.length - one.length);
  return { prints: [...prints.values()], texts: new Map(clear), quotable };
}

/** A copy of fewer characters may be anybody's. */
const leastCopy = 4;
/** Among a person's words a text has to be longer, for "5个" may be anybody's. */
const leastQuoted = 8;

/** Two places that said the same and now say two things: which of them was copied is not known. Null then. */
function clearer(known: BoundText | null | undefined, other: BoundText): BoundText | null {
  if (known === undefined) return other;
  if (known === null) return null;
  const says = ({ base, next }: BoundText): string => plainText((next ?? base).text);
  if (known.next === null || other.next === null) return known.next === null ? other : known;
  return says(known) === says(other) ? known : null;
}

/** Slides that were deleted, and how the deck stood when it was built, are not known then. */
const lostIdentity = ({ isIdentityLost }: EditedDeck): readonly Change[] =>
  isIdentityLost
    ? [
        {
          kind: 'stale',
          place: 'deck',
          slide: null,
          title: '',
          shape: null,
          figure: null,
          before: '',
          after: '',
          context: '',
          reason: 'identity',
        },
      ]
    : [];

/** Slides that one side has and the other has not. */
function slideChanges(
  deck: EditedDeck,
  base: readonly SlideIdentity[],
  matches: readonly (SlideMatch | null)[],
  next: DeckIdentity,
): readonly Change[] {
  const shown = new Set(matches.flatMap((match) => (match === null ? [] : [match.slide.key])));
  const had = new Set(base.map(({ key }) => key));
  const has = new Set(next.slides.map(({ key }) => key));
  const change = (kind: Change['kind'], slide: number | null, title: string, reason: Change['reason']): Change => ({
    kind,
    place: 'slide',
    slide,
    title,
    shape: null,
    figure: null,
    before: '',
    after: '',
    context: '',
    reason,
  });
  return [
    ...next.slides.filter(({ key }) => !had.has(key)).map(({ title }) => change('new', null, title, null)),
    ...next.slides
      .filter(({ key }) => had.has(key) && !shown.has(key))
      .map(({ title }) => change('kept', null, title, 'deleted')),
    ...deck.slides.flatMap(({ number }, index) => {
      const match = matches[index] ?? null;
      return match !== null && match.confidence >= leastConfidence && !has.has(match.slide.key)
        ? [change('gone', number, match.slide.title, null)]
        : [];
    }),
  ];
}

const ordered = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((one, other) => (one.slide ?? 1e9) - (other.slide ?? 1e9));
