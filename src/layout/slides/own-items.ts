/** What a slide's own options fill: its title, its kicker, its subtitle, and the footer that all slides have. */
import { inlineText } from '../../locale/prose/inline-text.js';
import { formatPeriod } from '../../locale/format-period.js';
import { textDoesNotFit } from '../../diagnostics/messages.js';
import { partName, type PartName } from '../../locale/part-words.js';
import { continuedWord } from '../../locale/table-words.js';
import type { Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, TextItem } from '../../model/page.js';
import type { Region } from '../../model/slide-layout.js';
import type { Span } from '../../model/span.js';
import { noInsets, silently, styleOf } from '../galley/block.js';
import { silentStructure } from '../galley/structure-builder.js';
import { balanceLines } from './balance-lines.js';
import { fitTextBlocks, regionScales, type FittedText } from './fit-region.js';
import type { PageSetting } from './slide-setting.js';

const spoken = new WeakMap<Span, Map<string, readonly Inline[]>>();

/** Words of the report or of ours on a slide: the same object each time that a layout asks for them. */
const words = (text: string, { slide: { span } }: PageSetting): readonly Inline[] => {
  if (text === '') return [];
  const known = spoken.get(span) ?? new Map<string, readonly Inline[]>();
  spoken.set(span, known);
  const inlines = known.get(text) ?? [{ kind: 'value', text, span }];
  known.set(text, inlines);
  return inlines;
};

/** The parts of a slide that its own options fill, by what a region accepts. */
const ownInlines = (part: string, page: number, setting: PageSetting): readonly Inline[] | null => {
  const { slide } = setting;
  switch (part) {
    case 'title':
      return slide.title.length === 0
        ? []
        : [...slide.title, ...words(page === 0 ? '' : continuedWord(page, setting.meta.language), setting)];
    case 'subtitle':
      return slide.subtitle;
    case 'kicker':
      return slide.kicker;
    case 'footer':
      return words(setting.meta.footer, setting);
    case 'date':
      return words(formatPeriod(setting.meta.date, setting.meta.language), setting);
    default:
      return null;
  }
};

const partNames: Readonly<Record<string, PartName>> = {
  title: 'slide-title',
  subtitle: 'slide-subtitle',
  kicker: 'kicker',
  footer: 'footer',
  date: 'date',
};

const ownText = (part: string, region: Region, inlines: readonly Inline[], setting: PageSetting): TextItem | null => {
  if (inlines.length === 0) return null;
  const { context, slide, layout } = setting;
  const asArtifact = part === 'footer' || part === 'date';
  const own = {
    ...context,
    parent: asArtifact ? context.parent : context.structure.add(part === 'title' ? 'H1' : 'P', context.parent),
  };
  const fit = (into: Region): FittedText =>
    fitTextBlocks([{ kind: 'paragraph', role: 'body', inlines, span: slide.span }], into, {
      ...own,
      structure: silentStructure(own.parent),
    });
  const line = part === 'footer' ? fit(oneLine(region, context)) : null;
  const fitted = line !== null && line.rest.length === 0 ? line : fit(region);
  if (fitted.rest.length > 0) {
    const smallest = (regionScales(region, context).at(-1) ?? 1) * styleOf(context, region.style).size;
    context.tell(textDoesNotFit(part, inlineText(inlines), layout.name, smallest, slide.span));
    return null;
  }
  const balanced = fitted.paragraphs.map((paragraph) =>
    balanceLines(paragraph, region.box.width, part === 'title', context),
  );
  const paragraphs = balanced.map(({ paragraph }) => paragraph);
  const right = Math.min(...balanced.map((text) => text.right));
  return {
    kind: 'text',
    name: part in partNames ? partName(partNames[part]!, context.language) : part,
    box: region.box,
    inset: { ...noInsets, right },
    valign: region.valign,
    fill: null,
    link: null,
    placeholder: region.placeholder === null ? null : region.name,
    tag: asArtifact ? 'artifact' : own.parent,
    paragraphs: asArtifact ? paragraphs.map((paragraph) => ({ ...paragraph, tag: 'artifact' })) : paragraphs,
  };
};

/** A footer is one line, smaller where it is long, in a region that has room for two as well. */
const oneLine = (region: Region, context: PageSetting['context']): Region => {
  const { lineHeight } = styleOf(context, region.style);
  return { ...region, box: { ...region.box, height: Math.min(region.box.height, 1.5 * lineHeight) } };
};

export const ownItems = (page: number, setting: PageSetting): { before: PageItem[]; after: PageItem[] } => {
  const before: PageItem[] = [];
  const after: PageItem[] = [];
  for (const region of setting.layout.regions) {
    for (const part of region.accepts) {
      const inlines = ownInlines(part, page, setting);
      const item = inlines === null ? null : ownText(part, region, inlines, setting);
      if (item !== null) (part === 'footer' || part === 'date' ? after : before).push(item);
    }
  }
  const title = partName('slide-title', setting.context.language);
  return { before: before.sort((left, right) => order(left, title) - order(right, title)), after };
};

/** Read aloud first the title, then what stands beside it. */
const order = (item: PageItem, title: string): number => (item.name === title ? 0 : 1);

/** Height in pt that the slide's own words take of the region; null where it takes no such words. */
export const ownHeight = (region: Region, page: number, setting: PageSetting): Pt | null => {
  const { context, slide } = setting;
  const parts = region.accepts.map((part) => ownInlines(part, page, setting)).filter((part) => part !== null);
  if (parts.length === 0) return null;
  const inlines = parts.flat();
  if (inlines.length === 0) return 0;
  const block = { kind: 'paragraph', role: 'body', inlines, span: slide.span } as const;
  return fitTextBlocks([block], region, silently(context)).needed;
};
