/**
 * Earlier prints of figures to what they are now: as other places of the deck show it, else as `locale` prints them.
 */
import { plainDigits, printedForm } from '../locale/reading/number-words.js';
import { printedForms } from '../locale/reading/printed-forms.js';
import type { Figure } from '../model/figure.js';
import type { SlideIdentity, TextIdentity } from '../powerpoint/identity/deck-identity.js';
import { pairBuilds } from './match/pair-texts.js';
import type { SlidePair } from './match/pair-slides.js';
import { numberCore } from './text/number-core.js';
import type { Reprint } from './text/plan-slots.js';
import { plainText } from './text/tokens.js';

/** Each text of the build before with the same text of the build now. */
export type TextTwins = ReadonlyMap<TextIdentity, TextIdentity>;

export function twinTexts(pairs: readonly SlidePair[]): TextTwins {
  const twins = new Map<TextIdentity, TextIdentity>();
  for (const [base, next] of pairs.flatMap(textPairs)) {
    const places = pairBuilds(base, next);
    base.forEach((text, index) => {
      const place = places[index] ?? null;
      if (place !== null) twins.set(text, next[place]!);
    });
  }
  return twins;
}

export function reprinter(twins: TextTwins, figures: ReadonlyMap<string, Figure>, language: string): Reprint {
  const seen = new Map<string, string>();
  const keyOf = (figure: string, text: string): string => `${figure}\n${plainText(text)}`;
  for (const [text, now] of twins)
    for (const [figure, before, after] of figurePairs(text, now))
      if (!seen.has(keyOf(figure, before))) seen.set(keyOf(figure, before), after);
  return (figure, printed) => {
    const known = seen.get(keyOf(figure, printed));
    if (known !== undefined) return known;
    const now = figures.get(figure);
    if (now === undefined) return null;
    const forms = printedForms(now, language);
    const form = printedForm(printed);
    if (forms.some(({ text }) => plainText(text) === plainText(printed) || isSameAmount(text, printed))) return printed;
    const alike = forms.filter(({ text }) => printedForm(text) === form);
    const found = alike.find(({ text }) => isSigned(text) === isSigned(printed)) ?? alike[0];
    return found?.text ?? withoutUnit(forms, printed);
  };
}

/** As charts print figures, with the unit elsewhere: 超7.9 of 超7.9万元. Null where the figure says nothing alike. */
function withoutUnit(forms: readonly { readonly text: string }[], printed: string): string | null {
  const form = printedForm(printed);
  const bare = forms.flatMap(({ text }) => {
    const { before, core, kind } = numberCore(text);
    return kind === 'digits' && printedForm(before + core) === form ? [before + core] : [];
  });
  const isSaid = bare.some((text) => plainText(text) === plainText(printed));
  return isSaid ? printed : (bare[0] ?? null);
}

const isSigned = (text: string): boolean => /^[+−±-]/.test(text);

/** A card leaves the sign to its arrow: 8.3% of a change of −8.3%. */
function isSameAmount(one: string, other: string): boolean {
  const [own, twin] = [numberCore(one), numberCore(other)];
  // Who prints a sign says which way it went.
  const bare = ({ core }: { readonly core: string }): string =>
    isSigned(twin.core) ? plainDigits(core) : plainDigits(core).replace(/^-/, '');
  return (
    own.kind === 'digits' &&
    twin.kind === 'digits' &&
    bare(own) === bare(twin) &&
    isBare(twin.before) &&
    plainText(own.after) === plainText(twin.after)
  );
}

const isBare = (words: string): boolean => words.trim() === '';

type Texts = readonly TextIdentity[];

function textPairs({ base, next, shapes }: SlidePair): readonly (readonly [Texts, Texts])[] {
  const own = shapes.flatMap(([one, other]): readonly (readonly [Texts, Texts])[] => {
    if (one.kind === 'text' && other.kind === 'text') return [[one.paragraphs, other.paragraphs]];
    if (one.kind !== 'table' || other.kind !== 'table') return [];
    return one.rows.flatMap((row) => {
      const twin = other.rows.find(({ id }) => id === row.id);
      return row.cells.flatMap((cell): (readonly [Texts, Texts])[] => {
        const now = twin?.cells.find(({ column }) => other.columns[column] === one.columns[cell.column]);
        return now === undefined ? [] : [[cell.paragraphs, now.paragraphs]];
      });
    });
  });
  return [...own, [base.notes, next.notes]];
}

/** Where both texts print a figure as often, its prints in order. */
function figurePairs(
  base: TextIdentity,
  next: TextIdentity,
): readonly (readonly [figure: string, before: string, after: string])[] {
  const prints = (text: TextIdentity, id: string): readonly string[] =>
    text.figures.flatMap(({ figure, text: own }) => (figure === id ? [own] : []));
  return [...new Set(base.figures.map(({ figure }) => figure))].flatMap((id) => {
    const [before, after] = [prints(base, id), prints(next, id)];
    return before.length === after.length ? before.map((text, index) => [id, text, after[index]!] as const) : [];
  });
}

/** All texts of a slide with figures in them. */
export const boundTexts = ({ shapes, notes }: SlideIdentity): readonly TextIdentity[] => [
  ...shapes.flatMap((shape): readonly TextIdentity[] => {
    if (shape.kind === 'text') return shape.paragraphs;
    return shape.kind === 'table'
      ? shape.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
      : [];
  }),
  ...notes,
];
