/** Drawings and pictures over each other in pixels: to tell what text on them would stand on. */
import type { Drawing } from '../model/drawing.js';
import type { Box, Size } from '../model/length.js';
import { loadCanvas } from './load-canvas.js';
import { paintOperations } from './paint-drawing.js';

export type ScenePiece =
  /** Over the whole scene. */
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  /** A PNG or JPEG; `crop` is the part of it that fills the box, in shares of it; `opacity` is from 0 to 1. */
  | {
      readonly kind: 'picture';
      readonly bytes: Uint8Array;
      readonly box: Box;
      readonly crop: Box;
      readonly opacity: number;
    };

export interface ScenePixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha, row by row. */
  readonly samples: Uint8ClampedArray;
}

/**
 * @param size of the scene, in the unit of its boxes
 * @param ground six digits: what lies behind all pieces
 * @param width in pixels
 */
export async function paintScene(
  pieces: readonly ScenePiece[],
  { size, ground, width }: { readonly size: Size; readonly ground: string; readonly width: number },
): Promise<ScenePixels> {
  const { createCanvas, loadImage } = loadCanvas();
  const height = Math.max(1, Math.round((width * size.height) / size.width));
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = `#${ground}`;
  context.fillRect(0, 0, width, height);
  for (const piece of pieces) {
    context.save();
    if (piece.kind === 'drawing') {
      context.scale(width / piece.drawing.size.width, height / piece.drawing.size.height);
      paintOperations(context, piece.drawing.operations);
    } else {
      context.scale(width / size.width, height / size.height);
      const image = await loadImage(Buffer.from(piece.bytes));
      const { box, crop, opacity } = piece;
      context.globalAlpha = opacity;
      context.drawImage(
        image,
        crop.x * image.width,
        crop.y * image.height,
        crop.width * image.width,
        crop.height * image.height,
        box.x,
        box.y,
        box.width,
        box.height,
      );
    }
    context.restore();
  }
  return { width, height, samples: context.getImageData(0, 0, width, height).data };
}
