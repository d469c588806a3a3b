/** What a page of a PDF sets, glyph by glyph with its colour, as mutool traces it. In pt from the page's top left. */
import { runTool } from './office-tools.js';

export interface SetGlyph {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Six digits. */
  readonly color: string;
}

type Matrix = readonly [number, number, number, number, number, number];

/** By page. */
export async function setGlyphs(pdf: string): Promise<readonly (readonly SetGlyph[])[]> {
  const traced = await runTool('mutool', 'trace', pdf);
  return traced
    .split(/<page number=/)
    .slice(1)
    .map(glyphsOfPage);
}

function glyphsOfPage(trace: string): readonly SetGlyph[] {
  const found: SetGlyph[] = [];
  let color = '000000';
  let page: Matrix = [1, 0, 0, 1, 0, 0];
  let text: readonly number[] = [1, 0, 0, 1];
  let hidden = false;
  for (const [line] of trace.matchAll(/<(?:\w+_text|span|g) [^>]*>/g)) {
    if (line.startsWith('<span')) text = numbersOf(line, 'trm');
    else if (line.startsWith('<g ')) {
      const glyph = glyphOf(line, page, text, color);
      if (!hidden && glyph !== null) found.push(glyph);
    } else {
      page = numbersOf(line, 'transform') as unknown as Matrix;
      color = colorOf(numbersOf(line, 'color'));
      hidden = line.startsWith('<ignore_text');
    }
  }
  return found;
}

const attribute = (line: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1] ?? '';
const numbersOf = (line: string, name: string): readonly number[] =>
  attribute(line, name).split(/\s+/).filter(Boolean).map(Number);

function glyphOf(line: string, [a, b, c, d, e, f]: Matrix, text: readonly number[], color: string): SetGlyph | null {
  const unicode = attribute(line, 'unicode');
  const shown = /^&#x([0-9a-f]+);$/i.exec(unicode);
  const letter = shown === null ? unescaped(unicode) : String.fromCodePoint(Number.parseInt(shown[1]!, 16));
  const [x, y] = [Number(attribute(line, 'x')), Number(attribute(line, 'y'))];
  const size = Math.hypot(text[0]! * a + text[1]! * c, text[0]! * b + text[1]! * d);
  return {
    text: letter,
    x: x * a + y * c + e,
    y: x * b + y * d + f,
    width: Number(attribute(line, 'adv')) * size,
    size,
    color,
  };
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

const colorOf = (parts: readonly number[]): string => {
  const channels = parts.length === 1 ? [parts[0]!, parts[0]!, parts[0]!] : parts.length === 3 ? parts : [0, 0, 0];
  return channels
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
};
