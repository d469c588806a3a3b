/** Gradients as PDF shadings (ISO 32000-1, 8.7.4.5), see-through ones with a soft mask of the same shape. */
import { pathBounds } from '../../../geometry/path-bounds.js';
import type { GradientStop, Paint, PathStep } from '../../../model/drawing.js';
import { rgbOfHex } from './color.js';
import type { PdfReference } from '../file/pdf-objects.js';
import type { Surface } from './surface.js';
import { formatNumber } from '../file/serialize.js';

type Gradient = Exclude<Paint, { kind: 'solid' }>;

/** Clips to the path and pours the shading over it, in the present coordinates. */
export function fillWithGradient(
  surface: Surface,
  path: readonly PathStep[],
  rule: 'nonzero' | 'evenodd',
  gradient: Gradient,
): void {
  const stops = completeStops(gradient.stops);
  if (stops.length === 0) return;
  const { content } = surface;
  content.save();
  if (stops.some((stop) => stop.alpha < 1)) {
    const mask = maskFor(surface, path, gradient, stops);
    content.graphicsState(mask.name, mask.reference);
  } else {
    const opaque = surface.shared.graphicsState({ ca: 1, CA: 1 });
    content.graphicsState(opaque.name, opaque.reference);
  }
  content.path(path);
  content.add(rule === 'evenodd' ? 'W* n' : 'W n');
  const shading = makeShading(
    surface,
    gradient,
    'DeviceRGB',
    stops.map(({ offset, hex }) => ({ offset, color: channels(hex) })),
  );
  content.shading(`Sh${shading.id}`, shading);
  content.restore();
}

/** Sorted, and with a colour at 0 and at 1. */
function completeStops(stops: readonly GradientStop[]): GradientStop[] {
  const sorted = [...stops].sort((a, b) => a.offset - b.offset);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...sorted,
    ...(last.offset < 1 || sorted.length === 1 ? [{ ...last, offset: 1 }] : []),
  ];
}

const channels = (hex: string): number[] => rgbOfHex(hex).split(' ').map(Number);

interface ColorStop {
  readonly offset: number;
  readonly color: readonly number[];
}

function makeShading(
  surface: Surface,
  gradient: Gradient,
  space: 'DeviceRGB' | 'DeviceGray',
  stops: readonly ColorStop[],
): PdfReference {
  const parts = stops
    .slice(1)
    .map((stop, index) => ({ FunctionType: 2, Domain: [0, 1], C0: stops[index]!.color, C1: stop.color, N: 1 }));
  const shading = surface.shared.file.ref({
    ShadingType: gradient.kind === 'linear' ? 2 : 3,
    ColorSpace: space,
    Extend: [true, true],
    Coords: [...gradient.from, ...gradient.to],
    Function:
      parts.length === 1
        ? parts[0]
        : {
            FunctionType: 3,
            Domain: [0, 1],
            Functions: parts,
            Bounds: stops.slice(1, -1).map(({ offset }) => offset),
            Encode: parts.flatMap(() => [0, 1]),
          },
  });
  shading.end();
  return shading;
}

/** A graphics state whose mask is the gradient's alpha as grey. */
function maskFor(
  surface: Surface,
  path: readonly PathStep[],
  gradient: Gradient,
  stops: readonly GradientStop[],
): { readonly name: string; readonly reference: PdfReference } {
  const { file } = surface.shared;
  const shading = makeShading(
    surface,
    gradient,
    'DeviceGray',
    stops.map(({ offset, alpha }) => ({ offset, color: [alpha] })),
  );
  const form = file.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: boundsOf(path),
    Resources: { Shading: { Sh: shading } },
    Group: { S: 'Transparency', CS: 'DeviceGray' },
  });
  form.end(Buffer.from('/Sh sh', 'latin1'));
  const reference = file.ref({ Type: 'ExtGState', ca: 1, CA: 1, SMask: { S: 'Luminosity', G: form } });
  reference.end();
  return { name: `Mask${reference.id}`, reference };
}

/** A little wider than the path, so that its edge is not cut. */
function boundsOf(path: readonly PathStep[]): number[] {
  const { x, y, width, height } = pathBounds(path);
  return [x - 1, y - 1, x + width + 1, y + height + 1].map((value) => Number(formatNumber(value, 2)));
}
