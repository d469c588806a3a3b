/** `briefkit where`: one figure, where it was read and every place where it stands. */
import { noSuchFigure } from '../diagnostics/messages.js';
import { sourceLine } from '../diagnostics/source-place.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { pageText, spotText } from './text/place-text.js';
import { checkPositionals } from './input/positionals.js';
import { recordOfReport, refuseInput } from './report/survey-report.js';
import { clipText, padText, textWidth } from './text/text-table.js';

const example = 'briefkit where industry.added data/cixi-2024';

export const where: Command = {
  summary: 'shows every place where a figure stands',
  usage: '<figure> <report folder>',
  options: { json: { value: null, what: 'prints the figure as it stands in build.json' } },
  explanation: [
    'Lays the report out as it is now and lists, slide by slide and page by page, each place that shows the figure: text, table',
    'cells, points of charts and speaker notes. A build leaves the same in build.json beside its outputs, for every figure.',
  ],
  examples: [{ line: example, what: 'before changing a figure, or after' }],
  run: runWhere,
};

async function runWhere(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the figure', 'the report folder'], 'briefkit where', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const [id, folder] = input.positionals as [string, string];
  const record = await recordOfReport(folder, world);
  if (record === null) return 1;
  const figure = record.figures.find((known) => known.id === id);
  if (figure === undefined) {
    const name = nearestName(
      id,
      record.figures.map((known) => known.id),
    );
    return refuseInput([noSuchFigure(id, folder, name === null ? null : { name })], world);
  }
  world.stdout.write(
    input.switches.has('json') ? `${JSON.stringify(figure, null, 2)}\n` : `${whereLines(figure, record).join('\n')}\n`,
  );
  return 0;
}

function whereLines(figure: FigureRecord, { figures: all, documents }: BuildRecord): readonly string[] {
  const { id, label, printed, period, source, read, cells, places } = figure;
  const said = [printed.full, printed.change, printed.rank].filter((text) => text !== null).join(', ');
  const facts = [
    period === null ? null : `period ${period}`,
    source === null ? 'no source' : `source ${source}`,
  ].filter((text) => text !== null);
  return [
    `${id}  ${label}  ${said}`,
    `  ${facts.join('  ')}`,
    `  read at ${sourceLine(read)}${cellText(cells)}`,
    ...derivationLines(figure),
    ...seriesLines(figure, all),
    ...placeLines(places, documents),
  ];
}

/** `change follows from growth(gdp, 2023): gdp@2023 1150.3亿元, gdp 1219.0亿元`. */
const derivationLines = ({ derivations = [] }: FigureRecord): readonly string[] =>
  derivations.map(({ part, formula, inputs }) => {
    const shown = inputs.slice(0, mostInputs).map(({ id, printed }) => `${id} ${printed}`.trim());
    const more = inputs.length > mostInputs ? `, ${inputs.length - mostInputs} more` : '';
    return `  ${part} follows from ${formula}${shown.length === 0 ? '' : `: ${shown.join(', ')}${more}`}`;
  });

const mostInputs = 12;

/** Other periods of the same series, each with its number and the places where it stands. */
function seriesLines({ id }: FigureRecord, all: readonly FigureRecord[]): readonly string[] {
  const others = all.filter((other) => other.id.startsWith(`${id}@`));
  return others.length === 0
    ? []
    : [
        '',
        '  other periods',
        ...others.map(
          (other) =>
            `    ${other.id}  ${other.printed.full}  ${other.places.length} place${other.places.length === 1 ? '' : 's'}  ${sourceLine(other.read)}`,
        ),
      ];
}

function placeLines(places: FigureRecord['places'], documents: BuildRecord['documents']): readonly string[] {
  if (places.length === 0) return ['', '  It stands nowhere.'];
  const rows = places.map((place) => ({ place, page: pageText(place, documents), spot: spotText(place, documents) }));
  const width = (texts: readonly string[]): number => Math.max(...texts.map(textWidth));
  const [page, spot, printed] = [
    width(rows.map((row) => row.page)),
    width(rows.map((row) => row.spot)),
    width(places.map((place) => place.printed)),
  ];
  return rows.flatMap((row, index) => {
    const opens = index === 0 || places[index - 1]!.document !== row.place.document;
    const line = `  ${padText(row.page, page)}  ${padText(row.spot, spot)}  ${padText(row.place.printed, printed)}  ${clipText(row.place.context, 48)}`;
    return [...(opens ? ['', row.place.document] : []), line.trimEnd()];
  });
}

/** `: value in column 23, change in column 41`: what an editor jumps to; of a workbook `: value in 指标!C7`. */
function cellText(cells: FigureRecord['cells']): string {
  const shown = ['value', 'change', 'rank', 'qualifier'].flatMap((name) => {
    const at = cells[name];
    return at === undefined ? [] : [`${name} in ${at.cell ?? `column ${at.column}`}`];
  });
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`;
}
