/** A theme from `templates/themes/<name>/theme.yaml`. */
import { brandTwice, missingKey, notAName, notOneOf, unknownName, wrongType } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { Span } from '../model/span.js';
import { builds, colorSlots, transitions } from '../model/theme.js';
import type { Build, ColorSlot, FontRole, Medium, Motion, Theme, ThemeFont } from '../model/theme.js';
import { filesWithin } from '../project/files.js';
import type { Files } from '../project/files.js';
import { checkShape } from './shape/check-shape.js';
import type { DataDocument } from './data/data-document.js';
import { readYaml } from './data/yaml.js';
import { DataCursor } from './shape/data-cursor.js';
import { isFolderName, joinPath } from './bundle/bundle-layers.js';
import { readFont, readStyle } from './bundle/read-style.js';
import { readColor } from './bundle/theme-color.js';
import { decodeText } from './source/read-text.js';
import { readLogo } from './brand/read-logo.js';
import { withBrand } from './brand/read-brand.js';
import { brandSchema, brandThemeSchema, themeSchema } from './shape/schema.js';

/** What themes are read with. */
export interface ThemeWorld {
  readonly files: Files;
  readonly tell: Tell;
  /** Folders in which `templates/themes/` is looked for, in turn; the working folder where left out. */
  readonly roots?: readonly string[];
  readonly memo?: Memo;
}

interface ThemeAsked {
  /** Where the theme is named; null on the command line. */
  readonly span?: Span | null;
  /** Themes that stand over it: none of them can be its base. */
  readonly below?: readonly string[];
}

/** Looks in `templates/themes/` of each root in turn. Null where none has the theme or it has not the shape of one. */
export function readTheme(name: string, world: ThemeWorld, asked: ThemeAsked = {}): Theme | null {
  const { files, tell, roots = ['.'], memo = noMemo } = world;
  const { span = null, below = [] } = asked;
  if (!isFolderName(name)) {
    tell(notAName('theme', name, span));
    return null;
  }
  const known = new Set<string>();
  for (const place of roots) {
    const path = joinPath(place, `templates/themes/${name}/theme.yaml`);
    const bytes = name === '' ? null : filesWithin(files, joinPath(place, 'templates')).read(path);
    if (bytes !== null) {
      const source = decodeText(path, bytes, tell);
      const document = source === null ? null : readYaml(source, tell, memo);
      if (document === null) return null;
      const root = new DataCursor(document, document.value);
      if (!root.at('extends').exists) return themeOf(name, document, tell);
      if (!checkShape(document, brandThemeSchema, `the theme "${name}"`, tell) || below.includes(name)) return null;
      const base = readTheme(root.at('extends').text() ?? '', world, {
        span: root.at('extends').span,
        below: [...below, name],
      });
      const folder = joinPath(place, `templates/themes/${name}`);
      return base && withBrand(base, root, { name, tell, logo: (cursor) => readLogo(cursor, folder, files, tell) });
    }
    (files.list(joinPath(place, 'templates/themes')) ?? []).forEach((folder) => known.add(folder));
  }
  const nearest = nearestName(name, known);
  if (name !== '') tell(unknownName('theme', name, span, nearest === null ? null : { name: nearest }, [...known]));
  return null;
}

/**
 * The theme with the brand of a report: its `brand.yaml`, or `brand` in its report.yaml; the logo stands beside it.
 * Unchanged where it has none; null where that is wrong.
 */
export function withReportBrand(theme: Theme, report: string, world: ThemeWorld): Theme | null {
  const { files: given, tell } = world;
  const files = filesWithin(given, report);
  const own = openYaml(joinPath(report, 'brand.yaml'), files, world);
  if (own === 'wrong') return null;
  if (own !== null && !checkShape(own, brandSchema, 'the brand', tell)) return null;
  // What is wrong with report.yaml was told when the report was read. It is parsed again where it may have a brand.
  const path = joinPath(report, 'report.yaml');
  const whole = mayName('brand', files.read(path)) ? openYaml(path, files, { ...world, tell: () => undefined }) : null;
  const within = whole === null || whole === 'wrong' ? null : new DataCursor(whole, whole.value).at('brand');
  if (own !== null && within?.isMap === true) tell(brandTwice(`${report}/brand.yaml`, within.keySpan));
  const root = own === null ? within : new DataCursor(own, own.value);
  if (root === null || !root.isMap) return theme;
  const named = root.at('extends');
  const base = named.exists ? readTheme(named.text() ?? '', world, { span: named.span }) : theme;
  const logo = (cursor: DataCursor): ReturnType<typeof readLogo> => readLogo(cursor, report, files, tell);
  return base && withBrand(base, root, { name: base.name, tell, logo });
}

/** Whether a YAML file may have such a key: its name stands there, in UTF-8, or what could be an escape of it. */
const mayName = (key: string, bytes: Uint8Array | null): boolean =>
  bytes !== null &&
  ['\\', '\0', key].some((sign) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(sign));

/** Null where there is no such file. */
function openYaml(path: string, files: Files, { tell, memo = noMemo }: ThemeWorld): DataDocument | 'wrong' | null {
  const bytes = files.read(path);
  if (bytes === null) return null;
  const source = decodeText(path, bytes, tell);
  return (source && readYaml(source, tell, memo)) ?? 'wrong';
}

function themeOf(name: string, document: DataDocument, tell: Tell): Theme | null {
  if (!checkShape(document, themeSchema, `the theme "${name}"`, tell)) return null;
  const root = new DataCursor(document, document.value);
  const color = (key: string) => readColor(root.at(key), tell);
  const theme = {
    name,
    colors: readColors(root.at('colors'), tell),
    fonts: readFonts(root.at('fonts')),
    deck: readMedium(root.at('deck'), tell),
    paper: readMedium(root.at('paper'), tell),
    series: root
      .at('series')
      .items()
      .map((item) => readColor(item, tell)),
    muted: color('muted'),
    good: color('good'),
    bad: color('bad'),
    motion: readMotion(root.at('deck')),
  };
  return theme.colors === null ? null : { ...theme, colors: theme.colors };
}

function readColors(cursor: DataCursor, tell: Tell): Theme['colors'] | null {
  const colors = new Map<string, string>();
  for (const [slot, value] of cursor.entries()) {
    const text = value.text() ?? '';
    if (!(colorSlots as readonly string[]).includes(slot))
      tell(notOneOf('colors', slot, colorSlots, value.keySpan, nearestName(slot, colorSlots)));
    else if (!/^#?[0-9a-f]{6}$/i.test(text))
      tell(wrongType(`colors.${slot}`, 'six hexadecimal digits', `"${text}"`, value.span));
    else colors.set(slot, text.replace('#', '').toUpperCase());
  }
  const missing = colorSlots.filter((slot) => !cursor.at(slot).exists);
  for (const slot of missing) tell(missingKey(slot, 'colors', cursor.span));
  return colors.size < colorSlots.length ? null : (Object.fromEntries(colors) as Record<ColorSlot, string>);
}

/**
 * A theme needs no more than two fonts: prose that has none of its own is set in the body's, quotations in that of
 * prose.
 */
function readFonts(cursor: DataCursor): Theme['fonts'] {
  const font = (role: FontRole, otherwise: ThemeFont): ThemeFont =>
    cursor.at(role).exists ? readFont(cursor.at(role)) : otherwise;
  const body = readFont(cursor.at('body'));
  const prose = font('prose', body);
  return { heading: readFont(cursor.at('heading')), body, prose, quote: font('quote', prose) };
}

function readMedium(cursor: DataCursor, tell: Tell): Medium {
  const [width = 0, height = 0] = cursor
    .at('page')
    .items()
    .map((item) => item.number() ?? 0);
  const [top = 0, right = 0, bottom = 0, left = 0] = cursor
    .at('margin')
    .items()
    .map((item) => item.number() ?? 0);
  if (left + right >= width || top + bottom >= height)
    tell(
      wrongType(
        'margin',
        `less together than the page, ${width} × ${height}`,
        `${left + right} × ${top + bottom}`,
        cursor.at('margin').span,
      ),
    );
  const styles = Object.fromEntries(
    cursor
      .at('styles')
      .entries()
      .map(([name, style]) => [name, readStyle(style, tell)]),
  );
  return { page: { width, height }, margin: { top, right, bottom, left }, styles };
}

/** `none` and what is left out are the same: it does not move. */
function readMotion(cursor: DataCursor): Motion {
  const named = cursor
    .at('build')
    .names()
    .map(({ id }) => id);
  return {
    transition: transitions.find((transition) => transition === cursor.at('transition').text()) ?? null,
    build: builds.filter((build): build is Build => named.includes(build)),
  };
}
