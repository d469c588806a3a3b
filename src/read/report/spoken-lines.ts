/**
 * Titles and other lines that are properties of a file or names beside being printed. A figure in one is bound where it
 * is printed, and said in plain text where a property takes no more.
 */
import { figureNamed, type FigureBook } from '../../figures/find-figure.js';
import { printReference } from '../../locale/print-reference.js';
import type { Words } from '../../model/words.js';
import { sayInlines, type SayFigure } from '../markdown/say-inlines.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { WordsBook } from './words-book.js';

/** Whether a text asks for a figure; other braces are signs like any other. */
export const namesFigure = (text: string): boolean =>
  /\{\{~?\s*(?:figure|change|rank|label|series)\s+["'\w]/.test(text);

/** A figure as text; empty for one that is not there, which was told when it was read. */
export const figureSpeaker =
  (book: FigureBook, language: string): SayFigure =>
  (reference) => {
    const figure = figureNamed(book, reference.id);
    return figure === null ? '' : printReference(figure, reference, language);
  };

/** The lines of a report: each is read once. */
export class SpokenLines {
  private readonly known = new Map<string, Words | null>();

  constructor(
    private readonly words: WordsBook,
    private readonly say: SayFigure,
  ) {}

  /** As templates see it: words where a figure stands in it. Null where there is no text. */
  line(cursor: DataCursor): string | Words | null {
    const text = cursor.text();
    if (text === null || !namesFigure(text)) return text;
    const { line, column } = cursor.span;
    const place = `${line}:${column}`;
    if (!this.known.has(place)) this.known.set(place, this.words.readLine(cursor.source()));
    return this.known.get(place)!;
  }

  /** As a property of a file has it. */
  text(cursor: DataCursor): string | null {
    const line = this.line(cursor);
    if (line === null || typeof line === 'string') return line;
    const inlines = this.words.inlines.get(line);
    return inlines === undefined ? cursor.text() : sayInlines(inlines, this.say);
  }
}
