/** The structure tree while pages are drawn: which marked content, annotations and links belong to which node. */
import type { Box, Pt } from '../../../model/length.js';
import type { StructureNode, StructureRole, Tag } from '../../../model/page.js';
import type { PdfReference } from '../file/pdf-objects.js';

/** What a node has of its own: marked content on a page, a link's annotation, or a node that only the PDF has. */
export type Kid = { readonly place: number } & (
  | { readonly kind: 'content'; readonly page: number; readonly id: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly reference: PdfReference }
  | { readonly kind: 'node'; readonly node: number }
);

/** A figure's box on the first page that shows it, from the page's top left, and words for it if its node has none. */
export interface Extent {
  readonly page: number;
  readonly alt: string;
  left: Pt;
  top: Pt;
  right: Pt;
  bottom: Pt;
}

export class Structure {
  readonly nodes: StructureNode[];
  /** By node, in the order in which they were drawn. */
  readonly kids: (Kid[] | undefined)[] = [];
  readonly extents = new Map<number, Extent>();
  /** By list: whether its items are counted. */
  readonly numbering = new Map<number, boolean>();
  /** By table: what it says of itself. */
  readonly summaries = new Map<number, string>();
  /** `owners` are the nodes of the page's marked content, by its number. */
  readonly pages: { readonly reference: PdfReference; readonly height: Pt; readonly owners: number[] }[] = [];
  readonly annotations: { readonly reference: PdfReference; readonly node: number }[] = [];
  /** By list item or note: its Lbl. */
  private readonly labels: ReadonlyMap<number, number>;
  /**
   * What is drawn now is read in this place: pages on a printer's sheet are not drawn in the order in which they are
   * read.
   */
  place = 0;

  constructor(nodes: readonly StructureNode[]) {
    this.nodes = nodes.length > 0 ? [...nodes] : [newNode('Document', null)];
    this.labels = new Map(
      nodes.flatMap(({ role, parent }, index) => (role === 'Lbl' && parent !== null ? [[parent, index] as const] : [])),
    );
  }

  roleOf(node: number): StructureRole {
    return this.nodes[node]!.role;
  }

  addPage(reference: PdfReference, height: Pt): void {
    reference.data['StructParents'] = this.pages.length;
    this.pages.push({ reference, height, owners: [] });
  }

  /** Content of a node on the present page: its number there. */
  addContent(node: number): number {
    const { owners } = this.pages.at(-1)!;
    const id = owners.push(node) - 1;
    this.kidsOf(node).push({ kind: 'content', place: this.place, page: this.pages.length - 1, id });
    return id;
  }

  /** A node inside a paragraph, for a link or for the mark of a footnote; a node of the role already stays the one. */
  addInline(role: 'Link' | 'Reference', parent: number): number {
    if (this.roleOf(parent) === role) return parent;
    const node = this.nodes.push(newNode(role, parent)) - 1;
    this.kidsOf(parent).push({ kind: 'node', place: this.place, node });
    return node;
  }

  /** A node for words inside a paragraph for which others are said. */
  addSpan(parent: number, actual: string): number {
    const node = this.nodes.push({ ...newNode('Span', parent), actual }) - 1;
    this.kidsOf(parent).push({ kind: 'node', place: this.place, node });
    return node;
  }

  addAnnotation(node: number, reference: PdfReference): void {
    this.annotations.push({ reference, node });
    this.kidsOf(node).push({ kind: 'annotation', place: this.place, page: this.pages.length - 1, reference });
  }

  /** The box of a figure, which grows with each part that is drawn on its first page. */
  extend(tag: Tag, box: Box, alt = ''): void {
    if (tag === 'artifact' || this.roleOf(tag) !== 'Figure') return;
    const page = this.pages.length - 1;
    const known = this.extents.get(tag);
    const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
    if (known === undefined) this.extents.set(tag, { page, alt, left, top, right, bottom });
    else if (known.page === page) {
      known.left = Math.min(known.left, left);
      known.top = Math.min(known.top, top);
      known.right = Math.max(known.right, right);
      known.bottom = Math.max(known.bottom, bottom);
    }
  }

  summarise(tag: Tag, summary: string): void {
    if (tag !== 'artifact' && summary !== '') this.summaries.set(tag, summary);
  }

  /** The label that a footnote has. */
  labelOfNote(tag: number): number | null {
    return this.labels.get(this.ancestor(tag, 'Note') ?? -1) ?? null;
  }

  /** The label that a list item has for its bullet; null where the bullet belongs to the paragraph itself. */
  labelFor(tag: number, ordered: boolean): number | null {
    const item = this.ancestor(tag, 'LI');
    if (item === null) return null;
    const list = this.ancestor(item, 'L');
    if (list !== null) this.numbering.set(list, ordered);
    return this.labels.get(item) ?? null;
  }

  private kidsOf(node: number): Kid[] {
    return (this.kids[node] ??= []);
  }

  private ancestor(node: number, role: StructureRole): number | null {
    for (let current: number | null = node; current !== null; current = this.nodes[current]!.parent) {
      if (this.roleOf(current) === role) return current;
    }
    return null;
  }
}

const newNode = (role: StructureRole, parent: number | null): StructureNode => ({
  role,
  parent,
  alt: null,
  scope: null,
  columnSpan: 1,
  rowSpan: 1,
  language: null,
});
