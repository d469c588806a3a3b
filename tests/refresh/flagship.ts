/** The sample report, its deck, and the same after its figures have changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/compile.js';
import { compileRefresh, type RefreshJob, type RefreshResult } from '../../src/compile-refresh.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Effects } from '../../src/job.js';
import { diskFiles } from '../../src/project/files.js';
import { keepResults } from '../../src/memo/keep-results.js';
import type { Files } from '../../src/project/files.js';
import { keepFonts } from '../../src/project/font-files.js';
import { projectFolder } from '../cli/recording-world.js';

const disk = diskFiles(projectFolder);
const fonts = keepFonts()(disk);
/** The report is laid once, and many decks are refreshed with it. */
const memo = keepResults();
export const report = 'data/cixi-2024';
const figuresFile = `${report}/figures.csv`;

/** Every value a little larger, every change a little smaller, one of them turned round, every place one further. */
export function changedFigures(): string {
  const [head = '', ...rows] = readFileSync(join(projectFolder, figuresFile), 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  const at = (name: string): number => columns.indexOf(name);
  const changed = rows.map((row) => {
    const cells = row.split(',');
    const edit = (name: string, change: (value: number) => number): void => {
      const cell = cells[at(name)] ?? '';
      if (!/^-?\d+(?:\.\d+)?$/.test(cell)) return;
      cells[at(name)] = change(Number(cell)).toFixed(/\.(\d+)/.exec(cell)?.[1]!.length ?? 0);
    };
    const id = cells[0];
    if (cells[at('unit')] !== '%' && !/首破|千余|余/.test(cells[at('qualifier')] ?? ''))
      edit('value', (value) => (Number.isInteger(value) ? value + 3 : value * 1.07));
    else if (cells[at('unit')] === '%') edit('value', (value) => value + 0.3);
    edit('change', (value) => (id === 'industry.added' ? -value / 2 : value + 1));
    edit('rank', (value) => value + 1);
    return cells.join(',');
  });
  return `${[head, ...changed].join('\n')}\n`;
}

const withFigures = (figures: string | null): Files =>
  figures === null
    ? disk
    : { ...disk, read: (path) => (path === figuresFile ? new TextEncoder().encode(figures) : disk.read(path)) };

export function effectsWith(figures: string | null, told: Diagnostic[] = []): Effects {
  return {
    files: withFigures(figures),
    fonts,
    roots: ['.'],
    clock: () => 0,
    log: () => undefined,
    tell: (diagnostic) => void told.push(diagnostic),
    memo,
  };
}

export async function buildDeck(figures: string | null): Promise<Uint8Array> {
  const told: Diagnostic[] = [];
  const { outputs } = await compile({ report, only: ['deck.pptx'], strict: false }, effectsWith(figures, told));
  if (outputs[0] === undefined) throw new Error(told.map(({ message }) => message).join('\n'));
  return outputs[0].bytes;
}

export async function refreshed(
  bytes: Uint8Array,
  figures: string | null,
  job: Partial<RefreshJob> = {},
): Promise<RefreshResult> {
  const told: Diagnostic[] = [];
  const result = await compileRefresh(
    { report, deck: { name: 'edited.pptx', bytes }, base: null, choice: 'tell', addNew: false, ...job },
    effectsWith(figures, told),
  );
  if (result === null) throw new Error(told.map(({ message }) => message).join('\n'));
  return result;
}
