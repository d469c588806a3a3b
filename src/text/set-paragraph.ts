/** Sets a paragraph to a width: cleans, measures, spaces, breaks, places. The one way by which text gets lines. */
import { RecentResults } from '../memo/recent-results.js';
import type { Bullet, Line, Run, SetParagraph, Tag } from '../model/page.js';
import type { Pt } from '../model/length.js';
import type { Breaking } from './breaking.js';
import { breakGreedily, tolerance, wholeLine, type LineRange, type LineWidths } from './break-lines.js';
import { breakOptimally } from './break-optimally.js';
import { findBreaks } from './break-opportunities.js';
import { rowOfRuns, type CharacterRow } from './characters/character-row.js';
import { cleanText, suspect } from './characters/clean-text.js';
import { baselineIn, type Fonts } from './fonts.js';
import { hyphenateRuns } from './hyphenate-words.js';
import { LineMeasure } from './line-measure.js';
import { measureText } from './measure-text.js';
import { partUnits } from './part-units.js';
import { placeLine } from './place-line.js';
import { RecentLines, type KnownLines } from './recent-lines.js';
import { giveBack } from './characters/row-room.js';
import { anySmall, runsWithScripts } from './characters/script.js';
import { spaceCharacters, type Spacing } from './characters/spacing.js';

export type { Breaking };

/** A paragraph before it has a width. */
export interface ParagraphContent {
  readonly runs: readonly Run[];
  readonly align: SetParagraph['align'];
  /** Baseline to baseline, in pt: every line is this high, whatever sizes stand on it. */
  readonly lineHeight: Pt;
  readonly spaceBefore: Pt;
  readonly spaceAfter: Pt;
  /**
   * Indent of the first line against the others, in pt. Negative hangs it out; with a bullet, that is where the bullet
   * stands.
   */
  readonly firstIndent: Pt;
  /** Indent of all lines from the box's left edge, in pt. */
  readonly indent: Pt;
  readonly bullet: Omit<Bullet, 'x'> | null;
  readonly tag: Tag;
  readonly breaking?: Breaking;
}

/** An empty paragraph has one empty line. */
export const setParagraph = (content: ParagraphContent, width: Pt, fonts: Fonts): SetParagraph =>
  setWithFaults(content, width, fonts).paragraph;

/** Also says whether a word was wider than its line, so that it broke where none should, or at a hyphen of ours. */
export function setWithFaults(
  content: ParagraphContent,
  width: Pt,
  fonts: Fonts,
): { readonly paragraph: SetParagraph; readonly forced: boolean } {
  const { runs, isHeld } = heldRuns(content, width, fonts);
  const bullet = placeBullet(content, fonts);
  const { lines, forced } = linesOf(fonts).recall(runs, content, width, () =>
    setLines(runs, content, width, bullet, fonts),
  );
  const { align, lineHeight, spaceBefore, spaceAfter, firstIndent, indent, tag } = content;
  return {
    paragraph: {
      runs,
      lines,
      align,
      lineHeight,
      spaceBefore,
      spaceAfter,
      firstIndent,
      indent,
      bullet,
      height: lines.length * lineHeight,
      tag,
    },
    forced: forced || !isHeld,
  };
}

/** The height of the paragraph in pt, without making it. */
export function paragraphHeight(content: ParagraphContent, width: Pt, fonts: Fonts): Pt {
  const { runs } = heldRuns(content, width, fonts);
  const { lines } = linesOf(fonts).recall(runs, content, width, () =>
    setLines(runs, content, width, placeBullet(content, fonts), fonts),
  );
  return lines.length * content.lineHeight;
}

/** Clean runs, of which nothing is held together that has no room on a line; and whether all that was to be is. */
function heldRuns(
  { runs: given, indent, breaking }: ParagraphContent,
  width: Pt,
  fonts: Fonts,
): { readonly runs: readonly Run[]; readonly isHeld: boolean } {
  // Most text by far.
  if (!given.some(({ text }) => special.test(text))) return { runs: given, isHeld: true };
  const clean = given.map(cleanRun);
  const line = width - indent;
  const parted = partUnits(clean, line, fonts);
  // What a viewer's wider fonts would part within a word parts between words.
  const written = breaking?.spacing === 'loose' ? partUnits(parted, line / widerFonts, fonts) : parted;
  return { runs: written.flatMap((run) => runsWithScripts(run, fonts)), isHeld: parted === clean };
}

/** Whether there may be anything to clean, to hold together or to set as a script. */
const special = new RegExp([suspect, /\u00a0/, anySmall].map(({ source }) => source).join('|'));

/** What is measured otherwise than it is set: all of `special`, ends of lines, and what nothing is drawn for. */
const unlikeMeasured = new RegExp(`${special.source}|[\n\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]`);

/** Whether the runs stand on one line wherever that is as wide as `measureRuns` says of them. */
export const isSetAsMeasured = (runs: readonly Run[]): boolean =>
  runs.length > 0 && runs.every(({ text }) => !unlikeMeasured.test(text));

/** DejaVu Sans, which stands in on Linux for what is missing, is about so much wider than Calibri. */
const widerFonts = 1.25;

const known = new WeakMap<Fonts, RecentLines>();

function linesOf(fonts: Fonts): RecentLines {
  let lines = known.get(fonts);
  if (lines === undefined) known.set(fonts, (lines = new RecentLines()));
  return lines;
}

/** All that was set is let go: for a process that lays no more, where it is 20 MB of a large report. */
export function forgetLines(fonts: Fonts): void {
  known.get(fonts)?.forget();
  knownBreaks.forget();
}

/** At least one line, whatever there is to be set. */
function setLines(
  runs: readonly Run[],
  content: ParagraphContent,
  width: Pt,
  bullet: Bullet | null,
  fonts: Fonts,
): KnownLines {
  const left = startOfText(content, bullet, fonts);
  const widths = { first: Math.max(0, width - left.first), others: Math.max(0, width - left.others) };
  const { row, spacing, measure, ranges, forced } = breakWithHyphens(runs, content, widths, fonts);
  const baseline = firstBaseline(runs, content, fonts);
  const lines = ranges.map((range, index): Line => {
    const start = index === 0 ? left.first : left.others;
    const { shift, ratio, inkWidth } = fill(content.align, measure, range, index === 0 ? widths.first : widths.others);
    return {
      baseline: baseline + index * content.lineHeight,
      height: content.lineHeight,
      width: start + shift + inkWidth,
      fragments: placeLine(row, spacing, range, start + shift, ratio),
    };
  });
  giveBack(row.room);
  if (lines.length === 0) lines.push({ baseline, height: content.lineHeight, width: left.first, fragments: [] });
  return { lines, forced };
}

/** A paragraph's characters, and the lines that they make. */
interface BrokenRuns {
  readonly row: CharacterRow;
  readonly spacing: Spacing;
  readonly measure: LineMeasure;
  readonly ranges: readonly LineRange[];
  /** A word was wider than its line, whether or not hyphens part it now. */
  readonly forced: boolean;
}

function breakRuns(
  runs: readonly Run[],
  { align, breaking = {} }: ParagraphContent,
  widths: LineWidths,
  fonts: Fonts,
): BrokenRuns {
  const row = rowOfRuns(runs, fonts);
  const spacing = spaceCharacters(row, breaking.spacing ?? 'typeset');
  const measure = new LineMeasure(row, spacing);
  const justified = align === 'justify';
  const optimal = breaking.optimal ?? justified;
  // Most cells and labels by far: nothing is asked of where they might break.
  const whole = optimal ? null : wholeLine(row, measure, widths);
  if (whole !== null) return { row, spacing, measure, ranges: [whole], forced: false };
  const problem = { row, breaks: recallBreaks(row, runs, breaking), measure, widths };
  const ranges = optimal ? breakOptimally(problem, justified) : breakGreedily(problem);
  return { row, spacing, measure, ranges, forced: ranges.some((range) => range.forced) };
}

/** Where the text may break. It hangs on the text alone, which is tried at many sizes and widths. */
function recallBreaks(
  row: CharacterRow,
  runs: readonly Run[],
  { prohibition = 'gb', keep = [] }: Breaking,
): Uint8Array {
  let key = prohibition;
  for (const { text, whole, style } of runs) key += ` ${text.length}${whole ? 'w' : ''}${style.script ?? ''}`;
  return knownBreaks.recall(`${key}\u0001${keep.join('\u0002')}\u0003${row.text}`, () => {
    const wholeRuns = new Set(runs.flatMap((run, index) => (run.whole ? [index] : [])));
    return findBreaks(row, prohibition, { runs: wholeRuns, words: keep }).slice(0, row.count);
  });
}

/** A byte a character; as many as of lines, see recent-lines.ts. */
const most = 4000;
const knownBreaks = new RecentResults<Uint8Array>(most);

/**
 * Words are parted only where the lines want it, as in TeX's second pass: and never in a deck, whose lines PowerPoint
 * breaks again.
 */
function breakWithHyphens(
  runs: readonly Run[],
  content: ParagraphContent,
  widths: LineWidths,
  fonts: Fonts,
): BrokenRuns {
  const broken = breakRuns(runs, content, widths, fonts);
  const { spacing, language = 'en', keep = [] } = content.breaking ?? {};
  if (spacing === 'loose' || !/^(?:en|zh)\b/.test(language) || !wantsHyphens(broken, content.align, widths))
    return broken;
  const hyphenated = hyphenateRuns(runs, keep, broken.forced);
  if (hyphenated === null) return broken;
  giveBack(broken.row.room);
  return { ...breakRuns(hyphenated, content, widths, fonts), forced: broken.forced };
}

/** A word does not fit its line, or a justified line opens its gaps further than their usual limit. */
function wantsHyphens(
  { measure, ranges, forced }: BrokenRuns,
  align: SetParagraph['align'],
  widths: LineWidths,
): boolean {
  if (forced || align !== 'justify') return forced;
  return ranges.some(({ start, end, last }, index) => {
    const rest = (index === 0 ? widths.first : widths.others) - measure.width(start, end);
    return !last && rest > measure.stretch(start, end) + tolerance;
  });
}

function cleanRun(run: Run): Run {
  const text = cleanText(run.text);
  return text === run.text ? run : { ...run, text };
}

interface TextStart {
  readonly first: Pt;
  readonly others: Pt;
}

/** Space between a bullet and its text, in em, where the bullet is too wide for its indent. */
const bulletGap = 0.25;

function placeBullet({ bullet, indent, firstIndent }: ParagraphContent, fonts: Fonts): Bullet | null {
  if (bullet === null) return null;
  const room = bulletGap * bullet.style.size + measureText(bullet.text, bullet.style, fonts);
  return {
    ...bullet,
    x: firstIndent < 0 ? Math.max(0, indent + firstIndent) : Math.max(0, indent - Math.max(room, bullet.style.size)),
  };
}

function startOfText({ indent, firstIndent }: ParagraphContent, bullet: Bullet | null, fonts: Fonts): TextStart {
  if (bullet === null) return { first: indent + firstIndent, others: indent };
  const bulletEnd = bullet.x + measureText(bullet.text, bullet.style, fonts) + bulletGap * bullet.style.size;
  return { first: Math.max(indent, bulletEnd), others: indent };
}

/** Lines sit by the paragraph's largest text, so that they are evenly apart. */
function firstBaseline(runs: readonly Run[], { lineHeight }: ParagraphContent, fonts: Fonts): Pt {
  const largest = runs.reduce<Run | null>(
    (best, run) => (best === null || run.style.size > best.style.size ? run : best),
    null,
  );
  if (largest === null) return baselineIn(lineHeight, fonts.face('body', false), lineHeight / 1.5);
  return baselineIn(lineHeight, fonts.face(largest.style.font, largest.style.bold), largest.style.size);
}

/** How a line takes its width: moved for its alignment, or its gaps opened or closed. */
function fill(
  align: SetParagraph['align'],
  measure: LineMeasure,
  range: LineRange,
  width: Pt,
): { shift: Pt; ratio: number; inkWidth: Pt } {
  const natural = measure.width(range.start, range.end);
  const rest = width - natural;
  const shrink = measure.shrink(range.start, range.end);
  if (rest < 0 && shrink > 0 && align === 'justify') {
    const ratio = Math.max(-1, rest / shrink);
    return { shift: 0, ratio, inkWidth: natural + ratio * shrink };
  }
  if (align === 'justify' && !range.last) {
    const stretch = measure.stretch(range.start, range.end);
    const ratio = stretch > 0 ? Math.min(largestRatio, rest / stretch) : 0;
    return { shift: 0, ratio, inkWidth: natural + ratio * stretch };
  }
  const share = align === 'center' ? 0.5 : align === 'end' ? 1 : 0;
  return { shift: rest * share, ratio: 0, inkWidth: natural };
}

/** A line whose gaps would open further than this many times their usual limit stays short instead. */
const largestRatio = 3;
