/** The structure tree (ISO 32000-1, 14.7 and 14.8): collects the marked content of each node while pages are drawn, and writes it at the end. */
import type { Box, Pt } from '../../model/length.js';
import type { StructureNode, StructureRole, Tag } from '../../model/page.js';
import type { PdfFile, PdfReference } from './pdf-file.js';
import { textString } from './serialize.js';

/** What a node has of its own: marked content on a page, a link's annotation, or a node that only the PDF has. */
type Kid =
  | { readonly kind: 'content'; readonly page: number; readonly id: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly reference: PdfReference }
  | { readonly kind: 'node'; readonly node: number };

interface Extent { readonly page: number; left: Pt; top: Pt; right: Pt; bottom: Pt }

/** Cells keep their place in the grid even where nothing stands in them. */
const keptEmpty: ReadonlySet<StructureRole> = new Set(['TD', 'TH', 'TR', 'Document']);

export class StructureTree {
  private readonly nodes: StructureNode[];
  private readonly kids: Kid[][] = [];
  private readonly extents = new Map<number, Extent>();
  private readonly numbering = new Map<number, boolean>();
  private readonly summaries = new Map<number, string>();
  private readonly pages: { readonly reference: PdfReference; readonly height: Pt; readonly owners: number[] }[] = [];
  private readonly annotations: { readonly reference: PdfReference; readonly node: number }[] = [];

  constructor(private readonly file: PdfFile, nodes: readonly StructureNode[]) {
    this.nodes = nodes.length > 0 ? [...nodes] : [newNode('Document', null)];
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
    this.kidsOf(node).push({ kind: 'content', page: this.pages.length - 1, id });
    return id;
  }

  /** A node for a link inside a paragraph; a node that is a link already stays the one. */
  addLink(parent: number): number {
    if (this.roleOf(parent) === 'Link') return parent;
    const node = this.nodes.push(newNode('Link', parent)) - 1;
    this.kidsOf(parent).push({ kind: 'node', node });
    return node;
  }

  addAnnotation(node: number, reference: PdfReference): void {
    this.annotations.push({ reference, node });
    this.kidsOf(node).push({ kind: 'annotation', page: this.pages.length - 1, reference });
  }

  /** The box of a figure, which grows with each part that is drawn on its first page. */
  extend(tag: Tag, box: Box): void {
    if (tag === 'artifact' || this.roleOf(tag) !== 'Figure') return;
    const page = this.pages.length - 1;
    const known = this.extents.get(tag);
    const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
    if (known === undefined) this.extents.set(tag, { page, left, top, right, bottom });
    else if (known.page === page) {
      known.left = Math.min(known.left, left);
      known.top = Math.min(known.top, top);
      known.right = Math.max(known.right, right);
      known.bottom = Math.max(known.bottom, bottom);
    }
  }

  /** What a table says of itself. */
  summarise(tag: Tag, summary: string): void {
    if (tag !== 'artifact' && summary !== '') this.summaries.set(tag, summary);
  }

  /** The label that a list item has for its bullet; null where the bullet belongs to the paragraph itself. */
  labelFor(tag: number, ordered: boolean): number | null {
    const item = this.ancestor(tag, 'LI');
    if (item === null) return null;
    const list = this.ancestor(item, 'L');
    if (list !== null) this.numbering.set(list, ordered);
    const label = this.labels.get(item);
    return label ?? null;
  }

  /** Writes every node that has content, and the map from content to nodes. */
  finish(): void {
    const children = this.childrenByNode();
    const living = new Set<number>();
    const roots = this.nodes.flatMap((node, index) => node.parent === null ? [index] : []);
    for (const root of roots) this.findLiving(root, children, living);
    const references = new Map([...living].sort((a, b) => a - b).map((node) => [node, this.file.ref()]));
    const treeRoot = this.file.document.getStructTreeRoot();
    for (const [node, reference] of references) {
      const parent = this.nodes[node]!.parent;
      reference.data = this.dictionaryOf(node, parent === null ? treeRoot : references.get(parent)!, children, references);
      reference.end();
    }
    treeRoot.data['K'] = roots.filter((root) => living.has(root)).map((root) => references.get(root));
    treeRoot.data['ParentTreeNextKey'] = this.pages.length + this.annotations.length;
    treeRoot.data['ParentTree'] = this.writeParentTree(references);
  }

  private kidsOf(node: number): Kid[] {
    return this.kids[node] ??= [];
  }

  private ancestor(node: number, role: StructureRole): number | null {
    for (let current: number | null = node; current !== null; current = this.nodes[current]!.parent) {
      if (this.roleOf(current) === role) return current;
    }
    return null;
  }

  /** By list item. */
  private readonly labelCache = new Map<number, number>();
  private get labels(): ReadonlyMap<number, number> {
    if (this.labelCache.size === 0) {
      this.nodes.forEach(({ role, parent }, index) => { if (role === 'Lbl' && parent !== null) this.labelCache.set(parent, index); });
    }
    return this.labelCache;
  }

  /** Nodes of the page set by parent, in order; those that only the PDF has stand among the kids. */
  private childrenByNode(): number[][] {
    const children: number[][] = this.nodes.map(() => []);
    const own = new Set(this.kids.flatMap((kids) => kids ?? []).flatMap((kid) => kid.kind === 'node' ? [kid.node] : []));
    this.nodes.forEach(({ parent }, index) => { if (parent !== null && !own.has(index)) children[parent]!.push(index); });
    return children;
  }

  private findLiving(node: number, children: readonly (readonly number[])[], living: Set<number>): boolean {
    let alive = keptEmpty.has(this.roleOf(node));
    for (const kid of this.kids[node] ?? []) {
      if (kid.kind === 'node') this.findLiving(kid.node, children, living);
      alive = true;
    }
    for (const child of children[node]!) if (this.findLiving(child, children, living)) alive = true;
    if (alive) living.add(node);
    return alive;
  }

  private dictionaryOf(
    index: number, parent: PdfReference, children: readonly (readonly number[])[], references: ReadonlyMap<number, PdfReference>,
  ): Record<string, unknown> {
    const node = this.nodes[index]!;
    const own = this.kids[index] ?? [];
    const page = own.flatMap((kid) => kid.kind === 'node' ? [] : [kid.page])[0] ?? null;
    const kids = [
      ...own.map((kid) => this.writeKid(kid, page, references)),
      ...children[index]!.flatMap((child) => references.get(child) ?? []),
    ];
    return {
      S: node.role, P: parent,
      ...(page !== null && { Pg: this.pages[page]!.reference }),
      ...(kids.length > 0 && { K: kids.length === 1 ? kids[0] : kids }),
      ...(node.alt !== null && node.alt !== '' && { Alt: textString(node.alt) }),
      ...(node.language !== null && { Lang: textString(node.language) }),
      ...(node.role === 'Note' && { ID: textString(`note-${index}`) }),
      ...this.attributesOf(index),
    };
  }

  private writeKid(kid: Kid, page: number | null, references: ReadonlyMap<number, PdfReference>): unknown {
    if (kid.kind === 'node') return references.get(kid.node);
    const Pg = kid.page === page ? undefined : this.pages[kid.page]!.reference;
    if (kid.kind === 'annotation') return { Type: 'OBJR', Obj: kid.reference, Pg };
    return Pg === undefined ? kid.id : { Type: 'MCR', Pg, MCID: kid.id };
  }

  private attributesOf(index: number): { readonly A?: unknown } {
    const { role, scope, columnSpan, rowSpan } = this.nodes[index]!;
    const extent = this.extents.get(index);
    if (role === 'Figure' && extent !== undefined) {
      const { height } = this.pages[extent.page]!;
      return { A: { O: 'Layout', Placement: 'Block', BBox: [extent.left, height - extent.bottom, extent.right, height - extent.top] } };
    }
    if (role === 'TH' || role === 'TD') {
      const attributes = {
        ...(role === 'TH' && { Scope: scope ?? 'Column' }),
        ...(columnSpan > 1 && { ColSpan: columnSpan }), ...(rowSpan > 1 && { RowSpan: rowSpan }),
      };
      return Object.keys(attributes).length > 0 ? { A: { O: 'Table', ...attributes } } : {};
    }
    const summary = this.summaries.get(index);
    if (role === 'Table' && summary !== undefined) return { A: { O: 'Table', Summary: textString(summary) } };
    const ordered = this.numbering.get(index);
    if (role === 'L' && ordered !== undefined) return { A: { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' } };
    return {};
  }

  /** Content of each page, then each annotation, to the node that owns it. */
  private writeParentTree(references: ReadonlyMap<number, PdfReference>): PdfReference {
    const values: unknown[] = this.pages.map(({ owners }) => owners.map((node) => references.get(node)));
    for (const { reference, node } of this.annotations) {
      reference.data['StructParent'] = values.push(references.get(node)) - 1;
    }
    const leaves: PdfReference[] = [];
    for (let start = 0; start < values.length; start += parentTreeLeaf) {
      const part = values.slice(start, start + parentTreeLeaf);
      const leaf = this.file.ref({ Limits: [start, start + part.length - 1], Nums: part.flatMap((value, offset) => [start + offset, value]) });
      leaf.end();
      leaves.push(leaf);
    }
    const tree = this.file.ref({ Kids: leaves });
    tree.end();
    return tree;
  }
}

/** Entries of one leaf of the parent tree. */
const parentTreeLeaf = 64;

const newNode = (role: StructureRole, parent: number | null): StructureNode =>
  ({ role, parent, alt: null, scope: null, columnSpan: 1, rowSpan: 1, language: null });
