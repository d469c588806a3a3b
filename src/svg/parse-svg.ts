/**
 * The XML of an SVG to a tree of elements with their places. Refuses what runs or leads out of the file, and documents
 * built to overwhelm a reader.
 */
import { createRequire } from 'node:module';
import type { SaxesParser } from 'saxes';
import { svgRefused, syntaxError } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Span } from '../model/span.js';
import { refusalInStyle, refusalOf } from './refuse-element.js';
import type { SvgElement } from './svg-element.js';

/** A file's text, and where each of its characters stands. */
export interface SvgText {
  readonly text: string;
  at(offset: number): Span;
}

/** Beyond these a drawing is no drawing. */
const deepest = 200;
const mostElements = 100_000;

interface OpenElement extends SvgElement {
  children: SvgElement[];
  text: string;
}

/** Null and a diagnostic where the file is no SVG, or holds what is refused: the first of it. */
export function parseSvg(source: SvgText, tell: Tell): SvgElement | null {
  // Only a report with an SVG pays for the parser.
  const { SaxesParser: Parser } = createRequire(import.meta.url)('saxes') as typeof import('saxes');
  const parser = new Parser({ xmlns: false, position: false });
  const open: OpenElement[] = [];
  let root: OpenElement | null = null;
  let count = 0;
  let stopped = false;
  const stop = (diagnostic: ReturnType<typeof svgRefused>): void => {
    if (!stopped) tell(diagnostic);
    stopped = true;
  };
  const here = (): number => Math.max(0, source.text.lastIndexOf('<', parser.position - 1));
  const refuse = (what: string, offset = here()): void => stop(svgRefused(what, source.at(offset)));

  parser.on('error', ({ message }) =>
    stop(
      syntaxError('SVG', message.replace(/\.$/, ''), source.at(Math.min(parser.position, source.text.length)), null),
    ),
  );
  parser.on('doctype', () => refuse('a document type (<!DOCTYPE …>), which can hold entities'));
  parser.on('processinginstruction', ({ target }) => refuse(`<?${target}?>`));
  parser.on('opentag', (tag) => {
    if (stopped) return;
    count += 1;
    const element: OpenElement = {
      name: tag.name.replace(/^svg:/, ''),
      attributes: tag.attributes,
      children: [],
      text: '',
      offset: here(),
    };
    const refused = refusalOf(element.name.slice(element.name.indexOf(':') + 1), tag.attributes);
    if (refused !== null) refuse(refused, element.offset);
    if (open.length >= deepest) refuse(`more than ${deepest} elements inside each other`, element.offset);
    if (count > mostElements) refuse(`more than ${mostElements} elements`, element.offset);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element?.name === 'style') element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    const refused = element?.name === 'style' ? refusalInStyle(element.text) : null;
    if (refused !== null) refuse(refused, element!.offset);
  });
  feed(parser, source.text, () => stopped);
  return stopped ? null : root;
}

/** In pieces, so that a file is left as soon as something in it is refused. */
function feed(parser: SaxesParser<{ xmlns: false }>, text: string, isStopped: () => boolean): void {
  const piece = 1 << 16;
  for (let at = 0; at < text.length && !isStopped(); at += piece) parser.write(text.slice(at, at + piece));
  if (!isStopped()) parser.close();
}
