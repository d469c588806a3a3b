/** What every drawing function works on: one page's content, with the marks that tie it to the structure tree. */
import type { Chart } from '../../model/chart.js';
import type { Drawing } from '../../model/drawing.js';
import type { Box, Pt, Size } from '../../model/length.js';
import type { Link, Page, Tag } from '../../model/page.js';
import type { Color, Theme } from '../../model/theme.js';
import { rgbOf } from './color.js';
import { Content } from './content.js';
import type { FontBook } from './fonts/font-book.js';
import type { ImageStore } from './images/image-store.js';
import type { Links } from './links.js';
import type { PdfFile, PdfPage, PdfReference } from './pdf-objects.js';
import type { Structure } from './structure.js';

/** What the pages of one file share. */
export interface Shared {
  readonly file: PdfFile;
  readonly theme: Theme;
  readonly book: FontBook;
  readonly images: ImageStore;
  readonly structure: Structure;
  readonly links: Links;
  readonly drawChart: (chart: Chart, size: Size, fontSize: Pt) => Drawing;
  /** A graphics state, by what it holds: one object for the whole file. */
  readonly graphicsState: (entries: Readonly<Record<string, unknown>>) => { readonly name: string; readonly reference: PdfReference };
}

export class Canvas {
  readonly content: Content;
  private readonly pdfPage: PdfPage;
  private open: Tag | null = null;

  constructor(readonly shared: Shared, readonly page: Page) {
    this.pdfPage = shared.file.addPage(page.size);
    this.content = new Content(this.pdfPage);
    shared.structure.addPage(this.pdfPage.dictionary, page.size.height);
  }

  /** All that is drawn from here on belongs to this node; content that follows for the same node joins it. */
  mark(tag: Tag): void {
    if (this.open === tag) return;
    this.endMark();
    this.open = tag;
    if (tag === 'artifact') {
      this.content.add('/Artifact BMC');
      return;
    }
    const { structure } = this.shared;
    this.content.add(`/${structure.roleOf(tag)} <</MCID ${structure.addContent(tag)}>> BDC`);
  }

  endMark(): void {
    if (this.open !== null) this.content.add('EMC');
    this.open = null;
  }

  fill(color: Color): void {
    this.content.fillColor(rgbOf(this.shared.theme, color));
  }

  stroke(color: Color): void {
    this.content.strokeColor(rgbOf(this.shared.theme, color));
  }

  /** A place that leads elsewhere; its words are the content of the node. */
  link(node: number, link: Link, box: Box, words: string): void {
    const annotation = this.shared.links.add(link, box, this.page.size.height, words);
    this.pdfPage.annotations.push(annotation);
    this.shared.structure.addAnnotation(node, annotation);
  }

  finish(): void {
    this.endMark();
    this.pdfPage.content.write(this.content.bytes());
  }
}
