/** The report's own fonts, as far as letters of them are shown. */
import type { FontState } from '../protocol.js';

const loaded = new Map<string, { readonly mark: string; readonly face: FontFace }>();
const sheet = new CSSStyleSheet();

/** A later font of a family has all letters of the earlier one, and takes its place once it is there. */
export function loadFonts(fonts: readonly FontState[]): void {
  for (const { family, mark } of fonts) {
    const known = loaded.get(family);
    if (known?.mark === mark) continue;
    const face = new FontFace(family, `url("font/${family}/${mark}")`, { display: 'block' });
    loaded.set(family, { mark, face });
    document.fonts.add(face);
    const replace = (): void => void (known && document.fonts.delete(known.face));
    face.load().then(replace, () => undefined);
  }
  sheet.replaceSync(fonts.map(({ family }) => `.${family}{font-family:${family},sans-serif}`).join('\n'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
