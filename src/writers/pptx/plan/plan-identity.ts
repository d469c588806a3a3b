/**
 * The identity of a deck, from its pages and its plan: what each shape is called in the file, and how it stood when it
 * was made.
 */
import { markOfPieces } from '../../../memo/content-mark.js';
import type { Memo } from '../../../memo/memo.js';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type {
  ChartShapeIdentity,
  DeckIdentity,
  MarkIdentity,
  PrintedNumber,
  ShapeIdentity,
  SlideIdentity,
  TableShapeIdentity,
  TextIdentity,
} from '../../../powerpoint/identity/deck-identity.js';
import { identityJson } from '../../../powerpoint/identity/identity-json.js';
import type { SketchShape } from '../../../model/native-chart.js';
import type { Chart } from '../../../model/chart.js';
import type { Page, PageItem, PageSet, SetParagraph, TableItem } from '../../../model/page.js';
import type { Span } from '../../../model/span.js';
import { emu, hundredths } from '../../xml/drawing-ml.js';
import { sketchPlace } from './sketch-places.js';
import type { DeckPlan, ParagraphPlan, ShapePlan, SlidePlan, TableShape } from './deck-plan.js';

export function planIdentity(pages: PageSet, plan: DeckPlan, report: string, memo: Memo): DeckIdentity {
  const slides = pages.pages.map((page, index) => recallIdentity(page, plan.slides[index]!, plan, memo));
  const said = { format: 2 as const, report, language: pages.meta.language, slides };
  return { ...said, build: markOfPieces(identityJson(said)) };
}

/**
 * A slide that was planned before shows the charts and pictures that it showed then.
 *
 * @param plan has those of this slide at the least.
 */
export const recallIdentity = (page: Page, slide: SlidePlan, plan: DeckPlan, memo: Memo): SlideIdentity =>
  memo.recallSame('slide identity', [page, slide], () => slideIdentity(page, slide, plan));

/**
 * From `templates/` on, else the file's name: what folders are called where the deck is made is not for who gets it,
 * and would make other bytes of the same report in another folder.
 */
export const placeInSources = ({ file, line, column }: Span): string =>
  `${/^(?:.*\/)?(templates\/.*)$/.exec(file)?.[1] ?? posix.basename(file)}:${line}:${column}`;

/** Shapes count from 2: 1 is the group of all of them. */
const firstId = 2;

function slideIdentity(page: Page, slide: SlidePlan, plan: DeckPlan): SlideIdentity {
  const items = new Map(page.items.map((item) => [item.name, item]));
  const { span } = page;
  return {
    key: slide.key,
    creationId: slide.creationId,
    title: slide.title,
    layout: page.layout,
    place: span === null ? null : placeInSources(span),
    shapes: slide.shapes.map((shape, index) =>
      shapeIdentity(shape, index + firstId, items.get(shape.key) ?? null, plan),
    ),
    notes: page.notes.map((text, index) => ({
      text,
      figures: locate(text, page.noteFigures?.[index] ?? []),
    })),
    ...(slide.comments.length > 0 && { comments: slide.comments.map(({ text }) => text) }),
  };
}

function shapeIdentity(shape: ShapePlan, id: number, item: PageItem | null, plan: DeckPlan): ShapeIdentity {
  const { x, y, width, height } = shape.box;
  const base = {
    name: shape.name,
    id,
    creationId: shape.guid,
    alt: shape.decorative ? '' : shape.alt,
    box: { x: emu(x), y: emu(y), cx: emu(width), cy: emu(height) },
  };
  if (shape.kind === 'text') {
    const paragraphs = item?.kind === 'text' ? item.paragraphs.map(textIdentity) : [{ text: '', figures: [] }];
    const sizes = runSizes(shape.paragraphs);
    const placeholder = item?.kind === 'text' ? item.placeholder : null;
    return { ...base, kind: 'text', placeholder, paragraphs, ...(sizes.length > 0 && { sizes }) };
  }
  if (item?.kind === 'chart') return { ...base, ...chartIdentity(item.chart), ...shownIdentity(shape, plan) };
  if (shape.kind === 'table' && item?.kind === 'table') return { ...base, ...tableIdentity(item, shape) };
  if (shape.kind === 'picture' && item?.kind === 'picture') {
    return { ...base, kind: 'picture', picture: item.picture.id, sha256: pictureMark(shape.media, plan) };
  }
  return {
    ...base,
    kind: 'plain',
    ...(item?.kind === 'shape' && item.figure !== undefined && { figure: item.figure }),
  };
}

/** In hundredths of a point, as a file has them; neighbours of one size once. */
function runSizes(paragraphs: readonly ParagraphPlan[]): readonly number[] {
  const sizes: number[] = [];
  for (const { runs } of paragraphs)
    for (const { size } of runs) if (size !== null && sizes.at(-1) !== hundredths(size)) sizes.push(hundredths(size));
  return sizes;
}

/** Found once for bytes that a watch keeps. */
const pictureMarks = new WeakMap<Uint8Array, string>();

function pictureMark(media: number, plan: DeckPlan): string {
  const { bytes } = plan.media[media]!;
  const mark = pictureMarks.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  pictureMarks.set(bytes, mark);
  return mark;
}

/** A chart is native, or a picture. */
const shownIdentity = (
  shape: ShapePlan,
  plan: DeckPlan,
): Pick<ChartShapeIdentity, 'isPicture' | 'data' | 'extended' | 'marks' | 'sha256'> => ({
  isPicture: shape.kind === 'picture',
  data: shape.kind === 'chart' ? plan.charts[shape.chart]!.data : null,
  ...(shape.extended !== undefined && { extended: plan.extended[shape.extended.number - 1]!.data }),
  ...markIdentities(shape),
  sha256: shape.kind === 'picture' ? pictureMark(shape.media, plan) : null,
});

/** A drawing of more shapes is known by its numbers alone: a slide says of itself what it has, and is to stay small. */
const mostMarks = 150;

function markIdentities(shape: ShapePlan): Pick<ChartShapeIdentity, 'marks'> {
  const sketch = shape.kind === 'sketch' ? shape.sketch : shape.kind === 'chart' ? shape.marks : undefined;
  if (sketch === undefined || sketch.length > mostMarks || shape.extended !== undefined) return {};
  const { x, y } = shape.box;
  return {
    marks: sketch.map((mark) => {
      const box = sketchPlace(mark);
      const lines = mark.kind === 'box' || mark.kind === 'words' ? (mark.text?.lines ?? []) : [];
      return {
        form: formOfMark(mark),
        box: [emu(x + box.x), emu(y + box.y), emu(box.width), emu(box.height)],
        ...(lines.length > 0 && { text: lines }),
      };
    }),
  };
}

function formOfMark(mark: SketchShape): MarkIdentity['form'] {
  if (mark.kind === 'line') return mark.points.length > 2 ? 'path' : 'straight';
  return mark.kind === 'area' ? 'path' : 'box';
}

/** Layout parts a figure into pieces where a line may break within it. */
function textIdentity({ runs }: SetParagraph): TextIdentity {
  let text = '';
  const figures: { figure: string; text: string; start: number }[] = [];
  for (const run of runs) {
    const last = figures.at(-1);
    if (run.figure !== null && last?.figure === run.figure && last.start + last.text.length === text.length)
      last.text += run.text;
    else if (run.figure !== null) figures.push({ figure: run.figure, text: run.text, start: text.length });
    text += run.text;
  }
  return { text, figures };
}

/** Figures of a text that has no runs, one behind the other. */
function locate(
  text: string,
  printed: readonly { readonly id: string; readonly text: string }[],
): readonly PrintedNumber[] {
  let from = 0;
  return printed.flatMap(({ id, text: own }): readonly PrintedNumber[] => {
    const start = text.indexOf(own, from);
    if (start < 0) return [];
    from = start + own.length;
    return [{ figure: id, text: own, start }];
  });
}

const chartIdentity = ({ id, kind, categories, series }: Chart) =>
  ({
    kind: 'chart',
    chart: id,
    type: kind,
    categories,
    series: series.map(({ name, points }) => ({
      name,
      points: points.map(({ figure, value, label }) => ({ figure, value, label })),
    })),
  }) as const;

function tableIdentity(
  item: TableItem,
  { columnIds, rowIds, columnWidths, rowHeights, rows }: TableShape,
): Pick<TableShapeIdentity, 'kind' | 'headRows' | 'columns' | 'rows' | 'form'> {
  const sizes = runSizes(rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs)));
  const covered = item.rows.map(() => new Set<number>());
  return {
    kind: 'table',
    headRows: item.headRows,
    columns: columnIds,
    form: { widths: columnWidths.map(emu), heights: rowHeights.map(emu), sizes },
    rows: item.rows.map((row, rowIndex) => {
      let column = 0;
      const cells = row.map((cell) => {
        while (covered[rowIndex]!.has(column)) column += 1;
        const own = column;
        for (let down = 0; down < cell.down; down += 1)
          for (let across = 0; across < cell.across; across += 1) covered[rowIndex + down]?.add(own + across);
        return { column: own, across: cell.across, down: cell.down, paragraphs: cell.paragraphs.map(textIdentity) };
      });
      return { id: rowIds[rowIndex]!, cells };
    }),
  };
}
