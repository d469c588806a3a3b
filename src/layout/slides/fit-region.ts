/**
 * Fits text into a region of a slide: at the largest size that the layout allows, else the part that fits at the
 * smallest.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { SetParagraph } from '../../model/page.js';
import type { Region } from '../../model/slide-layout.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import { styleOf, type BlockContext } from '../galley/block.js';
import { widestHeight } from '../galley/widest-setting.js';
import { takeText, textTrials, type TextTrial } from './trials/text-trials.js';
import { textBlockParagraphs, type TextBlock } from './text-blocks.js';

/**
 * PowerPoint wraps again by itself and its font may run a little wider than the one measured, so 3 % of the width stays
 * spare.
 */
export const spareWidth = 0.97;
/** Sizes are tried in steps of half a point, as PowerPoint's own menu has them. */
const sizeStep = 0.5;

/** The scales of the region's own style from its largest to its smallest size. */
export const regionScales = (region: Region, context: BlockContext): readonly number[] => {
  const own = styleOf(context, region.style).size;
  const largest = region.largest ?? own;
  const smallest = Math.min(region.smallest ?? largest, largest);
  const scales: number[] = [];
  for (let size = largest; size >= smallest; size -= sizeStep) scales.push(size / own);
  return scales;
};

export interface FittedText {
  readonly paragraphs: readonly SetParagraph[];
  /** What did not fit even at the smallest size; empty when all did. */
  readonly rest: readonly Block[];
  /** The size at which the region's own style was set, in pt. */
  readonly size: Pt;
  /** Height in pt that it needs where a viewer's fonts are wider. */
  readonly needed: Pt;
}

/** A list is a piece an item, so that a long one may go on on a further slide. */
const piecesOf = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.flatMap((block): TextBlock[] =>
    block.kind === 'list'
      ? block.items.map((item, index) => ({ ...block, items: [item], start: (block.start ?? 1) + index }))
      : [block],
  );

const joinPieces = (pieces: readonly TextBlock[]): TextBlock[] => {
  const joined: TextBlock[] = [];
  for (const piece of pieces) {
    const above = joined.at(-1);
    if (piece.kind === 'list' && above?.kind === 'list' && above.span === piece.span)
      joined[joined.length - 1] = { ...above, items: [...above.items, ...piece.items] };
    else joined.push(piece);
  }
  return joined;
};

type Fit = (set: readonly SetParagraph[]) => boolean;

/** A first piece need only fit as it is measured: it has to stand somewhere. */
const splitPieces = (
  blocks: readonly TextBlock[],
  set: (blocks: readonly TextBlock[]) => readonly SetParagraph[],
  fits: Fit,
  fitsWidest: Fit,
): Pick<FittedText, 'paragraphs' | 'rest'> => {
  const pieces = piecesOf(blocks);
  const kept: SetParagraph[] = [];
  for (const [index, piece] of pieces.entries()) {
    const paragraphs = set([piece]);
    if (!(kept.length === 0 ? fits : fitsWidest)([...kept, ...paragraphs]))
      return { paragraphs: kept, rest: joinPieces(pieces.slice(index)) };
    kept.push(...paragraphs);
  }
  return { paragraphs: kept, rest: [] };
};

/** Lays something for which there may be no room: what it adds and reports counts only if it is kept. */
export const attempt = <Result>(
  context: BlockContext,
  lay: (context: BlockContext) => Result,
  isKept: (result: Result) => boolean,
): Result | null => {
  const before = context.structure.count();
  const found: Diagnostic[] = [];
  const result = lay({ ...context, tell: (diagnostic) => void found.push(diagnostic) });
  if (isKept(result)) {
    found.forEach(context.tell);
    return result;
  }
  context.structure.rollBack(before);
  return null;
};

/**
 * Sized so that it also fits where a viewer's fonts are wider; what would then not fit even at the smallest size need
 * only fit as it is measured.
 */
export const fitTextBlocks = (blocks: readonly TextBlock[], region: Region, given: BlockContext): FittedText => {
  const context = region.ground === undefined ? given : { ...given, ground: region.ground };
  const width = region.box.width * spareWidth;
  const scales = regionScales(region, context);
  const smallest = scales.at(-1) ?? 1;
  const setAll = (pieces: readonly TextBlock[], scale: number, setting: BlockContext): SetParagraph[] =>
    pieces.flatMap((piece) => textBlockParagraphs(piece, { style: region.style, scale, width, context: setting }));
  const tryText = textTrials(blocks, context);
  const setting = `${region.style} ${width} ${JSON.stringify(context.ground)}`;
  const trial = (scale: number): TextTrial => tryText(`${setting} ${scale}`, (silent) => setAll(blocks, scale, silent));
  const widestOf = (set: readonly SetParagraph[]): Pt =>
    stackHeight(set, (paragraph) => widestHeight(paragraph, region.box.width, context));
  const heightOf = (tried: TextTrial): Pt => (tried.height ??= stackHeight(tried.paragraphs));
  const widest = (tried: TextTrial): Pt => (tried.widest ??= widestOf(tried.paragraphs));
  const done = (tried: TextTrial, scale: number): FittedText => ({
    paragraphs: takeText(tried, context),
    rest: [],
    size: styleOf(context, region.style).size * scale,
    needed: Math.max(heightOf(tried), widest(tried)),
  });
  const { height } = region.box;
  for (const scale of scales) {
    const tried = trial(scale);
    if (heightOf(tried) <= height && widest(tried) <= height) return done(tried, scale);
  }
  const least = trial(smallest);
  if (heightOf(least) <= height) return done(least, smallest);
  const fits: Fit = (set) => stackHeight(set) <= height;
  const text = splitPieces(
    blocks,
    (pieces) => setAll(pieces, smallest, context),
    fits,
    (set) => fits(set) && widestOf(set) <= height,
  );
  return {
    ...text,
    size: styleOf(context, region.style).size * smallest,
    needed: Math.max(stackHeight(text.paragraphs), widestOf(text.paragraphs)),
  };
};
