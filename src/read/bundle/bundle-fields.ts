/** The fields of all layers of a bundle: one that a later layer declares again takes the place of the earlier. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { FieldDeclaration } from '../../model/field.js';
import type { BundleLayer } from './bundle-layers.js';
import { readFields } from './read-fields.js';

export function bundleFields(layers: readonly BundleLayer[], tell: Tell): readonly FieldDeclaration[] {
  const fields = layers.flatMap(({ own }) => (own === null ? [] : readFields(own.at('fields'), tell)));
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
