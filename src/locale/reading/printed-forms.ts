/** All the ways in which a figure can stand in a document, as texts: so that an earlier print of it is known again. */
import type { Figure, FigurePart } from '../../model/figure.js';
import { figureText } from '../cards/figure-text.js';
import { formatFigure, formatLonePlace, hasPart } from '../format-figure.js';
import type { FormatOptions } from '../format-figure.js';

const parts: readonly FigurePart[] = [
  'full',
  'value',
  'change',
  'rank',
  'number',
  'prior',
  'target',
  'award',
  'qualifier',
  'period',
  'label',
];
const ways: readonly FormatOptions[] = [{}, { signed: true }, { numerals: 'chinese' }];

/** Each with the part that it prints, the most usual first. @param language BCP 47, of the report. */
export function printedForms(
  figure: Figure,
  language: string,
): readonly { readonly part: FigurePart; readonly text: string }[] {
  const forms = parts.flatMap((part) =>
    hasPart(figure, part) ? ways.map((way) => ({ part, text: formatFigure(figure, part, { ...way, language }) })) : [],
  );
  const { before, numeral, after } = figureText(figure, language);
  const place =
    figure.rank === null ? [] : [{ part: 'rank' as const, text: formatLonePlace(figure.rank, { language }) }];
  return [...forms, { part: 'full' as const, text: `${before ?? ''}${numeral}${after ?? ''}` }, ...place].filter(
    ({ text }) => text !== '',
  );
}
