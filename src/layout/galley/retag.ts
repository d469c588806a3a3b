/** Items of a part that was laid by itself, with the tags that its nodes have in the whole document. */
import { assertNever } from '../../model/assert-never.js';
import type { PageItem, SetParagraph, Tag } from '../../model/page.js';

export const retag = (item: PageItem, tagOf: (tag: Tag) => Tag): PageItem => {
  const tag = tagOf(item.tag);
  const paragraphs = (all: readonly SetParagraph[]): SetParagraph[] =>
    all.map((paragraph) => ({ ...paragraph, tag: tagOf(paragraph.tag) }));
  switch (item.kind) {
    case 'shape':
    case 'picture':
    case 'chart':
      return { ...item, tag };
    case 'text':
      return { ...item, tag, paragraphs: paragraphs(item.paragraphs) };
    case 'table':
      return {
        ...item,
        tag,
        rows: item.rows.map((row) =>
          row.map((cell) => ({ ...cell, tag: tagOf(cell.tag), paragraphs: paragraphs(cell.paragraphs) })),
        ),
      };
    case 'page':
      throw new Error('a placed page has the tags of its own document');
    default:
      return assertNever(item);
  }
};
