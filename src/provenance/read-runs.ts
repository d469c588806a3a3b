/** What a set paragraph says, and which figures stand in it. */
import type { PrintedFigure, Run, SetParagraph } from '../model/page.js';

export interface RunReading {
  readonly text: string;
  /** With `{id}` in each figure's place. */
  readonly wording: string;
  readonly figures: readonly PrintedFigure[];
}

type Piece = Pick<Run, 'text' | 'figure'>;

/** Neighbouring runs of one figure are one: a numeral and its unit on a card. */
export function readRuns(runs: readonly Piece[]): RunReading {
  const figures: PrintedFigure[] = [];
  let text = '';
  let wording = '';
  for (let index = 0; index < runs.length;) {
    const { figure } = runs[index]!;
    let piece = '';
    for (; index < runs.length && runs[index]!.figure === figure; index++) piece += runs[index]!.text;
    if (figure !== null) {
      piece = piece.replaceAll('\u00a0', '');
      figures.push({ id: figure, text: piece });
    }
    text += piece;
    wording += figure === null ? piece : `{${figure}}`;
  }
  return { text, wording, figures };
}

/** Of the lines that stand here alone: a paragraph may run on over the page. A figure that a line end divides is whole again. */
export function readSet({ lines, runs }: SetParagraph): RunReading {
  return readRuns(lines.flatMap(({ fragments }) => fragments.map(({ run, text }) => ({ text, figure: runs[run]?.figure ?? null }))));
}
