/** Tags of HTML that mark what stands between them, `<b>…</b>`, to nodes of the document. */
import { nestedTooDeep, unsupportedMarkup } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DraftBlock, DraftInline } from '../../model/document.js';
import { deepestMarks } from '../../model/limits.js';
import type { Span } from '../../model/span.js';
import type { InlineMark, TagMark } from './inline-marks.js';

/** What stands in a paragraph: inlines, and the blocks that part it. */
export type Content =
  | DraftInline
  | { readonly kind: 'blocks'; readonly blocks: readonly DraftBlock[]; readonly span: Span };

type Tag = Extract<InlineMark, { kind: 'opens' | 'closes' }>;

/** The same before its tags are paired. */
export type MarkedContent = Content | { readonly kind: 'tag'; readonly tag: Tag; readonly span: Span };

/** Inlines of contents; a block among them is told of, with `where` it stands. */
type InlinesIn = (contents: readonly Content[], where: string) => readonly DraftInline[];

interface Open {
  /** Null for what stands outside of all tags. */
  readonly tag: Tag | null;
  readonly span: Span | null;
  readonly contents: Content[];
}

/** A tag without its other half in the same paragraph is told of. @param deepest how many may stand in one another. */
export function pairTags(
  contents: readonly MarkedContent[],
  deepest: number,
  inlinesIn: InlinesIn,
  tell: Tell,
): Content[] {
  if (!contents.some(({ kind }) => kind === 'tag')) return contents as Content[];
  const outside: Open = { tag: null, span: null, contents: [] };
  const open: Open[] = [outside];
  for (const content of contents) {
    const around = open.at(-1)!;
    if (content.kind !== 'tag') around.contents.push(content);
    else if (content.tag.kind === 'opens') {
      if (open.length > deepest) {
        tell(nestedTooDeep('bold, emphasis and links', deepestMarks, content.span));
        return [];
      }
      open.push({ tag: content.tag, span: content.span, contents: [] });
    } else if (around.tag?.mark === content.tag.mark) {
      open.pop();
      const children = inlinesIn(around.contents, `text in ${around.tag.text}`);
      open.at(-1)!.contents.push({ kind: content.tag.mark, children });
    } else tell(lonelyTag(content.tag, content.span));
  }
  for (const { tag, span, contents: within } of open.slice(1)) {
    tell(lonelyTag(tag!, span!));
    outside.contents.push(...within);
  }
  return outside.contents;
}

const lonelyTag = ({ kind, mark, text }: Tag, span: Span) =>
  unsupportedMarkup(
    `the HTML tag ${text} without ${kind === 'opens' ? 'an end' : 'a beginning'} in its paragraph`,
    span,
    `write ${inMarkdown[mark]}`,
  );

const inMarkdown: Readonly<Record<TagMark, string>> = {
  strong: '**bold**',
  emphasis: '*emphasis*',
  strike: '~~struck~~',
  superscript: 'm^2^',
  subscript: 'CO~2~',
};
