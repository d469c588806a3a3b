/** Which chart of a build a group is, whose alternative text says what the chart's own says. */
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';

/** By its id, else by its name or what it says: a chart with arrows is named as the chart, and a `+`. */
export const chartOfGroup = (
  { creationId, name, alt }: EditedShape,
  shapes: readonly ShapeIdentity[],
): ShapeIdentity | null =>
  shapes.find((shape) => creationId !== null && shape.creationId.toUpperCase() === creationId) ??
  shapes.find((shape) => shape.kind === 'chart' && (shape.alt === alt || name === `${shape.name} +`)) ??
  null;
