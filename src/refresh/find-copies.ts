/** Texts of a build that stand word for word in a person's own paragraph: copies are as bound as the text itself. */
import type { TextIdentity } from '../powerpoint/identity/deck-identity.js';
import type { BoundText, OldPrints } from './quoted-numbers.js';
import { findVerbatim, type Stretch } from './text/find-verbatim.js';
import { plainText } from './text/tokens.js';

export interface Copy {
  readonly text: BoundText;
  /** Of the paragraph, in UTF-16 units. */
  readonly stretch: Stretch;
}

/**
 * The whole paragraph, else the longest copies in it, in order; they do not overlap.
 * @param own texts of the same shape: among a person's words they may be as short as they like
 */
export function findCopies(text: string, old: OldPrints, own: readonly TextIdentity[]): readonly Copy[] {
  const plain = plainText(text);
  const whole = old.texts.get(plain);
  if (whole !== undefined) return [{ text: whole, stretch: { start: 0, end: text.length } }];
  const copies: Copy[] = [];
  const look = (candidate: BoundText): void => {
    for (const stretch of findVerbatim(candidate.base.text, text))
      if (copies.every((other) => stretch.end <= other.stretch.start || other.stretch.end <= stretch.start))
        copies.push({ text: candidate, stretch });
  };
  for (const base of own)
    if (base.figures.length > 0) look(old.texts.get(plainText(base.text)) ?? { base, next: null });
  for (const [key, candidate] of old.quotable) if (plain.includes(key)) look(candidate);
  return copies.sort((one, other) => one.stretch.start - other.stretch.start);
}
