/**
 * One page as SVG: its background, what its slide layout draws behind, the word of a draft, then its items in their
 * order.
 */
import { assertNever } from '../../model/assert-never.js';
import type { Drawing } from '../../model/drawing.js';
import type { Box } from '../../model/length.js';
import type {
  ChartItem,
  Page,
  PageItem,
  PageSet,
  PictureItem,
  PlacedPageItem,
  ShapeItem,
  TableItem,
  TextItem,
  Watermark,
} from '../../model/page.js';
import type { Color } from '../../model/theme.js';
import { drawingOf } from '../../svg/read-svg.js';
import type { ChartDrawings } from '../drawn/chart-drawings.js';
import { placeCells } from '../drawn/place-cells.js';
import { shapePath } from '../drawn/shape-path.js';
import { drawGlyphs } from './draw-glyphs-svg.js';
import { drawOperations, pathData } from './draw-operations.js';
import { drawTextBox } from './draw-text-svg.js';
import type { PageDrawing } from './page-drawing.js';
import { SemanticGroups } from './semantic-groups.js';
import { attributesOf, svgElement } from './svg-markup.js';
import { SvgSurface, type SvgShared } from './svg-surface.js';

export interface SvgPage {
  /** One `svg` element; its unit is a point. */
  readonly markup: string;
  /** The text of each paragraph, in the order of `data-text`. */
  readonly texts: readonly string[];
}

/** @param prefix of names in it, unique among the pages of one HTML document: `deck3-`. */
export function drawPageSvg(
  shared: SvgShared,
  pages: PageSet,
  page: Page,
  charts: ChartDrawings,
  { prefix, label }: { readonly prefix: string; readonly label: string },
): SvgPage {
  const surface = new SvgSurface(shared, prefix);
  const drawing: PageDrawing = {
    surface,
    charts,
    pages,
    groups: new SemanticGroups(surface, pages.structure),
    texts: [],
  };
  drawContent(drawing, page);
  drawing.groups.end();
  const { width, height } = page.size;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    role: 'group',
    'aria-label': label,
    lang: pages.meta.language,
  };
  return { markup: `<svg${attributesOf(root)}>${surface.markup()}</svg>`, texts: drawing.texts };
}

function drawContent(drawing: PageDrawing, page: Page): void {
  const { groups, pages } = drawing;
  groups.mark('artifact');
  fillBox(drawing, { x: 0, y: 0, ...page.size }, page.background);
  for (const item of pages.grounds?.[page.layout ?? ''] ?? []) drawItem(drawing, item);
  const layout = pages.layouts.find(({ name }) => name === page.layout);
  for (const decoration of layout?.decorations ?? [])
    drawShape(drawing, { ...decoration, kind: 'shape', name: '', tag: 'artifact', dash: false });
  if (pages.watermark !== undefined && !page.items.some(({ kind }) => kind === 'page'))
    drawWatermark(drawing, page, pages.watermark);
  for (const item of page.items) drawItem(drawing, item);
}

function drawItem(drawing: PageDrawing, item: PageItem): void {
  switch (item.kind) {
    case 'text':
      return drawText(drawing, item);
    case 'shape':
      return drawShape(drawing, item);
    case 'picture':
      return drawPicture(drawing, item);
    case 'chart':
      return drawChart(drawing, item);
    case 'table':
      return drawTable(drawing, item);
    case 'page':
      return drawPlacedPage(drawing, item);
    default:
      return assertNever(item);
  }
}

function drawText(drawing: PageDrawing, item: TextItem): void {
  if (item.fill !== null) {
    drawing.groups.mark('artifact');
    fillBox(drawing, item.box, item.fill);
  }
  drawTextBox(drawing, item, item.link);
}

function fillBox({ surface }: PageDrawing, { x, y, width, height }: Box, color: Color): void {
  surface.add(svgElement('rect', { x, y, width, height, fill: surface.hex(color) }));
}

function drawShape({ surface, groups }: PageDrawing, item: ShapeItem): void {
  const filled = item.fill !== null && item.shape !== 'line';
  const stroked = item.stroke !== null && item.strokeWidth > 0;
  if (!filled && !stroked) return;
  groups.mark(item.tag);
  surface.add(
    svgElement('path', {
      d: pathData(shapePath(item.shape, item.box)),
      fill: filled ? surface.hex(item.fill) : 'none',
      stroke: stroked ? surface.hex(item.stroke) : null,
      'stroke-width': stroked ? item.strokeWidth : null,
      'stroke-dasharray': stroked && item.dash ? `${item.strokeWidth * 3} ${item.strokeWidth * 2}` : null,
    }),
  );
}

function drawPicture({ surface, groups }: PageDrawing, { picture, box, crop, tag }: PictureItem): void {
  groups.mark(tag);
  const [width, height] = [box.width / crop.width, box.height / crop.height];
  const whole = { x: box.x - crop.x * width, y: box.y - crop.y * height, width, height };
  const clip = surface.uniqueName();
  const { x, y } = box;
  surface.add(svgElement('clipPath', { id: clip }, svgElement('rect', { x, y, width: box.width, height: box.height })));
  surface.add(`<g${attributesOf({ 'clip-path': `url(#${clip})` })}>`);
  if (picture.vector === undefined) {
    const { format, bytes } = surface.shared.pixelsOf(picture);
    const href = surface.shared.addressOf(bytes, format === 'jpeg' ? 'image/jpeg' : 'image/png');
    surface.add(svgElement('image', { href, ...whole, preserveAspectRatio: 'none' }));
  } else drawInside(surface, drawingOf(picture.vector), whole);
  surface.add('</g>');
}

/** A drawing in its own units, stretched over a box. */
function drawInside(surface: SvgSurface, { size, operations }: Drawing, box: Box): void {
  const [across, down] = [box.width / size.width, box.height / size.height];
  surface.add(`<g${attributesOf({ transform: `translate(${box.x} ${box.y}) scale(${across} ${down})` })}>`);
  drawOperations(surface, operations);
  surface.add('</g>');
}

function drawChart({ surface, groups, charts }: PageDrawing, item: ChartItem): void {
  const drawing = charts.get(item);
  if (drawing === undefined) return;
  groups.mark(item.tag);
  surface.add(`<g${attributesOf({ 'data-chart': item.chart.id })}>`);
  drawInside(surface, drawing, item.box);
  surface.add('</g>');
}

function drawTable(drawing: PageDrawing, item: TableItem): void {
  const { surface, groups } = drawing;
  const cells = placeCells(item);
  groups.mark('artifact');
  for (const { cell, box } of cells) if (cell.fill !== null) fillBox(drawing, box, cell.fill);
  for (const { cell, box } of cells) {
    if (cell.rule === null || cell.rule.width <= 0) continue;
    const line = pathData([
      ['M', box.x, box.y + box.height],
      ['L', box.x + box.width, box.y + box.height],
    ]);
    surface.add(svgElement('path', { d: line, stroke: surface.hex(cell.rule.color), 'stroke-width': cell.rule.width }));
  }
  const { topRule, box } = item;
  if (topRule !== null) fillBox(drawing, { ...box, height: topRule.width }, topRule.color);
  for (const { cell, box } of cells) {
    // An empty cell counts too, or those behind it would stand under another head.
    if (cell.tag !== 'artifact') groups.mark(cell.tag);
    drawTextBox(drawing, { box, inset: cell.inset, valign: cell.valign, paragraphs: cell.paragraphs }, null);
  }
}

function drawPlacedPage(drawing: PageDrawing, { page, box, clip: seen }: PlacedPageItem): void {
  const { surface, groups } = drawing;
  groups.end();
  const clip = surface.uniqueName();
  const { x, y, width, height } = seen;
  surface.add(svgElement('clipPath', { id: clip }, svgElement('rect', { x, y, width, height })));
  const scale = box.width / page.size.width;
  surface.add(`<g clip-path="url(#${clip})"><g transform="translate(${box.x} ${box.y}) scale(${scale})">`);
  drawContent(drawing, page);
  groups.end();
  surface.add('</g></g>');
}

/** From the middle of letters down to the baseline, of a line's size: capitals and Chinese alike. */
const middleToBaseline = 0.36;

function drawWatermark({ surface, groups }: PageDrawing, { size }: Page, mark: Watermark): void {
  const { text, style, width, angle, opacity } = mark;
  groups.mark('artifact');
  surface.add(
    `<g${attributesOf({ opacity, transform: `translate(${size.width / 2} ${size.height / 2}) rotate(${-angle})` })}>`,
  );
  const advances = surface.naturalAdvances(style.font, style.bold, style.size, text);
  const place = { x: -width / 2, y: style.size * middleToBaseline };
  drawGlyphs(surface, style, text, advances, place, { fill: surface.hex(style.color) });
  surface.add('</g>');
}
