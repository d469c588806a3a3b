/**
 * What a template wrote: its own text, which is Markdown, and tokens that stand for values and nodes.
 * A token is a run of private-use characters that Markdown takes for letters. The same characters in a template's own
 * text become a value, so nothing but `addToken` can make a token.
 */
import type { FootnoteScope } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import { FootnoteBook } from './footnote-book.js';
import { RichBlocks, RichInlines, valueInlines } from './rich-value.js';
import { lastAtOrBelow } from '../source/source-text.js';
import type { SourceText } from '../source/source-text.js';

const open = '\ue000';
const close = '\ue001';
const firstDigit = 0xe100;
const base = 0x400;
/** Also the range in which `markup.ts` hides punctuation for a while. */
const reserved = /[\ue000-\uefff]+/g;

export type Token = { readonly content: RichInlines | RichBlocks; readonly span: Span };

/** Where text came from. */
type Places = Pick<SourceText, 'at'>;

interface Piece {
  readonly start: number;
  readonly source: Places;
  readonly offset: number;
  /** A token has one place. */
  readonly fixed: boolean;
}

export class OutputText {
  private readonly parts: string[] = [];
  private readonly pieces: Piece[] = [];
  private readonly starts: number[] = [];
  private readonly tokens: Token[] = [];
  private length = 0;
  private lineIsEmpty = true;
  readonly footnotes: FootnoteBook;

  /**
   * @param around the text that this one is a part of: the slide of a callout; else the footnotes that the report
   * defines for all.
   */
  constructor(around: OutputText | FootnoteScope | null = null) {
    this.footnotes = around instanceof OutputText ? around.footnotes.within() : new FootnoteBook(around);
  }

  /** Markdown of the template itself. */
  addText(text: string, source: SourceText, offset: number): void {
    let from = 0;
    for (const found of text.matchAll(reserved)) {
      this.append(text.slice(from, found.index), source, offset + from, false);
      const span = source.at(offset + found.index);
      this.addToken(new RichInlines(valueInlines(found[0], span)), span);
      from = found.index + found[0].length;
    }
    this.append(from === 0 ? text : text.slice(from), source, offset + from, false);
  }

  /** A value or nodes. Blocks on a line of their own are set off from the text around, as an empty line would. */
  addToken(content: RichInlines | RichBlocks, span: Span): void {
    const place: Places = { at: () => span };
    const alone = content instanceof RichBlocks && this.lineIsEmpty;
    const token = open + encode(this.tokens.length) + close;
    this.tokens.push({ content, span });
    this.append(alone ? `\n${token}\n\n` : token, place, 0, true);
  }

  get text(): string {
    return this.parts.join('');
  }

  get isBlank(): boolean {
    return this.tokens.length === 0 && this.text.trim() === '';
  }

  get tokenCount(): number {
    return this.tokens.length;
  }

  /** Where the character at `offset` of the text came from. */
  at(offset: number): Span {
    const piece = this.pieces[lastAtOrBelow(this.starts, offset)];
    if (piece === undefined) throw new Error('an empty text has no places');
    return piece.source.at(piece.offset + (piece.fixed ? 0 : offset - piece.start));
  }

  /** The text between `from` and `to` of `text`, parted into plain text and tokens. */
  split(text: string): (string | Token)[] {
    if (!text.includes(open)) return text === '' ? [] : [text];
    const out: (string | Token)[] = [];
    let from = 0;
    for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, from)) {
      const end = text.indexOf(close, start);
      if (start > from) out.push(text.slice(from, start));
      out.push(this.tokens[decode(text.slice(start + 1, end))]!);
      from = end + 1;
    }
    if (from < text.length) out.push(text.slice(from));
    return out;
  }

  private append(text: string, source: Places, offset: number, fixed: boolean): void {
    if (text === '') return;
    this.pieces.push({ start: this.length, source, offset, fixed });
    this.starts.push(this.length);
    this.parts.push(text);
    this.length += text.length;
    const lastLine = text.lastIndexOf('\n') + 1;
    this.lineIsEmpty = (lastLine > 0 || this.lineIsEmpty) && text.slice(lastLine).trim() === '';
  }
}

function encode(index: number): string {
  let digits = '';
  let rest = index;
  do {
    digits = String.fromCharCode(firstDigit + (rest % base)) + digits;
    rest = Math.floor(rest / base);
  } while (rest > 0);
  return digits;
}

function decode(digits: string): number {
  let index = 0;
  for (let at = 0; at < digits.length; at++) index = index * base + digits.charCodeAt(at) - firstDigit;
  return index;
}
