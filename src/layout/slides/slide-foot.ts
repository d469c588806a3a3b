/**
 * The notes at the foot of a slide: under a short rule, above its footer, from margin to margin. Regions that reach
 * down to them end above them; a picture that bleeds stays whole, and the notes stand beside it.
 */
import { partName } from '../../locale/part-words.js';
import type { Box, Pt } from '../../model/length.js';
import type { NoteLabel, PageItem } from '../../model/page.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import { contrastOf } from '../contrast/check-contrast.js';
import { moveItem, noInsets, runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { setNote, type Note } from '../blocks/footnotes.js';
import { stackBlocks } from '../galley/stack.js';
import { paragraphBlock, textItem } from '../galley/text-block.js';
import { spareWidth } from './fit-region.js';
import { filledShape } from '../galley/filled-shape.js';

/** Between content and rule, rule and notes, notes and footer, in pt. */
const aboveRule = 12;
const belowRule = 4;
const aboveFooter = 10;
const rule = { thickness: 0.75, width: 120 } as const;
const aroundNotes = aboveRule + rule.thickness + belowRule;
/** Share of the slide that notes may take; what is left of them goes on on a further one. */
const largestShare = 0.4;
/** Between notes and a picture beside them, in pt. */
const besidePicture = 16;

export interface SlideFoot {
  /** What the regions leave free, in pt from the slide's top. */
  readonly top: Pt;
  readonly items: readonly PageItem[];
  /** What goes on on a further slide. */
  readonly rest: LaidBlock | null;
}

/** Null without notes. `before` is what goes on from the page before. */
export const layFoot = (
  notes: readonly (readonly [Note, NoteLabel])[],
  before: LaidBlock | null,
  layout: SlideLayout,
  context: BlockContext,
): SlideFoot | null => {
  if (notes.length === 0 && before === null) return null;
  const place = placeOf(layout, context);
  const width = place.width * spareWidth;
  const color = noteColor(layout, context);
  const laid = notes.flatMap(([note, label]) =>
    setNote(note, label, width, context, color).map((paragraph) =>
      paragraphBlock(paragraph, width, partName('footnote', context.language)),
    ),
  );
  const all = stackBlocks([...(before === null ? [] : [before]), ...laid]);
  const room = context.medium.page.height * largestShare;
  const { head, rest } = (all.height > room ? all.split?.(room) : null) ?? { head: all, rest: null };
  const y = place.y + place.height - head.height;
  const paragraphs = head.items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []));
  return {
    top: y - aroundNotes,
    rest,
    items: [
      filledShape(partName('footnote-rule', context.language), color, {
        x: place.x,
        y: y - belowRule - rule.thickness,
        width: Math.min(rule.width, place.width),
        height: rule.thickness,
      }),
      {
        ...moveItem(textItem(paragraphs, width, partName('footnote', context.language)), place.x, y),
        box: { x: place.x, y, width: place.width, height: head.height },
        inset: noInsets,
      },
    ],
  };
};

const isFurniture = ({ accepts }: Region): boolean =>
  accepts.length === 0 || accepts.some((part) => part === 'footer' || part === 'number' || part === 'date');

/** From the top margin down to the footer, beside pictures that bleed. */
const placeOf = ({ regions }: SlideLayout, { medium: { page, margin } }: BlockContext): Box => {
  const footers = regions
    .filter((region) => isFurniture(region) && region.box.y > page.height / 2)
    .map(({ box }) => box.y - aboveFooter);
  const bottom = Math.min(page.height - margin.bottom, ...footers);
  let [left, right] = [margin.left, page.width - margin.right];
  for (const { box, bleed } of regions) {
    if (!bleed || box.y + box.height < bottom) continue;
    if (box.x - left > right - box.x - box.width) right = Math.min(right, box.x - besidePicture);
    else left = Math.max(left, box.x + box.width + besidePicture);
  }
  return { x: left, y: margin.top, width: right - left, height: bottom - margin.top };
};

/** The style's own where it can be read on the slide's ground, else the lighter or darker colour of text. */
const noteColor = ({ background }: SlideLayout, context: BlockContext): BlockContext['theme']['muted'] => {
  const own = runStyle(styleOf(context, 'footnote', 'note')).color;
  const readable = 4.5; // WCAG 2.2, 1.4.3
  const colors = [own, { slot: 'lt1' }, { slot: 'dk1' }] as const;
  return colors.find((color) => contrastOf(color, background, context.theme) >= readable) ?? own;
};

/** The layout with its regions ended above the foot. */
export const aboveFoot = (layout: SlideLayout, foot: SlideFoot | null): SlideLayout =>
  foot === null
    ? layout
    : {
        ...layout,
        regions: layout.regions.map((region) => {
          const { box, bleed } = region;
          return bleed || isFurniture(region) || box.y + box.height <= foot.top
            ? region
            : { ...region, box: { ...box, height: Math.max(0, foot.top - box.y) } };
        }),
      };
