/** `briefkit figures`: all figures of a report as a table. */
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import type { Command, CommandInput, ExitCode, World } from './command.js';
import { checkPositionals, readChoice } from './positionals.js';
import { recordOfReport, refuseInput } from './survey-report.js';
import { csvLine, markdownTable, textTable } from './text-table.js';
import type { TableColumn } from './text-table.js';

const example = 'briefkit figures data/cixi-2024';
const formats = ['table', 'csv', 'json', 'md'] as const;
type Format = (typeof formats)[number];

export const figures: Command = {
  summary: "prints a report's figures",
  usage: '<report folder>',
  options: { format: { value: '<format>', what: `${formats.join(', ')}; table if not given` } },
  explanation: [
    'Lists every figure as it is printed, with its change, its rank, its period, its source, how often it stands in the documents',
    'and where it was read. JSON holds every place too, as build.json does.',
  ],
  examples: [
    { line: example, what: 'to look at' },
    { line: `${example} --format csv > figures-printed.csv`, what: 'for a spreadsheet' },
  ],
  run: runFigures,
};

async function runFigures(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'table');
  const mistakes = [...checkPositionals(input, ['the report folder'], 'briefkit figures', example), ...(typeof format === 'string' ? [] : [format])];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);
  const record = (await recordOfReport(input.positionals[0]!, world))?.record ?? null;
  if (record === null) return 1;
  world.stdout.write(`${printFigures(record, format)}\n`);
  return 0;
}

const columns: readonly TableColumn[] = [
  { head: 'id' }, { head: 'label', most: 34 }, { head: 'value', align: 'end' }, { head: 'change' }, { head: 'rank' },
  { head: 'period' }, { head: 'places', align: 'end' }, { head: 'source', most: 30 }, { head: 'read at' },
];

const rowOf = ({ id, label, printed, period, source, read, places }: FigureRecord): readonly string[] => [
  id, label, printed.full, printed.change ?? '', printed.rank ?? '', period ?? '', String(places.length), source ?? '', `${read.file}:${read.line}`,
];

function printFigures(record: BuildRecord, format: Format): string {
  const rows = record.figures.map(rowOf);
  switch (format) {
    case 'table': return textTable(columns, rows).join('\n');
    case 'csv': return [columns.map(({ head }) => head), ...rows].map(csvLine).join('\n');
    case 'md': return markdownTable(columns, rows).join('\n');
    case 'json': return JSON.stringify(record.figures, null, 2);
  }
}
