/** Inlines to runs of a base style: strong is bold, a figure is whole, a link knows its target. */
import { missingGlyph } from '../../diagnostics/messages.js';
import type { Inline } from '../../model/document.js';
import type { Revision } from '../../model/figure.js';
import type { Link, NoteLabel, Run, RunStyle } from '../../model/page.js';
import type { Span } from '../../model/span.js';
import { missingCharacters } from '../../text/measure-text.js';
import { placePieces } from '../../locale/format-figure.js';
import type { BlockContext } from './block.js';

interface Setting {
  readonly style: RunStyle;
  readonly link: Link | null;
}

/**
 * The text of inlines without any style and without marks of footnotes: for bookmarks, alternative text, running heads.
 */
export const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'value':
        case 'figure':
          return inline.text;
        case 'strong':
        case 'emphasis':
        case 'strike':
        case 'link':
          return inlineText(inline.children);
        case 'break':
        case 'footnote':
          return '';
      }
    })
    .join('');

const checkGlyphs = (
  text: string,
  style: RunStyle,
  span: Span,
  context: Pick<BlockContext, 'fonts' | 'tell'>,
): void => {
  for (const character of missingCharacters(text, style, context.fonts)) {
    const short = text.length > 24 ? `${text.slice(0, 24)}…` : text;
    context.tell(missingGlyph(character, `“${short}”`, span));
  }
};

/** A printed figure of up to this many characters stays on one line; a longer one may break before its number. */
const longestWhole = 6;

/** A long one in a ranking may break before its place. */
const figurePieces = (text: string): readonly string[] =>
  ([...text].length > longestWhole ? placePieces(text) : null) ?? [text];

/** Of the size of the text around it. */
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

/** Runs of inlines in a base style. A character that no font of the theme has is a diagnostic at its inline. */
export const inlineRuns = (
  inlines: readonly Inline[],
  style: RunStyle,
  context: Pick<BlockContext, 'fonts' | 'tell' | 'resolveLink' | 'nameOf' | 'noteLabel' | 'theme' | 'showsStruck'>,
): Run[] => {
  const runs: Run[] = [];
  const put = (text: string, setting: Setting, span: Span, figure: string | null, revision?: Revision): void => {
    if (text === '') return;
    checkGlyphs(text, setting.style, span, context);
    for (const piece of figure === null ? [text] : figurePieces(text)) {
      runs.push({
        text: piece,
        style: setting.style,
        figure,
        link: setting.link,
        whole: figure !== null && [...piece].length <= longestWhole,
        ...(revision && { revision }),
      });
    }
  };
  const visit = (children: readonly Inline[], setting: Setting): void => {
    for (const inline of children) {
      switch (inline.kind) {
        case 'text':
        case 'value':
          put(inline.text, setting, inline.span, null);
          break;
        case 'figure': {
          put(inline.text, setting, inline.span, inline.id, inline.revision);
          const struck = struckRun(inline.revision, setting.style, context);
          // The space is a run of its own: a line may end at it, though not inside the value.
          if (struck !== null) runs.push(plainRun(' ', struck.style), struck);
          break;
        }
        case 'strong':
          visit(inline.children, { ...setting, style: { ...setting.style, bold: true } });
          break;
        case 'emphasis':
          visit(inline.children, { ...setting, style: emphasised(setting.style, inlineText(inline.children)) });
          break;
        case 'strike':
          visit(inline.children, { ...setting, style: { ...setting.style, strike: true } });
          break;
        case 'link': {
          const link = context.resolveLink(inline.href, inline.span);
          const own: Setting = {
            style: link === null ? setting.style : { ...setting.style, color: { slot: 'hlink' } },
            link,
          };
          if (inline.children.length === 0)
            put(context.nameOf(inline.href.replace(/^#/, '')) ?? inline.href, own, inline.span, null);
          else visit(inline.children, own);
          break;
        }
        case 'footnote': {
          const label = context.noteLabel(inline.note);
          if (label !== null) runs.push(markRun(label, setting.style));
          break;
        }
        case 'break':
          runs.push({ text: '\n', style: setting.style, figure: null, link: null, whole: false });
          break;
      }
    }
  };
  visit(inlines, { style, link: null });
  return runs;
};

/** Chinese has no italics (clreq 3.3.5): what is emphasised there is bold, as a slanted Song is a fault of setting. */
const emphasised = (style: RunStyle, text: string): RunStyle =>
  /\p{Script=Han}/u.test(text) ? { ...style, bold: true } : { ...style, italic: true };

const markRun = (note: NoteLabel, style: RunStyle): Run => ({
  text: note.text,
  style: { ...style, bold: false, italic: false, superscript: true },
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
