/**
 * The files of a report for its next year: numbers become those of the year before, and what is to be filled in is
 * marked.
 */
import { claimsIn, toFillWord } from '../locale/reading/claims.js';

export interface EditionFile {
  /** From the report's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A wording that the new year has to prove again. */
export interface EditionClaim {
  readonly path: string;
  readonly line: number;
  readonly claims: readonly string[];
  readonly text: string;
}

export interface Edition {
  readonly files: readonly EditionFile[];
  /** Ids of figures to fill in. */
  readonly toFill: readonly string[];
  readonly claims: readonly EditionClaim[];
  /** Files of numbers that are copied as they are: workbooks, tables, JSON. */
  readonly untouched: readonly string[];
}

export interface EditionYears {
  readonly from: number;
  readonly to: number;
  /** BCP 47, of the report. */
  readonly language: string;
}

const isProse = (path: string): boolean => /\.(?:md|hbs|ya?ml)$/.test(path);
const isNumbers = (path: string): boolean => /\.(?:csv|tsv|json|xlsx|parquet)$/.test(path);
/** What was approved and built before says nothing of the new year. */
const isLeft = (path: string): boolean => /(?:^|\/)approvals\.yaml$/.test(path);

export function newEdition(files: readonly EditionFile[], years: EditionYears): Edition {
  const kept = files.filter(({ path }) => !isLeft(path));
  const toFill: string[] = [];
  const edited = kept.map(({ path, bytes }): EditionFile => {
    if (path === 'report.yaml') return { path, bytes: encode(nextReport(decode(bytes), years)) };
    if (!/\.csv$/.test(path) || !isFigures(decode(bytes))) return { path, bytes };
    const next = nextFigures(decode(bytes), years);
    toFill.push(...next.ids);
    return { path, bytes: encode(next.text) };
  });
  return {
    files: edited,
    toFill,
    claims: edited.flatMap(({ path, bytes }) => (isProse(path) ? claimsOf(path, decode(bytes)) : [])),
    untouched: edited
      .filter(({ path, bytes }) => isNumbers(path) && !(/\.csv$/.test(path) && isFigures(decode(bytes))))
      .map(({ path }) => path),
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Years that the report is about, and those in which it says so, go on by as many; prose is for people. */
function nextReport(text: string, { from, to }: EditionYears): string {
  const years = /\b(19|20)\d{2}(?!\d)/g;
  const dated = /^\s*(?:period|edition|date|title|subtitle|subject|footer|keywords|id)\s*:/;
  const shift = (year: string): string =>
    Math.abs(Number(year) - from) <= 1 ? String(Number(year) + to - from) : year;
  return text
    .split('\n')
    .map((line) => (dated.test(line) ? line.replace(years, shift) : line))
    .join('\n');
}

const isFigures = (text: string): boolean => {
  const head = splitLine(text.split(/\r?\n/, 1)[0]?.replace(/^\ufeff/, '') ?? '');
  return head.includes('id') && head.includes('label') && head.includes('value');
};

/** In rows of the year the value is the prior one now, change and rank are open; other periods stay as they were. */
function nextFigures(
  text: string,
  { from, to, language }: EditionYears,
): { readonly text: string; readonly ids: readonly string[] } {
  const [head = '', ...rows] = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  const known = splitLine(head);
  const columns = [...known, ...['qualifier', 'prior', 'note'].filter((name) => !known.includes(name))];
  const ids: string[] = [];
  const place = (name: string): number => columns.indexOf(name);
  const next = rows.map((row) => {
    const cells = splitLine(row);
    while (cells.length < columns.length) cells.push('');
    const period = cells[place('period')] ?? '';
    if (period !== '' && !period.startsWith(String(from))) return joinLine(cells);
    const get = (name: string): string => (place(name) < 0 ? '' : (cells[place(name)] ?? ''));
    const set = (name: string, value: string): void => {
      if (place(name) >= 0) cells[place(name)] = value;
    };
    const was = ['qualifier', 'value', 'unit', 'change', 'change_unit', 'scope', 'rank']
      .map(get)
      .filter((cell) => cell !== '');
    ids.push(get('id'));
    set('note', [get('note'), `${from}: ${was.join(' ')}`].filter((part) => part !== '').join('; '));
    if (/^-?[\d.,]+$/.test(get('value'))) set('prior', get('value'));
    set('value', '');
    for (const name of ['change', 'rank', 'source', 'target']) set(name, '');
    set('qualifier', toFillWord(language));
    set('period', period.replace(String(from), String(to)));
    return joinLine(cells);
  });
  return { ids, text: `${[joinLine(columns), ...next].join('\n')}\n` };
}

/** The cells of a line of a CSV file: RFC 4180 without line ends within cells. */
function splitLine(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return cells;
}

const joinLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

function claimsOf(path: string, text: string): readonly EditionClaim[] {
  return text.split('\n').flatMap((line, index): EditionClaim[] => {
    const claims = /^\s*#/.test(line) && path.endsWith('.yaml') ? [] : claimsIn(line);
    return claims.length === 0 ? [] : [{ path, line: index + 1, claims, text: line.trim() }];
  });
}
