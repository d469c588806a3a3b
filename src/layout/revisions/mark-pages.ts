/** Marks what changed since an earlier build: bars in the margin on paper, outlines with comments on slides. */
import { partName } from '../../locale/part-words.js';
import { rewordingNote, speakerNote } from '../../locale/change-words.js';
import type { Box, Pt } from '../../model/length.js';
import type { Page, PageComment, PageSet, ShapeItem } from '../../model/page.js';
import type { Medium } from '../../model/theme.js';
import { marksOf, type ChangeMark, type FindMarks, type Rewording } from './find-marks.js';

export type { Rewording };

const color = { slot: 'accent2' } as const;

export const markPages = (pages: PageSet, rewording: Rewording): PageSet => {
  const find = marksOf(pages, rewording, pages.kind === 'briefing');
  const mark =
    pages.kind === 'briefing'
      ? (page: Page) => withBars(page, find, pages.theme.paper, pages.meta.language)
      : (page: Page) => withOutlines(page, find, rewording, pages.meta.language);
  return { ...pages, pages: pages.pages.map(mark) };
};

const shape = (name: string, box: Box, style: Pick<ShapeItem, 'fill' | 'stroke' | 'strokeWidth'>): ShapeItem => ({
  kind: 'shape',
  shape: 'rect',
  name,
  tag: 'artifact',
  dash: false,
  box,
  ...style,
});

// ---- Paper ---------------------------------------------------------------------------------------------------------

/** How wide a bar is, and how far from the text, in pt; bars nearer to each other than `join` are one. */
const bar = { width: 2, gap: 9, join: 5 } as const;

const withBars = (page: Page, find: FindMarks, { margin }: Medium, language: string): Page => {
  const marks = find(page);
  const isRight = ({ box }: ChangeMark): boolean => box.x >= page.size.width / 2 - bar.gap;
  const sides = [
    { x: margin.left - bar.gap - bar.width, stretches: joinStretches(marks.filter((mark) => !isRight(mark))) },
    { x: page.size.width - margin.right + bar.gap, stretches: joinStretches(marks.filter(isRight)) },
  ];
  const bars = sides.flatMap(({ x, stretches }) =>
    stretches.map(({ top, bottom }) =>
      shape(
        partName('revision-rule', language),
        { x, y: top, width: bar.width, height: bottom - top },
        { fill: color, stroke: null, strokeWidth: 0 },
      ),
    ),
  );
  return bars.length === 0
    ? page
    : {
        ...page,
        items: [...page.items, ...bars.map((item, index) => ({ ...item, name: `${item.name} ${index + 1}` }))],
      };
};

interface Stretch {
  readonly top: Pt;
  readonly bottom: Pt;
}

function joinStretches(marks: readonly ChangeMark[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const { box } of [...marks].sort((one, other) => one.box.y - other.box.y)) {
    const last = joined.at(-1);
    const bottom = box.y + box.height;
    if (last !== undefined && box.y <= last.bottom + bar.join)
      joined[joined.length - 1] = { ...last, bottom: Math.max(last.bottom, bottom) };
    else joined.push({ top: box.y, bottom });
  }
  return joined;
}

// ---- Slides --------------------------------------------------------------------------------------------------------

/** How thick an outline is, and how far from what it stands around, in pt. */
const outline = { width: 1.75, gap: 3 } as const;

const withOutlines = (page: Page, find: FindMarks, rewording: Rewording, language: string): Page => {
  const marks = find(page).map((mark) => ({ ...mark, box: grown(mark.box, page) }));
  const outlines = marks.map(({ box }, index) =>
    shape(partName('revision', language, String(index + 1)), box, {
      fill: null,
      stroke: color,
      strokeWidth: outline.width,
    }),
  );
  const comments = [
    ...marks.map(({ box, notes }): PageComment => ({ box, text: notes.join('\n') })),
    ...notesComment(page, rewording, language),
  ];
  return comments.length === 0 ? page : { ...page, items: [...page.items, ...outlines], comments };
};

/** No further out than the slide's edge. */
function grown({ x, y, width, height }: Box, { size }: Page): Box {
  const [left, top] = [Math.max(outline.width, x - outline.gap), Math.max(outline.width, y - outline.gap)];
  const [right, bottom] = [
    Math.min(size.width - outline.width, x + width + outline.gap),
    Math.min(size.height - outline.width, y + height + outline.gap),
  ];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What the speaker says is not on the slide: its changes are told at the foot. */
function notesComment(
  { notes, noteFigures = [], size }: Page,
  { texts }: Rewording,
  language: string,
): readonly PageComment[] {
  const figures = noteFigures.flat().flatMap(({ revision }) => revision?.note ?? []);
  const reworded = notes.flatMap((note) =>
    texts.filter(({ after }) => after === note).map(({ before }) => rewordingNote(before, language)),
  );
  const all = [...new Set([...figures, ...reworded])].map((note) => speakerNote(note, language));
  return all.length === 0
    ? []
    : [{ box: { x: 0, y: size.height - 24, width: size.width, height: 24 }, text: all.join('\n') }];
}
