/** A picture cropped to its frame around its focal point, with its caption below. */
import { partName } from '../../locale/part-words.js';
import type { Picture, PictureBlock } from '../../model/document.js';
import type { Box, Pt, Size } from '../../model/length.js';
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
          crop: cropToFrame(block.picture, box),
          box,
        },
      ],
    },
    styleOf(context, 'caption').lineHeight,
    context,
  );
};
