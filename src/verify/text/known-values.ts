/**
 * Figures by their values: what a number in somebody else's words is, by its digits, its unit and the label near it.
 */
import { plainDigits } from '../../locale/reading/number-words.js';
import { printedForms } from '../../locale/reading/printed-forms.js';
import type { Figure } from '../../model/figure.js';
import { numberCore } from '../../refresh/text/number-core.js';
import { plainText } from '../../refresh/text/tokens.js';
import type { TextNumber } from './number-finding.js';

export interface KnownValues {
  /** What the number at this place of the text is; null where no figure says so. */
  find(text: string, start: number, end: number): TextNumber | null;
}

interface Value {
  readonly figure: string;
  readonly label: string;
  readonly text: string;
  readonly number: string;
  /** What stands behind the number: 亿元, %. */
  readonly unit: string;
}

export function knownValues(figures: Iterable<Figure>, language: string): KnownValues {
  const values = [...figures].flatMap((figure) => valuesOf(figure, language));
  const byNumber = grouped(values);
  return {
    find: (text, start, end) => {
      const rest = plainText(text.slice(end, end + 12));
      const clause = plainText(clauseAround(text, start));
      const number = plainDigits(text.slice(start, end));
      const fits = ({ unit }: Value): boolean => (unit === '' ? !/^[%‰\p{L}]/u.test(rest) : rest.startsWith(unit));
      const same = (byNumber.get(number) ?? []).filter(fits);
      const found = same.find(({ label }) => clause.includes(label)) ?? same[0];
      if (found !== undefined && (found.unit !== '' || clause.includes(found.label)))
        return { status: 'by-hand', text: text.slice(start, end), built: null, now: found.text, figure: found.figure };
      return null;
    },
  };
}

/** Each number that a figure prints, once. */
function valuesOf(figure: Figure, language: string): readonly Value[] {
  const seen = new Set<string>();
  return printedForms(figure, language).flatMap(({ part, text }): readonly Value[] => {
    if (part === 'period' || part === 'label' || part === 'qualifier' || part === 'award') return [];
    const { core, after, kind } = numberCore(text);
    const unit = plainText(after);
    const key = `${core} ${unit}`;
    if (kind !== 'digits' || seen.has(key)) return [];
    seen.add(key);
    const number = plainDigits(core);
    return [{ figure: figure.id, label: plainText(figure.label), text, number, unit }];
  });
}

function grouped(values: readonly Value[]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(value.number, [...(groups.get(value.number) ?? []), value]);
  return groups;
}

/** From the mark before it to the mark behind it. */
function clauseAround(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[。；;!?！？\n]/)
      .at(-1) ?? '';
  const after = text.slice(at).split(/[。；;!?！？\n]/)[0] ?? '';
  return before + after;
}
