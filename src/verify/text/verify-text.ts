/** One text as it stands, against what the build wrote there: what each of its numbers is. */
import { digitNumber, plainDigits } from '../../locale/reading/number-words.js';
import type { TextIdentity } from '../../powerpoint/identity/deck-identity.js';
import { locateSlots } from '../../refresh/text/locate-slots.js';
import type { Reprint, Slot } from '../../refresh/text/plan-slots.js';
import { plainText } from '../../refresh/text/tokens.js';
import type { TextNumber } from './number-finding.js';
import type { KnownValues } from './known-values.js';
import { numberSlots } from './number-slots.js';
import { wrongAround } from './wrong-around.js';

export interface VerifyRules {
  readonly reprint: Reprint;
  /** The figures of the report, by their values; none are known without it. */
  readonly known: KnownValues | null;
}

export function verifyText(
  base: TextIdentity,
  next: TextIdentity | null,
  edited: string,
  rules: VerifyRules,
): readonly TextNumber[] {
  const slots = numberSlots(base, next, rules.reprint);
  if (plainText(edited) === plainText(base.text)) return slots.map((slot) => standing(slot, slot.text));
  const located = locateSlots(base.text, slots, edited);
  const own = slots.flatMap((slot, index): readonly TextNumber[] => {
    const found = located[index]!;
    if (found.at === 'found') {
      const wrong = wrongAround(slot, base.text, found, edited);
      return [wrong === null ? standing(slot, found.text) : typedOver(slot, wrong)];
    }
    if (found.at !== 'typed') return [];
    return [
      isNumber(slot.next, found.text)
        ? { ...standing(slot, found.text), status: 'current' }
        : typedOver(slot, found.text),
    ];
  });
  const taken = located.flatMap((found) => (found.at === 'found' || found.at === 'typed' ? [found] : []));
  return [...own, ...strangers(edited, taken, rules)];
}

const isNumber = (number: string | null, text: string): boolean =>
  number !== null && plainDigits(number) === plainDigits(text);

/** The build's number, where the build wrote it. */
const standing = (slot: Slot, text: string): TextNumber => ({
  status: slot.next === null || plainText(slot.next) === plainText(slot.text) ? 'current' : 'stale',
  text,
  built: slot.text,
  now: slot.next,
  figure: slot.figure,
});

const typedOver = (slot: Slot, text: string): TextNumber => ({
  status: 'typed-over',
  text,
  built: slot.text,
  now: slot.next,
  figure: slot.figure,
});

/** Numbers that the build did not write there. */
export function strangers(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[],
  { known }: VerifyRules,
): readonly TextNumber[] {
  return [...text.matchAll(digitNumber)].flatMap((match): readonly TextNumber[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (taken.some((own) => start < own.end && own.start < end)) return [];
    return [
      known?.find(text, start, end) ?? { status: 'unknown', text: match[0], built: null, now: null, figure: null },
    ];
  });
}
