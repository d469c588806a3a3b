/**
 * Names of categories in the room that a plot leaves them: wrapped, then set smaller. Names of things are never left
 * out while there is another way; of points in time every second or third may do, evenly from the first, and the last.
 */
import { groupTimes, type TimeGroups } from '../../locale/group-times.js';
import { areTimes } from '../../locale/time-names.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth, widestPiece, wrapLabel } from '../../text/label-lines.js';

export interface SetNames {
  /** Each name in its lines; none for one that is left out. */
  readonly lines: readonly (readonly string[])[];
  /** The lines of whole names, where `lines` has parts of years over their years. */
  readonly whole?: readonly (readonly string[])[];
  /** Where each part is named and each year has room under its parts: PowerPoint's axis of two levels can say them. */
  readonly levels?: TimeGroups;
  readonly size: Pt;
  /**
   * Names stand at the first category and at each `every`th after it; drawn times also at the last, in the place of one
   * that would stand too close before it. PowerPoint's own axis knows the step alone.
   */
  readonly every: number;
  /** Names of things are left out, or stand closer than they should. */
  readonly isCrowded: boolean;
}

/** Share of the size of labels, largest first. */
const shrinks = [1, 0.9, 0.8, 0.72];
/** The smallest type that is read on paper, in pt. */
const leastSize = 6;
/** No smaller, in pt, are times set so that their steps come out even. */
const leastEven = 7;
const sizesFor = (size: Pt): readonly Pt[] => [
  ...new Set(shrinks.map((share) => Math.max(Math.min(size, leastSize), Math.round(size * share * 2) / 2))),
];

/** Between two names beside each other, in em. */
const between = 0.6;
/** Names of so many categories may be tall. */
const mostTall = 12;
const tallest = { few: 4, many: 3 } as const;

/** Under a plot: `slot` is what each category has of its width. Parts of years stand over their years. */
export function namesAcross(names: readonly string[], slot: Pt, fontSize: Pt, language: string): SetNames {
  const set = namesInFull(names, slot, fontSize);
  const groups = groupTimes(names, language);
  const lines = groups === null ? null : groupedLines(groups, slot, set.size);
  if (groups === null || lines === null) return set;
  const grouped = { ...set, lines, whole: set.lines };
  return hasTwoLevels(groups, lines, slot, set.size) ? { ...grouped, levels: groups } : grouped;
}

function namesInFull(names: readonly string[], slot: Pt, fontSize: Pt): SetNames {
  const most = names.length > mostTall ? tallest.many : tallest.few;
  const isTime = areTimes(names);
  const sizes = sizesFor(fontSize);
  for (const size of isTime ? sizes.slice(0, 2) : sizes) {
    const lines = fitting(names, size, slot - size * between, isTime && names.length > mostTall ? 2 : most);
    if (lines !== null) return { lines, size, every: 1, isCrowded: false };
  }
  const stepAt = (size: Pt): number =>
    evenStep(names.length, (step) => fitting(names, size, slot * step - size * between, 2) !== null);
  // Smaller names that come out even at both ends are better than larger ones that do not.
  const isEven = (size: Pt): boolean =>
    (size >= leastEven || size === sizes[0]) &&
    (names.length - 1) % stepAt(size) === 0 &&
    stepAt(size) < names.length - 1;
  const size = isTime ? (sizes.find(isEven) ?? fontSize) : sizes.at(-1)!;
  const every = stepAt(size);
  const named = isTime ? bothEnds(names.length, every) : everyOf(names.length, every);
  const lines = names.map((name, index) =>
    named.has(index) ? wrapLabel(name, size, slot * every - size * between, 2) : [],
  );
  return { lines, size, every, isCrowded: !isTime };
}

const everyOf = (count: number, every: number): ReadonlySet<number> =>
  new Set(Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every));

/** Even from the first. The last takes the place of the one before it, where it would stand too close behind it. */
function bothEnds(count: number, every: number): ReadonlySet<number> {
  const steps = Math.floor((count - 1) / every);
  const even = everyOf(count, every);
  return (count - 1) % every === 0 || steps === 0 ? even : new Set([...[...even].slice(0, -1), count - 1]);
}

/**
 * Each part of a year in a line, and its year under the first that is named of it. Null where not even a name a year
 * has room.
 */
function groupedLines({ parts, years, perYear }: TimeGroups, slot: Pt, size: Pt): string[][] | null {
  const steps = [1, 2, 3, 4, 6, 12].filter((step) => perYear % step === 0);
  const widest = (texts: readonly string[]): Pt => Math.max(...texts.map((text) => estimateWidth(text, size)));
  const [part, year] = [widest(parts), widest(years)];
  const step = steps.find((each) => part <= slot * each - size * between);
  if (step === undefined) return null;
  const isNamed = (index: number): boolean => index % step === 0;
  const firsts = years.flatMap((own, index) => {
    const isFirst = isNamed(index) && !years.slice(Math.max(0, index - step), index).includes(own);
    return isFirst ? [index] : [];
  });
  const isApart = firsts.every((at, index) => {
    const next = firsts[index + 1];
    return next === undefined || (next - at) * slot >= year + size * between;
  });
  if (!isApart) return null;
  return parts.map((own, index) => (isNamed(index) ? [own, ...(firsts.includes(index) ? [years[index]!] : [])] : []));
}

/** PowerPoint sets a year in the middle under its parts, and breaks it where they are narrower. */
function hasTwoLevels({ years }: TimeGroups, lines: readonly (readonly string[])[], slot: Pt, size: Pt): boolean {
  const widthOf = (year: string): Pt => years.filter((own) => own === year).length * slot;
  return (
    lines.every((named) => named.length > 0) &&
    years.every((year) => estimateWidth(year, size) + size * between <= widthOf(year))
  );
}

/** Null where a piece that no line end can part is wider, or a name needs more lines. */
function fitting(names: readonly string[], size: Pt, width: Pt, most: number): string[][] | null {
  if (names.some((name) => widestPiece(name, size) > width)) return null;
  const lines = names.map((name) => wrapLabel(name, size, width, most));
  const isOver = (each: readonly string[]): boolean =>
    each.length > most || each.some((line) => estimateWidth(line, size) > width + 0.01);
  return lines.some(isOver) ? null : lines;
}

/** The smallest step that fits; where one a little larger names the last as well, that one. */
function evenStep(count: number, fits: (step: number) => boolean): number {
  let least = 1;
  while (least < count && !fits(least)) least++;
  const both = Array.from({ length: Math.floor(least / 2) + 1 }, (_, more) => least + more);
  return both.find((step) => (count - 1) % step === 0) ?? least;
}

/** Beside a plot: `slot` is the height of a row, `most` the width that names may take. */
export function namesDown(
  names: readonly string[],
  slot: Pt,
  most: Pt,
  fontSize: Pt,
): SetNames & { readonly width: Pt } {
  const isTime = areTimes(names);
  const lineOf = (size: Pt): Pt => size * 1.3;
  for (const size of isTime ? [fontSize] : sizesFor(fontSize)) {
    const rows = Math.max(slot >= size * 1.1 ? 1 : 0, Math.floor((slot + size * 0.2) / lineOf(size)));
    if (rows === 0) continue;
    const width = Math.min(most, Math.max(0, ...names.map((name) => estimateWidth(name, size))));
    const lines = fitting(names, size, width, Math.min(rows, tallest.few));
    if (lines !== null) return { lines, size, every: 1, isCrowded: false, width };
  }
  const size = isTime ? fontSize : sizesFor(fontSize).at(-1)!;
  const width = Math.min(most, Math.max(0, ...names.map((name) => estimateWidth(name, size))));
  const rowsFor = (step: number): number => Math.floor((slot * step + size * 0.2) / lineOf(size));
  const every = evenStep(
    names.length,
    (step) => rowsFor(step) > 0 && fitting(names, size, width, rowsFor(step)) !== null,
  );
  const rows = Math.max(1, rowsFor(every));
  const lines = names.map((name, index) =>
    index % every === 0 ? wrapLabel(name, size, width, rows).slice(0, rows) : [],
  );
  return { lines, size, every, isCrowded: !isTime, width };
}
