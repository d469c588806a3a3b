/** A theme's colours for white paper, of the colours that somebody's template has for slides. */
import type { ColorSlot } from '../../model/theme.js';
import { apartFrom } from './color-vision.js';
import { contrastOf, oklchOf, withContrast } from './oklch.js';

/** Six digits each, as they serve on a white page. */
export interface PaperPalette {
  readonly ink: string;
  readonly title: string;
  /** Of cards and heads of tables. */
  readonly panel: string;
  readonly quiet: string;
  readonly neutral: string;
  readonly bad: string;
  /** The emphasis first. */
  readonly accents: readonly [string, string, string, string];
}

const white = 'FFFFFF';
/** What WCAG 2.2 asks of text and of marks; of a deep ground under white text more, for its small print. */
const forText = 4.5;
const forMarks = 3;
const forGrounds = 7;
/** How much lighter or darker, from 0 to 1, a brand's colour may become. */
const mostMoved = 0.15;
/** Less chroma than this is a grey. */
const leastChroma = 0.03;

export function paperColors(palette: PaperPalette): Readonly<Record<ColorSlot, string>> {
  const { ink, panel, accents } = palette;
  const on = (hex: string, contrast: number): string =>
    withContrast(withContrast(hex, white, contrast), panel, contrast);
  const marks = { grounds: [white, panel], least: forMarks };
  const first = on(accents[0], forText);
  /** Told apart by every kind of colour vision, where it then still looks like itself. */
  const apart = (hex: string, others: readonly string[]): string => {
    const moved = apartFrom(hex, others, marks);
    return Math.abs(oklchOf(moved).l - oklchOf(hex).l) <= mostMoved ? moved : hex;
  };
  const second = apart(on(accents[1], forMarks), [first]);
  const third = apart(on(accents[2], forMarks), [first, second]);
  const isColored = oklchOf(palette.title).c >= leastChroma;
  return {
    dk1: on(ink, forText),
    lt1: white,
    // What covers and mastheads stand on.
    dk2: withContrast(
      isColored && contrastOf(palette.title, white) >= forMarks ? palette.title : first,
      white,
      forGrounds,
    ),
    lt2: panel,
    accent1: first,
    accent2: on(palette.bad, forText),
    accent3: on(palette.neutral, forMarks),
    accent4: second,
    accent5: third,
    accent6: on(palette.quiet, forText),
    hlink: first,
    folHlink: on(accents[3], forMarks),
  };
}
