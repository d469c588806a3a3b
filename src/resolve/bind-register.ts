/** The register: every figure, or some, with its value, its change, its rank and where it comes from. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { unknownName } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { circledNumber } from '../locale/chinese-number.js';
import { formatFigure } from '../locale/format-figure.js';
import { joinWords } from '../locale/language.js';
import { readPeriod } from '../locale/read-period.js';
import { formatPeriod } from '../locale/format-period.js';
import { registerWords, tableAlt } from '../locale/table-words.js';
import type { BlockReference, Inline, TableBlock, TableCell, TableColumn } from '../model/document.js';
import type { Figure, FigurePart } from '../model/figure.js';
import { periodEnd } from '../model/period.js';
import type { Span } from '../model/span.js';
import { plainCell } from './bind-table.js';
import { findFigure, type Binding } from './binding.js';
import { revise } from './revise.js';

interface RegisterPlace {
  readonly span: Span;
  readonly sources: readonly string[];
  readonly binding: Binding;
}

interface RegisterColumn {
  readonly head: keyof ReturnType<typeof registerWords>;
  readonly align: TableColumn['align'];
  cell(figure: Figure, place: RegisterPlace): TableCell<Inline>;
  /** Whether a figure has something for this column: it is left out where none has. Absent: always shown. */
  has?(figure: Figure, place: RegisterPlace): boolean;
}

const figureInline = (figure: Figure, part: FigurePart, text: string, { span, binding }: RegisterPlace): Inline => ({
  kind: 'figure',
  id: figure.id,
  part,
  text,
  span,
  ...revise(figure, (each) => formatFigure(each, part, binding), binding),
});
const printed = (figure: Figure, part: FigurePart, text: string, place: RegisterPlace): TableCell<Inline> =>
  plainCell([
    // What a figure is not asked for stays blank: a dash would say that it is not to be had.
    text === '' ? { kind: 'value', text: '', span: place.span } : figureInline(figure, part, text, place),
  ]);
const said = (text: string | null, { binding }: Pick<RegisterPlace, 'binding'>, span: Span): TableCell<Inline> =>
  plainCell([{ kind: 'value', text: text ?? registerWords(binding.language).none, span }]);

/** A figure without a value has its change or its rank in their own columns only; an award stands for the value. */
const valueOf = (figure: Figure, { binding }: RegisterPlace): string =>
  figure.quantity !== null || figure.award !== null ? formatFigure(figure, 'full', binding) : '';

/** The change and the rank in one column, for a register that is short of room: 同比增长8.1%, 全省第七. */
const standingCell = (figure: Figure, place: RegisterPlace): TableCell<Inline> => {
  const parts = (['change', 'rank'] as const).filter((part) => formatFigure(figure, part, place.binding) !== '');
  const inlines = parts.flatMap((part, index): Inline[] => [
    ...(index === 0
      ? []
      : [{ kind: 'value' as const, text: registerWords(place.binding.language).comma, span: place.span }]),
    figureInline(figure, part, formatFigure(figure, part, place.binding), place),
  ]);
  return inlines.length === 0 ? said('', place, place.span) : plainCell(inlines);
};

/** Sources are long and few: a row has the mark of its own (①), and the marks are explained below the table. */
const sourceMark = ({ source }: Figure, { sources, binding }: RegisterPlace): string | null =>
  source === null ? null : circledNumber(sources.indexOf(source) + 1, binding.language);

const columns = {
  label: { head: 'label', align: 'start', cell: (figure, place) => printed(figure, 'label', figure.label, place) },
  value: {
    head: 'value',
    align: 'end',
    cell: (figure, place) => printed(figure, 'full', valueOf(figure, place), place),
  },
  change: {
    head: 'change',
    align: 'end',
    has: (figure, { binding }) => formatFigure(figure, 'change', binding) !== '',
    cell: (figure, place) => printed(figure, 'change', formatFigure(figure, 'change', place.binding), place),
  },
  rank: {
    head: 'rank',
    align: 'start',
    has: (figure, { binding }) => formatFigure(figure, 'rank', binding) !== '',
    cell: (figure, place) => printed(figure, 'rank', formatFigure(figure, 'rank', place.binding), place),
  },
  standing: {
    head: 'standing',
    align: 'start',
    has: (figure, { binding }) =>
      (['change', 'rank'] as const).some((part) => formatFigure(figure, part, binding) !== ''),
    cell: standingCell,
  },
  period: {
    head: 'period',
    align: 'start',
    has: ({ period }) => period !== null,
    cell: (figure, place) =>
      said(figure.period === null ? null : formatPeriod(figure.period, place.binding.language), place, place.span),
  },
  note: {
    head: 'note',
    align: 'start',
    has: ({ note }) => note !== null && note !== '',
    cell: (figure, place) => said(figure.note ?? '', place, figure.cells.note ?? place.span),
  },
  source: {
    head: 'source',
    align: 'center',
    has: ({ source }) => source !== null,
    cell: (figure, place) => said(sourceMark(figure, place), place, figure.cells.source ?? place.span),
  },
} satisfies Record<string, RegisterColumn>;

/** What `columns="…"` of the register may name. */
const registerColumns = Object.keys(columns) as readonly (keyof typeof columns)[];

const columnsOf = ({ options, span }: BlockReference, tell: Tell): readonly RegisterColumn[] => {
  const asked =
    typeof options.columns === 'string' ? options.columns.split(/[\s,，]+/).filter((name) => name !== '') : [];
  for (const name of asked) {
    if (Object.hasOwn(columns, name)) continue;
    const nearest = nearestName(name, registerColumns);
    tell(unknownName('column', name, span, nearest === null ? null : { name: nearest }, registerColumns));
  }
  const known = registerColumns.filter((name) => asked.includes(name));
  return (known.length > 0 ? known : (['label', 'value', 'change', 'rank', 'source'] as const)).map(
    (name) => columns[name],
  );
};

/** Each source once, with its mark where rows carry marks. */
const sourceNotes = ({ sources, binding, span }: RegisterPlace, marked: boolean): readonly (readonly Inline[])[] => {
  if (sources.length === 0) return [];
  const words = sources.map((source, index) =>
    marked ? joinWords([circledNumber(index + 1, binding.language), source], binding.language) : source,
  );
  const language = registerWords(binding.language);
  return [[{ kind: 'value', text: `${language.sources}${words.join(language.semicolon)}`, span }]];
};

/** A figure a year under one label is one series: the latest stands for it, in the place of the first. */
function eachOnce(figures: readonly Figure[]): readonly Figure[] {
  const latest = new Map<string, Figure>();
  for (const figure of figures) {
    const key = seriesKey(figure);
    const known = latest.get(key);
    latest.set(key, known === undefined || endOf(known) <= endOf(figure) ? figure : known);
  }
  return [...latest.values()];
}

/** Alike in all but time; a figure whose period cannot be reckoned with is alone. */
const seriesKey = (figure: Figure): string =>
  endOf(figure) === 0
    ? figure.id
    : JSON.stringify([figure.label, figure.unit, figure.rank?.scope ?? '', figure.quantity === null ? figure.id : '']);

const endOf = ({ period }: Figure): number => {
  const found = period === null ? null : readPeriod(period);
  return found === null ? 0 : periodEnd(found);
};

/** Null where there is no figure to list. */
export function bindRegister(reference: BlockReference, binding: Binding): TableBlock<Inline> | null {
  const { ids, options, span } = reference;
  const all =
    ids.length === 0
      ? eachOnce([...binding.data.figures.values()])
      : ids.flatMap((id) => findFigure(id, span, binding) ?? []);
  const figures = all.slice(Number(options.from ?? 0), options.to === undefined ? undefined : Number(options.to));
  if (figures.length === 0) return null;
  const sources = [...new Set(figures.flatMap(({ source }) => source ?? []))];
  const place: RegisterPlace = { span, sources, binding };
  // A source that all have stands under the table once, without a mark in each row.
  const isSole = sources.length === 1 && figures.every(({ source }) => source !== null);
  const shown = columnsOf(reference, binding.tell).filter(
    (column) =>
      (column.has === undefined || figures.some((figure) => column.has?.(figure, place))) &&
      !(column === columns.source && isSole),
  );
  const words = registerWords(binding.language);
  const heads = shown.map(({ head }) => words[head]);
  const caption = typeof options.caption === 'string' ? options.caption : null;
  return {
    kind: 'table',
    id: null,
    register: true,
    span,
    caption: caption === null ? [] : [{ kind: 'value', text: caption, span }],
    columns: shown.map(({ align }) => ({ align, weight: null })),
    head: [{ cells: heads.map((head) => said(head, place, span)), emphasis: 'none' }],
    rows: figures.map((figure) => ({ emphasis: 'none', cells: shown.map((column) => column.cell(figure, place)) })),
    notes: sourceNotes(place, shown.includes(columns.source)),
    alt: tableAlt(caption ?? words.caption, heads, figures.length, binding.language),
  };
}
