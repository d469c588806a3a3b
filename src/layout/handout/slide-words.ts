/** What stands beside a slide on a handout: ruled lines to write on, or the speaker's notes. */
import { partName } from '../../locale/part-words.js';
import type { Box, Pt } from '../../model/length.js';
import type { PageItem, SetParagraph, Tag } from '../../model/page.js';
import type { Medium } from '../../model/theme.js';
import { fitText } from '../../text/fit-text.js';
import type { Fonts } from '../../text/fonts.js';
import { setParagraph, type ParagraphContent } from '../../text/set-paragraph.js';
import { moveItem, runStyle, styleOf } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { textItem } from '../galley/text-block.js';

/** Room for a line of handwriting, in pt. */
const lineStep = 21;
const smallestNotes = 7;
/** Between paragraphs of notes, in pt. */
const noteGap = 4;

export const ruledLines = (box: Box, language: string): readonly PageItem[] =>
  Array.from(
    { length: Math.floor(box.height / lineStep) },
    (_, index): PageItem => ({
      kind: 'shape',
      shape: 'line',
      name: partName('writing-line', language),
      tag: 'artifact',
      fill: null,
      stroke: { slot: 'accent6', lighten: 0.5 },
      strokeWidth: 0.5,
      dash: false,
      box: { x: box.x, y: box.y + (index + 1) * lineStep, width: box.width, height: 0 },
    }),
  );

export interface NoteSetting {
  readonly medium: Medium;
  readonly fonts: Fonts;
  /** BCP 47, of the names of its parts. */
  readonly language: string;
}

const noteContents = (notes: readonly string[], tags: readonly Tag[], medium: Medium): readonly ParagraphContent[] => {
  const style = styleOf({ medium }, 'body');
  return notes.map((text, index) => ({
    runs: [plainRun(text, runStyle(style))],
    align: 'start',
    lineHeight: style.lineHeight,
    spaceBefore: 0,
    spaceAfter: index < notes.length - 1 ? noteGap : 0,
    firstIndent: 0,
    indent: 0,
    bullet: null,
    tag: tags[index]!,
  }));
};

const stacked = (paragraphs: readonly SetParagraph[], box: Box, language: string): readonly PageItem[] => {
  let { y } = box;
  return paragraphs.map((paragraph) => {
    const item = moveItem(textItem([paragraph], box.width, partName('speaker-notes', language)), box.x, y);
    y += paragraph.height + paragraph.spaceAfter;
    return item;
  });
};

/** Null where they do not fit, not even small. */
export const fittedNotes = (
  notes: readonly string[],
  tags: readonly Tag[],
  box: Box,
  setting: NoteSetting,
): readonly PageItem[] | null => {
  if (notes.length === 0) return [];
  const fitted = fitText(
    noteContents(notes, tags, setting.medium),
    box,
    { smallest: smallestNotes, largest: styleOf(setting, 'body').size },
    setting.fonts,
  );
  return fitted === null ? null : stacked(fitted.paragraphs, box, setting.language);
};

/** Notes at their own size over as many boxes as they need: the first one, then `further` ones. */
export const flowedNotes = (
  notes: readonly string[],
  tags: readonly Tag[],
  first: Box,
  further: Box,
  setting: NoteSetting,
): readonly (readonly PageItem[])[] => {
  const pages: SetParagraph[][] = [[]];
  let room: Pt = first.height;
  for (const content of noteContents(notes, tags, setting.medium)) {
    let rest = setParagraph(content, first.width, setting.fonts);
    for (;;) {
      const fitting = Math.floor((room + 0.01) / rest.lineHeight);
      if (fitting >= rest.lines.length) break;
      if (fitting > 0) pages.at(-1)!.push(linesOf(rest, 0, fitting));
      rest = linesOf(rest, fitting, rest.lines.length);
      pages.push([]);
      room = further.height;
    }
    pages.at(-1)!.push(rest);
    room -= rest.height + rest.spaceAfter;
  }
  return pages.map((paragraphs, index) => stacked(paragraphs, index === 0 ? first : further, setting.language));
};

const linesOf = (paragraph: SetParagraph, from: number, to: number): SetParagraph => {
  const lines = paragraph.lines
    .slice(from, to)
    .map((line) => ({ ...line, baseline: line.baseline - from * paragraph.lineHeight }));
  return {
    ...paragraph,
    lines,
    height: lines.length * paragraph.lineHeight,
    ...(to < paragraph.lines.length && { spaceAfter: 0 }),
  };
};
