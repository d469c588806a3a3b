/**
 * How far apart two colours are for whoever sees them: with all cones, and without those for red, green or blue.
 */
import { contrastOf, hexOf, linearOf, oklabOf, oklchOf, type Three } from './oklch.js';

/**
 * Linear RGB as it is seen without one kind of cones: the whole of the deficiency in the model of G. Machado,
 * M. Oliveira and L. Fernandes (2009).
 */
const visions: readonly (readonly [Three, Three, Three])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

const seenAs = (hex: string, vision: (typeof visions)[number]): Three => {
  const linear = linearOf(hex);
  const seen = vision.map((row) => row.reduce((sum, share, at) => sum + share * linear[at]!, 0));
  return oklabOf(seen.map((value) => Math.min(1, Math.max(0, value))) as unknown as Three);
};

/** The distance in OKLab for the eye that sees the least of it: 0 is the same colour, black and white are 1 apart. */
export const leastDistance = (one: string, other: string): number =>
  Math.min(
    ...visions.map((vision) => {
      const [left, right] = [seenAs(one, vision), seenAs(other, vision)];
      return Math.hypot(...left.map((value, at) => value - right[at]!));
    }),
  );

/** Colours at this distance are told apart without being looked at twice. */
export const clearlyApart = 0.08;

interface Ground {
  /** Six hex digits each. */
  readonly grounds: readonly string[];
  /** Contrast that the colour has with each of them at the least. */
  readonly least: number;
}

/**
 * The colour, as little lighter or darker as sets it apart from the others for every eye, with its contrast kept; where
 * none does, the one that is farthest from them.
 */
export function apartFrom(hex: string, others: readonly string[], { grounds, least }: Ground): string {
  const color = oklchOf(hex);
  const steps = Array.from({ length: 160 }, (_, at) => (at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * 0.01);
  const shades = steps
    .map((step) => color.l + step)
    .filter((l) => l > 0.1 && l < 0.97)
    .map((l) => (Math.abs(l - color.l) < 1e-9 ? hex : hexOf({ ...color, l })))
    .filter((shade) => grounds.every((ground) => contrastOf(shade, ground) >= least));
  const distanceOf = (shade: string): number => Math.min(...others.map((other) => leastDistance(shade, other)));
  const near = shades.find((shade) => distanceOf(shade) >= clearlyApart);
  if (near !== undefined) return near;
  return shades.reduce((best, shade) => (distanceOf(shade) > distanceOf(best) ? shade : best), hex);
}
