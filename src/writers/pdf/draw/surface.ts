/** What is drawn on, a page or a form that pages show, and what all of one file share. */
import type { Drawing } from '../../../model/drawing.js';
import type { Page, PageItem, PageSet } from '../../../model/page.js';
import type { SlideLayout } from '../../../model/slide-layout.js';
import type { Color, Theme } from '../../../model/theme.js';
import type { FittedPictures } from '../../job/fitted-pictures.js';
import type { Rgb } from './color.js';
import type { Content } from './content.js';
import type { FontBook } from '../fonts/font-book.js';
import type { ImageStore } from '../images/image-store.js';
import type { Links } from '../structure/links.js';
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';
import type { Structure } from '../structure/structure-tree.js';

/** A resource by the name under which content shows it. */
export interface Form {
  readonly name: string;
  readonly reference: PdfReference;
}

export interface Surface {
  readonly content: Content;
  readonly shared: Shared;
  /** The page that is drawn, for what is told of it. */
  readonly page: Page;
  /** The colour of text and lines, as this file prints it. */
  readonly inkFor: (color: Rgb) => Rgb;
}

/** What the pages of one file share. */
export interface Shared {
  readonly file: PdfFile;
  readonly theme: Theme;
  readonly rgbOf: (color: Color) => Rgb;
  /** BCP 47: zh-CN. */
  readonly language: string;
  readonly ink: PageSet['ink'];
  readonly watermark: PageSet['watermark'];
  /** Slide layouts by name: what they draw behind. */
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** What a template shows on them, farther behind. */
  readonly grounds: ReadonlyMap<string, readonly PageItem[]>;
  readonly book: FontBook;
  readonly images: ImageStore;
  /** Pixels of the pictures that are not drawn. */
  readonly pictures: FittedPictures;
  /** A picture's drawing, written once, however often it is shown. */
  readonly formOf: (drawing: Drawing, surface: Surface) => Form;
  readonly structure: Structure;
  readonly links: Links;
  /** A graphics state, by what it holds: one object for the whole file. */
  readonly graphicsState: (entries: Readonly<Record<string, unknown>>) => {
    readonly name: string;
    readonly reference: PdfReference;
  };
}
