/** A written deck as its parts: what tests read. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { PageSet } from '../../../src/model/page.js';
import { loadFonts } from '../../../src/text/fonts.js';
import { writeDeck } from '../../../src/writers/pptx/write-deck.js';

export interface DeckParts {
  readonly bytes: Uint8Array;
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a part; fails where there is none. */
  part(path: string): string;
  slide(number: number): string;
}

export async function deckParts(pages: PageSet): Promise<DeckParts> {
  const diagnostics: Diagnostic[] = [];
  const fonts = loadFonts(pages.theme, (path) => readFileSync(path.replace('package:', 'node_modules/')));
  const bytes = await writeDeck(pages, { fonts, tell: (diagnostic) => diagnostics.push(diagnostic) });
  const parts = unzipSync(bytes);
  const part = (path: string): string => {
    const content = parts[path];
    if (content === undefined) throw new Error(`the deck has no ${path}: ${Object.keys(parts).join(', ')}`);
    return strFromU8(content);
  };
  return {
    bytes,
    paths: Object.keys(parts),
    diagnostics,
    part,
    slide: (number) => part(`ppt/slides/slide${number}.xml`),
  };
}

export const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>([\s\S]*?)<\/a:p>/g)].map(([, paragraph]) =>
    [...paragraph!.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(''),
  );

/** The element of the shape of a name. */
export function shapeNamed(xml: string, name: string): string {
  const shapes = xml.match(/<p:(sp|pic|graphicFrame|cxnSp)>[\s\S]*?<\/p:\1>/g) ?? [];
  const found = shapes.find((shape) => shape.includes(` name="${name}"`));
  if (found === undefined) throw new Error(`no shape is called ${name}`);
  return found;
}
