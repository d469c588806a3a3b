/** Inlines as plain text: for names and properties of a file, which hold no more. */
import { textOfInlines } from '../../locale/prose/inline-text.js';
import type { DraftInline, FigureReference } from '../../model/document.js';

export type SayFigure = (reference: Pick<FigureReference, 'id' | 'part' | 'options'>) => string;

/** The text of inlines, with what their figures say. */
export const sayInlines = (inlines: readonly DraftInline[], say: SayFigure): string =>
  textOfInlines(inlines, (leaf) => (leaf.kind === 'figure-reference' ? say(leaf) : ''));
