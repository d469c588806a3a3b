/**
 * PDFs joined into one, with a bookmark for each. What a screen reader follows is joined too: the structure trees stand
 * side by side, and each page keeps its place in them (ISO 32000-1, 14.7). The joined file makes no claim to be PDF/A
 * or PDF/UA: that is said of files that were checked whole.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFRef,
} from 'pdf-lib';
import type { PDFContext, PDFObject, PDFPageLeaf } from 'pdf-lib';

export interface BoundPart {
  /** What its bookmark says. */
  readonly title: string;
  /** Asked for when its turn comes, so that only one is in memory at once. */
  readonly bytes: () => Uint8Array;
}

const name = (text: string): PDFName => PDFName.of(text);

export async function bindPdfs(parts: readonly BoundPart[]): Promise<Uint8Array> {
  const bound = await PDFDocument.create({ updateMetadata: false });
  const tree = new JoinedStructure(bound.context);
  const bookmarks: { readonly title: string; readonly page: PDFRef }[] = [];
  for (const { title, bytes } of parts) {
    const part = await PDFDocument.load(bytes(), { updateMetadata: false });
    // One copier for the pages and for the tree: what they say of each other stays so.
    const copier = PDFObjectCopier.for(part.context, bound.context);
    const refs = part.getPages().map((page) => copier.copy(page.ref) as PDFRef);
    for (const ref of refs) bound.addPage(PDFPage.of(bound.context.lookup(ref) as PDFPageLeaf, ref, bound));
    const [first] = refs;
    if (first === undefined) continue;
    tree.add(title, part, copier, refs);
    const language = part.catalog.get(name('Lang'));
    if (language !== undefined && bookmarks.length === 0) bound.catalog.set(name('Lang'), language.clone());
    bookmarks.push({ title, page: first });
  }
  tree.finish(bound.catalog);
  bound.catalog.set(name('Outlines'), outline(bound.context, bookmarks));
  bound.catalog.set(name('PageMode'), name('UseOutlines'));
  return bound.save({ useObjectStreams: true, addDefaultPage: false });
}

/** Trees side by side: the root of each becomes a part of the whole. */
class JoinedStructure {
  private readonly root: PDFDict;
  private readonly rootRef: PDFRef;
  /** One document around the parts. */
  private readonly wholeRef: PDFRef;
  private readonly children: PDFObject[] = [];
  /** The parent tree of pages and annotations: a number, what it leads to, and so on in turn. */
  private readonly numbers: PDFObject[] = [];
  private nextKey = 0;

  constructor(private readonly context: PDFContext) {
    this.root = context.obj({ Type: 'StructTreeRoot' }) as PDFDict;
    this.rootRef = context.register(this.root);
    this.wholeRef = context.nextRef();
  }

  add(title: string, part: PDFDocument, copier: PDFObjectCopier, pages: readonly PDFRef[]): void {
    const old = part.catalog.get(name('StructTreeRoot'));
    if (!(old instanceof PDFRef)) return;
    const ref = copier.copy(old) as PDFRef;
    const copied = this.context.lookup(ref, PDFDict);
    const offset = this.nextKey;
    for (const [key, value] of numberTree(copied.lookupMaybe(name('ParentTree'), PDFDict))) {
      this.numbers.push(PDFNumber.of(key + offset), value);
      this.nextKey = Math.max(this.nextKey, key + offset + 1);
    }
    for (const page of pages) this.renumber(this.context.lookup(page, PDFDict), offset);
    const roles = copied.lookupMaybe(name('RoleMap'), PDFDict);
    if (roles !== undefined && !this.root.has(name('RoleMap'))) this.root.set(name('RoleMap'), roles);
    for (const key of ['ParentTree', 'ParentTreeNextKey', 'RoleMap', 'IDTree', 'ClassMap']) copied.delete(name(key));
    copied.set(name('Type'), name('StructElem'));
    copied.set(name('S'), name('Part'));
    copied.set(name('T'), PDFHexString.fromText(title));
    copied.set(name('P'), this.wholeRef);
    this.children.push(ref);
  }

  finish(catalog: PDFDict): void {
    if (this.children.length === 0) return;
    this.context.assign(
      this.wholeRef,
      this.context.obj({ Type: 'StructElem', S: 'Document', P: this.rootRef, K: this.children }),
    );
    this.root.set(name('K'), this.wholeRef);
    this.root.set(name('ParentTree'), this.context.obj({ Nums: this.numbers }));
    this.root.set(name('ParentTreeNextKey'), PDFNumber.of(this.nextKey));
    catalog.set(name('StructTreeRoot'), this.rootRef);
    catalog.set(name('MarkInfo'), this.context.obj({ Marked: true }));
  }

  private renumber(page: PDFDict, offset: number): void {
    const move = (dict: PDFDict, key: string): void => {
      const number = dict.lookupMaybe(name(key), PDFNumber);
      if (number !== undefined) dict.set(name(key), PDFNumber.of(number.asNumber() + offset));
    };
    move(page, 'StructParents');
    const annotations = page.lookupMaybe(name('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1)
      move(annotations!.lookup(index, PDFDict), 'StructParent');
  }
}

/** Keys and values of a number tree, its branches too (ISO 32000-1, 7.9.7). */
function numberTree(node: PDFDict | undefined): readonly (readonly [number, PDFObject])[] {
  if (node === undefined) return [];
  const kids = node.lookupMaybe(name('Kids'), PDFArray);
  const below = Array.from({ length: kids?.size() ?? 0 }, (_, index) =>
    numberTree(kids!.lookup(index, PDFDict)),
  ).flat();
  const nums = node.lookupMaybe(name('Nums'), PDFArray);
  const own = Array.from({ length: (nums?.size() ?? 0) / 2 }, (_, index): readonly [number, PDFObject] => [
    nums!.lookup(index * 2, PDFNumber).asNumber(),
    nums!.get(index * 2 + 1),
  ]);
  return [...own, ...below];
}

function outline(context: PDFContext, bookmarks: readonly { readonly title: string; readonly page: PDFRef }[]): PDFRef {
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, { title, page }] of bookmarks.entries())
    context.assign(
      refs[index]!,
      context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        Dest: [page, 'Fit'],
        ...(index > 0 && { Prev: refs[index - 1]! }),
        ...(index < refs.length - 1 && { Next: refs[index + 1]! }),
      }),
    );
  context.assign(
    root,
    context.obj({
      Type: 'Outlines',
      Count: refs.length,
      ...(refs.length > 0 && { First: refs[0]!, Last: refs.at(-1)! }),
    }),
  );
  return root;
}
