/** What a theme part says: its colours, its two fonts with their scripts, its backgrounds. */
import { childOf, childrenOf, findElement, type XmlElement } from '../xml/parse-xml.js';
import { colorElement, resolveColor, type ColorScheme } from './color.js';

export interface FontPair {
  /** As it is named; empty where the theme leaves it to the program. */
  readonly latin: string;
  readonly eastAsian: string;
  /** By script: Hans, Jpan … */
  readonly scripts: Readonly<Record<string, string>>;
}

export interface ThemeLook {
  readonly name: string;
  readonly colors: ColorScheme;
  readonly major: FontPair;
  readonly minor: FontPair;
  /** `a:bgFillStyleLst`: what background 1001 and those behind it are. */
  readonly backgrounds: readonly XmlElement[];
  /** `a:fillStyleLst`: what the fill 1 of a shape's style is. */
  readonly fills: readonly XmlElement[];
}

export function readTheme(root: XmlElement | null): ThemeLook {
  const elements = childOf(root, 'a:themeElements');
  const fonts = childOf(elements, 'a:fontScheme');
  const formats = childOf(elements, 'a:fmtScheme');
  return {
    name: root?.attributes['name'] ?? '',
    colors: readColors(childOf(elements, 'a:clrScheme')),
    major: readFonts(childOf(fonts, 'a:majorFont')),
    minor: readFonts(childOf(fonts, 'a:minorFont')),
    backgrounds: childOf(formats, 'a:bgFillStyleLst')?.children ?? [],
    fills: childOf(formats, 'a:fillStyleLst')?.children ?? [],
  };
}

function readColors(scheme: XmlElement | null): ColorScheme {
  const plain = { scheme: {}, map: {} };
  return {
    ...officeColors,
    ...Object.fromEntries(
      (scheme?.children ?? []).flatMap((slot) => {
        const color = resolveColor(colorElement(slot), plain);
        return color === null ? [] : [[slot.name.replace('a:', ''), color]];
      }),
    ),
  };
}

/** For a theme part that is missing or has a hole: Office's own of 2013. */
const officeColors: ColorScheme = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '44546A',
  lt2: 'E7E6E6',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};

const readFonts = (font: XmlElement | null): FontPair => ({
  latin: findElement(font, 'a:latin')?.attributes['typeface'] ?? '',
  eastAsian: findElement(font, 'a:ea')?.attributes['typeface'] ?? '',
  scripts: Object.fromEntries(
    childrenOf(font, 'a:font').map(({ attributes }) => [attributes['script'] ?? '', attributes['typeface'] ?? '']),
  ),
});
