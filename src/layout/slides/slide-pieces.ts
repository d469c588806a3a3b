/** A slide's blocks as what waits for a place in the regions of a layout. */
import { noRegion, unknownRegion } from '../../diagnostics/messages.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import type { Block } from '../../model/document.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import type { Piece } from './fill-region.js';
import type { SlideSetting } from './slide-setting.js';

/** The slide's blocks in their order, those of named regions first. A region that none of the layouts has is told. */
export const piecesOf = (layouts: readonly SlideLayout[], { slide, context }: SlideSetting): readonly Piece[] => {
  const known = new Set(layouts.flatMap((layout) => layout.regions.map(({ name }) => name)));
  const named = Object.entries(slide.regions).flatMap(([region, blocks]): Omit<Piece, 'order'>[] => {
    if (!known.has(region)) {
      context.tell(unknownRegion(region, layouts[0]?.name ?? '', slide.span, [...known]));
      return [];
    }
    return blocks.map((block) => ({ block, laid: null, region }));
  });
  const title = inlineText(slide.title);
  return [...named, ...slide.blocks.map((block) => ({ block, laid: null, region: null }))].map((piece, order) => ({
    ...piece,
    block: withoutEcho(piece.block, title),
    order,
  }));
};

/** A chart whose title is the slide's does not say it again. */
const withoutEcho = (block: Block, title: string): Block =>
  block.kind === 'chart' && title !== '' && block.chart.title.trim() === title.trim()
    ? { ...block, isTitled: true }
    : block;

export const accepts = (region: Region, piece: Piece): boolean =>
  piece.region === null ? region.accepts.includes(piece.block.kind) : piece.region === region.name;

export const hasPlaceFor = ({ regions }: SlideLayout, piece: Piece): boolean =>
  regions.some((region) => accepts(region, piece));

/** Drops, with a diagnostic, what no region of the layouts takes. */
export const withHomes = (
  pieces: readonly Piece[],
  homes: readonly SlideLayout[],
  { layouts, context }: SlideSetting,
): readonly Piece[] =>
  pieces.filter((piece) => {
    if (homes.some((layout) => hasPlaceFor(layout, piece))) return true;
    const takers = [...layouts.values()].filter((known) =>
      known.regions.some((region) => region.accepts.includes(piece.block.kind)),
    );
    context.tell(
      noRegion(
        piece.block.kind,
        homes.map(({ name }) => name).join(', '),
        piece.block.span,
        takers.map((known) => known.name),
      ),
    );
    return false;
  });
