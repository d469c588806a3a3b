/** Old numbers in words of a person's own: told, never touched, for nobody knows what they mean there. */
import type { TextIdentity } from '../powerpoint/identity/deck-identity.js';
import { digitNumber, plainDigits } from '../locale/reading/number-words.js';
import { numberCore } from './text/number-core.js';
import { plainText } from './text/tokens.js';

/** A figure that is another now: as it was printed, and as it is. */
export interface Quote {
  readonly figure: string;
  readonly text: string;
  readonly next: string;
}

/** A text of the build with figures in it; `next` is what it says now, null where the report has it no more. */
export interface BoundText {
  readonly base: TextIdentity;
  readonly next: TextIdentity | null;
}

export interface OldPrints {
  readonly prints: readonly Quote[];
  /** Whole paragraphs of the build, by their plain text: a copy of one is as bound as the paragraph itself. */
  readonly texts: ReadonlyMap<string, BoundText>;
  /** Those long enough to be known among a person's own words, longest first. */
  readonly quotable: readonly (readonly [plain: string, text: BoundText])[];
}

export function quotedNumbers(text: string, { prints }: Pick<OldPrints, 'prints'>): readonly Quote[] {
  const plain = plainText(text);
  if (!/\p{N}|[\u4e00-\u9fff]/u.test(plain)) return [];
  const numbers = new Set([...plain.matchAll(digitNumber)].map(([number]) => plainDigits(number)));
  return prints.filter(({ text: printed }) => {
    const { core, after, before, kind } = numberCore(printed);
    if (kind === 'digits' && !numbers.has(plainDigits(core))) return false;
    const unit = plainText(after).slice(0, 2);
    // A number alone may be anybody's: its unit, or the word before it, has to stand there too.
    const wanted = unit === '' ? plainText(before).slice(-2) + plainText(core) : plainText(core) + unit;
    return wanted.length > 2 && plain.includes(wanted);
  });
}
