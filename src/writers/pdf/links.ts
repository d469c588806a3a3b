/** Link annotations. They are written when all pages are there, as a link may lead to a later page. */
import type { Pt } from '../../model/length.js';
import type { Link } from '../../model/page.js';
import type { PdfFile, PdfReference } from './pdf-objects.js';
import { textString } from './serialize.js';

/** Annotation flag: shown in print too, as PDF/A asks. */
const printed = 4;

export class Links {
  private readonly waiting: { readonly reference: PdfReference; readonly link: Link }[] = [];

  constructor(private readonly file: PdfFile) {}

  /** @param corners left, bottom, right and top on its page. @param words that the link stands on: what a screen reader says of it. */
  add(link: Link, corners: readonly Pt[], words: string): PdfReference {
    const reference = this.file.ref({
      Type: 'Annot', Subtype: 'Link', F: printed, Border: [0, 0, 0], Contents: textString(words),
      Rect: corners,
    });
    this.waiting.push({ reference, link });
    return reference;
  }

  /** @param pages by the numbers that links name. */
  finish(pages: readonly PdfReference[]): void {
    for (const { reference, link } of this.waiting) {
      Object.assign(reference.data, this.actionOf(link, pages));
      reference.end();
    }
  }

  private actionOf(link: Link, pages: readonly PdfReference[]): Record<string, unknown> {
    if (link.kind === 'url') return { A: { S: 'URI', URI: textString(encodeUrl(link.url)) } };
    const page = pages[Math.min(link.page, pages.length - 1)];
    return { Dest: [page, 'Fit'] };
  }
}

/** A URI is ASCII. */
const encodeUrl = (url: string): string => url.replace(/[^!-~]+/gu, (part) => encodeURIComponent(part));
