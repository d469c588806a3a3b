/**
 * Reads a PDF back with pdfjs-dist: text, structure, links, bookmarks, labels and pixels. For any test that looks at
 * one.
 */
import { fileURLToPath } from 'node:url';
import { greysOf, type GreyPicture } from './grey-picture.js';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree; the text of the marked content that it owns, its children's not included. */
export interface PdfNode {
  readonly role: string;
  readonly alt: string | null;
  readonly bbox: readonly number[] | null;
  readonly language: string | null;
  readonly text: string;
  readonly children: readonly PdfNode[];
}

/** A piece of text of one font and size, its left baseline point in pt from the page's top left. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPageContent {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** All of it in the order of the content, lines parted by newlines, without artifacts' marks. */
  readonly text: string;
  readonly pieces: readonly PdfPiece[];
  /** Null on a page without tags. */
  readonly structure: PdfNode | null;
  readonly links: readonly { readonly url: string | null; readonly page: number | null; readonly contents: string }[];
}

export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly PdfBookmark[];
}

export interface PdfContent {
  readonly pages: readonly PdfPageContent[];
  readonly outline: readonly PdfBookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  /** The XMP packet. */
  readonly xmp: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** Attached files by name. */
  readonly attachments: Readonly<Record<string, Uint8Array>>;
  /** Pixels of a page, from 0: a PNG, the share of them that are not the corner's colour, and the same in greys. */
  render(
    page: number,
    scale?: number,
  ): Promise<{ readonly png: Uint8Array; readonly inked: number; readonly grey: GreyPicture }>;
  close(): Promise<void>;
}

const data = (folder: string): string =>
  fileURLToPath(new URL(`../../node_modules/pdfjs-dist/${folder}/`, import.meta.url));

export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: data('cmaps'),
    standardFontDataUrl: data('standard_fonts'),
    verbosity: 0,
    useSystemFonts: false,
  }).promise;
  const labels = await pdf.getPageLabels();
  const pages: PdfPageContent[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    pages.push(await readPage(pdf, await pdf.getPage(number), labels?.[number - 1] ?? String(number)));
  }
  const metadata = await pdf.getMetadata();
  const info = metadata.info as Record<string, unknown>;
  return {
    pages,
    info,
    outline: await readOutline(pdf, await pdf.getOutline()),
    xmp: metadata.metadata?.getRaw() ?? '',
    language: (info['Language'] as string | undefined) ?? null,
    tagged: (await pdf.getMarkInfo())?.Marked ?? false,
    attachments: Object.fromEntries(
      Object.values(
        ((await pdf.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>,
      ).map(({ filename, content }) => [filename, content]),
    ),
    render: async (page, scale = 1) => renderPage(pdf, await pdf.getPage(page + 1), scale),
    close: () => pdf.loadingTask.destroy(),
  };
}

interface MarkedItem {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
  readonly width?: number;
}

async function readPage(pdf: PDFDocumentProxy, page: PDFPageProxy, label: string): Promise<PdfPageContent> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const pieces: PdfPiece[] = [];
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  let text = '';
  for (const item of items as readonly MarkedItem[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? null);
    else if (item.type === 'endMarkedContent') open.pop();
    if (item.str === undefined) continue;
    const added = item.str + (item.hasEOL ? '\n' : '');
    text += added;
    const id = open.findLast((entry) => entry !== null);
    if (id) texts.set(id, (texts.get(id) ?? '') + added);
    const [, , , size, x, y] = item.transform!;
    if (item.str !== '')
      pieces.push({ text: item.str, x: x!, y: view.height - y!, width: item.width!, size: Math.abs(size!) });
  }
  const links = (await page.getAnnotations()).filter((annotation) => annotation.subtype === 'Link');
  return {
    label,
    width: view.width,
    height: view.height,
    text,
    pieces,
    structure: toNode(await page.getStructTree(), texts),
    links: await Promise.all(
      links.map(async (link) => ({
        url: link.url ?? null,
        page: await pageOf(pdf, link.dest),
        contents: link.contentsObj?.str ?? '',
      })),
    ),
  };
}

interface RawNode {
  readonly role?: string;
  readonly children?: readonly RawNode[];
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly bbox?: readonly number[];
  readonly lang?: string;
}

function toNode(raw: RawNode | null, texts: ReadonlyMap<string, string>): PdfNode | null {
  if (raw === null) return null;
  const children = raw.children ?? [];
  return {
    role: raw.role ?? '',
    alt: raw.alt ?? null,
    bbox: raw.bbox ?? null,
    language: raw.lang ?? null,
    text: children.map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : '')).join(''),
    children: children.flatMap((child) => (child.role === undefined ? [] : (toNode(child, texts) ?? []))),
  };
}

/** The node and all below it, in reading order. */
export const allNodes = (node: PdfNode | null): PdfNode[] =>
  node === null ? [] : [node, ...node.children.flatMap(allNodes)];

type RawBookmark = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

const readOutline = async (pdf: PDFDocumentProxy, bookmarks: readonly RawBookmark[] | null): Promise<PdfBookmark[]> =>
  Promise.all(
    (bookmarks ?? []).map(async (bookmark) => ({
      title: bookmark.title,
      page: (await pageOf(pdf, bookmark.dest))!,
      children: await readOutline(pdf, bookmark.items),
    })),
  );

async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  return Array.isArray(explicit) ? pdf.getPageIndex(explicit[0] as { num: number; gen: number }) : null;
}

/** The part of a canvas that is used; pdfjs-dist brings its own. */
interface PixelCanvas {
  readonly width: number;
  readonly height: number;
  toBuffer(type: 'image/png'): Uint8Array;
}
interface PixelContext {
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: PixelCanvas; readonly context: PixelContext };
}

async function renderPage(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  scale: number,
): Promise<{ png: Uint8Array; inked: number; grey: GreyPicture }> {
  const viewport = page.getViewport({ scale });
  const factory = pdf.canvasFactory as CanvasFactory;
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data: samples } = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(samples.buffer);
  const paper = pixels[0];
  const grey = { width: canvas.width, height: canvas.height, pixels: greysOf(samples) };
  return {
    png: canvas.toBuffer('image/png'),
    inked: pixels.filter((pixel) => pixel !== paper).length / pixels.length,
    grey,
  };
}
