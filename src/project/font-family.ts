/**
 * A font by its family's name, `family:Inter:400`: from an npm package of that family, else from the machine's own
 * fonts.
 */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export const familyPrefix = 'family:';

/** Where systems keep fonts. */
const machineFolders = (): readonly string[] => [
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  join(homedir(), 'Library/Fonts'),
  '/usr/local/share/fonts',
  '/usr/share/fonts',
  '/Library/Fonts',
  'C:/Windows/Fonts',
];

type Lookup = Pick<NodeJS.Require, 'resolve'>;

/** The file's path; null where no package and no folder of the machine has the family in that weight. */
export function findFamily(path: string, lookups: readonly Lookup[]): string | null {
  const [family = '', weight = '400'] = path.slice(familyPrefix.length).split(':');
  return slugOf(family) === '' ? null : (findPackaged(family, weight, lookups) ?? onMachine(family, weight));
}

const slugOf = (family: string): string =>
  family
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Of an npm package alone; null where none that is installed has the family in that weight. */
export function findPackaged(family: string, weight: string, lookups: readonly Lookup[]): string | null {
  const slug = slugOf(family);
  return slug === '' ? null : inPackages(slug, weight, lookups);
}

function inPackages(slug: string, weight: string, lookups: readonly Lookup[]): string | null {
  for (const lookup of lookups) {
    const fontsource = resolved(lookup, `@fontsource/${slug}/files/${slug}-latin-${weight}-normal.woff`);
    if (fontsource !== null) return fontsource;
    const google = resolved(lookup, `@expo-google-fonts/${slug}/package.json`);
    const folder = google === null ? null : join(dirname(google), weight === '700' ? '700Bold' : '400Regular');
    const file = folder === null ? undefined : filesIn(folder).find((name) => name.endsWith('.ttf'));
    if (folder !== null && file !== undefined) return join(folder, file);
  }
  return null;
}

function resolved(lookup: Lookup, path: string): string | null {
  try {
    return lookup.resolve(path);
  } catch {
    return null;
  }
}

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true }).map(String).sort();
  } catch {
    return [];
  }
};

/** `Inter-Regular.ttf`, `Inter-Bold.ttf`, `arialbd.ttf` is not looked for: names that say family and style are. */
function onMachine(family: string, weight: string): string | null {
  const compact = family.replace(/\s+/g, '');
  const style = weight === '700' ? 'Bold' : '(?:Regular|Book)?';
  const named = new RegExp(`(?:^|[/\\\\])${compact.replace(/[^A-Za-z0-9]/g, '')}-?${style}\\.ttf$`, 'i');
  for (const folder of machineFolders()) {
    const file = filesIn(folder).find((name) => named.test(name));
    if (file !== undefined) return join(folder, file);
  }
  return null;
}
