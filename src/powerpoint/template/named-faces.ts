/**
 * The faces that a template's titles and texts are set in, by name: what its placeholders say, else its theme (ISO
 * 29500-1, 20.1.4.1.16: a theme that names no East Asian face has one a script).
 */
import type { LevelLook } from '../look/level-look.js';
import type { FontPair, ThemeLook } from '../look/theme-part.js';
import { homeLook } from './home-look.js';
import type { Template } from './template.js';

/** Empty where the template leaves it to the program. */
export interface NamedFaces {
  readonly latin: string;
  readonly eastAsian: string;
}

/** @param language BCP 47, of the report: which of a theme's East Asian faces counts. */
export function namedFaces(
  template: Template,
  language: string,
): { readonly heading: NamedFaces; readonly body: NamedFaces } {
  const { body, bodyPlaceholder } = homeLook(template);
  const { theme } = template.masters[body.layout.master]!;
  const script = scriptOf(language);
  const named = (look: LevelLook | undefined, own: FontPair): NamedFaces => ({
    latin: faceOf(look?.latin, 'latin', own, theme, script),
    eastAsian: faceOf(look?.eastAsian, 'eastAsian', own, theme, script),
  });
  return {
    heading: named(body.title?.levels[0], theme.major),
    body: named((bodyPlaceholder ?? body.contents[0])?.levels[0], theme.minor),
  };
}

/** As a font scheme calls the scripts (`a:font script`). */
function scriptOf(language: string): string {
  if (/^ja/i.test(language)) return 'Jpan';
  if (/^ko/i.test(language)) return 'Hang';
  return /^zh.*(?:hant|tw|hk|mo)/i.test(language) ? 'Hant' : 'Hans';
}

/** `+mj-lt` and the like are the theme's own two. */
function faceOf(
  said: string | undefined,
  kind: keyof NamedFaces,
  own: FontPair,
  { major, minor }: ThemeLook,
  script: string,
): string {
  if (said !== undefined && said !== '' && !said.startsWith('+')) return said;
  const pair = said?.startsWith('+mj') === true ? major : said?.startsWith('+mn') === true ? minor : own;
  return kind === 'latin' ? pair.latin : pair.eastAsian || (pair.scripts[script] ?? '');
}
