/**
 * Colours in OKLCH (B. Ottosson, 2020): lightness, chroma and hue as the eye sees them; and contrast as WCAG 2.2
 * reckons it.
 */

/** `l` 0 to 1, `c` 0 to about 0.37, `h` in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export type Three = readonly [number, number, number];

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toGamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** Red, green and blue, 0 to 1, without the screen's gamma. */
export const linearOf = (hex: string): Three =>
  [0, 2, 4].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Three;

/** Lightness, and how far to red from green and to yellow from blue, of linear red, green and blue. */
export function oklabOf([red, green, blue]: Three): Three {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

export function oklchOf(hex: string): Oklch {
  const [l, a, b] = oklabOf(linearOf(hex));
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

function linearFrom({ l, c, h }: Oklch): Three {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** Six hex digits. What no screen shows keeps its lightness and hue and gives up chroma. */
export function hexOf(color: Oklch): string {
  let { c } = color;
  const isShown = (linear: Three): boolean => linear.every((value) => value >= -0.0005 && value <= 1.0005);
  while (c > 0.001 && !isShown(linearFrom({ ...color, c }))) c -= 0.002;
  return linearFrom({ ...color, c: Math.max(0, c) })
    .map((value) =>
      Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

const luminance = (hex: string): number => {
  const [red, green, blue] = linearOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Whether it is nearer to black than to white, by contrast. */
export const isDeep = (hex: string): boolean => luminance(hex) < 0.18;

/** 1 to 21. */
export const contrastOf = (one: string, other: string): number => {
  const [high, low] = [luminance(one), luminance(other)].sort((left, right) => right - left) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** The colour, as little darker or lighter as gives this contrast with its ground. */
export function withContrast(hex: string, ground: string, least: number): string {
  const color = oklchOf(hex);
  const step = luminance(ground) > 0.18 ? -0.01 : 0.01;
  let found = hex;
  for (let l = color.l; contrastOf(found, ground) < least && l >= 0 && l <= 1; l += step)
    found = hexOf({ ...color, l });
  return found;
}
