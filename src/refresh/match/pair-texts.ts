/** Which paragraph is which: of two builds, and of a build and what became of it. */
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { likeness } from '../text/align-tokens.js';
import { numberCore, occurrencesOf } from '../text/number-core.js';
import { maskedTokens } from '../text/plan-slots.js';
import { plainText, tokensOf, type Token } from '../text/tokens.js';

/** By index: the twin of each of `ones` among `others`, or null. Each has one twin at most. */
export type Pairing = readonly (number | null)[];

/** Less alike than this, two paragraphs are two. */
const leastAlike = 0.35;

/** Pairs texts of the build before and the build now: the same words, whatever their figures and numbers say. */
export function pairBuilds(base: readonly TextIdentity[], next: readonly TextIdentity[]): Pairing {
  if (base.length === 1 && next.length === 1) return [0];
  const isSame = base.length === next.length && base.every((text, index) => text.text === next[index]!.text);
  if (isSame) return base.map((_, index) => index);
  const [ones, others] = [base.map(maskedTokens), next.map(maskedTokens)];
  const [names, otherNames] = [ones.map(nameOf), others.map(nameOf)];
  const alone = pairEqual(names, otherNames);
  return pair(alone, next.length, (one, other) => {
    const alike = likeness(ones[one]!.map(withoutNumber), others[other]!.map(withoutNumber));
    return alike + (sameFigures(base[one]!, next[other]!) ? leastAlike : 0);
  });
}

/** ● met and ○ missed have no word in common, and the figure between them is the same. */
const sameFigures = ({ figures }: TextIdentity, other: TextIdentity): boolean =>
  figures.length > 0 &&
  figures.length === other.figures.length &&
  figures.every(({ figure }, index) => figure === other.figures[index]!.figure);

/** A number of no figure's is one number like another. */
const withoutNumber = (token: Token): Token =>
  token.isNumber && !token.key.startsWith('{') ? { ...token, key: '#' } : token;

const nameOf = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join('');

/** Pairs texts of a build and the deck as it is: equal, or alike but for numbers, or with the same figures in them. */
export function pairEdited(base: readonly TextIdentity[], edited: readonly string[]): Pairing {
  const [plain, others] = [base.map(({ text }) => plainText(text)), edited.map(plainText)];
  if (base.length === edited.length && plain.every((text, index) => text === others[index]))
    return plain.map((_, index) => index);
  const [ones, twos] = [base.map(({ text }) => withoutNumbers(text)), edited.map(withoutNumbers)];
  const isLone = base.length === 1 && edited.length === 1;
  return pair(pairEqual(plain, others), edited.length, (one, other) => {
    const shared = sharedFigures(base[one]!, edited[other]!);
    const score = likeness(ones[one]!, twos[other]!) + shared;
    return isLone ? Math.max(score, leastAlike) : score;
  });
}

const withoutNumbers = (text: string): readonly Token[] => tokensOf(text).map(withoutNumber);

/** The share of a paragraph's figures whose numbers stand in the other text, up to a half. */
function sharedFigures({ figures }: TextIdentity, edited: string): number {
  if (figures.length === 0) return 0;
  const found = figures.filter(({ text }) => {
    const core = numberCore(text);
    return core.core.length > 1 && occurrencesOf(core, edited).length > 0;
  });
  return (found.length / figures.length) * 0.5;
}

/** Those that say the same: of several, those that stand nearest to the same place. */
function pairEqual(ones: readonly string[], others: readonly string[]): Pairing {
  const places = new Map<string, number[]>();
  others.forEach((text, index) => places.set(text, [...(places.get(text) ?? []), index]));
  const pairs = ones.flatMap((text, one) => (places.get(text) ?? []).map((other) => [one, other] as const));
  pairs.sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d) || a - c);
  const pairing = ones.map((): number | null => null);
  const taken = new Set<number>();
  for (const [one, other] of pairs) {
    if (pairing[one] !== null || taken.has(other)) continue;
    pairing[one] = other;
    taken.add(other);
  }
  return pairing;
}

/**
 * Of those that have no equal the best pairs first; where two are as good, those that stand at the same place.
 * @param equal the pairs that say the same, which stand
 */
function pair(equal: Pairing, otherCount: number, score: (one: number, other: number) => number): Pairing {
  const scores: { one: number; other: number; score: number }[] = [];
  const pairing = [...equal];
  const taken = new Set(equal.filter((place) => place !== null));
  for (let one = 0; one < equal.length; one += 1)
    for (let other = 0; other < otherCount; other += 1) {
      if (equal[one] !== null || taken.has(other)) continue;
      const own = score(one, other);
      if (own >= leastAlike) scores.push({ one, other, score: own });
    }
  scores.sort((a, b) => b.score - a.score || Math.abs(a.one - a.other) - Math.abs(b.one - b.other) || a.one - b.one);
  for (const { one, other } of scores) {
    if (pairing[one] !== null || taken.has(other)) continue;
    pairing[one] = other;
    taken.add(other);
  }
  return pairing;
}
