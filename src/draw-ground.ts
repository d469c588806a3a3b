/**
 * What a template's layouts show by themselves, as items of pages: for PDFs and screens. A deck has it on its layouts.
 */
import { standingText } from './layout/standing-text.js';
import { templateUndrawn } from './diagnostics/template-messages.js';
import type { Tell } from './diagnostics/diagnostic.js';
import type { DocumentMeta } from './model/document.js';
import type { Box } from './model/length.js';
import type { PageItem, PageSet } from './model/page.js';
import type { Span } from './model/span.js';
import { readGround } from './powerpoint/ground/read-ground.js';
import type { GroundPiece, Undrawn } from './powerpoint/ground/ground.js';
import type { DeckTemplate, LandedLayout } from './powerpoint/template/landing.js';
import type { TemplateLayout } from './powerpoint/template/template.js';
import type { Fonts } from './text/fonts.js';
import { drawingOf, pictureOf } from './template-picture.js';

interface Ground {
  readonly items: readonly PageItem[];
  readonly undrawn: readonly Undrawn[];
}

/** Pages with the grounds of the layouts that they stand on; what cannot be drawn is told, all at once. */
export function withGrounds(
  pages: PageSet,
  { template, landed }: DeckTemplate,
  { fonts, span }: { readonly fonts: Fonts; readonly span: Span | null },
  tell: Tell,
): PageSet {
  const drawn = new Map<TemplateLayout, Ground>();
  const grounds: Record<string, readonly PageItem[]> = {};
  for (const name of new Set(pages.pages.map(({ layout }) => layout ?? ''))) {
    const layout = landed.get(name);
    if (layout === undefined) continue;
    const { target } = layout;
    const ground = drawn.get(target) ?? drawGround(readGround(template, target), fonts, pages.meta);
    drawn.set(target, ground);
    grounds[name] = [...ground.items, ...filledPlaceholders(layout)];
  }
  const undrawn = new Set([...drawn.values()].flatMap((ground) => ground.undrawn));
  if (undrawn.size > 0) tell(templateUndrawn([...undrawn], span));
  return { ...pages, grounds };
}

function drawGround(
  { pieces, undrawn }: { readonly pieces: readonly GroundPiece[]; readonly undrawn: readonly Undrawn[] },
  fonts: Fonts,
  meta: DocumentMeta,
): Ground {
  const items: PageItem[] = [];
  const left: Undrawn[] = [...undrawn];
  for (const [index, piece] of pieces.entries()) {
    const item = itemOf(piece, `ground ${index + 1}`, fonts, meta);
    if (typeof item === 'string') left.push(item);
    else items.push(item);
  }
  return { items, undrawn: left };
}

function itemOf(piece: GroundPiece, name: string, fonts: Fonts, meta: DocumentMeta): PageItem | Undrawn {
  if (piece.kind === 'words') return standingText(piece, name, fonts, meta);
  const picture = piece.kind === 'drawing' ? drawingOf(piece.svg, name) : pictureOf(piece.bytes, piece.path);
  if (picture === null) return piece.kind === 'drawing' ? 'shape' : 'picture';
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const { box, crop } =
    piece.kind === 'drawing'
      ? { box: { x: 0, y: 0, width: picture.width, height: picture.height }, crop: whole }
      : piece;
  return { kind: 'picture', name, tag: 'artifact', picture, box, crop };
}

/** A slide's text takes the fill of the placeholder that it stands in, be it only a veil over what lies behind. */
const filledPlaceholders = ({ placeholders }: LandedLayout): readonly PageItem[] =>
  [...placeholders.values()].flatMap(({ box, fill, opacity, name }): readonly PageItem[] => {
    if (box === null || fill === null || opacity === 0) return [];
    if (opacity < 1) return veil(box, fill, opacity, name);
    return [
      {
        kind: 'shape',
        shape: 'rect',
        name,
        box,
        tag: 'artifact',
        fill: { slot: 'lt1', literal: fill },
        stroke: null,
        strokeWidth: 0,
        dash: false,
      },
    ];
  });

function veil(box: Box, fill: string, opacity: number, name: string): readonly PageItem[] {
  const { width, height } = box;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#${fill}" fill-opacity="${opacity}"/></svg>`;
  const picture = drawingOf(svg, name);
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  return picture === null ? [] : [{ kind: 'picture', name, tag: 'artifact', picture, box, crop: whole }];
}
