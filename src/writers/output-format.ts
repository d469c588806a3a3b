/** The registry of outputs: the name of a file that a report can ask for, what it shows, and who writes it. */
import type { PageSet } from '../model/page.js';
import type { WriteContext } from './job/write-context.js';

export type { WriteContext };

export interface OutputFormat {
  /** The document whose pages it takes: that of `deck.hbs`, `briefing.hbs` or `figures.hbs`. */
  readonly document: 'deck' | 'briefing' | 'figures';
  /** How those pages are arranged on others; null leaves them as they are. */
  readonly arrangement: 'handout' | 'print' | null;
  /** It carries comments on pages; what they say is listed on pages at the end of any other. */
  readonly comments?: true;
  /** What one page of it is called in the summary. */
  readonly page: 'slide' | 'page' | 'sheet';
  /** Pixels to an inch of its pictures, unless a report says otherwise: beyond that nobody sees them. */
  readonly resolution: number;
  /** What it is, for the help of the command line. */
  readonly what: string;
  /** Pages to the bytes of the file. The writer's module is loaded when it is first asked. */
  readonly write: (pages: PageSet, context: WriteContext) => Promise<Uint8Array>;
}

const writePdf: OutputFormat['write'] = async (pages, context) =>
  (await import('./pdf/write-pdf.js')).writePdf(pages, context);

const writeHtml: OutputFormat['write'] = async (pages, context) =>
  (await import('./html/write-html.js')).writeHtml(pages, context);

export const outputFormats = {
  'deck.pptx': {
    document: 'deck',
    arrangement: null,
    comments: true,
    page: 'slide',
    resolution: 220,
    what: 'the slides, for PowerPoint',
    write: async (pages, context) => (await import('./pptx/write-deck.js')).writeDeck(pages, context),
  },
  'briefing.pdf': {
    document: 'briefing',
    arrangement: null,
    page: 'page',
    resolution: 250,
    what: 'the briefing, for screens and office printers',
    write: async (pages, context) => (await import('./pdf/write-pdf.js')).writePdf(pages, context, context.attachments),
  },
  'deck.pdf': {
    document: 'deck',
    arrangement: null,
    page: 'slide',
    resolution: 220,
    what: 'the slides as a PDF',
    write: writePdf,
  },
  'deck.html': {
    document: 'deck',
    arrangement: null,
    page: 'slide',
    resolution: 144,
    what: 'the slides as one HTML file, to send or to put on an intranet; without notes',
    write: writeHtml,
  },
  'briefing.html': {
    document: 'briefing',
    arrangement: null,
    page: 'page',
    resolution: 144,
    what: 'the briefing as one HTML file',
    write: writeHtml,
  },
  'handout.pdf': {
    document: 'deck',
    arrangement: 'handout',
    page: 'page',
    resolution: 250,
    what: 'slides on paper, with lines or the speaker notes beside them',
    write: writePdf,
  },
  'briefing-print.pdf': {
    document: 'briefing',
    arrangement: 'print',
    page: 'sheet',
    resolution: 350,
    what: 'the briefing for a print shop: bleed, crop marks, black ink, a booklet if asked',
    write: writePdf,
  },
  'figures.pdf': {
    document: 'figures',
    arrangement: null,
    page: 'page',
    resolution: 250,
    what: 'the register of figures alone',
    write: writePdf,
  },
} satisfies Record<string, OutputFormat>;

export type OutputName = keyof typeof outputFormats;

export const outputNames = Object.keys(outputFormats) as readonly OutputName[];

export const isOutputName = (name: string): name is OutputName => Object.hasOwn(outputFormats, name);
