/** Bookmarks (ISO 32000-1, 12.3.3) and page labels (12.4.2). */
import type { OutlineEntry, Page } from '../../../model/page.js';
import type { PdfFile, PdfReference } from './pdf-objects.js';
import { textString } from './serialize.js';

interface Bookmark {
  readonly entry: OutlineEntry;
  readonly reference: PdfReference;
  readonly children: Bookmark[];
}

export function writeOutline(
  file: PdfFile,
  outline: readonly OutlineEntry[],
  pages: readonly Page[],
  references: readonly PdfReference[],
): void {
  const entries = outline.filter((entry) => references[entry.page] !== undefined);
  if (entries.length === 0) return;
  const root = file.ref();
  const tree = nest(file, entries);
  const writeLevel = (bookmarks: readonly Bookmark[], parent: PdfReference): number => {
    let count = bookmarks.length;
    bookmarks.forEach(({ entry, reference, children }, index) => {
      const below = writeLevel(children, reference);
      count += below;
      reference.data = {
        Title: textString(entry.title),
        Parent: parent,
        Prev: bookmarks[index - 1]?.reference,
        Next: bookmarks[index + 1]?.reference,
        First: children[0]?.reference,
        Last: children.at(-1)?.reference,
        ...(below > 0 && { Count: below }),
        Dest: [references[entry.page], 'XYZ', 0, pages[entry.page]!.size.height - entry.y, null],
      };
      reference.end();
    });
    return count;
  };
  const count = writeLevel(tree, root);
  root.data = { Type: 'Outlines', First: tree[0]!.reference, Last: tree.at(-1)!.reference, Count: count };
  root.end();
  Object.assign(file.document._root.data, { Outlines: root, PageMode: 'UseOutlines' });
}

/** By level: an entry hangs under the last one before it that is of a higher level. */
function nest(file: PdfFile, entries: readonly OutlineEntry[]): Bookmark[] {
  const tree: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const bookmark: Bookmark = { entry, reference: file.ref(), children: [] };
    (open.at(-1)?.children ?? tree).push(bookmark);
    open.push(bookmark);
  }
  return tree;
}

/** A range for each run of counted labels; any other label stands as a prefix of its own. */
export function writePageLabels(file: PdfFile, labels: readonly string[]): void {
  const ranges: unknown[] = [];
  let next: number | null = null;
  labels.forEach((label, page) => {
    const number = /^[1-9]\d*$/.test(label) ? Number(label) : null;
    if (number === null) ranges.push(page, label === '' ? {} : { P: textString(label) });
    else if (number !== next) ranges.push(page, { S: 'D', St: number });
    next = number === null ? null : number + 1;
  });
  file.document._root.data['PageLabels'] = { Nums: ranges };
}
