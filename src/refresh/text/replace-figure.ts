/** A figure that was found in a rewritten text to what it is now, as far as what stands there allows it. */
import type { TextEdit } from '../../powerpoint/edited/paragraphs.js';
import { difference } from './difference.js';
import type { Located } from './locate-slots.js';
import { numberCore } from './number-core.js';
import { plainText } from './tokens.js';

type Found = Extract<Located, { readonly at: 'found' }>;

/**
 * Null where words have to change with the number (增长 to 下降) and are not there: somebody has to say it anew.
 */
export function replaceFigure(found: Found, printed: string, next: string): readonly TextEdit[] | null {
  const [was, now] = [numberCore(printed), numberCore(next)];
  const [before, after] = [plainText(was.before), plainText(was.after)];
  const [newBefore, newAfter] = [plainText(now.before), plainText(now.after)];
  const isWhole = found.before >= before.length && found.after >= after.length;
  const replacement = isWhole
    ? next
    : partOf(found, { before, after }, { before: newBefore, core: now.core, after: newAfter });
  if (replacement === null) return null;
  return difference(found.text, ungrouped(found.text, printed, replacement)).map(({ start, end, text }) => ({
    start: start + found.start,
    end: end + found.start,
    text,
  }));
}

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
