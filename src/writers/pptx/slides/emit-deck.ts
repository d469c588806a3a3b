/**
 * Planned slides to calls of pptxgenjs, the one place that knows it.
 *
 * pptxgenjs gives the slides: shapes, text runs, tables, pictures' and charts' frames, links. What it gets wrong or has
 * no word for (see `normalize/`) is written afterwards from the same plan, so it is asked for no more than it does
 * well.
 */
import type Package from 'pptxgenjs';
import type { Box, Insets, Size } from '../../../model/length.js';
import { assertNever } from '../../../model/assert-never.js';
import type {
  CellPlan,
  GeometryShape,
  ParagraphPlan,
  RunPlan,
  ShapePlan,
  SlidePlan,
  TableShape,
  TextShape,
} from '../plan/deck-plan.js';
import { colorSentinel, fontSentinel } from './sentinel.js';
import { asUri } from '../../xml/presentation-ml.js';

// Node takes the package's types for CommonJS, so its class stands one level deeper for the compiler than when it runs.
type Presentation = Package.default;
type Slide = Package.default.Slide;
type TextRun = Package.default.TextProps;

/** The slides and their relationships, by their paths in a package: `ppt/slides/slide1.xml` is the first. */
export async function emitSlides(slides: readonly SlidePlan[], size: Size): Promise<ReadonlyMap<string, string>> {
  const { default: NewPresentation } = await import('pptxgenjs');
  const deck = new (NewPresentation as unknown as new () => Presentation)();
  deck.defineLayout({ name: 'briefkit', width: inches(size.width), height: inches(size.height) });
  deck.layout = 'briefkit';
  for (const slide of slides) {
    const target = deck.addSlide();
    if (slide.background !== null) target.background = { color: colorSentinel(slide.background) };
    for (const shape of slide.shapes) emitShape(target, shape);
    leaveOutParts(target);
  }
  const parts = partsOf(deck);
  await deck.write({ outputType: 'uint8array' });
  return parts();
}

/** A package of JSZip's, as pptxgenjs fills it. */
interface UnpackedPackage {
  readonly files: Readonly<Record<string, { readonly _data: Promise<unknown> | null }>>;
  generateAsync: () => Promise<Uint8Array>;
}

/**
 * What pptxgenjs writes, as texts: packed into a zip and unpacked again they would take as long as they took to write.
 * The last that it does before it packs is to hand the package over, slide by slide, for what belongs to charts.
 */
function partsOf(deck: Presentation): () => Promise<ReadonlyMap<string, string>> {
  let filled: UnpackedPackage | null = null;
  const take = (_slide: unknown, zip: UnpackedPackage): void => {
    filled = zip;
    zip.generateAsync = () => Promise.resolve(new Uint8Array());
  };
  Object.assign(deck, { createChartMediaRels: take });
  return async () => {
    const paths = Object.entries(filled?.files ?? {}).filter(([path]) => slidePath.test(path));
    return new Map(
      await Promise.all(
        paths.map(async ([path, { _data }]): Promise<[string, string]> => {
          const content = await _data;
          if (typeof content !== 'string') throw new Error(`pptxgenjs wrote ${path} in another way than it did`);
          return [path, content];
        }),
      ),
    );
  };
}

const slidePath = /^ppt\/slides\/(?:_rels\/)?slide\d+\.xml(?:\.rels)?$/;

/**
 * The frames stay, the chart parts and pictures do not: ours take their place, and drawing theirs costs most of the
 * time.
 */
function leaveOutParts(slide: Slide): void {
  const inner = slide as unknown as { _relsChart: unknown[]; _relsMedia: unknown[] };
  inner._relsChart = [];
  inner._relsMedia = [];
}

function emitShape(slide: Slide, shape: ShapePlan): void {
  switch (shape.kind) {
    case 'text':
      return emitText(slide, shape);
    case 'geometry':
      return emitGeometry(slide, shape);
    case 'picture':
      slide.addImage({ ...place(shape.box), data: stubPicture, altText: shape.alt || 'picture' });
      return;
    case 'chart':
      slide.addChart('bar' as Package.default.CHART_NAME, [{ name: '', labels: [''], values: [0] }], {
        ...place(shape.box),
        altText: shape.alt,
      });
      return;
    case 'sketch':
      // A stand-in: the whole group is written by the mending pass.
      slide.addShape('rect' as Package.default.SHAPE_NAME, place(shape.box));
      return;
    case 'table':
      return emitTable(slide, shape);
    default:
      return assertNever(shape);
  }
}

/** pptxgenjs wants base64 of something; the media part is put in by the normalise pass. */
const stubPicture = 'image/png;base64,iVBORw0KGgo=';

const inches = (length: number): number => length / 72;

const place = (box: Box): { x: number; y: number; w: number; h: number } => ({
  x: inches(box.x),
  y: inches(box.y),
  w: inches(box.width),
  h: inches(box.height),
});

// ---- Text ----------------------------------------------------------------------------------------------------------

function emitText(slide: Slide, shape: TextShape): void {
  slide.addText(textRuns(shape.paragraphs), {
    ...place(shape.box),
    isTextBox: true,
    valign: shape.valign,
    // In text boxes pptxgenjs reads left, right, bottom, top.
    margin: [shape.inset.left, shape.inset.right, shape.inset.bottom, shape.inset.top],
    ...(shape.fill === null ? {} : { fill: { color: colorSentinel(shape.fill) } }),
  });
}

/** Runs only: paragraph properties are the normalise pass's. */
function textRuns(paragraphs: readonly ParagraphPlan[]): TextRun[] {
  return paragraphs.flatMap((paragraph, index) => {
    const endsParagraph = index < paragraphs.length - 1;
    if (paragraph.runs.length === 0) return [{ text: '', options: { breakLine: endsParagraph } }];
    const runs = paragraph.runs.map(
      (run, place): TextRun => ({
        text: run.text,
        options: { ...runOptions(run), breakLine: endsParagraph && place === paragraph.runs.length - 1 },
      }),
    );
    // A break before the first run is dropped without something before it.
    return paragraph.runs[0]!.breakBefore ? [{ text: '', options: {} }, ...runs] : runs;
  });
}

/** In thousandths of a percent of the size, as PowerPoint's own buttons set them. */
const scriptBaselines = { super: 30_000, sub: -25_000 } as const;
/** What pptxgenjs multiplies its `baseline` by. */
const baselineUnit = 50;

const runOptions = (run: RunPlan): Package.default.TextPropsOptions => ({
  lang: run.lang,
  color: colorSentinel(run.color),
  italic: run.italic,
  softBreakBefore: run.breakBefore,
  ...(run.script === null ? {} : { baseline: scriptBaselines[run.script] / baselineUnit }),
  ...(run.strike ? { strike: 'sngStrike' as const } : {}),
  ...(run.bold === null ? {} : { bold: run.bold }),
  ...(run.size === null ? {} : { fontSize: run.size }),
  ...(run.font === null ? {} : { fontFace: fontSentinel(run.font) }),
  ...(run.link === null
    ? {}
    : { hyperlink: run.link.kind === 'url' ? { url: asUri(run.link.url) } : { slide: run.link.page + 1 } }),
});

// ---- Shapes and tables ---------------------------------------------------------------------------------------------

function emitGeometry(slide: Slide, shape: GeometryShape): void {
  slide.addShape(shape.preset as Package.default.SHAPE_NAME, {
    ...place(shape.box),
    flipV: shape.flipped,
    ...(shape.fill === null ? {} : { fill: { color: colorSentinel(shape.fill) } }),
    ...(shape.stroke === null || shape.strokeWidth === 0
      ? {}
      : {
          line: {
            color: colorSentinel(shape.stroke),
            width: shape.strokeWidth,
            dashType: shape.dash ? ('dash' as const) : ('solid' as const),
          },
        }),
  });
}

function emitTable(slide: Slide, shape: TableShape): void {
  const rows = shape.rows.map((row) =>
    row.map(
      (cell): Package.default.TableCell => ({
        text: textRuns(cell.paragraphs) as unknown as Package.default.TableCell[],
        options: cellOptions(cell),
      }),
    ),
  );
  slide.addTable(rows, {
    ...place(shape.box),
    autoPage: false,
    colW: shape.columnWidths.map(inches),
    rowH: shape.rowHeights.map(inches),
  });
}

function cellOptions(cell: CellPlan): Package.default.TableCellProps {
  const rule =
    cell.rule === null ? null : { type: 'solid' as const, color: colorSentinel(cell.rule.color), pt: cell.rule.width };
  const none = { type: 'none' as const };
  return {
    valign: cell.valign,
    margin: cellMargin(cell.inset),
    border: [none, none, rule ?? none, none],
    ...(cell.across > 1 ? { colspan: cell.across } : {}),
    ...(cell.down > 1 ? { rowspan: cell.down } : {}),
    ...(cell.fill === null ? {} : { fill: { color: colorSentinel(cell.fill) } }),
  };
}

/**
 * In cells pptxgenjs reads top, right, bottom, left, and takes them for points only where the top one is at least 1.
 */
function cellMargin(inset: Insets): [number, number, number, number] {
  const points: [number, number, number, number] = [inset.top, inset.right, inset.bottom, inset.left];
  return inset.top >= 1 ? points : (points.map(inches) as [number, number, number, number]);
}
