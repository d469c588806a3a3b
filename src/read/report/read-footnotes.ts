/** Footnotes that every text of a report may refer to, by name. None of them need be: a report may have no deck. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { FootnoteBook } from '../markdown/footnote-book.js';
import { passage } from '../source/source-text.js';
import type { WordsBook } from './words-book.js';

export function readFootnotes(cursor: DataCursor, words: WordsBook, footnotes: FootnoteBook, tell: Tell): void {
  for (const [name, entry] of cursor.entries()) {
    const note = words.readFootnote(name, entry.source() ?? passage('', entry.span), entry.keySpan);
    if (note !== null) footnotes.define(note, tell);
  }
}
