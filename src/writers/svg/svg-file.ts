/**
 * A drawing as an SVG file of the plainest kind: paths, groups, gradients, colours as hex with their opacity beside
 * them. Programs that show decks understand less of SVG than browsers do, and each another part of it; what briefkit
 * understood all of them do, so that deck, pixels and paper show the same.
 */
import type { Drawing } from '../../model/drawing.js';
import { drawOperations } from './draw-operations.js';
import { SvgSurface, type SvgShared } from './svg-surface.js';

/** Seven digits, whatever the drawing's own unit is. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(7)));

/** What the file of an SVG may hold has neither letters nor pixels in it. */
const nothing = (): never => {
  throw new Error('the drawing of an SVG has neither text nor pictures');
};

/** Never by themselves: a drawing has paths alone. */
const shared: SvgShared = {
  get theme() {
    return nothing();
  },
  get fonts() {
    return nothing();
  },
  get web() {
    return nothing();
  },
  addressOf: nothing,
  pixelsOf: nothing,
  pageAddress: nothing,
};

export function writeSvgFile({ size, operations }: Drawing): Uint8Array {
  const surface = new SvgSurface(shared, 'd', plainNumber);
  drawOperations(surface, operations);
  const [width, height] = [plainNumber(size.width), plainNumber(size.height)];
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${surface.markup()}</svg>`,
  );
}
