/** Inlines to runs of a base style: strong is bold, a figure is whole, a link knows its target. */
import { colorHex, contrast } from '../../charts/measure/chart-palette.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import { missingGlyph } from '../../diagnostics/messages.js';
import type { Inline } from '../../model/document.js';
import type { Revision } from '../../model/figure.js';
import type { Link, NoteLabel, Run, RunStyle } from '../../model/page.js';
import type { Span } from '../../model/span.js';
import type { Color, Theme } from '../../model/theme.js';
import { missingCharacters } from '../../text/measure-text.js';
import { baseOf } from '../../text/characters/script.js';
import { placePieces } from '../../locale/format-figure.js';
import type { BlockContext } from './block.js';

type InlineOf<K extends Inline['kind']> = Extract<Inline, { readonly kind: K }>;

interface Setting {
  readonly style: RunStyle;
  readonly link: Link | null;
}

const checkGlyphs = (
  text: string,
  style: RunStyle,
  span: Span,
  context: Pick<BlockContext, 'fonts' | 'tell'>,
): void => {
  for (const character of missingCharacters(text, style, context.fonts)) {
    // A small ₂ that no font has is set as a 2, small and lowered.
    if (missingCharacters(baseOf(character), style, context.fonts).length === 0) continue;
    const short = text.length > 24 ? `${text.slice(0, 24)}…` : text;
    context.tell(missingGlyph(character, `“${short}”`, span));
  }
};

/** A printed figure of up to this many characters stays on one line; a longer one may break before its number. */
const longestWhole = 6;

/** A long one in a ranking may break before its place. */
const figurePieces = (text: string): readonly string[] =>
  ([...text].length > longestWhole ? placePieces(text) : null) ?? [text];

/** How large a struck value is set, as a share of the size of the text around it. */
const struckSize = 0.82;

/** What a figure was, small and struck through; null where it is new, or where nothing is to be shown. */
export const struckRun = (
  revision: Revision | undefined,
  style: RunStyle,
  { showsStruck }: Pick<BlockContext, 'showsStruck'>,
): Run | null => {
  if (showsStruck !== true || revision === undefined || revision.was === null) return null;
  const quiet: RunStyle = {
    ...style,
    size: style.size * struckSize,
    bold: false,
    color: style.color.slot === 'dk1' ? { slot: 'accent6' } : style.color,
  };
  return {
    text: revision.was,
    style: quiet,
    figure: null,
    link: null,
    whole: [...revision.was].length <= longestWhole,
    struck: revision.spoken,
  };
};

type RunContext = Pick<
  BlockContext,
  'fonts' | 'tell' | 'resolveLink' | 'nameOf' | 'noteLabel' | 'theme' | 'showsStruck'
>;

/** Runs of inlines in a base style. A character that no font of the theme has is a diagnostic at its inline. */
export const inlineRuns = (inlines: readonly Inline[], style: RunStyle, context: RunContext): Run[] =>
  runsWithin(inlines, { style, link: null }, context);

const runsWithin = (inlines: readonly Inline[], setting: Setting, context: RunContext): Run[] =>
  inlines.flatMap((inline) => runsOf(inline, setting, context));

const runsOf = (inline: Inline, setting: Setting, context: RunContext): readonly Run[] => {
  const { style } = setting;
  switch (inline.kind) {
    case 'text':
    case 'value':
      return printedRuns({ text: inline.text, span: inline.span, figure: null }, setting, context);
    case 'figure':
      return figureRuns(inline, setting, context);
    case 'strong':
      return runsWithin(inline.children, { ...setting, style: { ...style, bold: true } }, context);
    case 'emphasis':
      return runsWithin(
        inline.children,
        { ...setting, style: emphasised(style, inlineText(inline.children)) },
        context,
      );
    case 'strike':
      return runsWithin(inline.children, { ...setting, style: { ...style, strike: true } }, context);
    case 'superscript':
    case 'subscript':
      return runsWithin(inline.children, { ...setting, style: scripted(style, inline.kind) }, context);
    case 'link':
      return linkRuns(inline, setting, context);
    case 'footnote': {
      const label = context.noteLabel(inline.note);
      return label === null ? [] : [markRun(label, style)];
    }
    case 'break':
      return [plainRun('\n', style)];
  }
};

interface Printed {
  readonly text: string;
  readonly span: Span;
  /** The id of the figure that it is printed from. */
  readonly figure: string | null;
  readonly revision?: Revision | undefined;
}

const printedRuns = (
  { text, span, figure, revision }: Printed,
  { style, link }: Setting,
  context: RunContext,
): readonly Run[] => {
  if (text === '') return [];
  checkGlyphs(text, style, span, context);
  return (figure === null ? [text] : figurePieces(text)).map((piece) => ({
    text: piece,
    style,
    figure,
    link,
    whole: figure !== null && [...piece].length <= longestWhole,
    ...(revision && { revision }),
  }));
};

const figureRuns = (
  { text, span, id, revision }: InlineOf<'figure'>,
  setting: Setting,
  context: RunContext,
): readonly Run[] => {
  const printed = printedRuns({ text, span, figure: id, revision }, setting, context);
  const struck = struckRun(revision, setting.style, context);
  // The space is a run of its own: a line may end at it, though not inside the value.
  return struck === null ? printed : [...printed, plainRun(' ', struck.style), struck];
};

/** A link without words of its own shows the name of its target. */
const linkRuns = (
  { href, span, children }: InlineOf<'link'>,
  { style }: Setting,
  context: RunContext,
): readonly Run[] => {
  const link = context.resolveLink(href, span);
  const isPlain = link === null || isLight(style.color, context.theme);
  const own: Setting = { style: isPlain ? style : { ...style, color: { slot: 'hlink' } }, link };
  if (children.length > 0) return runsWithin(children, own, context);
  return printedRuns({ text: context.nameOf(href.replace(/^#/, '')) ?? href, span, figure: null }, own, context);
};

/** Text that would not be read on paper stands on another ground, for which the colour of links was not made. */
const isLight = (color: Color, theme: Theme): boolean =>
  contrast(colorHex(theme, color), colorHex(theme, { slot: 'lt1' })) < leastOnPaper;
const leastOnPaper = 2.5;

/** Chinese has no italics (clreq 3.3.5): what is emphasised there is bold, as a slanted Song is a fault of setting. */
const emphasised = (style: RunStyle, text: string): RunStyle =>
  /\p{Script=Han}/u.test(text) ? { ...style, bold: true } : { ...style, italic: true };

const scripted = (style: RunStyle, kind: 'superscript' | 'subscript'): RunStyle => ({
  ...style,
  script: kind === 'superscript' ? 'super' : 'sub',
});

const markRun = (note: NoteLabel, style: RunStyle): Run => ({
  text: note.text,
  style: { ...style, bold: false, italic: false, script: 'super' },
  figure: null,
  link: null,
  whole: true,
  note,
});

/** A run of plain text that comes from layout itself: a number, a leader. */
export const plainRun = (text: string, style: RunStyle, link: Link | null = null): Run => ({
  text,
  style,
  figure: null,
  link,
  whole: false,
});
