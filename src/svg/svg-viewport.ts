/** How an SVG's own units meet the place that it is given: viewBox and preserveAspectRatio (SVG 2, 8.2 and 8.6). */
import { identity } from '../geometry/matrix.js';
import type { Matrix } from '../model/drawing.js';
import type { Box, Size } from '../model/length.js';
import { readLength, readNumbers } from './read-numbers.js';
import type { SvgElement } from './svg-element.js';

export function viewBoxOf({ attributes }: SvgElement): Box | null {
  const [x, y, width, height] = readNumbers(attributes['viewBox'] ?? '');
  return height === undefined || !(width! > 0 && height > 0) ? null : { x: x!, y: y!, width: width!, height };
}

/** In px; what `width` and `height` leave open comes from the viewBox. Null where neither says it. */
export function sizeOf(svg: SvgElement): Size | null {
  const box = viewBoxOf(svg);
  const given = (key: 'width' | 'height'): number | null =>
    /%\s*$/.test(svg.attributes[key] ?? '') ? null : readLength(svg.attributes[key], 0);
  const [width, height] = [given('width'), given('height')];
  const shape = box === null ? null : box.width / box.height;
  const size = {
    width: width ?? (height !== null && shape !== null ? height * shape : (box?.width ?? 0)),
    height: height ?? (width !== null && shape !== null ? width / shape : (box?.height ?? 0)),
  };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** From the units of the viewBox to those of a place of this size. */
export function viewBoxMatrix(element: SvgElement, size: Size): Matrix {
  const box = viewBoxOf(element);
  if (box === null) return identity;
  const written = element.attributes['preserveAspectRatio'] ?? 'xMidYMid';
  let [across, down] = [size.width / box.width, size.height / box.height];
  if (!written.includes('none'))
    across = down = written.includes('slice') ? Math.max(across, down) : Math.min(across, down);
  const share = (side: 'x' | 'Y'): number =>
    written.includes(`${side}Min`) ? 0 : written.includes(`${side}Max`) ? 1 : 0.5;
  return [
    across,
    0,
    0,
    down,
    (size.width - box.width * across) * share('x') - box.x * across,
    (size.height - box.height * down) * share('Y') - box.y * down,
  ];
}
