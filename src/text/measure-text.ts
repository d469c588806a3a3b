/** The width of text on one line, and the characters that no font has. */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';
import { kindOf, Kind } from './character-kind.js';
import { cleanText } from './clean-text.js';
import type { Fonts } from './fonts.js';

/** As the font has it: without squeezing, gaps between scripts or kerning, so never narrower than any writer sets it. */
export function measureText(text: string, style: RunStyle, fonts: Fonts): Pt {
  const face = fonts.face(style.font, style.bold);
  let width = 0;
  for (const character of cleanText(text)) {
    const code = character.codePointAt(0)!;
    const kind = kindOf(code);
    if (kind !== Kind.Invisible && kind !== Kind.Newline) width += face.advance(code);
  }
  return width * style.size;
}

/** Characters of `text`, each once, that no file of the style's face has. Layout reports them. */
export function missingCharacters(text: string, style: Pick<RunStyle, 'font' | 'bold'>, fonts: Fonts): string[] {
  const face = fonts.face(style.font, style.bold);
  const missing = new Set<string>();
  for (const character of cleanText(text)) {
    const code = character.codePointAt(0)!;
    const kind = kindOf(code);
    if (kind !== Kind.Invisible && kind !== Kind.Newline && !face.has(code)) missing.add(character);
  }
  return [...missing];
}
