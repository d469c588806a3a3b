/** The structure tree under construction: what a screen reader walks. Blocks add to it as they are laid, so its order is reading order. */
import type { StructureNode, StructureRole } from '../model/page.js';

export interface StructureBuilder {
  /** Adds a node and gives its index, which is the tag of what belongs to it. A null parent is the root's alone. */
  add(role: StructureRole, parent: number | null, attributes?: Partial<Omit<StructureNode, 'role' | 'parent'>>): number;
  /** The nodes so far. */
  freeze(): readonly StructureNode[];
}

export const createStructure = (): StructureBuilder => {
  const nodes: StructureNode[] = [];
  return {
    add(role, parent, attributes = {}) {
      nodes.push({ role, parent, alt: null, scope: null, columnSpan: 1, rowSpan: 1, language: null, ...attributes });
      return nodes.length - 1;
    },
    freeze: () => [...nodes],
  };
};
