/**
 * The structure tree under construction: what a screen reader walks. Blocks add to it as they are laid, so its order is
 * reading order.
 */
import type { StructureNode, StructureRole, Tag } from '../../model/page.js';

export interface StructureBuilder {
  /** Adds a node and gives its index, which is the tag of what belongs to it. A null parent is the root's alone. */
  add(role: StructureRole, parent: number | null, attributes?: Partial<Omit<StructureNode, 'role' | 'parent'>>): number;
  /** Takes back what was added since there were `count` nodes: a trial that was not kept. */
  rollBack(count: number): void;
  /** How many nodes there are. */
  count(): number;
  /** False for one that only answers, so that what is laid with it is laid for its size. */
  readonly keeps: boolean;
  /** The nodes so far. */
  freeze(): readonly StructureNode[];
}

/** @param start nodes that are there already. */
export const createStructure = (start: readonly StructureNode[] = []): StructureBuilder => {
  const nodes = [...start];
  return {
    add(role, parent, attributes = {}) {
      nodes.push({ role, parent, alt: null, scope: null, columnSpan: 1, rowSpan: 1, language: null, ...attributes });
      return nodes.length - 1;
    },
    rollBack(count) {
      nodes.length = count;
    },
    count: () => nodes.length,
    keeps: true,
    freeze: () => [...nodes],
  };
};

const headings: readonly StructureRole[] = ['H1', 'H2', 'H3'];

/**
 * The nodes with headings that begin at the first level and skip none on the way down (PDF/UA-1, 7.4.2), however deep
 * the styles are that they are set in: a report may begin with ### and go from # to ###.
 */
export const evenHeadings = (nodes: readonly StructureNode[]): readonly StructureNode[] => {
  const open: number[] = []; // levels as written, of the headings above
  return nodes.map((node) => {
    const level = headings.indexOf(node.role);
    if (level < 0) return node;
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    return { ...node, role: headings[open.length - 1]! };
  });
};

/**
 * Adds the nodes of a part that was laid by itself; its root is `parent` here. Gives the tag here of each of its own.
 */
export const graft = (
  structure: StructureBuilder,
  parent: number,
  [, ...nodes]: readonly StructureNode[],
): ((tag: Tag) => Tag) => {
  const first = structure.count();
  const tagHere = (tag: number): number => (tag === 0 ? parent : first + tag - 1);
  for (const { role, parent: above, ...attributes } of nodes)
    structure.add(role, above === null ? parent : tagHere(above), attributes);
  return (tag) => (tag === 'artifact' ? tag : tagHere(tag));
};

/** Keeps nothing: every node is `node`. For text that belongs to one node whole, and for trials. */
export const silentStructure = (node: number): StructureBuilder => ({
  add: () => node,
  rollBack: () => undefined,
  count: () => 0,
  keeps: false,
  freeze: () => [],
});

/**
 * For a trial that may be kept: its nodes hang under a root of their own, node 0, to be grafted where it is kept. What
 * is laid with it is laid for its size all the same.
 */
export const trialStructure = (): StructureBuilder => {
  const own = createStructure();
  own.add('Sect', null);
  return { ...own, keeps: false };
};
