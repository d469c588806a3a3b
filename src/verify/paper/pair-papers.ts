/**
 * Texts of a paper with what the report's paper says in their place now: so numbers that no figure is bound to, of
 * tables and of marks upon charts, are known to be old too.
 */
import type { PaperRecord, PaperText } from '../../model/record/paper-record.js';
import { alignTokens } from '../../refresh/text/align-tokens.js';
import { maskedTokens } from '../../refresh/text/plan-slots.js';
import { plainText, type Token } from '../../refresh/text/tokens.js';

export type PaperTwins = ReadonlyMap<PaperText, PaperText>;

/** Of the papers that the report makes now, the one that says most of what this says. */
export function pairPapers(paper: PaperRecord, now: readonly PaperRecord[]): PaperTwins {
  const all = now.map((record) => twinsOf(textsOf(paper), textsOf(record)));
  return all.sort((one, other) => other.size - one.size)[0] ?? new Map();
}

const textsOf = ({ pages }: PaperRecord): readonly PaperText[] => pages.flatMap(({ texts }) => texts);

/** Those that say the same stand in order; between two of them the others are paired by their words. */
function twinsOf(ones: readonly PaperText[], others: readonly PaperText[]): PaperTwins {
  const tokensOf = (texts: readonly PaperText[]): readonly Token[] =>
    texts.map(({ text }, start) => ({ text, key: plainText(text), isNumber: false, start, end: start }));
  const twins = new Map<PaperText, PaperText>();
  let [one, other] = [0, 0];
  for (const [oneTo, otherTo] of [
    ...alignTokens(tokensOf(ones), tokensOf(others)),
    [ones.length, others.length] as const,
  ]) {
    for (const [own, twin] of pairedByWords(ones.slice(one, oneTo), others.slice(other, otherTo))) twins.set(own, twin);
    if (oneTo < ones.length) twins.set(ones[oneTo]!, others[otherTo]!);
    [one, other] = [oneTo + 1, otherTo + 1];
  }
  return twins;
}

/** In order, where both have as many of the same words: which of several was left out is not known. */
function pairedByWords(
  ones: readonly PaperText[],
  others: readonly PaperText[],
): readonly (readonly [PaperText, PaperText])[] {
  const [own, twin] = [byWords(ones), byWords(others)];
  return [...own].flatMap(([words, texts]) => {
    const now = twin.get(words) ?? [];
    return now.length === texts.length ? texts.map((text, index) => [text, now[index]!] as const) : [];
  });
}

function byWords(texts: readonly PaperText[]): ReadonlyMap<string, readonly PaperText[]> {
  const groups = new Map<string, PaperText[]>();
  for (const text of texts) {
    const words = maskedTokens(text)
      .map(({ key, isNumber }) => (isNumber && !key.startsWith('{') ? '#' : key))
      .join('');
    groups.set(words, [...(groups.get(words) ?? []), text]);
  }
  return groups;
}
