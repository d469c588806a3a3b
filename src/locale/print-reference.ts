/** What `{{figure "gdp"}}` in a text comes to, for documents and for properties of a file alike. */
import type { FigureReference } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import { formatFigure } from './format-figure.js';

/** @param language BCP 47, of the report. */
export function printReference(
  figure: Figure,
  { part, options: { numerals, signed } }: Pick<FigureReference, 'part' | 'options'>,
  language: string,
): string {
  return formatFigure(figure, part, {
    language,
    ...(numerals === 'chinese' ? { numerals } : {}),
    ...(signed === true ? { signed } : {}),
  });
}
