/** Operations seen through, as a group: one alone takes the alpha into its own paint. */
import type { DrawingOperation, Paint } from '../model/drawing.js';

const paints = ({ kind }: DrawingOperation): boolean => kind === 'fill' || kind === 'stroke' || kind === 'group';

export function fade(operations: readonly DrawingOperation[], alpha: number): readonly DrawingOperation[] {
  if (alpha === 1 || operations.length === 0) return operations;
  if (operations.filter(paints).length > 1) return [{ kind: 'group', alpha, operations }];
  return operations.map((operation) => {
    if (operation.kind === 'fill' || operation.kind === 'stroke')
      return { ...operation, paint: fadePaint(operation.paint, alpha) };
    return operation.kind === 'group' ? { ...operation, alpha: operation.alpha * alpha } : operation;
  });
}

const fadePaint = (paint: Paint, alpha: number): Paint =>
  paint.kind === 'solid'
    ? { ...paint, alpha: paint.alpha * alpha }
    : { ...paint, stops: paint.stops.map((stop) => ({ ...stop, alpha: stop.alpha * alpha })) };
