/**
 * A paragraph's characters to lines, all at once: the breaks whose lines together are least stretched and squeezed.
 *
 * After Knuth and Plass, "Breaking Paragraphs into Lines" (1981). Chinese may break nearly anywhere, so that most lines
 * come out at their natural width; what is weighed is which marks and gaps give way, and that the last line is no runt.
 * A hyphen costs as much as in TeX, and a second one in a row nearly as much as a line twice as loose as it should be.
 */
import { isRunt, rangeTo, shortLast, tolerance, type BreakProblem, type LineRange } from './break-lines.js';
import { Break } from './break-opportunities.js';
import { Kind } from './characters/character-kind.js';

/** Costs of a break, each so much dearer than the one before that no number of cheaper ones outweighs it. */
const hyphenCost = 2500;
const doubleHyphenCost = 3e5;
const runtCost = 1e6;
/** A short last line in a wide measure is worth a line that is somewhat looser, not one that gapes. */
const shortLastCost = 3e4;
const reluctantCost = 1e9;
const forcedCost = 1e12;
/** A line that is looser than this, or has nothing to give, costs by the room that it leaves empty. */
const worstBadness = 1e4;
/**
 * Once a line that is looser than this comes out dearer than a tighter one to the same break, still looser ones are not
 * looked at.
 */
const looseRatio = 2;

/** A last line that leaves `rest` of its width empty. */
const isShort = (width: number, rest: number): boolean => width - rest < width * shortLast;

/** `justified` lines may be squeezed and are filled; others only should not differ much in length. */
export function breakOptimally(problem: BreakProblem, justified: boolean): LineRange[] {
  const { row, breaks } = problem;
  const lines: LineRange[] = [];
  let start = 0;
  for (let index = 0; index < row.count; index++) {
    if (breaks[index] !== Break.Mandatory && index !== row.count - 1) continue;
    for (const line of breakSection(problem, start, index, justified, lines.length === 0)) lines.push(line);
    start = index + 1;
  }
  return lines;
}

/** Breaks the code points from `start` to `last`, which have no line end between them. */
function breakSection(
  problem: BreakProblem,
  start: number,
  last: number,
  justified: boolean,
  first: boolean,
): LineRange[] {
  const widths = first ? problem.widths : { first: problem.widths.others, others: problem.widths.others };
  const section = { ...problem, widths };
  const { lasts, nexts, breakCosts, previous } = problem.row.room;
  const count = findCandidates(section, start, last);
  chooseBreaks(section, count, justified);
  const lines: LineRange[] = [];
  for (let at = count - 1; at > 0; at = previous[at]!) {
    lines.push(rangeTo(problem, nexts[previous[at]!]!, lasts[at]!, at === count - 1, breakCosts[at]! >= reluctantCost));
  }
  return lines.reverse();
}

/**
 * Where lines may start, in order, into the row's room: the first is the paragraph's start and the last its end.
 * `lasts` is the code point behind which the line before ends, `ends` the same without the spaces before the break,
 * `nexts` where the line behind starts.
 * @returns how many there are; never more than code points and one.
 */
function findCandidates({ row, breaks, measure, widths }: BreakProblem, start: number, last: number): number {
  const { lasts, nexts, ends, breakCosts } = row.room;
  const narrowest = Math.min(widths.first, widths.others) + tolerance;
  let count = 0;
  let next = start;
  const add = (behind: number, end: number, cost: number): void => {
    lasts[count] = behind;
    nexts[count] = next;
    ends[count] = end;
    breakCosts[count++] = cost;
  };
  add(start - 1, start, 0);
  for (let index = start; index <= last; index++) {
    const kind = breaks[index]!;
    if (index < last && kind !== Break.Allowed && kind !== Break.Reluctant && kind !== Break.Hyphen) continue;
    const end = measure.trimEnd(next, index + 1);
    // A word wider than the line may break behind each of its characters.
    if (measure.width(next, end) > narrowest) {
      for (let inside = next; inside < end - 1; inside++) {
        next = inside + 1;
        add(inside, inside + 1, forcedCost);
      }
    }
    next = index + 1;
    while (next <= last && row.kinds[next] === Kind.Space) next++;
    add(
      index,
      end,
      index === last ? 0 : kind === Break.Reluctant ? reluctantCost : kind === Break.Hyphen ? hyphenCost : 0,
    );
  }
  return count;
}

/**
 * For each candidate, the one at which its line best starts: into `previous` of the row's room. Every line that could
 * be is weighed here, some ten a character, so what `LineMeasure` would say of it is written out.
 */
function chooseBreaks({ row, widths }: BreakProblem, count: number, justified: boolean): void {
  const {
    nexts,
    ends,
    breakCosts,
    pathCosts,
    previous,
    advances,
    leading,
    trailing,
    stepSums,
    stretchSums,
    shrinkSums,
  } = row.room;
  pathCosts[0] = 0;
  let earliest = 0;
  for (let at = 1; at < count; at++) {
    const end = ends[at]!;
    const behind = Math.max(0, end - 1);
    const stepTo = stepSums[behind]!;
    const advance = advances[behind]!;
    const blank = trailing[behind]!;
    const stretchTo = stretchSums[behind]!;
    const shrinkTo = shrinkSums[behind]!;
    const final = at === count - 1;
    let best = Infinity;
    previous[at] = 0;
    for (let from = earliest; from < at; from++) {
      const next = nexts[from]!;
      const width = from === 0 ? widths.first : widths.others;
      const rest = end <= next ? width : width - (stepTo - stepSums[next]! + advance - leading[next]! - blank);
      const shrink = justified && end > next ? shrinkTo - shrinkSums[next]! : 0;
      if (from < at - 1) {
        if (from === earliest && shrink + rest < -tolerance) {
          // nor does any line fit that starts here and ends later
          earliest++;
          continue;
        }
        // Too full; a single character wider than its line stands all the same.
        if (rest < -tolerance && -rest > 1.0001 * shrink) continue;
      }
      const give =
        rest <= 0 ? shrink : justified ? (end <= next ? 0 : stretchTo - stretchSums[next]!) : raggedness * width;
      const ratio = Math.abs(rest) <= tolerance ? 0 : give > 0 ? rest / give : rest > 0 ? Infinity : -Infinity;
      const loose = final ? Math.min(ratio, 0) : ratio;
      const badness = Math.abs(100 * loose * loose * loose);
      const cost =
        10 + (badness < worstBadness ? badness : worstBadness * (1 + Math.min(1, Math.abs(rest) / Math.max(1, width))));
      const runt =
        !final || from === 0 ? 0 : isRunt(row, next, end) ? runtCost : isShort(width, rest) ? shortLastCost : 0;
      const hyphens = breakCosts[at] === hyphenCost && breakCosts[from] === hyphenCost ? doubleHyphenCost : 0;
      const total = pathCosts[from]! + (cost * cost + runt) + breakCosts[at]! + hyphens;
      if (total < best) {
        best = total;
        previous[at] = from;
      } else if (!final && ratio > looseRatio) break;
    }
    pathCosts[at] = best;
  }
}

/** Share of the width by which lines that are not justified may well differ. */
const raggedness = 0.1;
