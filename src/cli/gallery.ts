/** `briefkit gallery`: a table as each kind of chart that suits it, and the spec of the one that is taken. */
import { join } from 'node:path';
import { noNumbersToDraw, noSuchChart } from '../diagnostics/gallery-messages.js';
import { unknownName } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { drawableTables, galleryFile, tableTitle, tryCharts, type Gallery } from '../gallery/try-charts.js';
import { keepResults } from '../memo/keep-results.js';
import type { TableSpec } from '../model/report.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { diskEffects } from './report/disk-effects.js';
import { jobOptions, targetOf } from './report/read-job.js';
import { refuseInput, soundReport } from './report/survey-report.js';
import { writeFile } from './report/write-file.js';
import { padText, textWidth } from './text/text-table.js';

const example = 'briefkit gallery data/halden-2024';

export const gallery: Command = {
  summary: 'shows a table as every kind of chart, each with its spec',
  usage: '<report folder>',
  options: {
    table: { value: '<name>', what: 'a table of report.yaml; the first with numbers if not given' },
    kind: { value: '<chart>', what: 'prints the spec of this one alone, to be put under "charts:" of report.yaml' },
    out: jobOptions.out,
  },
  explanation: [
    'Draws a table of the report, in its own fonts and colours, as each kind of chart that its numbers suit, into one file that any browser',
    'shows: a slide a chart with its spec beside it. Lists the kinds, and says why the others do not suit. briefkit preview has the same',
    'gallery behind a button.',
  ],
  examples: [
    { line: `${example} --table regions`, what: 'writes output/halden-2024/gallery-regions.html' },
    { line: `${example} --table regions --kind slope`, what: 'prints the lines for report.yaml' },
  ],
  run: runGallery,
};

async function runGallery(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the report folder'], 'briefkit gallery', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const report = input.positionals[0]!.replace(/\/+$/, '');
  const sound = await soundReport(report, world);
  if (sound === null) return 1;
  const tables = drawableTables(sound.data);
  const asked = input.values.get('table');
  const table = asked === undefined ? tables[0] : tables.find(({ id }) => id === asked);
  if (table === undefined) return refuseInput([noTable(report, asked, tables)], world);
  const silent = (): void => undefined;
  const effects = { ...diskEffects(world, silent, silent), memo: keepResults() };
  const job = { report, data: sound.data, table };
  const found = await tryCharts(job, effects);
  const kind = input.values.get('kind');
  if (kind !== undefined) return printSpec(kind, found, world);
  world.stdout.write(`${galleryLines(table, tables, found).join('\n')}\n`);
  const file = await galleryFile(job, found, effects);
  const path = join(targetOf(report, input, world), `gallery-${fileName(table.id)}.html`);
  return file === null ? 0 : writeFile(path, file.bytes, world);
}

function noTable(report: string, asked: string | undefined, tables: readonly TableSpec[]) {
  const names = tables.map(({ id }) => id);
  if (asked === undefined || names.length === 0) return noNumbersToDraw(report);
  const nearest = nearestName(asked, names);
  return unknownName('table', asked, null, nearest === null ? null : { name: nearest }, names);
}

function printSpec(kind: string, { charts, unsuited }: Gallery, world: World): ExitCode {
  const chart = charts.find(({ id }) => id === kind);
  if (chart === undefined) {
    const why = unsuited.find(({ id }) => id === kind)?.why ?? null;
    const names = charts.map(({ id }) => id);
    return refuseInput([noSuchChart(kind, why, nearestName(kind, names), names)], world);
  }
  world.stdout.write(`${chart.spec}\n`);
  return 0;
}

function galleryLines(
  table: TableSpec,
  tables: readonly TableSpec[],
  { charts, unsuited }: Gallery,
): readonly string[] {
  const width = Math.max(...[...charts, ...unsuited].map(({ id }) => textWidth(id)), 0);
  const others = tables.filter(({ id }) => id !== table.id).map(({ id }) => id);
  return [
    `${table.id}  ${tableTitle(table)}`,
    ...charts.map(({ id, name }) => `  ${padText(id, width)}  ${name}`),
    ...(unsuited.length === 0 ? [] : ['not for this table:']),
    ...unsuited.map(({ id, why }) => `  ${padText(id, width)}  ${why}`),
    ...(others.length === 0 ? [] : [`other tables: ${others.join(', ')}`]),
  ];
}

/** A table's name may hold what a file's may not. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]/gu, '-');
