/**
 * A paragraph's characters to lines, all at once: the breaks whose lines together are least stretched and squeezed.
 *
 * After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), without hyphens. Chinese may break nearly anywhere, so that most
 * lines come out at their natural width; what is weighed is which marks and gaps give way, and that the last line is no runt.
 */
import { isRunt, rangeTo, tolerance, type BreakProblem, type LineRange } from './break-lines.js';
import { Break } from './break-opportunities.js';

/** Costs of a break, each so much dearer than the one before that no number of cheaper ones outweighs it. */
const runtCost = 1e6;
const reluctantCost = 1e9;
const forcedCost = 1e12;
/** The worst that a line's looseness can cost. */
const worstBadness = 1e4;
/** Looser lines than this are looked at only where no tighter one reaches the same break. */
const looseRatio = 2;

/** Where lines may start, in order; the first is the paragraph's start and the last its end. */
interface Candidate {
  /** The code point behind which the line before ends. */
  readonly last: number;
  /** Where the line behind starts. */
  readonly next: number;
  /** Without the spaces before the break. */
  readonly end: number;
  readonly cost: number;
}

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
function breakSection(problem: BreakProblem, start: number, last: number, justified: boolean, first: boolean): LineRange[] {
  const widths = first ? problem.widths : { first: problem.widths.others, others: problem.widths.others };
  const section = { ...problem, widths };
  const candidates = findCandidates(section, start, last);
  const previous = chooseBreaks(section, candidates, justified);
  const lines: LineRange[] = [];
  for (let at = candidates.length - 1; at > 0; at = previous[at]!) {
    const [from, to] = [candidates[previous[at]!]!, candidates[at]!];
    lines.push(rangeTo(problem, from.next, to.last, at === candidates.length - 1, to.cost >= reluctantCost));
  }
  return lines.reverse();
}

function findCandidates(problem: BreakProblem, start: number, last: number): Candidate[] {
  const { breaks, measure, widths } = problem;
  const narrowest = Math.min(widths.first, widths.others) + tolerance;
  const candidates: Candidate[] = [{ last: start - 1, next: start, end: start, cost: 0 }];
  for (let index = start; index <= last; index++) {
    if (index < last && breaks[index] !== Break.Allowed && breaks[index] !== Break.Reluctant) continue;
    const before = candidates.at(-1)!;
    const { end, next } = rangeTo(problem, before.next, index, false, false);
    // A word wider than the line may break behind each of its characters.
    if (measure.width(before.next, end) > narrowest) {
      for (let inside = before.next; inside < end - 1; inside++) candidates.push({ last: inside, next: inside + 1, end: inside + 1, cost: forcedCost });
    }
    candidates.push({ last: index, next: Math.min(next, last + 1), end, cost: index < last && breaks[index] === Break.Reluctant ? reluctantCost : 0 });
  }
  return candidates;
}

/** For each candidate, the one at which its line best starts. */
function chooseBreaks(problem: BreakProblem, candidates: readonly Candidate[], justified: boolean): Uint32Array {
  const { row, widths } = problem;
  const previous = new Uint32Array(candidates.length);
  const costs = new Float64Array(candidates.length).fill(Infinity);
  costs[0] = 0;
  let earliest = 0;
  for (let at = 1; at < candidates.length; at++) {
    const { end, cost } = candidates[at]!;
    const final = at === candidates.length - 1;
    while (earliest < at - 1 && isTooFull(problem, candidates[earliest]!.next, end, earliest === 0, justified)) earliest++;
    for (let from = earliest; from < at; from++) {
      const { next } = candidates[from]!;
      const ratio = ratioOf(problem, next, end, from === 0 ? widths.first : widths.others, justified);
      if (ratio < -1.0001 && from < at - 1) continue; // too full; a single character wider than its line stands all the same
      if (!final && ratio > looseRatio && costs[at]! < Infinity) break;
      const line = final ? lastLineCost(ratio, isRunt(row, next, end) && from > 0) : lineCost(ratio);
      const total = costs[from]! + line + cost;
      if (total < costs[at]!) {
        costs[at] = total;
        previous[at] = from;
      }
    }
  }
  return previous;
}

/** Whether the line does not fit even when squeezed as far as it goes. */
function isTooFull({ measure, widths }: BreakProblem, start: number, end: number, first: boolean, justified: boolean): boolean {
  const least = measure.width(start, end) - (justified ? measure.shrink(start, end) : 0);
  return least > (first ? widths.first : widths.others) + tolerance;
}

/** How far the line has to give: 1 is the limit of its stretch, −1 of its shrink. */
function ratioOf({ measure }: BreakProblem, start: number, end: number, width: number, justified: boolean): number {
  const rest = width - measure.width(start, end);
  if (Math.abs(rest) <= tolerance) return 0;
  const give = !justified ? (rest > 0 ? raggedness * width : 0) : rest > 0 ? measure.stretch(start, end) : measure.shrink(start, end);
  return give > 0 ? rest / give : rest > 0 ? Infinity : -Infinity;
}

/** Share of the width by which lines that are not justified may well differ. */
const raggedness = 0.1;

const badness = (ratio: number): number => Math.min(worstBadness, Math.abs(100 * ratio * ratio * ratio));
const lineCost = (ratio: number): number => {
  const cost = 10 + badness(ratio);
  return cost * cost;
};
const lastLineCost = (ratio: number, runt: boolean): number => lineCost(Math.min(ratio, 0)) + (runt ? runtCost : 0);
