/** A brand in ten lines: two colours, fonts, a logo, and the theme that it is laid over. */
import { wrongType } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Theme, ThemeFont, TextStyle, Color } from '../../model/theme.js';
import type { Picture } from '../../model/document.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { brandPalette } from './brand-palette.js';
import { isDeep } from './oklch.js';

/** A colour as six hex digits, with `#` or without; null, and told, where it is none. */
function readHex(cursor: DataCursor, key: string, tell: Tell): string | null {
  const written = cursor.at(key);
  if (!written.exists) return null;
  const text = typeof written.value === 'number' ? String(written.value).padStart(6, '0') : (written.text() ?? '');
  if (/^#?[0-9a-f]{6}$/i.test(text)) return text.replace('#', '').toUpperCase();
  tell(wrongType(key, 'six hexadecimal digits in quotation marks', `"${text}"`, written.span));
  return null;
}

/** A font of a family's name stands before the theme's own: what it lacks, they have. */
const withFamily = (font: ThemeFont, family: string | null): ThemeFont =>
  family === null
    ? font
    : {
        ...font,
        latin: family,
        regular: [`family:${family}:400`, ...font.regular],
        bold: [`family:${family}:700`, ...font.bold],
      };

const withFonts = (fonts: Theme['fonts'], cursor: DataCursor): Theme['fonts'] => {
  const all = cursor.at('font').text();
  const named = (role: 'heading' | 'body'): string | null => cursor.at('fonts').at(role).text() ?? all;
  return {
    heading: withFamily(fonts.heading, named('heading')),
    body: withFamily(fonts.body, named('body')),
    prose: withFamily(fonts.prose, named('body')),
    quote: withFamily(fonts.quote, named('body')),
  };
};

/**
 * On a dark page a lighter tint of a tint is no longer quiet: it is plain. What the theme has in the page's white, or
 * in a pale accent, are words on covers: there they are the page's own words.
 */
const darkStyle = (style: TextStyle): TextStyle => {
  const plain = (color: Color): Color =>
    color.slot === 'accent3' || color.slot === 'lt1'
      ? { slot: 'dk1' }
      : color.lighten === undefined
        ? color
        : { slot: color.slot };
  return { ...style, color: plain(style.color) };
};

/**
 * The page's own colour, lighter by a share at which words of every hue keep some seven to one: a ground that is seen,
 * and no lamp.
 */
const darkGround: Color = { slot: 'lt1', lighten: 0.16 };

const darkened = (theme: Theme): Theme => {
  const styles = (medium: Theme['deck']): Theme['deck'] => ({
    ...medium,
    styles: Object.fromEntries(Object.entries(medium.styles).map(([name, style]) => [name, darkStyle(style)])),
  });
  return { ...theme, deck: styles(theme.deck), paper: styles(theme.paper) };
};

/** The theme with the brand's colours, fonts and logo. */
export function withBrand(
  theme: Theme,
  cursor: DataCursor,
  {
    name,
    logo,
    tell,
  }: { readonly name: string; readonly logo: (cursor: DataCursor) => Picture | null; readonly tell: Tell },
): Theme {
  const primary = readHex(cursor, 'primary', tell);
  const secondary = readHex(cursor, 'secondary', tell);
  const mode = cursor.at('mode').text();
  // Left out, the page is as deep as the base theme's.
  const isDark = mode === null ? isDeep(theme.colors.lt1) : mode === 'dark';
  const mark = cursor.at('logo').exists ? logo(cursor.at('logo')) : null;
  const onDark = cursor.at('logo_on_dark').exists ? logo(cursor.at('logo_on_dark')) : null;
  const based: Theme = {
    ...theme,
    name,
    fonts: withFonts(theme.fonts, cursor),
    ...(mark !== null && { logo: { onLight: mark, onDark } }),
  };
  if (primary === null) return based;
  const colored: Theme = {
    ...based,
    colors: brandPalette({ primary, secondary, isDark }),
    series: [
      { slot: 'accent1' },
      { slot: 'accent4' },
      { slot: 'accent3' },
      { slot: 'accent5' },
      { slot: 'accent6' },
      { slot: 'accent2' },
    ],
    muted: isDark ? { slot: 'accent3' } : { slot: 'accent3', lighten: 0.4 },
    good: { slot: 'accent1' },
    bad: { slot: 'accent2' },
  };
  return isDark ? darkened({ ...colored, ground: darkGround }) : colored;
}
