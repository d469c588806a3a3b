/** A small theme and its real fonts, for tests of text. */
import { readFileSync } from 'node:fs';
import type { Run, RunStyle } from '../../src/model/page.js';
import type { Theme, ThemeFont } from '../../src/model/theme.js';
import { loadFonts } from '../../src/text/fonts.js';
import type { ParagraphContent } from '../../src/text/set-paragraph.js';

export const regularPath = 'package:@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
export const boldPath = 'package:@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf';

export const readFont = (path: string): Uint8Array => readFileSync(path.replace(/^package:/, 'node_modules/'));

const font: ThemeFont = { latin: 'Arial', eastAsian: 'Microsoft YaHei', regular: [regularPath], bold: [boldPath] };

/** Only its fonts are looked at. */
export const themeWith = (fonts: Theme['fonts']): Theme => ({ fonts }) as unknown as Theme;
export const fonts = loadFonts(themeWith({ heading: font, body: font, prose: font, quote: font }), readFont);

export const style: RunStyle = { font: 'body', size: 10, bold: false, italic: false, color: { slot: 'dk1' } };

export const run = (text: string, changes: Partial<Run> = {}): Run => ({
  text,
  style,
  figure: null,
  link: null,
  whole: false,
  ...changes,
});

export const content = (text: string | readonly Run[], changes: Partial<ParagraphContent> = {}): ParagraphContent => ({
  runs: typeof text === 'string' ? [run(text)] : text,
  align: 'start',
  lineHeight: 16,
  spaceBefore: 0,
  spaceAfter: 0,
  firstIndent: 0,
  indent: 0,
  bullet: null,
  tag: 'artifact',
  ...changes,
});
