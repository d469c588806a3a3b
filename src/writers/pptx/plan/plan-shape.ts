/** One item of a page as a shape of its slide. */
import { markOf } from '../../../memo/content-mark.js';
import type { ChartItem, Link, PageItem, PictureItem, ShapeItem, TextItem } from '../../../model/page.js';
import { assertNever } from '../../../model/assert-never.js';
import type { Sketch } from '../../../model/native-chart.js';
import { drawingOf } from '../../../svg/read-svg.js';
import type { FittedPictures } from '../../job/fitted-pictures.js';
import { writeSvgFile } from '../../svg/svg-file.js';
import { sameLink, sharesPlace } from './compare.js';
import type {
  ChartParts,
  ExtendedParts,
  GeometryShape,
  LayoutPlan,
  MediaPlan,
  PictureShape,
  PlaceholderPlan,
  PlaceholderType,
  ShapePlan,
  TextShape,
} from './deck-plan.js';
import { inheritText } from './inherit-text.js';
import type { TableStyleInForce } from './own-tables.js';
import { planTable } from './plan-table.js';
import { planParagraphs } from './plan-text.js';
import type { TextContext } from './plan-text.js';

/** A chart as it is shown: native where PowerPoint has its kind, else as shapes, or drawn as a picture. */
export type ShownChart = DrawnChart & {
  /** In PowerPoint of 2016 and later in its place. */
  readonly extended?: ExtendedParts;
};

type DrawnChart =
  | { readonly kind: 'native'; readonly parts: ChartParts }
  | { readonly kind: 'sketch'; readonly sketch: Sketch }
  | { readonly kind: 'picture'; readonly png: Uint8Array };

/** What the pages share while they are planned: parts of the package that slides point at by index. */
export interface Collected {
  readonly charts: ChartParts[];
  readonly extended: ExtendedParts[];
  readonly media: MediaPlan[];
  /** By their content. */
  readonly mediaOf: Map<string, number>;
}

export interface SlideContext extends TextContext {
  readonly collected: Collected;
  readonly shown: ReadonlyMap<ChartItem, ShownChart>;
  readonly pictures: FittedPictures;
  readonly layout: LayoutPlan;
  readonly tables: TableStyleInForce;
  /** Placeholders that a shape of this slide already fills. */
  readonly filled: Set<PlaceholderPlan>;
  readonly lastPage: number;
  /** The `a16:creationId` of a shape of this slide, by its name. */
  guidOf(name: string): string;
}

export function planShape(item: PageItem, context: SlideContext): ShapePlan {
  switch (item.kind) {
    case 'text':
      return planTextShape(item, context);
    case 'shape':
      return planGeometry(item, context);
    case 'picture':
      return planPicture(item, context);
    case 'chart':
      return planChart(item, context);
    case 'table':
      return planTable(
        item,
        {
          ...base(item, item.alt, context),
          placeholder: framePlaceholder(item, 'table', context),
          tables: context.tables,
          linkOf: (link) => checkedLink(link, context),
        },
        context,
      );
    case 'page':
      throw new Error('a slide cannot hold another page');
    default:
      return assertNever(item);
  }
}

const base = (item: PageItem, alt: string, context: SlideContext) => ({
  box: item.box,
  name: context.clean(item.name),
  key: item.name,
  guid: context.guidOf(item.name),
  alt: context.clean(alt),
  decorative: item.tag === 'artifact',
});

function planTextShape(item: TextItem, context: SlideContext): TextShape {
  const placeholder =
    item.placeholder === null ? null : takePlaceholder((candidate) => candidate.region === item.placeholder, context);
  const link = checkedLink(item.link ?? commonPageLink(item), context);
  const paragraphs = planParagraphs(
    item.paragraphs,
    placeholder?.style ?? null,
    placeholder?.type === 'sldNum',
    context,
  );
  const foreign = placeholder?.foreign === undefined ? null : inheritText(paragraphs, item.paragraphs, placeholder);
  const ofBox = (own: Link | null): boolean => link?.kind === 'page' && sameLink(own, link);
  return {
    kind: 'text',
    ...base(item, '', context),
    decorative: false,
    paragraphs: (foreign?.paragraphs ?? paragraphs).map((paragraph) => ({
      ...paragraph,
      runs: paragraph.runs.map((run) => ({ ...run, link: ofBox(run.link) ? null : checkedLink(run.link, context) })),
    })),
    inset: item.inset,
    valign: item.valign,
    fill: item.fill,
    placeholder,
    link,
    ...(item.tight && { tight: item.tight }),
    ...(foreign !== null && foreign.scale < 1 && { textScale: foreign.scale }),
  };
}

function takePlaceholder(
  accepts: (candidate: PlaceholderPlan) => boolean,
  context: SlideContext,
): PlaceholderPlan | null {
  const placeholder = context.layout.placeholders.find(
    (candidate) => accepts(candidate) && !context.filled.has(candidate),
  );
  if (placeholder) context.filled.add(placeholder);
  return placeholder ?? null;
}

/** What may fill what (ISO 29500-1, 19.7.10): `obj` takes all, any other its own kind. */
const frameTypes = {
  chart: ['chart', 'obj'],
  table: ['tbl', 'obj'],
  picture: ['pic', 'obj'],
} as const satisfies Record<string, readonly PlaceholderType[]>;

const framePlaceholder = (
  item: PageItem,
  kind: keyof typeof frameTypes,
  context: SlideContext,
): PlaceholderPlan | null =>
  takePlaceholder(
    ({ type, box }) => (frameTypes[kind] as readonly PlaceholderType[]).includes(type) && sharesPlace(item.box, box),
    context,
  );

/**
 * A box whose whole text leads to one slide links as a box: PowerPoint underlines linked text whether one likes it or
 * not.
 */
function commonPageLink(item: TextItem): Link | null {
  const runs = item.paragraphs.flatMap((paragraph) => paragraph.runs);
  const first = runs[0]?.link ?? null;
  return first?.kind === 'page' && runs.every((run) => sameLink(run.link, first)) ? first : null;
}

const checkedLink = (link: Link | null, context: SlideContext): Link | null =>
  link?.kind === 'page' && (link.page < 0 || link.page > context.lastPage) ? null : link;

const presets = {
  rect: 'rect',
  ellipse: 'ellipse',
  line: 'line',
  'triangle-up': 'triangle',
  'triangle-down': 'triangle',
  diamond: 'diamond',
} as const satisfies Record<ShapeItem['shape'], GeometryShape['preset']>;

const planGeometry = (item: ShapeItem, context: SlideContext): GeometryShape => ({
  kind: 'geometry',
  ...base(item, '', context),
  preset: presets[item.shape],
  flipped: item.shape === 'triangle-down',
  fill: item.fill,
  stroke: item.stroke,
  strokeWidth: item.strokeWidth,
  dash: item.dash,
});

function planPicture(item: PictureItem, context: SlideContext): PictureShape {
  const placeholder = framePlaceholder(item, 'picture', context);
  const { picture } = item;
  const fitted = context.pictures(picture);
  const media = addMedia(fitted.bytes, fitted.format, context.collected);
  const vector =
    picture.format === 'svg' ? addMedia(writeSvgFile(drawingOf(picture.bytes)), 'svg', context.collected) : null;
  return { kind: 'picture', ...base(item, picture.alt, context), media, vector, crop: item.crop, placeholder };
}

export function addMedia(bytes: Uint8Array, extension: MediaPlan['extension'], collected: Collected): number {
  const mark = markOf(bytes);
  const known = collected.mediaOf.get(mark);
  if (known !== undefined) return known;
  collected.mediaOf.set(mark, collected.media.length);
  return collected.media.push({ extension, bytes }) - 1;
}

function planChart(item: ChartItem, context: SlideContext): ShapePlan {
  const chart = context.shown.get(item);
  if (chart === undefined) throw new Error(`chart "${item.chart.id}" was planned before it was drawn`);
  const { extended } = chart;
  const shape = {
    ...base(item, item.chart.alt, context),
    decorative: false,
    ...(extended && { extended: { number: context.collected.extended.push(extended), layout: extended.layout } }),
  };
  if (chart.kind === 'sketch') return { kind: 'sketch', ...shape, sketch: chart.sketch };
  if (chart.kind === 'native') {
    const { marks } = chart.parts;
    return {
      kind: 'chart',
      ...shape,
      chart: context.collected.charts.push(chart.parts) - 1,
      // What fills a placeholder cannot stand in a group.
      ...(marks === undefined ? {} : { marks }),
      // Nor can one of two alternatives be trusted to.
      placeholder: marks === undefined && extended === undefined ? framePlaceholder(item, 'chart', context) : null,
    };
  }
  const media = addMedia(chart.png, 'png', context.collected);
  return {
    kind: 'picture',
    ...shape,
    media,
    vector: null,
    crop: { x: 0, y: 0, width: 1, height: 1 },
    placeholder: null,
  };
}
