/**
 * Markdown (CommonMark; of GFM tables, footnotes, struck text and tasks) with tokens in it to nodes of the document.
 */
import type {
  FootnoteDefinition,
  Link,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell as TableCellNode,
  TableRow,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import {
  blockInText,
  emptyFootnote,
  extraCell,
  foreignMarkup,
  nestedTooDeep,
  paragraphTooLong,
  textTooLong,
  tooManySigns,
  unsupportedMarkup,
  wrongLink,
} from '../../diagnostics/messages.js';
import { assertNever } from '../../model/assert-never.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DraftBlock, DraftInline, Footnote, TableCell, TableColumn } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import {
  deepestBlocks,
  deepestMarks,
  figureLength,
  mostCharacters,
  mostInParagraph,
  mostSigns,
} from '../../model/limits.js';
import { hideComments, hideEscapes, showEscapes } from './escapes.js';
import { findExcess } from './find-excess.js';
import type { Excess } from './find-excess.js';
import { findForeignLines, inlineMarks, scriptPieces } from './inline-marks.js';
import type { InlineMark } from './inline-marks.js';
import type { OutputText, Token } from './output-text.js';
import { pairTags } from './pair-tags.js';
import type { Content, MarkedContent } from './pair-tags.js';
import { plainBlocks } from './plain-text.js';
import { joinLines } from '../../locale/prose/join-lines.js';
import type { PlainBlock, PlainLine } from './plain-text.js';
import { hidePunctuation, showPunctuation } from './punctuation.js';
import { RecentResults } from '../../memo/recent-results.js';
import { RichBlocks } from './rich-value.js';

/**
 * What a text may hold: all blocks; lines alone, a caption in which `1. ` and `- ` are signs like any other; or lines
 * that each end where they were ended, as a cell's do.
 */
export type TextForm = 'blocks' | 'lines' | 'cell';

/** All blocks of a text; of lines and cells paragraphs alone. */
export function readBlocks(output: OutputText, tell: Tell, form: TextForm = 'blocks'): readonly DraftBlock[] {
  const blocks = output.isBlank ? [] : new MarkupReader(output, tell, form).blocks();
  output.footnotes.close(tell);
  return blocks;
}

/** The inlines of a text that is one paragraph; several are parted by breaks. `where` names it in a diagnostic. */
export function readInlines(output: OutputText, where: string, tell: Tell): readonly DraftInline[] {
  const inlines: DraftInline[] = [];
  for (const block of readBlocks(output, tell)) {
    if (block.kind !== 'paragraph') {
      tell(blockInText(block.kind === 'block-reference' ? block.what : block.kind, where, block.span));
      continue;
    }
    if (inlines.length > 0) inlines.push({ kind: 'break' });
    inlines.push(...block.inlines);
  }
  return inlines;
}

/** A footnote whose words are a text of their own. */
export const readFootnote = (name: string, output: OutputText, span: Span, tell: Tell): Footnote<DraftInline> =>
  new MarkupReader(output, tell).wholeFootnote(name, span);

// Indentation only shows a template's structure, and `<` is a sign like any other: no code by indentation, no HTML.
const never = ['codeIndented', 'htmlFlow', 'htmlText', 'definition', 'setextUnderline'];
const blockSigns = ['list', 'blockQuote', 'headingAtx', 'codeFenced', 'thematicBreak'];
const mdastExtensions = [
  gfmTableFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
];
const inLines = [gfmFootnote(), gfmStrikethrough({ singleTilde: false })];
const blockOptions = {
  extensions: [gfmTable(), ...inLines, gfmTaskListItem(), { disable: { null: never } }],
  mdastExtensions,
};
const lineOptions = { extensions: [...inLines, { disable: { null: [...never, ...blockSigns] } }], mdastExtensions };

/** So many texts and their trees are kept, for the next build of a watch. */
const mostTrees = 1000;
const trees = new RecentResults<Root>(mostTrees);

const treeOf = (text: string, hasBlocks: boolean): Root =>
  trees.recall(`${hasBlocks} ${text}`, () =>
    fromMarkdown(
      hidePunctuation(hideEscapes(withDefinitions(hideComments(text)))),
      hasBlocks ? blockOptions : lineOptions,
    ),
  );

const noteInNote = (span: Span) => ['a footnote in a footnote', span, 'say it in the footnote itself'] as const;

/**
 * The parser takes `[^name]` for a footnote only where the same text defines the name. Here it may be defined in a text
 * around, or be a mistake that is to be told, so every name is given a definition behind the text, which is not read.
 */
const withDefinitions = (text: string): string => {
  const names = new Set([...text.matchAll(/\[\^([^\s[\]]+)\]/g)].map(([, name]) => name!));
  return [text, ...[...names].map((name) => `[^${name}]: .`)].join('\n\n');
};

interface Positioned {
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined;
}

class MarkupReader {
  private inFootnote = false;
  /** How many lists and quotations stand around the block in hand, and how many marks around the words. */
  private depth = 0;
  private marks = 0;

  constructor(
    private readonly output: OutputText,
    private readonly tell: Tell,
    private readonly form: TextForm = 'blocks',
  ) {}

  blocks(): readonly DraftBlock[] {
    const { text } = this.output;
    const excess = findExcess(text);
    if (excess !== null) {
      this.tellExcess(excess);
      return [];
    }
    const plain = this.form === 'blocks' ? plainBlocks(text) : null;
    if (plain !== null) return plain.flatMap((block) => this.plain(block));
    return treeOf(text, this.form === 'blocks').children.flatMap((node) => this.block(node));
  }

  private tellExcess({ what, offset }: Excess): void {
    const span = this.output.at(offset);
    switch (what) {
      case 'length':
        return this.tell(textTooLong(mostCharacters, span));
      case 'depth':
        return this.tell(nestedTooDeep('lists and quotations', deepestBlocks, span));
      case 'signs':
        return this.tell(tooManySigns(mostSigns, span));
      default:
        return assertNever(what);
    }
  }

  private plain(block: PlainBlock): DraftBlock[] {
    const paragraph = ({ text, offset }: PlainLine): DraftBlock[] =>
      this.paragraph(this.paired(this.text(text, offset)), this.output.at(offset));
    if (block.kind === 'paragraph') return paragraph(block);
    return [{ kind: 'list', ordered: false, items: block.items.map(paragraph), span: this.output.at(block.offset) }];
  }

  private block(node: RootContent): DraftBlock[] {
    const span = this.place(node);
    if (node.type !== 'list' && node.type !== 'blockquote') return this.blockOf(node, span);
    if (this.depth >= deepestBlocks) {
      this.tell(nestedTooDeep('lists and quotations', deepestBlocks, span));
      return [];
    }
    this.depth += 1;
    const blocks = this.blockOf(node, span);
    this.depth -= 1;
    return blocks;
  }

  private blockOf(node: RootContent, span: Span): DraftBlock[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(this.phrasing(node.children), span);
      case 'heading':
        return [
          {
            kind: 'heading',
            level: Math.min(node.depth, 3) as 1 | 2 | 3,
            id: '',
            number: null,
            span,
            inlines: this.inlinesOnly(node.children, 'a heading'),
          },
        ];
      case 'list':
        return [this.list(node, span)];
      case 'blockquote':
        return [{ kind: 'quote', blocks: node.children.flatMap((child) => this.block(child)), span }];
      case 'table':
        return [this.table(node, span)];
      case 'footnoteDefinition':
        return this.footnote(node, span);
      case 'code':
        return this.refuse('a block of code', span, 'write it as a paragraph, without ``` around it');
      case 'thematicBreak':
        return this.refuse(
          'a rule (---)',
          span,
          'begin a new page with {{page-break}}, or a new passage with a heading',
        );
      default:
        return this.refuse(`"${node.type}"`, span, 'write it as a paragraph');
    }
  }

  private list(node: List, span: Span): DraftBlock {
    const items = node.children.map((item) =>
      asTask(
        item,
        item.children.flatMap((child) => this.block(child)),
      ),
    );
    return {
      kind: 'list',
      ordered: node.ordered === true,
      ...(typeof node.start !== 'number' || node.start === 1 ? {} : { start: node.start }),
      items,
      span,
    };
  }

  private table(node: Table, span: Span): DraftBlock {
    const width = node.children[0]?.children.length ?? 0;
    const [head, ...body] = node.children.map((row) => ({
      cells: this.withinHead(row, width).map(
        (cell): TableCell<DraftInline> => ({
          inlines: this.inlinesOnly(cell.children, 'a table cell'),
          across: 1,
          down: 1,
        }),
      ),
      emphasis: 'none' as const,
    }));
    const columns = (head?.cells ?? []).map(
      (_, index): TableColumn => ({ align: alignOf(node.align?.[index]), weight: null }),
    );
    return {
      kind: 'table',
      id: null,
      caption: [],
      columns,
      head: head === undefined ? [] : [head],
      rows: body,
      notes: [],
      alt: '',
      span,
    };
  }

  /** GFM drops cells beyond the head's in silence: here they are told of. */
  private withinHead({ children }: TableRow, width: number): readonly TableCellNode[] {
    const [surplus] = children.slice(width);
    if (surplus !== undefined) this.tell(extraCell(width, children.length, this.place(surplus)));
    return children.slice(0, width);
  }

  /** Kept for those who refer to it: it leaves nothing where it stands. */
  private footnote(node: FootnoteDefinition, span: Span): [] {
    if (this.offset(node) >= this.output.text.length) return [];
    if (this.inFootnote) return this.refuse(...noteInNote(span));
    this.inFootnote = true;
    const blocks = node.children.flatMap((child) => this.block(child));
    this.inFootnote = false;
    this.output.footnotes.define(this.footnoteOf(this.written(node.label ?? node.identifier), blocks, span), this.tell);
    return [];
  }

  wholeFootnote(name: string, span: Span): Footnote<DraftInline> {
    this.inFootnote = true;
    return this.footnoteOf(name, this.blocks(), span);
  }

  private footnoteOf(name: string, blocks: readonly DraftBlock[], span: Span): Footnote<DraftInline> {
    const paragraphs = blocks.flatMap((block): (readonly DraftInline[])[] => {
      if (block.kind === 'paragraph') return [block.inlines];
      this.tell(blockInText(block.kind === 'block-reference' ? block.what : block.kind, 'a footnote', block.span));
      return [];
    });
    if (blocks.length === 0) this.tell(emptyFootnote(name, span));
    return { name, paragraphs, span };
  }

  /** A paragraph is parted where blocks stand in it: text before, the blocks, text behind. */
  private paragraph(contents: readonly Content[], span: Span): DraftBlock[] {
    const blocks: DraftBlock[] = [];
    let inlines: DraftInline[] = [];
    if (lengthOf(contents) > mostInParagraph) {
      this.tell(paragraphTooLong(mostInParagraph, span));
      return [];
    }
    const flush = (): void => {
      const trimmed = trimInlines(inlines);
      if (trimmed.length > 0) blocks.push({ kind: 'paragraph', role: 'body', inlines: trimmed, span });
      inlines = [];
    };
    for (const content of contents) {
      if (content.kind !== 'blocks') {
        inlines.push(content);
        continue;
      }
      flush();
      blocks.push(...content.blocks);
    }
    flush();
    return blocks;
  }

  private phrasing(nodes: readonly PhrasingContent[]): Content[] {
    return this.paired(nodes.flatMap((node) => this.phrase(node)));
  }

  private paired(contents: readonly MarkedContent[]): Content[] {
    const deepest = deepestMarks - this.marks;
    return pairTags(contents, deepest, (children, where) => this.inlinesIn(children, where), this.tell);
  }

  private phrase(node: PhrasingContent): MarkedContent[] {
    if (this.marks > deepestMarks) {
      this.tell(nestedTooDeep('bold, emphasis and links', deepestMarks, this.place(node)));
      return [];
    }
    this.marks += 1;
    const contents = this.phraseOf(node);
    this.marks -= 1;
    return contents;
  }

  private phraseOf(node: PhrasingContent): MarkedContent[] {
    switch (node.type) {
      case 'text':
        return this.text(showPunctuation(node.value), this.offset(node));
      case 'inlineCode':
        return this.text(showEscapes(showPunctuation(node.value), true), this.offset(node), true);
      case 'strong':
        return [{ kind: 'strong', children: this.inlinesOnly(node.children, 'bold text') }];
      case 'emphasis':
        return [{ kind: 'emphasis', children: this.inlinesOnly(node.children, 'emphasised text') }];
      case 'delete':
        return [{ kind: 'strike', children: this.inlinesOnly(node.children, 'struck text') }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return this.link(node);
      case 'footnoteReference':
        if (this.inFootnote) return this.refuse(...noteInNote(this.place(node)));
        return [this.output.footnotes.refer(this.written(node.label ?? node.identifier), this.place(node))];
      case 'image':
        return this.refuse(
          'a picture by ![…](…)',
          this.place(node),
          'name it in the report and write {{picture "id"}}',
        );
      default:
        return this.refuse(`"${node.type}"`, this.place(node), 'write it as plain text');
    }
  }

  private link(node: Link): Content[] {
    const span = this.place(node);
    const href = this.written(node.url);
    const children = this.inlinesOnly(node.children, 'a link');
    if (/^(?:https?:\/\/|mailto:|#).+/i.test(href)) return [{ kind: 'link', href, children, span }];
    this.tell(wrongLink(href, span));
    return [...children];
  }

  /** The text of a part of the markup that is no prose: an address, a name. */
  private written(text: string): string {
    return this.output
      .split(showEscapes(showPunctuation(text)))
      .map((part) => (typeof part === 'string' ? part : plainText(part)))
      .join('');
  }

  private inlinesOnly(nodes: readonly PhrasingContent[], where: string): DraftInline[] {
    return this.inlinesIn(this.phrasing(nodes), where);
  }

  private inlinesIn(contents: readonly Content[], where: string): DraftInline[] {
    return contents.flatMap((content): DraftInline[] => {
      if (content.kind !== 'blocks') return [content];
      const [first] = content.blocks;
      if (content.blocks.length === 1 && first?.kind === 'paragraph') return [...first.inlines];
      if (first !== undefined)
        this.tell(blockInText(first.kind === 'block-reference' ? first.what : first.kind, where, content.span));
      return [];
    });
  }

  /** @param literal whether marks and tags in it are meant to be read as they stand. */
  private text(text: string, offset: number, literal = false): MarkedContent[] {
    if (!literal)
      for (const line of findForeignLines(text))
        this.tell(foreignMarkup(line.what, this.output.at(offset + line.offset), line.hint));
    const end = this.form === 'cell' ? text.indexOf('\n') : -1;
    if (end === -1) return this.line(joinLines(text), offset, literal);
    const rest = this.text(text.slice(end + 1), offset + end + 1, literal);
    return [...this.line(joinLines(text.slice(0, end)), offset, literal), { kind: 'break' }, ...rest];
  }

  private line(text: string, offset: number, literal: boolean): MarkedContent[] {
    return literal ? this.pieces(text, offset) : inlineMarks(text).flatMap((mark) => this.marked(mark, offset));
  }

  private marked(mark: InlineMark, offset: number): MarkedContent[] {
    const span = this.output.at(offset + mark.offset);
    switch (mark.kind) {
      case 'text':
        return scriptPieces(mark.text).flatMap(({ kind, text, offset: at }): MarkedContent[] => {
          const contents = this.pieces(showEscapes(text), offset + mark.offset + at);
          return kind === 'text' ? contents : [{ kind, children: this.inlinesIn(contents, 'small characters') }];
        });
      case 'break':
        return [{ kind: 'break' }];
      case 'opens':
      case 'closes':
        return [{ kind: 'tag', tag: mark, span }];
      case 'refused':
        return this.refuse(mark.what, span, mark.hint);
      case 'foreign':
        this.tell(foreignMarkup(mark.what, span, mark.hint));
        return this.pieces(showEscapes(mark.text), offset + mark.offset);
      default:
        return assertNever(mark);
    }
  }

  /** Plain text and the tokens in it. */
  private pieces(text: string, offset: number): Content[] {
    let at = offset;
    return this.output.split(text).flatMap((part): Content[] => {
      if (typeof part !== 'string') return contentOf(part);
      const from = at;
      at += part.length;
      return [{ kind: 'text', text: part, span: this.output.at(from) }];
    });
  }

  private refuse(what: string, span: Span, hint: string): [] {
    this.tell(unsupportedMarkup(what, span, hint));
    return [];
  }

  private offset(node: Positioned): number {
    return node.position?.start.offset ?? 0;
  }

  private place(node: Positioned): Span {
    return this.output.at(this.offset(node));
  }
}

/** A task's first paragraph says that it is one. */
const asTask = ({ checked }: ListItem, blocks: readonly DraftBlock[]): readonly DraftBlock[] => {
  const [first, ...others] = blocks;
  return typeof checked === 'boolean' && first?.kind === 'paragraph'
    ? [{ ...first, task: checked ? 'done' : 'open' }, ...others]
    : blocks;
};
/** In characters; what is printed of a figure is not known yet. */
const lengthOf = (contents: readonly Content[]): number =>
  contents.reduce((sum, content): number => {
    if (content.kind === 'blocks') return sum;
    if (content.kind === 'text' || content.kind === 'value') return sum + content.text.length;
    return sum + ('children' in content ? lengthOf(content.children) : figureLength);
  }, 0);

const contentOf = ({ content, span }: Token): Content[] =>
  content instanceof RichBlocks ? [{ kind: 'blocks', blocks: content.blocks, span }] : [...content.inlines];

const plainText = ({ content }: Token): string =>
  content instanceof RichBlocks
    ? ''
    : content.inlines.map((inline) => (inline.kind === 'value' || inline.kind === 'text' ? inline.text : '')).join('');

function alignOf(align: 'left' | 'right' | 'center' | null | undefined): TableColumn['align'] {
  return align === 'right' ? 'end' : align === 'center' ? 'center' : 'start';
}

/** Without breaks and empty text at either end. */
function trimInlines(inlines: readonly DraftInline[]): DraftInline[] {
  const isEmpty = (inline: DraftInline | undefined): boolean =>
    inline !== undefined && (inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === ''));
  let from = 0;
  let to = inlines.length;
  while (from < to && isEmpty(inlines[from])) from++;
  while (to > from && isEmpty(inlines[to - 1])) to--;
  return inlines.slice(from, to);
}
