/** The registry of outputs: the name of a file that a report can ask for, what it shows, and who writes it. */
import type { PageSet } from '../model/page.js';
import type { WriteContext } from './write-context.js';

export type { WriteContext };

export interface OutputFormat {
  /** The document whose pages it takes: `deck.hbs` or `briefing.hbs`. */
  readonly document: 'deck' | 'briefing';
  /** What one page of it is called in the summary. */
  readonly page: 'slide' | 'page';
  /** Pages to the bytes of the file. The writer's module is loaded when it is first asked. */
  readonly write: (pages: PageSet, context: WriteContext) => Promise<Uint8Array>;
}

export const outputFormats = {
  'deck.pptx': {
    document: 'deck',
    page: 'slide',
    write: async (pages, context) => (await import('./pptx/write-deck.js')).writeDeck(pages, context),
  },
  'briefing.pdf': {
    document: 'briefing',
    page: 'page',
    write: async (pages, context) => (await import('./pdf/write-pdf.js')).writePdf(pages, context),
  },
} satisfies Record<string, OutputFormat>;

export type OutputName = keyof typeof outputFormats;

export const outputNames = Object.keys(outputFormats) as readonly OutputName[];

export const isOutputName = (name: string): name is OutputName => Object.hasOwn(outputFormats, name);
