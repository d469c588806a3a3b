/** All colours of a theme from two of a brand. */
import type { ColorSlot } from '../../model/theme.js';
import { apartFrom } from './color-vision.js';
import { hexOf, oklchOf, withContrast } from './oklch.js';

export interface BrandColors {
  /** Six hex digits. */
  readonly primary: string;
  /** Null where the brand has one colour alone. */
  readonly secondary: string | null;
  readonly isDark: boolean;
}

/** What WCAG 2.2 asks of text and of marks. */
const forText = 4.5;
const forMarks = 3;
/** Bad news, whatever the brand: a red that is none of it. */
const bad = 'B3261E';

/**
 * Tints keep the primary colour's hue. The first four series are told apart by every kind of colour vision: where the
 * brand's colours are too like each other, the later one is set lighter or darker. A colour that is too pale for text
 * is darkened for text alone; its marks stay as near to it as three to one lets them.
 */
export function brandPalette({ primary, secondary, isDark }: BrandColors): Readonly<Record<ColorSlot, string>> {
  const { h, c } = oklchOf(primary);
  const tint = (l: number, chroma: number): string => hexOf({ l, c: Math.min(c, chroma), h });
  const page = isDark ? tint(0.2, 0.03) : 'FFFFFF';
  const card = isDark ? tint(0.27, 0.035) : tint(0.965, 0.012);
  const onCard = (hex: string, least: number): string => withContrast(withContrast(hex, page, least), card, least);
  const second = secondary ?? hexOf({ l: isDark ? 0.75 : 0.62, c: 0.13, h: (h + 150) % 360 });
  const third = hexOf({ l: isDark ? 0.82 : 0.42, c: 0.09, h: (h + 80) % 360 });
  const marks = { grounds: [page, card], least: forMarks };
  const first = onCard(primary, forText);
  const highlight = apartFrom(onCard(second, forMarks), [first], marks);
  const pale = apartFrom(onCard(tint(isDark ? 0.6 : 0.68, 0.06), forMarks), [first, highlight], marks);
  return {
    dk1: isDark ? tint(0.94, 0.01) : tint(0.26, 0.03),
    lt1: page,
    dk2: isDark ? tint(0.9, 0.05) : withContrast(primary, 'FFFFFF', 7),
    lt2: card,
    accent1: first,
    accent2: onCard(bad, forText),
    accent3: pale,
    accent4: highlight,
    accent5: apartFrom(onCard(third, forMarks), [first, highlight, pale], marks),
    accent6: onCard(tint(isDark ? 0.75 : 0.48, 0.025), forText),
    hlink: first,
    folHlink: onCard(tint(isDark ? 0.75 : 0.48, 0.025), forText),
  };
}
