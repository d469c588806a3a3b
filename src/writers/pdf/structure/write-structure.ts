/** The structure tree as objects (ISO 32000-1, 14.7 and 14.8), and the map from each page's content back to it. */
import type { StructureRole } from '../../../model/page.js';
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';
import { textString } from '../file/serialize.js';
import type { Kid, Structure } from './structure-tree.js';

/** Cells keep their place in the grid even where nothing stands in them; any other empty node is left out. */
const keptEmpty: ReadonlySet<StructureRole> = new Set(['TD', 'TH', 'TR', 'Document']);

export function writeStructure(file: PdfFile, structure: Structure): void {
  const root = file.document.getStructTreeRoot();
  const children = listChildren(structure);
  const tops = structure.nodes.flatMap(({ parent }, index) => (parent === null ? [index] : []));
  const living = findLiving(structure, children, tops);
  const references: References = new Map([...living].sort((a, b) => a - b).map((node) => [node, file.ref()]));
  for (const [node, reference] of references) {
    const { parent } = structure.nodes[node]!;
    reference.data = {
      S: structure.roleOf(node),
      P: parent === null ? root : references.get(parent),
      ...writeKids(structure, node, children[node]!, references),
      ...describe(structure, node),
    };
    reference.end();
  }
  root.data['K'] = tops.flatMap((top) => references.get(top) ?? []);
  const ids = [...references]
    .filter(([node]) => structure.roleOf(node) === 'Note')
    .map(([node, reference]) => [idOf(node), reference] as const);
  // An ID has no meaning without the tree in which it is found (ISO 32000-1, table 322).
  if (ids.length > 0) root.data['IDTree'] = writeIds(file, ids);
  root.data['ParentTree'] = writeParentTree(file, structure, references);
  root.data['ParentTreeNextKey'] = structure.pages.length + structure.annotations.length;
}

type References = ReadonlyMap<number, PdfReference>;

/**
 * The id of a note: PDF/UA-1, 7.9, wants one that no other has. As long as each other, so that their order is that of
 * their bytes.
 */
const idOf = (node: number): string => `note-${String(node).padStart(8, '0')}`;

function writeIds(file: PdfFile, ids: readonly (readonly [string, PdfReference])[]): PdfReference {
  const tree = file.ref({ Names: ids.flatMap(([id, reference]) => [textString(id), reference]) });
  tree.end();
  return tree;
}

/** Nodes by parent; those that only the PDF has stand among the kids instead. */
function listChildren({ nodes, kids }: Structure): readonly (readonly number[])[] {
  const inline = new Set(kids.flatMap((own) => own ?? []).flatMap((kid) => (kid.kind === 'node' ? [kid.node] : [])));
  const children: number[][] = nodes.map(() => []);
  nodes.forEach(({ parent }, index) => {
    if (parent !== null && !inline.has(index)) children[parent]!.push(index);
  });
  return children;
}

/** Nodes with content, and all above them. */
function findLiving(
  structure: Structure,
  children: readonly (readonly number[])[],
  tops: readonly number[],
): ReadonlySet<number> {
  const living = new Set<number>();
  const visit = (node: number): boolean => {
    const own = structure.kids[node] ?? [];
    let alive = own.length > 0 || keptEmpty.has(structure.roleOf(node));
    for (const kid of own) if (kid.kind === 'node') visit(kid.node);
    for (const child of children[node]!) if (visit(child)) alive = true;
    if (alive) living.add(node);
    return alive;
  };
  tops.forEach(visit);
  return living;
}

/** `Pg` is the page of the first content; what stands on others names its own. */
function writeKids(
  { kids, pages }: Structure,
  node: number,
  children: readonly number[],
  references: References,
): Record<string, unknown> {
  const own = (kids[node] ?? []).toSorted((a, b) => a.place - b.place);
  const page = own.flatMap((kid) => (kid.kind === 'node' ? [] : [kid.page]))[0];
  const write = (kid: Kid): unknown => {
    if (kid.kind === 'node') return references.get(kid.node);
    const Pg = kid.page === page ? undefined : pages[kid.page]!.reference;
    if (kid.kind === 'annotation') return { Type: 'OBJR', Obj: kid.reference, Pg };
    return Pg === undefined ? kid.id : { Type: 'MCR', Pg, MCID: kid.id };
  };
  const all = [...own.map(write), ...children.flatMap((child) => references.get(child) ?? [])];
  return {
    ...(page !== undefined && { Pg: pages[page]!.reference }),
    ...(all.length > 0 && { K: all.length === 1 ? all[0] : all }),
  };
}

function describe(structure: Structure, index: number): Record<string, unknown> {
  const { role, alt, language, actual } = structure.nodes[index]!;
  const words = alt === null || alt === '' ? (structure.extents.get(index)?.alt ?? '') : alt;
  const attributes = attributesOf(structure, index);
  return {
    ...(words !== '' && { Alt: textString(words) }),
    ...(actual !== undefined && { ActualText: textString(actual) }),
    ...(language !== null && { Lang: textString(language) }),
    ...(role === 'Note' && { ID: textString(idOf(index)) }),
    ...(attributes !== null && { A: attributes }),
  };
}

function attributesOf({ nodes, extents, pages, summaries, numbering }: Structure, index: number): object | null {
  const { role, scope, columnSpan, rowSpan } = nodes[index]!;
  if (role === 'TH' || role === 'TD') {
    const spans = { ...(columnSpan > 1 && { ColSpan: columnSpan }), ...(rowSpan > 1 && { RowSpan: rowSpan }) };
    if (role === 'TH') return { O: 'Table', Scope: scope ?? 'Column', ...spans };
    return columnSpan > 1 || rowSpan > 1 ? { O: 'Table', ...spans } : null;
  }
  const extent = extents.get(index);
  if (role === 'Figure' && extent !== undefined) {
    const { height } = pages[extent.page]!;
    return {
      O: 'Layout',
      Placement: 'Block',
      BBox: [extent.left, height - extent.bottom, extent.right, height - extent.top],
    };
  }
  // A Note is inline by itself, and these stand between paragraphs (ISO 32000-1, 14.8.5.4).
  if (role === 'Note') return { O: 'Layout', Placement: 'Block' };
  const summary = summaries.get(index);
  if (role === 'Table' && summary !== undefined) return { O: 'Table', Summary: textString(summary) };
  const ordered = numbering.get(index);
  if (role === 'L' && ordered !== undefined) return { O: 'List', ListNumbering: ordered ? 'Decimal' : 'Disc' };
  return null;
}

/** Entries of one leaf of the parent tree. */
const leafSize = 64;

/** The owners of each page's content, then the owner of each annotation. */
function writeParentTree(file: PdfFile, { pages, annotations }: Structure, references: References): PdfReference {
  const values: unknown[] = pages.map(({ owners }) => owners.map((node) => references.get(node)));
  for (const { reference, node } of annotations) reference.data['StructParent'] = values.push(references.get(node)) - 1;
  const leaves: PdfReference[] = [];
  for (let start = 0; start < values.length; start += leafSize) {
    const part = values.slice(start, start + leafSize);
    const leaf = file.ref({
      Limits: [start, start + part.length - 1],
      Nums: part.flatMap((value, offset) => [start + offset, value]),
    });
    leaf.end();
    leaves.push(leaf);
  }
  const tree = file.ref({ Kids: leaves });
  tree.end();
  return tree;
}
