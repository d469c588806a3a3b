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

/** Neighbouring runs of one figure are one: a numeral and its unit on a card. Marks of footnotes are left out: a new footnote changes those of others. */
export function readRuns(runs: readonly Piece[]): RunReading {
  const pieces: { text: string; figure: string | null }[] = [];
  for (const { text, figure, note, struck } of runs) {
    if (note !== undefined || struck !== undefined) continue;
    const last = pieces.at(-1);
    if (last !== undefined && last.figure === figure) last.text += text;
    else pieces.push({ text, figure });
  }
  const said = pieces.map(({ text, figure }) => ({ figure, text: figure === null ? text : text.replaceAll('\u00a0', '') }));
  return {
    text: said.map(({ text }) => text).join(''),
    wording: said.map(({ text, figure }) => figure === null ? text : `{${figure}}`).join(''),
    figures: said.flatMap(({ text, figure }) => figure === null ? [] : [{ id: figure, text }]),
  };
}

/** Of the lines that stand here alone: a paragraph may run on over the page. A figure that a line end divides is whole again. */
export function readSet({ lines, runs }: SetParagraph): RunReading {
  return readRuns(lines.flatMap(({ fragments }) => fragments.map(({ run, text }) => ({ ...runs[run]!, text }))));
}
