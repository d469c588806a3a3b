/**
 * Link annotations. They are written when all pages are there, as a link may lead to a later page, or to a footnote's
 * mark or label.
 */
import type { Pt } from '../../../model/length.js';
import type { Link, NoteLabel } from '../../../model/page.js';
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';
import { textString } from '../file/serialize.js';

/** Annotation flag: shown in print too, as PDF/A asks. */
const printed = 4;

/** Where a link of the file leads: also from a footnote's mark to the note, and from the note to its first mark. */
export type Target = Link | { readonly kind: 'note' | 'mark'; readonly label: NoteLabel };

interface Place {
  readonly page: PdfReference;
  readonly left: Pt;
  readonly top: Pt;
}

export class Links {
  private readonly waiting: { readonly reference: PdfReference; readonly link: Target }[] = [];
  private readonly places = { note: new Map<NoteLabel, Place>(), mark: new Map<NoteLabel, Place>() };

  constructor(private readonly file: PdfFile) {}

  /**
   * @param corners left, bottom, right and top on its page. @param words that the link stands on: what a screen reader
   * says of it.
   */
  add(link: Target, corners: readonly Pt[], words: string): PdfReference {
    const reference = this.file.ref({
      Type: 'Annot',
      Subtype: 'Link',
      F: printed,
      Border: [0, 0, 0],
      Contents: textString(descriptionOf(link, words)),
      Rect: corners,
    });
    this.waiting.push({ reference, link });
    return reference;
  }

  /** Here stands a footnote's label, or its mark in the text; the first that is told of counts. */
  place(kind: 'note' | 'mark', label: NoteLabel, place: Place): void {
    if (!this.places[kind].has(label)) this.places[kind].set(label, place);
  }

  /** @param pages by the numbers that links name. */
  finish(pages: readonly PdfReference[]): void {
    for (const { reference, link } of this.waiting) {
      Object.assign(reference.data, this.actionOf(link, pages));
      reference.end();
    }
  }

  private actionOf(link: Target, pages: readonly PdfReference[]): Record<string, unknown> {
    switch (link.kind) {
      case 'url':
        return { A: { S: 'URI', URI: textString(encodeUrl(link.url)) } };
      case 'page':
        return { Dest: [pages[Math.min(link.page, pages.length - 1)], 'Fit'] };
      case 'note':
      case 'mark': {
        const { page, left, top } = this.places[link.kind].get(link.label)!;
        return { Dest: [page, 'XYZ', left, top, null] };
      }
    }
  }
}

/**
 * An address in the text, of which a line may hold only a part, is said whole; a link without words says where it
 * leads.
 */
const descriptionOf = (link: Target, words: string): string =>
  link.kind === 'url' && link.url.includes(words.trim()) ? link.url : words;

/** A URI is ASCII. */
const encodeUrl = (url: string): string => url.replace(/[^!-~]+/gu, (part) => encodeURIComponent(part));
