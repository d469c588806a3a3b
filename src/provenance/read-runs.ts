/** What a set paragraph says, and which figures stand in it. */
import type { PrintedFigure, Run, SetParagraph } from '../model/page.js';

export interface RunReading {
  readonly text: string;
  /** With `{id}` in each figure's place. */
  readonly wording: string;
  readonly figures: readonly PrintedFigure[];
}

/** Neither the mark of a footnote nor a struck value is a part of what is said. */
type Piece = Pick<Run, 'text' | 'figure' | 'note' | 'struck'>;

/** A card sets spaces about its numeral that are not said, except where letters stand beside it. */
const withoutGaps = (text: string): string =>
  text.replace(/\u00a0(?!\p{Script=Latin})/gu, (gap, at: number) =>
    /\p{Script=Latin}/u.test(text[at - 1] ?? '') ? gap : '',
  );

/**
 * Neighbouring runs of one figure are one: a numeral and its unit on a card. Marks of footnotes are left out: a new
 * footnote changes those of others.
 */
export function readRuns(runs: readonly Piece[]): RunReading {
  const figures: PrintedFigure[] = [];
  let text = '';
  let wording = '';
  let figure: string | null = null;
  let piece = '';
  const endPiece = (): void => {
    const said = figure === null ? piece : withoutGaps(piece);
    if (figure !== null) figures.push({ id: figure, text: said });
    text += said;
    wording += figure === null ? said : `{${figure}}`;
  };
  for (const run of runs) {
    if (run.note !== undefined || run.struck !== undefined) continue;
    if (run.figure !== figure) {
      endPiece();
      figure = run.figure;
      piece = '';
    }
    piece += run.text;
  }
  endPiece();
  return { text, wording, figures };
}

/**
 * Reads the lines that stand here alone: a paragraph may run on over the page. A figure that a line end divides is
 * whole again.
 */
export function readSet({ lines, runs }: SetParagraph): RunReading {
  return readRuns(lines.flatMap(({ fragments }) => fragments.map(({ run, text }) => ({ ...runs[run]!, text }))));
}
