/** Text that remembers where each of its characters stands in a file. */
import { markOfBytes } from '../../memo/content-mark.js';
import type { Span } from '../../model/span.js';

export interface SourceText {
  readonly text: string;
  /** Two sources of the same text and the same mark have the same places. */
  readonly mark: string;
  /** Place of the character at `offset` of `text`. */
  at(offset: number): Span;
}

/** A whole file. */
export function fileText(file: string, text: string): SourceText {
  let starts: number[] | null = null;
  return {
    text,
    mark: file,
    at(offset) {
      starts ??= lineStarts(text);
      const line = lastAtOrBelow(starts, offset);
      return { file, line: line + 1, column: offset - starts[line]! + 1 };
    },
  };
}

/**
 * A passage that stands in its file as it is, from `start` on: a table's cell. In a workbook the cell is the smallest
 * place.
 */
export function passage(text: string, start: Span): SourceText {
  return {
    text,
    get mark() {
      return JSON.stringify(start);
    },
    at(offset) {
      if (start.cell !== undefined) return start;
      const before = text.slice(0, offset);
      const lines = before.split('\n');
      const last = lines[lines.length - 1]!.length;
      return {
        ...start,
        line: start.line + lines.length - 1,
        column: lines.length === 1 ? start.column + last : last + 1,
      };
    },
  };
}

/**
 * A passage whose file writes it with other spaces, line ends and escapes: a scalar of YAML or JSON.
 * Its characters are found again in the file one after the other; built when a place is first asked for.
 */
export function writtenPassage(text: string, file: SourceText, from: number, to: number): SourceText {
  let places: number[] | null = null;
  return {
    text,
    get mark() {
      return `${file.mark} ${wholeOf(file)} ${from} ${to}`;
    },
    at(offset) {
      places ??= alignText(text, file.text, from, to);
      return file.at(places[Math.min(offset, places.length - 1)] ?? from);
    },
  };
}

const wholes = new WeakMap<SourceText, string>();

/** The content of the file in which passages are found again, marked once. */
function wholeOf(file: SourceText): string {
  let whole = wholes.get(file);
  if (whole === undefined) wholes.set(file, (whole = markOfBytes(file.text)));
  return whole;
}

function alignText(text: string, source: string, from: number, to: number): number[] {
  const places: number[] = [];
  let at = from;
  for (const unit of splitUnits(text)) {
    if (/\s/.test(unit)) {
      places.push(at);
      if (source[at] === '\\') at += 2;
      else
        while (at < to && /\s/.test(source[at]!)) {
          at++;
          if (source[at - 1] === '\n' && source[at] !== '\n') {
            while (source[at] === ' ') at++;
            break;
          }
        }
      continue;
    }
    const found = source.indexOf(unit, at);
    if (found === -1 || found >= to) {
      places.push(at);
      continue;
    }
    places.push(found);
    at = found + 1;
  }
  places.push(at);
  return places;
}

const splitUnits = (text: string): string[] => text.split('');

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last number of an ascending list that is not above `value`. */
export function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
