/** Pictures of a template as pages show them. */
import { markBytes } from './memo/content-mark.js';
import type { Picture } from './model/document.js';
import type { Drawing } from './model/drawing.js';
import type { Span } from './model/span.js';
import { readPictureHeader } from './read/report/picture-header.js';
import { readSvg } from './svg/read-svg.js';

const common = { focus: { x: 0.5, y: 0.5 }, alt: '' } as const;
const nowhere: Span = { file: '', line: 1, column: 1 };

/** Null for what cannot be drawn. */
export function drawingOf(svg: string, id: string): Picture | null {
  const bytes = new TextEncoder().encode(svg);
  const drawing = readSvg(id, { text: svg, at: () => nowhere }, bytes, nowhere, () => undefined);
  if (drawing === null) return null;
  markBytes(bytes);
  return { ...common, id, file: id, format: 'svg', bytes, vector: bytes, ...drawing.size };
}

/** The same as what is painted; null for what cannot be drawn. */
export function drawingOfGround(svg: string): Drawing | null {
  const bytes = new TextEncoder().encode(svg);
  return readSvg('ground', { text: svg, at: () => nowhere }, bytes, nowhere, () => undefined);
}

/** Null for what no page can show: EMF, WMF, TIFF and the like. */
export function pictureOf(bytes: Uint8Array, path: string): Picture | null {
  const header = readPictureHeader(bytes);
  if (header.kind === 'svg') return drawingOf(new TextDecoder().decode(bytes), path);
  if (header.kind === 'other') return null;
  markBytes(bytes);
  return { ...common, id: path, file: path, format: header.kind, bytes, width: header.width, height: header.height };
}
