/** `briefkit figures`: all figures of a report as a table. */
import { figuresWorkbook } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileIsThere, missingArgument, onlyWithFormat } from '../diagnostics/messages.js';
import { sourceLine } from '../diagnostics/source-place.js';
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import { diskFiles } from '../project/files.js';
import { recordBuild } from '../provenance/record-build.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals, readChoice } from './input/positionals.js';
import { refuseInput, soundReport } from './report/survey-report.js';
import { csvLine, markdownTable, textTable } from './text/text-table.js';
import type { TableColumn } from './text/text-table.js';
import { writeFile } from './report/write-file.js';

const example = 'briefkit figures data/cixi-2024';
const workbookExample = `${example} --format xlsx --out data/cixi-2024/figures.xlsx`;
const formats = ['table', 'csv', 'json', 'md', 'xlsx'] as const;
type Format = (typeof formats)[number];

export const figures: Command = {
  summary: "prints a report's figures",
  usage: '<report folder>',
  options: {
    format: { value: '<format>', what: `${formats.join(', ')}; table if not given` },
    out: { value: '<file>', what: 'where xlsx is written: a workbook does not go to a terminal' },
  },
  explanation: [
    'Lists every figure as it is printed, with its change, its rank, its period, its source, how often it stands in the documents',
    'and where it was read. JSON holds every place too, as build.json does. xlsx is a workbook of the figures themselves, with the columns',
    'that a report reads: named under "figures" in report.yaml, it takes the place of figures.csv.',
  ],
  examples: [
    { line: example, what: 'to look at' },
    { line: `${example} --format csv > figures-printed.csv`, what: 'to compare with' },
    { line: workbookExample, what: 'to keep the figures in Excel from now on' },
  ],
  run: runFigures,
};

async function runFigures(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'table');
  const mistakes = [
    ...checkPositionals(input, ['the report folder'], 'briefkit figures', example),
    ...(typeof format === 'string' ? checkTarget(input, format, world) : [format]),
  ];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);
  const found = await soundReport(input.positionals[0]!, world);
  if (found === null) return 1;
  if (format === 'xlsx') return writeFile(input.values.get('out')!, await figuresWorkbook(found.data), world);
  world.stdout.write(`${printFigures(recordBuild(found.data, found.documents), format)}\n`);
  return 0;
}

/** A workbook goes into a file, and never into the place of another, in which someone may have worked. */
function checkTarget({ values }: CommandInput, format: Format, { workingFolder }: World): readonly Diagnostic[] {
  const out = values.get('out');
  if (out === undefined) return format === 'xlsx' ? [missingArgument('--out', workbookExample)] : [];
  if (format !== 'xlsx') return [onlyWithFormat('--out', 'xlsx')];
  return diskFiles(workingFolder).read(out) === null ? [] : [fileIsThere(out)];
}

const columns: readonly TableColumn[] = [
  { head: 'id' },
  { head: 'label', most: 34 },
  { head: 'value', align: 'end' },
  { head: 'change' },
  { head: 'rank' },
  { head: 'period' },
  { head: 'places', align: 'end' },
  { head: 'source', most: 30 },
  { head: 'read at' },
];

const rowOf = ({ id, label, printed, period, source, read, places }: FigureRecord): readonly string[] => [
  id,
  label,
  printed.full,
  printed.change ?? '',
  printed.rank ?? '',
  period ?? '',
  String(places.length),
  source ?? '',
  sourceLine(read),
];

function printFigures(record: BuildRecord, format: Exclude<Format, 'xlsx'>): string {
  const rows = record.figures.map(rowOf);
  switch (format) {
    case 'table':
      return textTable(columns, rows).join('\n');
    case 'csv':
      return [columns.map(({ head }) => head), ...rows].map(csvLine).join('\n');
    case 'md':
      return markdownTable(columns, rows).join('\n');
    case 'json':
      return JSON.stringify(record.figures, null, 2);
  }
}
