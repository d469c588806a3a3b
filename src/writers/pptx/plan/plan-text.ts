/** Set paragraphs as PowerPoint paragraphs: runs joined, properties that a placeholder already gives left out. */
import type { Bullet, Run, SetParagraph } from '../../../model/page.js';
import type { Color, TextStyle } from '../../../model/theme.js';
import { spaceBetween } from '../../../text/stack-paragraphs.js';
import { sameColor, sameLink } from './compare.js';
import type { BulletPlan, ParagraphPlan, RunPlan } from './deck-plan.js';
import { languageOf } from '../../xml/text-language.js';

export interface TextContext {
  readonly language: string;
  /** Takes out what XML cannot hold, and reports it. */
  readonly clean: (text: string) => string;
}

/** `inherited` is the style of the placeholder that the text fills; null for a direct box. */
export function planParagraphs(
  paragraphs: readonly SetParagraph[],
  inherited: TextStyle | null,
  isSlideNumber: boolean,
  context: TextContext,
): readonly ParagraphPlan[] {
  const starts = listStarts(paragraphs);
  const planned = spaced(paragraphs).map((paragraph, index) =>
    planParagraph(paragraph, starts[index]!, inherited, isSlideNumber, context),
  );
  return planned.length > 0 ? planned : [emptyParagraph(inherited?.size ?? 12)];
}

/**
 * Layout takes the larger of the spaces between two paragraphs, and none at the ends of a box. PowerPoint adds both up,
 * so the space before a paragraph is what is wanted beyond the space after the one above.
 */
const spaced = (paragraphs: readonly SetParagraph[]): readonly SetParagraph[] =>
  paragraphs.map((paragraph, index) => {
    const above = paragraphs[index - 1];
    return {
      ...paragraph,
      spaceBefore: above === undefined ? 0 : spaceBetween(above, paragraph) - above.spaceAfter,
      spaceAfter: index === paragraphs.length - 1 ? 0 : paragraph.spaceAfter,
    };
  });

function planParagraph(
  paragraph: SetParagraph,
  start: number,
  inherited: TextStyle | null,
  isSlideNumber: boolean,
  context: TextContext,
): ParagraphPlan {
  const unlessInherited = <T>(value: T, given: T | undefined): T | null => (value === given ? null : value);
  const isLabel = paragraph.bullet !== null && (paragraph.note !== undefined || !counts(paragraph.bullet, start));
  const bullet =
    paragraph.bullet === null || isLabel
      ? null
      : planBullet(paragraph.bullet.text, paragraph.bullet.ordered, start, paragraph.bullet.style.color);
  return {
    runs: planRuns(
      isLabel ? [labelRun(paragraph.bullet!), ...paragraph.runs] : paragraph.runs,
      inherited,
      isSlideNumber,
      context,
    ),
    emptySize: paragraph.runs[0]?.style.size ?? inherited?.size ?? 12,
    align: unlessInherited(paragraph.align, inherited?.align),
    lineHeight: unlessInherited(paragraph.lineHeight, inherited?.lineHeight),
    spaceBefore: unlessInherited(paragraph.spaceBefore, inherited?.spaceBefore),
    spaceAfter: unlessInherited(paragraph.spaceAfter, inherited?.spaceAfter),
    indent: Math.max(0, paragraph.indent),
    firstIndent: paragraph.bullet === null ? paragraph.firstIndent : Math.min(0, paragraph.bullet.x - paragraph.indent),
    level: Math.min(8, Math.max(0, paragraph.bullet?.level ?? 0)),
    bullet,
  };
}

/** Whether PowerPoint counts from there: lists begin at 1 to 32767 (ISO 29500-1, 20.1.10.81). */
const counts = ({ ordered }: Bullet, start: number): boolean => !ordered || (start >= 1 && start <= 32_767);

/** No bullet of PowerPoint says `[1]`: a footnote's label is text, and a tab leads to the indent. */
const labelRun = ({ text, style }: Bullet): Run => ({
  text: `${text}\t`,
  style,
  figure: null,
  link: null,
  whole: true,
});

/** A paragraph that says nothing of its own, for runs of `size` pt. */
export const emptyParagraph = (size: number): ParagraphPlan => ({
  runs: [],
  emptySize: size,
  align: null,
  lineHeight: null,
  spaceBefore: null,
  spaceAfter: null,
  indent: 0,
  firstIndent: 0,
  level: 0,
  bullet: null,
});

// ---- Runs ----------------------------------------------------------------------------------------------------------

function planRuns(
  runs: readonly Run[],
  inherited: TextStyle | null,
  isSlideNumber: boolean,
  context: TextContext,
): readonly RunPlan[] {
  return joinRuns(runs)
    .flatMap((run) =>
      context
        .clean(run.text.replace(/\r\n?|[\v\u2028\u2029]/g, '\n'))
        .split('\n')
        .map((text, line) => ({
          text,
          lang: languageOf(text, context.language),
          size: run.style.size === inherited?.size ? null : run.style.size,
          bold: run.style.bold === (inherited?.bold ?? false) ? null : run.style.bold,
          italic: run.style.italic,
          script: run.style.script ?? null,
          ...(run.style.strike && { strike: run.style.strike }),
          color: inherited !== null && sameColor(run.style.color, inherited.color) ? null : run.style.color,
          font: run.style.font === inherited?.font ? null : run.style.font,
          link: run.link,
          breakBefore: line > 0,
          slideNumber: isSlideNumber && /^\d+$/.test(text),
        })),
    )
    .filter((run) => run.text !== '' || run.breakBefore);
}

/** Layout parts a text at figures and at unbreakable groups; who edits the slide wants one run for one style. */
function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && sameLook(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

const sameLook = (one: Run, other: Run): boolean =>
  one.style.font === other.style.font &&
  one.style.size === other.style.size &&
  one.style.bold === other.style.bold &&
  one.style.italic === other.style.italic &&
  one.style.script === other.style.script &&
  one.style.strike === other.style.strike &&
  sameColor(one.style.color, other.style.color) &&
  sameLink(one.link, other.link);

// ---- Bullets -------------------------------------------------------------------------------------------------------

/** How an ordered item's mark is written, and the automatic numbering that writes it so. */
const numberings: readonly (readonly [RegExp, string])[] = [
  [/^(\d+)\.$/, 'arabicPeriod'],
  [/^(\d+)\)$/, 'arabicParenR'],
  [/^\((\d+)\)$/, 'arabicParenBoth'],
  [/^(\d+)$/, 'arabicPlain'],
];

function planBullet(text: string, ordered: boolean, start: number, color: Color): BulletPlan {
  const numbering = ordered ? numberings.find(([pattern]) => pattern.test(text)) : undefined;
  if (numbering) return { kind: 'number', scheme: numbering[1], start, color };
  return { kind: 'character', character: [...text][0] ?? '•', color };
}

/** PowerPoint counts on only where every paragraph of a list names the same start. */
function listStarts(paragraphs: readonly SetParagraph[]): readonly number[] {
  const open = new Map<number, { readonly start: number; readonly last: number }>();
  return paragraphs.map(({ bullet }) => {
    if (bullet === null) {
      open.clear();
      return 1;
    }
    for (const level of [...open.keys()]) if (level > bullet.level) open.delete(level);
    const number = Number(/\d+/.exec(bullet.text)?.[0] ?? NaN);
    if (!bullet.ordered || Number.isNaN(number)) {
      open.delete(bullet.level);
      return 1;
    }
    const before = open.get(bullet.level);
    const start = before && before.last + 1 === number ? before.start : number;
    open.set(bullet.level, { start, last: number });
    return start;
  });
}
