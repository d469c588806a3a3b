/** The registry of file formats: which documents each takes, and who writes it. */
import type { DocumentMedium, OutputEnding, OutputSpec } from '../model/document-spec.js';
import type { PageSet } from '../model/page.js';
import type { WriteContext } from './job/write-context.js';

export type { WriteContext };

export interface OutputFormat {
  /** It holds documents of these media alone. */
  readonly takes: readonly DocumentMedium[];
  /** It carries comments on pages; what they say is listed on pages at the end of any other. */
  readonly comments: boolean;
  /** Pixels to an inch of its pictures, unless a report says otherwise: beyond that nobody sees them. */
  readonly resolution: (output: OutputSpec) => number;
  /** It draws what has vectors, and needs no pixels of it. */
  readonly vectors: boolean;
  /** Pages to the bytes of the file. The writer's module is loaded when it is first asked. */
  readonly write: (pages: PageSet, context: WriteContext) => Promise<Uint8Array>;
}

/** Paper is looked at from nearer than a screen on a wall, and a print shop's raster is the finest. */
const pdfResolution = ({ document, arrangement }: OutputSpec): number =>
  arrangement === 'print' ? 350 : arrangement === null && document.medium === 'slides' ? 220 : 250;

export const outputFormats = {
  pptx: {
    takes: ['slides'],
    comments: true,
    resolution: () => 220,
    vectors: false,
    write: async (pages, context) => (await import('./pptx/write-deck.js')).writeDeck(pages, context),
  },
  pdf: {
    takes: ['slides', 'paper'],
    comments: false,
    resolution: pdfResolution,
    vectors: true,
    write: async (pages, context) => (await import('./pdf/write-pdf.js')).writePdf(pages, context, context.attachments),
  },
  html: {
    takes: ['slides', 'paper'],
    comments: false,
    resolution: () => 144,
    vectors: true,
    write: async (pages, context) => (await import('./html/write-html.js')).writeHtml(pages, context),
  },
} satisfies Record<OutputEnding, OutputFormat>;
