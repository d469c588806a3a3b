/** Tables of the report, and the register of its figures. */
import { formatFigure } from '../locale/format-figure.js';
import { registerWords, tableAlt } from '../locale/table-words.js';
import type { BlockReference, Inline, TableBlock, TableCell, TableColumn, TableRow } from '../model/document.js';
import type { Figure, FigurePart } from '../model/figure.js';
import type { TableSpec, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { bindWords, inlineText } from './bind-inlines.js';
import type { Binding } from './binding.js';
import { findFigure } from './binding.js';

export function bindTable(spec: TableSpec, span: Span, binding: Binding): TableBlock<Inline> {
  const rowOf = (words: readonly Words[]): TableRow<Inline> => ({ cells: words.map((cell) => plainCell(bindWords(cell, binding))), emphasis: 'none' });
  const head = spec.head.map((cell) => bindWords(cell, binding));
  const rows = spec.rows.map(rowOf);
  const width = Math.max(spec.head.length, ...rows.map(({ cells }) => cells.length));
  const caption = bindWords(spec.caption, binding);
  return {
    kind: 'table', id: spec.id, caption, rows, span,
    columns: Array.from({ length: width }, (_, index): TableColumn => ({ align: spec.align[index] ?? guessAlign(rows, index), weight: null })),
    head: head.length === 0 ? [] : [{ cells: head.map(plainCell), emphasis: 'none' }],
    notes: spec.notes.map((note) => bindWords(note, binding)),
    alt: spec.alt ?? tableAlt(inlineText(caption), head.map(inlineText), rows.length),
  };
}

/** A column of numbers stands at the end, all others at the start. */
function guessAlign(rows: readonly TableRow<Inline>[], column: number): TableColumn['align'] {
  const texts = rows.map(({ cells }) => inlineText(cells[column]?.inlines ?? [])).filter((text) => !/^[—–-]?$/.test(text));
  return column > 0 && texts.length > 0 && texts.every((text) => /^\D{0,3}[+−-]?\d[\d.,]*\D{0,6}$/.test(text)) ? 'end' : 'start';
}

/** All figures, or those that are named, with value, change, rank and source. */
export function bindRegister({ ids, options, span }: BlockReference, binding: Binding): TableBlock<Inline> {
  const all = ids.length === 0 ? [...binding.data.figures.values()] : ids.flatMap((id) => findFigure(id, span, binding) ?? []);
  const figures = all.slice(Number(options.from ?? 0), options.to === undefined ? undefined : Number(options.to));
  const head = [registerWords.label, registerWords.value, registerWords.change, registerWords.rank, registerWords.source];
  const caption = typeof options.caption === 'string' ? [{ kind: 'value' as const, text: options.caption, span }] : [];
  return {
    kind: 'table', id: null, caption, notes: [], span,
    columns: (['start', 'decimal', 'decimal', 'start', 'start'] as const).map((align) => ({ align, weight: null })),
    head: [{ cells: head.map((text) => plainCell([{ kind: 'value', text, span }])), emphasis: 'none' }],
    rows: figures.map((figure) => registerRow(figure, span)),
    alt: tableAlt(typeof options.caption === 'string' ? options.caption : registerWords.caption, head, figures.length),
  };
}

function registerRow(figure: Figure, span: Span): TableRow<Inline> {
  const part = (name: FigurePart, text: string): TableCell<Inline> =>
    plainCell(text === '' ? [{ kind: 'value', text: registerWords.none, span }] : [{ kind: 'figure', id: figure.id, part: name, text, span }]);
  const value = figure.quantity !== null || figure.award !== null ? formatFigure(figure, 'full') : '';
  const change = figure.change === null ? '' : (figure.change.basis ?? '') + formatFigure(figure, 'change', { signed: true });
  return {
    emphasis: 'none',
    cells: [
      part('label', figure.label), part('full', value), part('change', change), part('rank', formatFigure(figure, 'rank')),
      plainCell([{ kind: 'value', text: figure.source ?? registerWords.none, span: figure.cells.source ?? figure.span }]),
    ],
  };
}

const plainCell = (inlines: readonly Inline[]): TableCell<Inline> => ({ inlines, across: 1, down: 1 });
