/** A picture cropped to its frame around its focal point, with its caption below. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { pictureCropped, pictureSpared } from '../../diagnostics/messages.js';
import { partName } from '../../locale/part-words.js';
import type { Picture, PictureBlock } from '../../model/document.js';
import type { Box, Pt, Size } from '../../model/length.js';
import type { PictureItem } from '../../model/page.js';
import { styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { layCaption } from '../galley/caption.js';
import { layFigureFrame } from '../galley/figure-frame.js';

/**
 * The part of a picture that fills a frame, as shares of its width and height: as much as fits, with the focal point as
 * near to the middle as it goes.
 */
export const cropToFrame = (picture: Picture, frame: Size): Box => {
  const pictureShape = picture.width / picture.height;
  const frameShape = frame.width / frame.height;
  const width = Math.min(1, frameShape / pictureShape);
  const height = Math.min(1, pictureShape / frameShape);
  const start = (focus: number, share: number): number => Math.min(1 - share, Math.max(0, focus - share / 2));
  return { x: start(picture.focus.x, width), y: start(picture.focus.y, height), width, height };
};

/** What a photograph may lose at its sides without a word. */
const mostLost = 0.2;

/** How much of a picture a frame of this shape cuts off: 0 to 1. */
const lostTo = (picture: Picture, frame: Size): number => {
  const { width, height } = cropToFrame(picture, frame);
  return 1 - width * height;
};

/** A picture's place; `spared` is what a photograph that is shown whole would have lost, 0 to 1. */
type Placed = Pick<PictureItem, 'box' | 'crop' | 'spared'>;

/**
 * A picture in a frame: cut to it where its author says `fit: cover`, where it is a photograph that loses little, or
 * one that fills a part of its page up to the edge; whole in its middle otherwise, for what it loses may be what it
 * says.
 */
export const placeInFrame = (picture: Picture, frame: Box, fillsPage = false): Placed => {
  const isPhotograph = picture.isPhotograph === true;
  const lost = lostTo(picture, frame);
  if (picture.covers === true || (isPhotograph && (fillsPage || lost < mostLost)))
    return { box: frame, crop: cropToFrame(picture, frame) };
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const box = { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
  return { box, crop: { x: 0, y: 0, width: 1, height: 1 }, ...(isPhotograph && { spared: lost }) };
};

/** Says how much of a photograph is lost, or was near to be, where that is much and no wish of its author. */
export const tellLost = (
  { picture, box, spared }: { readonly picture: Picture } & Omit<Placed, 'crop'>,
  tell: Tell,
): void => {
  if (picture.covers === true || picture.isPhotograph !== true) return;
  const lost = lostTo(picture, box);
  if (spared !== undefined) tell(pictureSpared(picture.id, spared, picture.made ?? null));
  else if (lost >= mostLost) tell(pictureCropped(picture.id, lost, picture.made ?? null));
};

/**
 * A picture gives way to this share of its height, and one that is squarer than 16:9 is cropped to that shape first.
 */
const leastShare = 0.6;
const leastShape = 9 / 16;

export const layPicture = (block: PictureBlock, width: Pt, context: BlockContext): LaidBlock => {
  const figure = context.structure.add('Figure', context.parent, { alt: block.picture.alt });
  const number = context.numberOf(block);
  const caption =
    number === null && block.caption.length === 0
      ? null
      : layCaption({ number, caption: block.caption }, width, context, context.structure.add('Caption', figure));
  const shape = block.picture.height / block.picture.width;
  const natural = width * Math.min(shape, 0.75);
  return layFigureFrame(
    {
      id: block.picture.id,
      above: null,
      below: caption,
      width,
      natural,
      least: Math.min(natural, width * leastShape) * leastShare,
      most: natural * 1.5,
      draw: (box) => [
        {
          kind: 'picture',
          name: partName('picture', context.language, block.picture.id),
          tag: figure,
          picture: block.picture,
          ...placeInFrame(block.picture, box),
        },
      ],
    },
    styleOf(context, 'caption').lineHeight,
    context,
  );
};
