/**
 * briefkit's own folder: where its templates, themes and version are, whether it runs from source, from the bundle or
 * as a dependency.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskFiles } from './files.js';
import type { Files } from './files.js';

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('briefkit cannot find its own package.json');
    folder = parent;
  }
  return folder;
}

export function packageVersion(): string {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * The program itself in one word, where it runs from its bundle: other code, other word, for the names of its chunks
 * are hashes of what is in them. What it loads from installed packages, Chart.js and the canvas, changes with the list
 * that npm keeps of them. Null where it runs from source.
 */
export function programMark(): string | null {
  const folder = packageFolder();
  const entry = join(folder, '.build', 'cli.js');
  if (!fileURLToPath(import.meta.url).startsWith(dirname(entry)) || !existsSync(entry)) return null;
  const installed = [join(folder, 'node_modules'), dirname(folder)].map(
    (packages) => statSync(join(packages, '.package-lock.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return createHash('sha256').update(readFileSync(entry)).update(installed.join(' ')).digest('hex');
}

/** A file that runs in a thread of its own; null where the program runs from source, which no thread can. */
export function threadFile(name: string): string | null {
  const folder = join(packageFolder(), '.build');
  return fileURLToPath(import.meta.url).startsWith(folder) ? join(folder, name) : null;
}

/**
 * Where bundles and themes are looked up: beside the working folder first, then in briefkit itself. Relative paths, as
 * diagnostics show them.
 */
export function templateRoots(workingFolder: string): readonly string[] {
  const own = relative(workingFolder, packageFolder()).split(sep).join('/');
  return own === '' ? ['.'] : ['.', own];
}

/** The bundles that come with briefkit; a test holds the list to the folder. */
export const ownBundles = [
  'annual-briefing',
  'changes',
  'chart-gallery',
  'company-review',
  'monthly-quality',
  'newspaper',
  'returned',
] as const;

/** Whether a file is a part of one of them. `roots` as of {@link templateRoots}: briefkit's own stands last. */
export function isOwnTemplate(file: string, roots: readonly string[]): boolean {
  const root = roots.at(-1) ?? '.';
  const folder = root === '.' ? 'templates/' : `${root}/templates/`;
  return file.startsWith(folder) && ownBundles.some((name) => file.startsWith(`${folder}${name}/`));
}

/**
 * What the YAML files and templates of `templates/` were parsed to when the program was bundled; null where it runs
 * from source.
 */
export function ownTextsFile(): Buffer | null {
  const path = threadFile('own-texts');
  return path !== null && existsSync(path) ? readFileSync(path) : null;
}

/** A file of the preview's page, as it was bundled: `app.js`; null for another name. */
export function previewAsset(name: string): string | null {
  if (!/^(?:index\.html|app\.js|app\.css)$/.test(name)) return null;
  const path = join(packageFolder(), '.build', 'preview', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Where the built-in templates and themes stand among files that are not on a disk. */
const builtInRoot = 'briefkit:';

/** These files, and briefkit's own templates and themes below {@link builtInFiles.root}. */
export const builtInFiles = Object.assign(
  (files: Files): Files => {
    const own = diskFiles(packageFolder(), { within: ['templates'] });
    const ownPath = (path: string): string | null =>
      path.startsWith(`${builtInRoot}/`) ? path.slice(builtInRoot.length + 1) : null;
    return {
      ...files,
      asked: files.asked,
      read(path) {
        const inside = ownPath(path);
        return inside === null ? files.read(path) : own.read(inside);
      },
      list(folder) {
        const inside = ownPath(folder);
        return inside === null ? files.list(folder) : own.list(inside);
      },
    };
  },
  { root: builtInRoot },
);
