/** Files of the report that SQL names in quotation marks, and their state. */
import { markOf } from '../memo/content-mark.js';
import { fileStamp } from '../project/file-stamp.js';
import { pathBelow } from '../project/files.js';
import type { Files } from '../project/files.js';

export interface NamedFile {
  /** As the SQL writes it, with `*` in it or with the sheet of a workbook behind `#`. */
  readonly text: string;
  /** As files are asked for. */
  readonly path: string;
  readonly sheet: string | null;
}

/** What stands in quotation marks and leads to a file, or to files by `*`. */
export function namedFiles(sql: string, folder: string, files: Files): readonly NamedFile[] {
  const texts = [...sql.matchAll(/'((?:[^']|'')+)'/g)].map(([, text]) => text!.replaceAll("''", "'"));
  return [...new Set(texts)].flatMap((text) => {
    const [name = '', sheet = null] = /\.xls[xm]#/i.test(text) ? text.split('#') : [text];
    if (name.includes('*')) return globbed(name, folder, files).map((path) => ({ text, path, sheet: null }));
    const path = pathBelow(folder, name);
    const isThere = path !== null && (files.read(path) !== null || files.refusal?.(path) === 'too large');
    return isThere ? [{ text, path, sheet }] : [];
  });
}

/** `tables/*.csv`: of one folder. */
function globbed(name: string, folder: string, files: Files): readonly string[] {
  const [, place = '', pattern = ''] = /^(.*\/)?([^/]*)$/.exec(name) ?? [];
  const path = pathBelow(folder, `${place}x`);
  if (path === null || place.includes('*')) return [];
  const here = path.slice(0, -2);
  const matches = new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (files.list(here) ?? []).filter((file) => matches.test(file)).map((file) => `${here}/${file}`);
}

/** The same where all files are as they were. A file that is too large to be read is known by its size and time. */
export const stateOf = (named: readonly NamedFile[], files: Files): string =>
  markOf(
    named.map(({ text, path }) => {
      const bytes = files.read(path);
      return [text, path, bytes === null ? fileStamp(files.realPath?.(path) ?? path) : markOf(bytes)];
    }),
  );

/** Whether a file is among them whose changes nobody sees. */
export const hasUnseen = (named: readonly NamedFile[], files: Files): boolean =>
  named.some(({ path }) => files.read(path) === null);
