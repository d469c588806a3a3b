/** A figure that was found in a rewritten text to what it is now, as far as what stands there allows it. */
import type { TextEdit } from '../../powerpoint/edited/paragraphs.js';
import { difference } from './difference.js';
import type { Located } from './locate-slots.js';
import { numberCore } from './number-core.js';
import { plainText } from './tokens.js';
import { turnWordsApart } from './words-apart.js';

type Found = Extract<Located, { readonly at: 'found' }>;

/**
 * Null where words have to change with the number (增长 to 下降) and are not there: somebody has to say it anew.
 * @param text the edited text in which it was found
 */
export function replaceFigure(found: Found, printed: string, next: string, text: string): readonly TextEdit[] | null {
  const [was, now] = [numberCore(printed), numberCore(next)];
  const own: Around = { before: plainText(was.before), after: plainText(was.after) };
  const then = { before: plainText(now.before), core: now.core, after: plainText(now.after) };
  const isWhole = found.before >= own.before.length && found.after >= own.after.length;
  const whole = isWhole ? next : partOf(found, own, then);
  if (whole !== null) return editsOf(found, printed, whole);
  const words = was.kind === now.kind ? turnWordsApart(text, found.start, was.before.trim(), now.before.trim()) : null;
  const rest = words === null ? null : partOf(found, own, { ...then, before: own.before });
  return words === null || rest === null ? null : [words, ...editsOf(found, printed, rest)];
}

const editsOf = (found: Found, printed: string, replacement: string): readonly TextEdit[] =>
  difference(found.text, ungrouped(found.text, printed, replacement)).map(({ start, end, text }) => ({
    start: start + found.start,
    end: end + found.start,
    text,
  }));

interface Around {
  readonly before: string;
  readonly after: string;
}

/** What is left of the printed words has to hold all that changes in them. */
function partOf(found: Found, was: Around, now: Around & { readonly core: string }): string | null {
  const [restBefore, restAfter] = [was.before.length - found.before, was.after.length - found.after];
  const head = commonHead(was.before, now.before);
  const tail = commonTail(was.after, now.after);
  if (was.before !== now.before && restBefore > head) return null;
  if (was.after !== now.after && restAfter > tail) return null;
  return (
    (was.before === now.before ? was.before.slice(restBefore) : now.before.slice(restBefore)) +
    now.core +
    (was.after === now.after
      ? was.after.slice(0, found.after)
      : now.after.slice(0, Math.max(0, now.after.length - restAfter)))
  );
}

function commonHead(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

const reversed = (text: string): string => [...text].reverse().join('');
const commonTail = (one: string, other: string): number => commonHead(reversed(one), reversed(other));

/** Whoever took the commas out of a number wants none in the next. */
const ungrouped = (found: string, printed: string, next: string): string =>
  printed.includes(',') && !found.includes(',') ? next.replaceAll(/(?<=\d),(?=\d{3})/g, '') : next;
