/**
 * Names of the files that the reports of a batch become, by a pattern: `{id}-{output}`. Two equal ones are found before
 * anything is built.
 */
import { duplicateOutputName, unknownPlaceholder } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { columnName, rowFields } from '../model/report-row.js';
import type { ReportRow } from '../model/report-row.js';

/** One report of a batch. */
export interface BatchEntry {
  /** Counted from 1. */
  readonly number: number;
  /** As it is told of: the pattern without the output. */
  readonly title: string;
  readonly row: ReportRow;
  readonly nameOf: (output: string) => string;
}

/** Null where a placeholder is unknown or two names are the same, which is told. */
export function nameOutputs(
  rows: readonly ReportRow[],
  pattern: string | null,
  outputs: readonly string[],
  tell: Tell,
): readonly BatchEntry[] | null {
  const first = rows[0];
  if (first === undefined) return [];
  const whole = pattern ?? `{${columnName(first.columns[0]!.text).name}}-{output}`;
  const known = [...first.columns.map(({ text }) => columnName(text).name), 'output', 'n'];
  const unknown = [...whole.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!).filter((name) => !known.includes(name));
  for (const name of unknown) tell(unknownPlaceholder(name, nearestName(name, known), known));
  if (unknown.length > 0) return null;
  const entries = rows.map((row, index): BatchEntry => {
    const fields = rowFields(row);
    const fill = (output: string): string =>
      whole.replace(/\{([^{}]*)\}/g, (_, name: string) =>
        name === 'output' ? output : name === 'n' ? String(index + 1) : (fields.get(name)?.text ?? ''),
      );
    const nameOf = (output: string): string =>
      safeName(fill(whole.includes('{output}') ? output : '') + (whole.includes('{output}') ? '' : `-${output}`));
    return { number: index + 1, title: fill('').replace(/[-_ ./]+$/, ''), row, nameOf };
  });
  return areDistinct(entries, outputs, tell) ? entries : null;
}

function areDistinct(entries: readonly BatchEntry[], outputs: readonly string[], tell: Tell): boolean {
  const taken = new Map<string, BatchEntry>();
  let distinct = true;
  for (const entry of entries)
    for (const output of outputs) {
      // File systems of Windows and macOS take names of other letter case, and of other composition, for the same.
      const name = entry.nameOf(output);
      const key = name.normalize('NFC').toLowerCase();
      const other = taken.get(key);
      taken.set(key, other ?? entry);
      if (other === undefined) continue;
      distinct = false;
      tell(duplicateOutputName(name, entry.row.rows[0]![0]!.span, other.row.rows[0]![0]!.span));
    }
  return distinct;
}

/** In UTF-8 bytes; file systems take 255, and a file is written aside under a longer name first. */
const mostBytes = 200;

/** Data is never a path: a name of one file that every system takes. */
export function safeName(name: string): string {
  const clean = name
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = /\.[a-z0-9.]+$/i.exec(clean)?.[0] ?? '';
  let stem = clean.slice(0, clean.length - ending.length);
  while (Buffer.byteLength(stem + ending) > mostBytes) stem = [...stem].slice(0, -1).join('');
  // Names that Windows keeps for devices.
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? '_' : ''}${stem}${ending}`;
}
