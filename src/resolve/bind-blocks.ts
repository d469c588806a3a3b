/** Blocks with references to blocks with charts, tables, pictures and cards. */
import { inlineText } from '../locale/prose/inline-text.js';
import { assertNever } from '../model/assert-never.js';
import { tableWithoutRows, unknownName } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { keyOfPeriod } from '../figures/find-figure.js';
import { figureText } from '../locale/cards/figure-text.js';
import { readPeriod } from '../locale/read-period.js';
import { periodOrdinal } from '../model/period.js';
import { formatFigure } from '../locale/format-figure.js';
import { registerWords, tableAlt } from '../locale/table-words.js';
import { kpiLooks } from '../model/document.js';
import type {
  Block,
  BlockReference,
  DraftBlock,
  DraftInline,
  Inline,
  KpiKind,
  TableBlock,
  TableRow,
} from '../model/document.js';
import type { Figure } from '../model/figure.js';
import { bindChart } from './bind-chart.js';
import { bindInlines, bindWords } from './bind-inlines.js';
import { bindRegister } from './bind-register.js';
import { bindTable, plainCell } from './bind-table.js';
import { findFigure } from './binding.js';
import type { Binding } from './binding.js';
import { revise } from './revise.js';

/** One reference may become several blocks (a narrative) or none (a name that nothing has, which is reported). */
export function bindBlocks(blocks: readonly DraftBlock[], binding: Binding): readonly Block[] {
  return blocks.flatMap((block) => bindBlock(block, binding));
}

function bindBlock(block: DraftBlock, binding: Binding): readonly Block[] {
  const inlines = (drafts: readonly DraftInline[]): readonly Inline[] => bindInlines(drafts, binding);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, id: binding.headingId(block.id), inlines: inlines(block.inlines) }];
    case 'paragraph':
      return [{ ...block, inlines: inlines(block.inlines) }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => bindBlocks(item, binding)) }];
    case 'quote':
      return [{ ...block, blocks: bindBlocks(block.blocks, binding) }];
    case 'callout':
      return [{ ...block, title: inlines(block.title), blocks: bindBlocks(block.blocks, binding) }];
    case 'columns':
      return [
        {
          ...block,
          columns: block.columns.map((column) => ({ ...column, blocks: bindBlocks(column.blocks, binding) })),
        },
      ];
    case 'cards':
      return [
        {
          ...block,
          cards: block.cards.map((card) => ({ ...card, title: inlines(card.title), text: inlines(card.text) })),
        },
      ];
    case 'masthead':
      return [
        {
          ...block,
          title: inlines(block.title),
          subtitle: inlines(block.subtitle),
          slogan: inlines(block.slogan),
          edition: inlines(block.edition),
        },
      ];
    case 'table':
      return listOf(bindWrittenTable(block, binding));
    case 'area':
    case 'spare':
      return [{ ...block, blocks: bindBlocks(block.blocks, binding) }];
    case 'story':
      return [
        {
          ...block,
          title: inlines(block.title),
          line: inlines(block.line),
          blocks: bindBlocks(block.blocks, binding),
        },
      ];
    case 'contents':
    case 'page-break':
      return [block];
    case 'block-reference':
      return bindReference(block, binding);
    default:
      return assertNever(block);
  }
}

function bindReference(reference: BlockReference, binding: Binding): readonly Block[] {
  const { what, ids, span } = reference;
  switch (what) {
    case 'chart':
      return find(reference, binding.data.charts, binding, (spec) => {
        const chart = bindChart(spec, binding);
        return chart === null
          ? []
          : [
              {
                kind: 'chart',
                chart,
                ...(reference.options.height !== undefined && { height: Number(reference.options.height) }),
                ...(spec.titleWords && { titled: bindWords(spec.titleWords, binding) }),
                caption: bindWords(spec.caption, binding),
                source: bindWords(spec.source, binding),
                span,
              },
            ];
      });
    case 'table':
      return find(reference, binding.data.tables, binding, (spec) => listOf(bindTable(spec, span, binding)));
    case 'picture':
      return find(reference, binding.data.pictures, binding, ({ picture, caption }) => [
        { kind: 'picture', picture, caption: bindWords(caption, binding), span },
      ]);
    case 'narrative':
      return find(reference, binding.data.narratives, binding, (blocks) => bindBlocks(blocks, binding));
    case 'register':
      return listOf(bindRegister(reference, binding));
    case 'kpis': {
      const figures = ids
        .flatMap((id) => findFigure(id, span, binding) ?? [])
        .filter((figure) => reference.options.show === undefined || kpiKindOf(figure) === reference.options.show);
      const across = reference.options.across === undefined ? null : Number(reference.options.across);
      if (figures.length === 0 && reference.options.show !== undefined) return [];
      return [
        {
          kind: 'kpis',
          look: kpiLooks.find((look) => look === reference.options.look) ?? 'cards',
          across,
          cards: figures.map((figure) => ({
            id: figure.id,
            text: figureText(figure, binding.language),
            span,
            ...reviseCard(figure, binding),
            ...trendOf(figure, binding),
          })),
          span,
        },
      ];
    }
    default:
      return assertNever(what);
  }
}

/** So many periods a trend shows, and no fewer. */
const trendPeriods = { least: 4, most: 12 } as const;

/** The values of a figure's series at equal distances of time, up to the period that the card shows. */
function trendOf(figure: Figure, { data }: Binding): { readonly trend?: readonly number[] } {
  const points = data.series.get(figure.id.split('@')[0]!)?.points ?? [];
  const at = points.findIndex(({ key }) => key === keyOfPeriod(figure.period));
  const past = points.slice(0, at + 1).slice(-trendPeriods.most);
  const times = past.map(({ key }) => readPeriod(key));
  const step = (index: number): number | null => {
    const [one, other] = [times[index - 1], times[index]];
    return one && other && one.kind === other.kind ? periodOrdinal(other) - periodOrdinal(one) : null;
  };
  const isEven = times.every((_, index) => index === 0 || (step(index) !== null && step(index) === step(1)));
  const values = past.flatMap(({ figure: { quantity, unit } }) =>
    quantity === null || unit !== figure.unit ? [] : [quantity.value],
  );
  const isWhole = isEven && values.length === past.length && values.length >= trendPeriods.least;
  return isWhole && new Set(values).size > 1 ? { trend: values } : {};
}

const kpiKindOf = ({ quantity, change, rank }: Figure): KpiKind =>
  rank !== null ? 'ranks' : quantity !== null || change !== null ? 'numbers' : 'awards';

const listOf = (block: Block | null): readonly Block[] => (block === null ? [] : [block]);

/** A card says all of a figure: what of it changed, in one line. */
function reviseCard(figure: Figure, binding: Binding): ReturnType<typeof revise> {
  const changed = (['full', 'change', 'rank'] as const).filter(
    (part) => revise(figure, (each) => formatFigure(each, part, binding), binding).revision !== undefined,
  );
  return revise(
    figure,
    (each) =>
      [...new Set(changed.map((part) => formatFigure(each, part, binding)))]
        .filter((text) => text !== '')
        .join(registerWords(binding.language).comma),
    binding,
  );
}

/** A picture that could not be opened was reported when it was read, and is known by no name here. */
function find<Spec>(
  { what, ids, span }: BlockReference,
  known: ReadonlyMap<string, Spec>,
  { data, tell }: Binding,
  bind: (spec: Spec) => readonly Block[],
): readonly Block[] {
  const [id = ''] = ids;
  const spec = known.get(id);
  if (spec !== undefined) return bind(spec);
  // It is defined, but wrong: that was told where it stands.
  if ((what === 'chart' && data.defined.charts.has(id)) || (what === 'table' && data.defined.tables.has(id))) return [];
  const nearest = nearestName(id, known.keys());
  tell(unknownName(what, id, span, nearest === null ? null : { name: nearest }, [...known.keys()]));
  return [];
}

/** A table of Markdown, whose rows may be shorter than its head (GFM): the cells that they lack are empty. */
function bindWrittenTable(block: TableBlock<DraftInline>, binding: Binding): TableBlock<Inline> | null {
  if (block.rows.length === 0) {
    binding.tell(tableWithoutRows('a table', block.span));
    return null;
  }
  const rowOf = (row: TableRow<DraftInline>): TableRow<Inline> => ({
    ...row,
    cells: block.columns.map((_, column) => plainCell(bindInlines(row.cells[column]?.inlines ?? [], binding))),
  });
  const head = block.head.map(rowOf);
  const caption = bindInlines(block.caption, binding);
  const words = head.flatMap(({ cells }) => cells.map((cell) => inlineText(cell.inlines)));
  return {
    ...block,
    head,
    rows: block.rows.map(rowOf),
    caption,
    notes: block.notes.map((note) => bindInlines(note, binding)),
    alt: block.alt === '' ? tableAlt(inlineText(caption), words, block.rows.length, binding.language) : block.alt,
  };
}
