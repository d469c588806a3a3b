/**
 * A report as a bundle of its files by their content, so that a machine that has nothing but briefkit can build it: the
 * report's folder as `report/`, its bundle and theme where they are its own, and font files that the theme names.
 */
import { createHash } from 'node:crypto';
import { outsideFolder } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noMemo } from '../../memo/memo.js';
import { pathBelow } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { openReport } from '../../read/read-report.js';
import { readTheme } from '../../read/read-theme.js';
import { bundleNamed, themeNamed } from '../../read/report/usual-look.js';

/** Where the report stands in a bundle. */
export const bundledReport = 'report';

export interface ReportBundle {
  /** Marks the list of files: the same files give the same mark. */
  readonly mark: string;
  /** Path → mark of the content. */
  readonly files: Readonly<Record<string, string>>;
  /** By mark. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** SHA-256, in hexadecimal digits. */
export const contentMark = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The mark of a list of files, in whatever order it comes. */
export const bundleMark = (files: Readonly<Record<string, string>>): string =>
  contentMark(JSON.stringify(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))));

/** Null where the report cannot be opened, which is told. */
export function bundleReport(report: string, files: Files, tell: Tell): ReportBundle | null {
  const root = openReport(report, files, tell, noMemo, () => null)?.root ?? null;
  if (root === null) return null;
  const found = new Map<string, Uint8Array>();
  const take = (from: string, to: string): void => {
    const bytes = files.read(from);
    if (bytes !== null) found.set(to, bytes);
    else for (const name of files.list(from) ?? []) take(`${from}/${name}`, `${to}/${name}`);
  };
  take(report.replace(/\/+$/, ''), bundledReport);
  const own = (folder: string): void => {
    const path = pathBelow('templates', folder);
    if (path !== null) take(path, path);
  };
  own(bundleNamed(root));
  const theme = themeNamed(root);
  own(`themes/${theme}`);
  // A theme that is briefkit's own names fonts of packages; whether it can be read is for the build to say.
  const read = readTheme(theme, { files, tell: () => undefined });
  const paths = read === null ? [] : Object.values(read.fonts).flatMap(({ regular, bold }) => [...regular, ...bold]);
  for (const path of new Set(paths.filter((font) => !font.startsWith('package:')))) {
    if (pathBelow('.', path) === null) tell(outsideFolder(path, '.', root.at('theme').span));
    else take(path, path);
  }
  const contents = new Map<string, Uint8Array>();
  const marks: Record<string, string> = {};
  for (const [path, bytes] of found) {
    const mark = contentMark(bytes);
    contents.set(mark, bytes);
    marks[path] = mark;
  }
  return { mark: bundleMark(marks), files: marks, contents };
}
