/**
 * The footnotes that a text defines, and what is wrong with them once all of it is read.
 *
 * A text within another (the body of a slide, of a callout) has a book of its own, and may refer to what the text
 * around it defines: in a loop each slide has its own footnote, and one behind all slides serves them all.
 */
import { duplicateFootnote, unknownFootnote, unusedFootnote } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { DraftInline, Footnote, FootnoteReference, FootnoteScope } from '../../model/document.js';
import type { Span } from '../../model/span.js';

export class FootnoteBook implements FootnoteScope {
  /** By name; names that differ in case alone are one, as in GFM. */
  private readonly notes = new Map<string, Footnote<DraftInline>>();
  /** The book of the text that this one is a part of; itself, where it is part of none. */
  private readonly outermost: FootnoteBook;
  /** Filled in the outermost book alone: the books of all texts within, and all that refers to them. */
  private readonly books: FootnoteBook[] = [];
  private readonly references: (FootnoteReference & { readonly scope: FootnoteBook })[] = [];

  /**
   * @param around what the text may refer to beside its own: of a whole text the footnotes that the report defines for
   * all.
   */
  constructor(
    private readonly around: FootnoteScope | null,
    partOf: FootnoteBook | null = null,
  ) {
    this.outermost = partOf?.outermost ?? this;
    this.outermost.books.push(this);
  }

  /** The book of a text within this one. */
  within(): FootnoteBook {
    return new FootnoteBook(this, this);
  }

  define(note: Footnote<DraftInline>, tell: Tell): void {
    const key = keyOf(note.name);
    const first = this.notes.get(key);
    if (first === undefined) this.notes.set(key, note);
    else tell(duplicateFootnote(note.name, note.span, first.span));
  }

  refer(name: string, span: Span): FootnoteReference {
    const reference = { kind: 'footnote-reference', name, scope: this, span } as const;
    this.outermost.references.push(reference);
    return reference;
  }

  /** From this text outwards. */
  find(name: string): Footnote<DraftInline> | null {
    return this.notes.get(keyOf(name)) ?? this.around?.find(name) ?? null;
  }

  names(): readonly string[] {
    return [...[...this.notes.values()].map((note) => note.name), ...(this.around?.names() ?? [])];
  }

  private nearest(name: string): Footnote<DraftInline> | null {
    const nearest = nearestName(name, this.names());
    return nearest === null ? null : this.find(nearest);
  }

  /** Told of once, when the outermost text is read; nothing before. */
  close(tell: Tell): void {
    if (this.outermost !== this) return;
    const used = new Set<string>();
    for (const { name, scope, span } of this.references) {
      const note = scope.find(name);
      if (note === null) tell(unknownFootnote(name, span, scope.nearest(name)));
      else used.add(placeOf(note.span));
    }
    // A loop reads one definition many times: it is of use if any of them is.
    for (const { notes } of this.books)
      for (const { name, span } of notes.values()) if (!used.has(placeOf(span))) tell(unusedFootnote(name, span));
  }
}

const keyOf = (name: string): string => name.toLowerCase();
const placeOf = ({ file, line, column, cell = '' }: Span): string => `${file}:${line}:${column}:${cell}`;
