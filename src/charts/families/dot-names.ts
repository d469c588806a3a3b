/** Where the names of dots stand: beside, over or under their dots, touching nothing. */
import type { Box, Pt } from '../../model/length.js';
import { touch, type LabelRect } from '../measure/label-rect.js';

export type Spot = 'right' | 'left' | 'above' | 'below';
const spots: readonly Spot[] = ['right', 'left', 'above', 'below'];

export interface NamedDot {
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
  /** How wide its name is. */
  readonly width: Pt;
  readonly emphasised: boolean;
}

/** A spot that a name could take, and the places in the list of those that it then takes from other names. */
interface Candidate {
  readonly dot: number;
  readonly spot: Spot;
  readonly rect: LabelRect;
  readonly rivals: number[];
}

/** How far from its dot a name stands, in pt. */
const clearance: Pt = 4;

function rectAt(spot: Spot, { x, y, radius, width }: NamedDot, height: Pt): LabelRect {
  const clear = radius + clearance;
  const left = { right: x + clear, left: x - clear - width, above: x - width / 2, below: x - width / 2 }[spot];
  const top = { right: y - height / 2, left: y - height / 2, above: y - clear - height + 1, below: y + clear - 1 }[
    spot
  ];
  return { left, right: left + width, top, bottom: top + height };
}

/** Every spot within the plot that touches no dot; `right` is how far names may reach. */
function candidatesOf(dots: readonly NamedDot[], height: Pt, plot: Box, right: Pt): Candidate[] {
  const marks = dots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const found = dots.flatMap((dot, index) =>
    spots.flatMap((spot): Candidate[] => {
      const rect = rectAt(spot, dot, height);
      const isInside =
        rect.left >= plot.x + 2 &&
        rect.right <= right &&
        rect.top >= plot.y - height &&
        rect.bottom <= plot.y + plot.height;
      return !isInside || marks.some((mark) => touch(rect, mark)) ? [] : [{ dot: index, spot, rect, rivals: [] }];
    }),
  );
  found.forEach((one, at) => {
    for (let other = at + 1; other < found.length; other++) {
      if (one.dot === found[other]!.dot || !touch(one.rect, found[other]!.rect)) continue;
      one.rivals.push(other);
      found[other]!.rivals.push(at);
    }
  });
  return found;
}

/**
 * A spot for each dot's name, or null where it has none: those that are emphasised choose first, then always the one
 * with the fewest spots left. It takes the spot that leaves the fewest others without one; among equals right, left,
 * above, below.
 */
export function dotNames(dots: readonly NamedDot[], height: Pt, plot: Box, right: Pt): (Spot | null)[] {
  const candidates = candidatesOf(dots, height, plot, right);
  const open = new Set(candidates.keys());
  const chosen = dots.map((): Spot | null => null);
  while (open.size > 0) {
    const left = new Map<number, number[]>();
    for (const at of open) left.set(candidates[at]!.dot, [...(left.get(candidates[at]!.dot) ?? []), at]);
    const [next, own] = [...left].reduce((best, other) => {
      const [loud, louder] = [dots[best[0]]!.emphasised, dots[other[0]]!.emphasised];
      if (loud !== louder) return loud ? best : other;
      return other[1].length < best[1].length ? other : best;
    });
    // How many others it would leave without a spot.
    const cost = (at: number): number => {
      const rivals = new Set(candidates[at]!.rivals);
      const losers = new Set(candidates[at]!.rivals.map((rival) => candidates[rival]!.dot));
      return [...losers].filter((dot) => left.get(dot)?.every((spot) => rivals.has(spot)) === true).length;
    };
    const taken = own.reduce((best, at) => (cost(at) < cost(best) ? at : best));
    chosen[next] = candidates[taken]!.spot;
    for (const at of [...own, ...candidates[taken]!.rivals]) open.delete(at);
  }
  return chosen;
}
