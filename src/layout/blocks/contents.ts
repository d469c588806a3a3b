/** The contents: each chapter with its number, its title and its page, a link as a whole. */
import { partName, type PartName } from '../../locale/part-words.js';
import type { ContentsBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, TextItem } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { noInsets, runStyle, styleOf, type BlockContext, type ContentsEntry, type LaidBlock } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { setRuns } from '../galley/text-block.js';
import { grouped } from '../galley/grouped.js';
import { filledShape } from '../galley/filled-shape.js';

/** Widths of the number's and the page's column, in em of the entry. */
const numberColumn = 2.6;
const pageColumn = 2.6;
/** Height of a row against the entry's leading. */
const rowShare = 1.25;

interface Part {
  readonly x: Pt;
  readonly width: Pt;
  readonly item: Omit<TextItem, 'box'>;
}
interface Row {
  readonly entry: ContentsEntry;
  readonly height: Pt;
  readonly parts: readonly Part[];
  readonly ruleName: string;
}

/** By its number or its id: a title may hold figures, and a name does not change with them. */
const nameOf = ({ number, id }: ContentsEntry): string => number ?? id;

/** `left` is the width of the numbers' column in pt, 0 where none of the rows has one. */
const layRow = (entry: ContentsEntry, styleName: string, left: Pt, width: Pt, context: BlockContext): Row => {
  const style = styleOf(context, styleName, 'contents-2', 'contents-1');
  const em = styleOf(context, 'contents-1').size;
  const node = context.structure.add('TOCI', context.parent);
  const part = (
    text: string,
    textStyle: TextStyle,
    x: Pt,
    partWidth: Pt,
    align: TextStyle['align'],
    name: PartName,
  ): Part => {
    const set = setRuns(
      [plainRun(text, runStyle(textStyle), entry.link)],
      { ...textStyle, align, firstIndent: 0 },
      partWidth,
      context,
      context.structure.add('P', node),
    );
    return {
      x,
      width: partWidth,
      item: {
        kind: 'text',
        name: partName(name, context.language, nameOf(entry)),
        paragraphs: [set],
        inset: noInsets,
        valign: 'middle',
        placeholder: null,
        fill: null,
        link: entry.link,
        tag: set.tag,
      },
    };
  };
  const title = part(entry.title, style, left, width - left - pageColumn * em, 'start', 'chapter');
  const lines = title.item.paragraphs.reduce((sum, { height }) => sum + height, 0);
  return {
    entry,
    height: lines + style.lineHeight * (rowShare - 1),
    ruleName: partName('contents-rule', context.language, nameOf(entry)),
    parts: [
      ...(entry.number === null || entry.level > 1
        ? []
        : [part(entry.number, styleOf(context, 'contents-number', 'contents-1'), 0, left, 'start', 'chapter-number')]),
      title,
      part(
        entry.page === '' ? '\u2007' : entry.page,
        { ...style, bold: false, color: { slot: 'accent6' } },
        width - pageColumn * em,
        pageColumn * em,
        'end',
        'page-number',
      ),
    ],
  };
};

const rowItems = (row: Row, y: Pt, height: Pt, width: Pt): readonly PageItem[] =>
  grouped([
    ...row.parts.map((part): TextItem => ({ ...part.item, box: { x: part.x, y, width: part.width, height } })),
    filledShape(row.ruleName, { slot: 'accent3', lighten: 0.5 }, { x: 0, y: y + height - 0.5, width, height: 0.5 }),
  ]);

/**
 * Rows grow evenly when stretched, up to half as much again, and draw together down to their leading; what then has no
 * room goes on elsewhere. Their items are placed when they are asked for.
 */
const layRows = (rows: readonly Row[], width: Pt, spaceAfter: Pt): LaidBlock => {
  const natural = rows.reduce((sum, row) => sum + row.height, 0);
  const itemsAt = (height: Pt): readonly PageItem[] => {
    const scale = natural === 0 ? 1 : height / natural;
    let y = 0;
    return rows.flatMap((row) => {
      const top = y;
      y += row.height * scale;
      return rowItems(row, top, row.height * scale, width);
    });
  };
  const common = { keepWithNext: false, spaceBefore: 0, spaceAfter } as const;
  let items: readonly PageItem[] | null = null;
  return {
    ...common,
    height: natural,
    get items() {
      return (items ??= itemsAt(natural));
    },
    stretch: {
      least: natural / rowShare,
      most: natural * 1.5,
      to: (height: Pt) => ({ ...common, height, items: itemsAt(height) }),
    },
    split(available) {
      let [count, height] = [0, 0];
      while (count < rows.length && height + rows[count]!.height <= available) height += rows[count++]!.height;
      return count === 0
        ? null
        : {
            head: layRows(rows.slice(0, count), width, spaceAfter),
            rest: layRows(rows.slice(count), width, spaceAfter),
          };
    },
  };
};

/** Down to its depth; of one chapter, what stands between its own entry and the next chapter's. */
export const listedEntries = (
  { chapter, depth }: ContentsBlock,
  entries: readonly ContentsEntry[],
): readonly ContentsEntry[] => {
  const listed = entries.filter((entry) => entry.level <= depth);
  if (chapter === undefined) return listed;
  const from = listed.findIndex(({ id }) => id === chapter);
  const inside = from < 0 ? [] : listed.slice(from + 1);
  const end = inside.findIndex(({ level }) => level === 1);
  return end < 0 ? inside : inside.slice(0, end);
};

export const layContents = (block: ContentsBlock, width: Pt, context: BlockContext): LaidBlock => {
  const toc = { ...context, parent: context.structure.add('TOC', context.parent) };
  const listed = listedEntries(block, context.entries);
  const hasNumbers = block.chapter === undefined || listed.some(({ number, level }) => level === 1 && number !== null);
  const left = hasNumbers ? numberColumn * styleOf(context, 'contents-1').size : 0;
  const styleName = ({ level }: ContentsEntry): string =>
    block.chapter !== undefined ? 'contents-chapter' : level === 1 ? 'contents-1' : 'contents-2';
  const rows = listed.map((entry) => layRow(entry, styleName(entry), left, width, toc));
  return layRows(rows, width, styleOf(context, 'contents-1').size);
};
