/** Link annotations. They are written when all pages are there, as a link may lead to a later page. */
import type { Box, Pt } from '../../model/length.js';
import type { Link } from '../../model/page.js';
import type { PdfFile, PdfReference } from './pdf-objects.js';
import { textString } from './serialize.js';

/** Annotation flag: shown in print too, as PDF/A asks. */
const printed = 4;

export class Links {
  private readonly waiting: { readonly reference: PdfReference; readonly link: Link }[] = [];

  constructor(private readonly file: PdfFile) {}

  /** @param words that the link stands on: what a screen reader says of it. */
  add(link: Link, box: Box, pageHeight: Pt, words: string): PdfReference {
    const top = pageHeight - box.y;
    const reference = this.file.ref({
      Type: 'Annot', Subtype: 'Link', F: printed, Border: [0, 0, 0], Contents: textString(words),
      Rect: [box.x, top - box.height, box.x + box.width, top],
    });
    this.waiting.push({ reference, link });
    return reference;
  }

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
