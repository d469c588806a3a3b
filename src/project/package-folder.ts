/** briefkit's own folder: where its templates, themes and version are, whether it runs from source, from the bundle or as a dependency. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export function packageFolder(): string {
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

/** Where bundles and themes are looked up: beside the working folder first, then in briefkit itself. Relative paths, as diagnostics show them. */
export function templateRoots(workingFolder: string): readonly string[] {
  const own = relative(workingFolder, packageFolder()).split(sep).join('/');
  return own === '' ? ['.'] : ['.', own];
}
