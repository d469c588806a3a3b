/**
 * Names of the files that the reports of a batch become, by a pattern: `{id}-{output}`. Two equal ones are found before
 * anything is built.
 */
import {
  duplicateOutputName,
  namelessOutput,
  takenOutputName,
  unknownPlaceholder,
} from '../diagnostics/batch-messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { columnName, rowFields } from '../model/report-row.js';
import type { ReportRow } from '../model/report-row.js';
import { fileName } from './file-names.js';

/** One report of a batch. */
export interface BatchEntry {
  /** Counted from 1. */
  readonly number: number;
  /** As it is told of: the pattern without the output. */
  readonly title: string;
  readonly row: ReportRow;
  readonly nameOf: (output: string) => string;
  /** Names of what it is going to be made into. */
  readonly outputs: readonly string[];
}

export interface NamedReport {
  readonly row: ReportRow;
  readonly outputs: readonly string[];
}

export interface NamePattern {
  /** As it was typed; null for the usual one. */
  readonly pattern: string | null;
  /** The column that the usual one is of; null for the first. */
  readonly column: string | null;
  /** Names that the batch has for files of its own. */
  readonly taken: readonly string[];
}

const placeholder = /\{([^{}]*)\}/g;

/** Null where a placeholder is unknown, a name is empty or two names are the same, which is told. */
export function nameOutputs(
  reports: readonly NamedReport[],
  { pattern, column, taken }: NamePattern,
  tell: Tell,
): readonly BatchEntry[] | null {
  const first = reports[0]?.row;
  if (first === undefined) return [];
  const columns = first.columns.map(({ text }) => columnName(text).name);
  const whole = pattern ?? `{${column ?? columns[0]!}}-{output}`;
  const asked = [...whole.matchAll(placeholder)].map(([, name]) => columnName(name!).name);
  const known = [...columns, 'output', 'n'];
  const unknown = asked.filter((name) => !known.includes(name));
  for (const name of unknown) tell(unknownPlaceholder(name, nearestName(name, known), known));
  if (unknown.length > 0) return null;
  const cells = asked.filter((name) => name !== 'output');
  let isNamed = true;
  const entries = reports.map(({ row, outputs }, index): BatchEntry => {
    const fields = rowFields(row);
    const textOf = (name: string): string => (name === 'n' ? String(index + 1) : (fields.get(name)?.text ?? ''));
    if (cells.length > 0 && cells.every((name) => textOf(name).trim() === '')) {
      isNamed = false;
      tell(namelessOutput([...new Set(cells)], row.rows[0]![0]!.span));
    }
    const title = titleOf(whole, textOf);
    return { number: index + 1, title, row, nameOf: (output) => nameOf(whole, textOf, output), outputs };
  });
  return isNamed && areDistinct(entries, taken, tell) ? entries : null;
}

/** The pattern without its output, and without what parted the two. */
function titleOf(pattern: string, textOf: (name: string) => string): string {
  const bare = pattern.replace(/[-_ ./]*\{output\}$|^\{output\}[-_ ./]*|[-_ ./]*\{output\}/g, '');
  return fill(bare, textOf).trim();
}

/** A pattern without `{output}` has it at its end. The ending of a file stands last, wherever its output does. */
function nameOf(pattern: string, textOf: (name: string) => string, output: string): string {
  const whole = pattern.includes('{output}') ? pattern : `${pattern}-{output}`;
  const [stem, ending] = /\{output\}$/.test(whole) ? [output, ''] : partsOf(output);
  return fileName((shorten) => fill(whole, (name) => (name === 'output' ? stem : shorten(textOf(name)))) + ending);
}

const fill = (pattern: string, textOf: (name: string) => string): string =>
  pattern.replace(placeholder, (_, given: string) => textOf(columnName(given).name));

/** `deck` and `.marked.pptx`. */
function partsOf(output: string): readonly [string, string] {
  const start = output.indexOf('.');
  return start === -1 ? [output, ''] : [output.slice(0, start), output.slice(start)];
}

function areDistinct(entries: readonly BatchEntry[], taken: readonly string[], tell: Tell): boolean {
  // File systems of Windows and macOS take names of other letter case, and of other composition, for the same.
  const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();
  const own = new Set(taken.map(keyOf));
  const owners = new Map<string, BatchEntry>();
  let distinct = true;
  for (const entry of entries)
    for (const output of entry.outputs) {
      const name = entry.nameOf(output);
      const [span, other] = [entry.row.rows[0]![0]!.span, owners.get(keyOf(name))];
      owners.set(keyOf(name), other ?? entry);
      if (own.has(keyOf(name))) tell(takenOutputName(name, span));
      else if (other !== undefined) tell(duplicateOutputName(name, span, other.row.rows[0]![0]!.span));
      else continue;
      distinct = false;
    }
  return distinct;
}
