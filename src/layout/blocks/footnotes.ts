/**
 * Footnotes: their labels, their marks among laid items, and the notes themselves.
 *
 * A label is a number in brackets, `[1]`, as in the statistical communiqués of China: a bare number behind a figure
 * would read as a part of it, and circled numbers end at ⑳. Numbers run through the whole briefing, or through one
 * slide, and never depend on pages.
 */
import type { Footnote, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { NoteLabel, PageItem, Run, RunStyle, SetParagraph } from '../../model/page.js';
import { setParagraph } from '../../text/set-paragraph.js';
import { alignOn } from '../galley/text-block.js';
import { runStyle, styleOf, type BlockContext } from '../galley/block.js';
import { flatInlines } from '../galley/block-texts.js';
import { inlineRuns } from '../galley/inline-runs.js';

export type Note = Footnote<Inline>;

/** Each footnote of the texts by the order in which they first refer to it. */
export const labelNotes = (texts: Iterable<readonly Inline[]>): ReadonlyMap<Note, NoteLabel> => {
  const labels = new Map<Note, NoteLabel>();
  for (const inlines of texts) {
    for (const inline of flatInlines(inlines)) {
      if (inline.kind === 'footnote' && !labels.has(inline.note))
        labels.set(inline.note, { text: `[${labels.size + 1}]` });
    }
  }
  return labels;
};

/** The footnotes whose marks stand on the items' lines, in order, each once. */
export const labelsOn = (items: readonly PageItem[]): readonly NoteLabel[] => {
  const labels = new Set<NoteLabel>();
  for (const { runs, lines } of items.flatMap(paragraphsOf)) {
    if (!runs.some(isMark)) continue;
    for (const { fragments } of lines)
      for (const { run } of fragments) if (runs[run]?.note !== undefined) labels.add(runs[run].note);
  }
  return [...labels];
};

const isMark = (run: Run): boolean => run.note !== undefined;

const paragraphsOf = (item: PageItem): readonly SetParagraph[] => {
  switch (item.kind) {
    case 'text':
      return item.paragraphs;
    case 'table':
      return item.rows.flatMap((cells) => cells.flatMap((cell) => cell.paragraphs));
    case 'shape':
    case 'picture':
    case 'chart':
    case 'page':
      return [];
  }
};

/** What a bracketed number of two digits takes, in em. */
const labelWidth = 2.4;
/** Between two notes, in pt per pt of leading. */
const noteGap = 0.15;

/**
 * The paragraphs of a note, its label hanging before the first.
 *
 * In the structure a Note stands behind the block that refers to it, not inside its sentence: a screen reader says the
 * sentence whole, then the note, and the links between mark and label lead there and back.
 */
export const setNote = (
  note: Note,
  label: NoteLabel,
  width: Pt,
  context: BlockContext,
  color?: RunStyle['color'],
): readonly SetParagraph[] => {
  const style = styleOf(context, 'footnote', 'note');
  const base = { ...runStyle(style), ...(color && { color }) };
  const node = context.structure.add('Note', context.parent);
  context.structure.add('Lbl', node);
  const indent = labelWidth * style.size;
  return note.paragraphs.map((inlines, index) => ({
    ...setParagraph(
      {
        runs: inlineRuns(inlines, base, context),
        align: alignOn(width - indent, style, context.breaking.language),
        lineHeight: style.lineHeight,
        spaceBefore: 0,
        spaceAfter: noteGap * style.lineHeight,
        firstIndent: index === 0 ? -indent : 0,
        indent,
        bullet: index === 0 ? { text: label.text, ordered: false, level: 0, style: base } : null,
        tag: context.structure.add('P', node),
        breaking: context.breaking,
      },
      width,
      context.fonts,
    ),
    note: label,
  }));
};
