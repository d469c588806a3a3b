/** Text blocks of a slide as paragraphs of one text box: what a person would type into it. */
import type { Block, Inline, ListBlock, ParagraphBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { SetParagraph } from '../../model/page.js';
import type { Color, TextStyle } from '../../model/theme.js';
import { setParagraph } from '../../text/set-paragraph.js';
import { contrastOf } from '../contrast/check-contrast.js';
import { runStyle, styleOf, type BlockContext } from '../galley/block.js';
import { listMarker } from '../galley/list-marker.js';
import { inlineRuns } from '../galley/inline-runs.js';

const textKinds = ['paragraph', 'list', 'quote', 'callout', 'heading'] as const;
export type TextBlock = Extract<Block, { kind: (typeof textKinds)[number] }>;
export const isTextBlock = (block: Block): block is TextBlock => (textKinds as readonly string[]).includes(block.kind);

/** Depth of a list's indent, in em of its text. */
const listIndent = 1.25;

interface Setting {
  /** Style of plain text in the region. */
  readonly style: string;
  /** What every size and space is multiplied with: the result of fitting. */
  readonly scale: number;
  readonly width: Pt;
  readonly context: BlockContext;
}

const scaled = (style: TextStyle, scale: number): TextStyle =>
  scale === 1
    ? style
    : {
        ...style,
        size: style.size * scale,
        lineHeight: style.lineHeight * scale,
        spaceBefore: style.spaceBefore * scale,
        spaceAfter: style.spaceAfter * scale,
      };

interface Marker {
  readonly text: string;
  readonly ordered: boolean;
  readonly level: number;
}

interface TextParagraph {
  readonly inlines: readonly Inline[];
  /** Name of its style in the theme. */
  readonly style: string;
  /** The node that it hangs under. */
  readonly parent: number;
  readonly marker?: Marker | null;
  /** How deep it is indented, from 0. */
  readonly level?: number;
  /** Null hangs the text under `parent` itself. */
  readonly role?: 'P' | 'H2' | 'H3' | null;
}

/** The theme's first accent, where it stands out from the ground as marks must (WCAG 2.2, 1.4.11), else the text's. */
const bulletColor = (text: Color, { theme, ground }: BlockContext): Color =>
  ground === undefined || contrastOf(accent, ground, theme) >= leastOfMarks ? accent : text;
const accent: Color = { slot: 'accent1' };
const leastOfMarks = 3;

const setInlines = (paragraph: TextParagraph, setting: Setting): SetParagraph => {
  const { inlines, parent, marker = null, level = 0, role = 'P' } = paragraph;
  const style = scaled(styleOf(setting.context, paragraph.style), setting.scale);
  const base = runStyle(style);
  const runs = inlineRuns(inlines, base, setting.context);
  return setParagraph(
    {
      runs,
      align: style.align === 'justify' ? 'start' : style.align,
      lineHeight: style.lineHeight,
      spaceBefore: style.spaceBefore,
      spaceAfter: style.spaceAfter,
      firstIndent: 0,
      indent: level * listIndent * style.size,
      bullet:
        marker === null
          ? null
          : { ...marker, style: { ...base, bold: false, color: bulletColor(base.color, setting.context) } },
      tag: role === null ? parent : setting.context.structure.add(role, parent),
      breaking: setting.context.breaking,
    },
    setting.width,
    setting.context.fonts,
  );
};

const paragraphStyle = (block: ParagraphBlock<Inline>, setting: Setting): string =>
  block.role === 'body' ? setting.style : block.role;

const listParagraphs = (
  block: ListBlock<Inline, never>,
  setting: Setting,
  parent: number,
  level: number,
): SetParagraph[] => {
  const list = setting.context.structure.add('L', parent);
  return block.items.flatMap((item, index) => {
    const node = setting.context.structure.add('LI', list);
    // What an item holds hangs in its body: a list below it too (PDF/UA-1, 7.2).
    const body = setting.context.structure.add('LBody', node);
    return item.flatMap((child, position): SetParagraph[] => {
      if (child.kind === 'list') return listParagraphs(child, setting, body, level + 1);
      if (child.kind !== 'paragraph') return [];
      const text = listMarker(block, index, 0, styleOf(setting.context, setting.style), setting.context);
      return [
        setInlines(
          {
            inlines: child.inlines,
            style: setting.style,
            parent: body,
            marker: position === 0 ? { text, ordered: block.ordered, level } : null,
            level: level + 1,
            role: item.length === 1 ? null : 'P',
          },
          setting,
        ),
      ];
    });
  });
};

export const textBlockParagraphs = (block: TextBlock, setting: Setting): SetParagraph[] => {
  const { parent, structure } = setting.context;
  switch (block.kind) {
    case 'paragraph':
      return [setInlines({ inlines: block.inlines, style: paragraphStyle(block, setting), parent }, setting)];
    case 'heading':
      return [
        setInlines(
          {
            inlines: block.inlines,
            style: `heading-${block.level}`,
            parent,
            role: block.level < 3 ? 'H2' : 'H3',
          },
          setting,
        ),
      ];
    case 'list':
      return listParagraphs(block as ListBlock<Inline, never>, setting, parent, 0);
    case 'quote': {
      const inner = {
        ...setting,
        style: 'quote',
        context: { ...setting.context, parent: structure.add('BlockQuote', parent) },
      };
      return block.blocks.filter(isTextBlock).flatMap((child) => textBlockParagraphs(child, inner));
    }
    case 'callout': {
      const inner = {
        ...setting,
        style: 'callout',
        context: { ...setting.context, parent: structure.add('Div', parent) },
      };
      return [
        ...(block.title.length === 0
          ? []
          : [setInlines({ inlines: block.title, style: 'callout-title', parent: inner.context.parent }, setting)]),
        ...block.blocks.filter(isTextBlock).flatMap((child) => textBlockParagraphs(child, inner)),
      ];
    }
  }
};
