/** `briefkit new-edition`: a report's folder for its next year. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fileIsThere, missingArgument, missingFile, wrongNumber } from '../diagnostics/messages.js';
import { newEdition as planEdition, type Edition, type EditionFile } from '../edition/new-edition.js';
import { diskFiles } from '../project/files.js';
import { writeOutputs } from '../project/write-outputs.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { printMistakes, refuseInput, surveyReport } from './report/survey-report.js';

const example = 'briefkit new-edition data/cixi-2024 --to 2025';

export const newEdition: Command = {
  summary:
    "copies a report for its next year: its values become the year before's, and what is to be filled in is marked",
  usage: '<report folder>',
  options: {
    to: { value: '<year>', what: 'the year of the new edition' },
    out: { value: '<folder>', what: 'the new report; beside the old one, with its year in the name, if not given' },
  },
  explanation: [
    'In figures.csv each value of the year becomes the prior one, and the new one is marked "to come": a draft shows that word, and a',
    'build with --strict fails while one is left. Changes follow from the prior values once the new ones are filled in: clear the mark then.',
    'Period, edition and date go on. Every claim in words (a first, a record, a third year in a row, a place, rose, fell) is listed with its',
    'line, for it has to be proved again; briefkit check then tells those that the new figures contradict.',
  ],
  examples: [{ line: example, what: 'makes data/cixi-2025' }],
  run: runNewEdition,
};

async function runNewEdition(input: CommandInput, world: World): Promise<ExitCode> {
  const to = Number(input.values.get('to') ?? Number.NaN);
  const mistakes: readonly Diagnostic[] = [
    ...checkPositionals(input, ['the report folder'], 'briefkit new-edition', example),
    ...(input.values.has('to') ? [] : [missingArgument('--to', example)]),
    ...(input.values.has('to') && !(to >= 1900 && to <= 2999)
      ? [wrongNumber('--to', input.values.get('to')!, 1900, 2999)]
      : []),
  ];
  const report = input.positionals[0];
  if (mistakes.length > 0 || report === undefined) return refuseInput(mistakes, world);
  const files = diskFiles(world.workingFolder);
  if (files.read(`${report}/report.yaml`) === null)
    return refuseInput([missingFile(`${report}/report.yaml`, 'the report', null, null)], world);
  const { found } = await surveyReport(report, world);
  const from = Number(/\d{4}/.exec(found.data?.period ?? '')?.[0] ?? to - 1);
  const out = input.values.get('out') ?? nextName(report, from, to);
  if (files.list(out) !== null) return refuseInput([fileIsThere(out)], world);
  const edition = planEdition(filesBelow(report, '', world), {
    from,
    to,
    language: found.data?.meta.language ?? 'zh-CN',
  });
  return write(edition, out, world);
}

function nextName(report: string, from: number, to: number): string {
  const name = basename(resolve(report));
  const next = name.includes(String(from)) ? name.replace(String(from), String(to)) : `${name}-${to}`;
  return join(dirname(report), next);
}

function filesBelow(report: string, folder: string, world: World): readonly EditionFile[] {
  const files = diskFiles(world.workingFolder);
  return (files.list(join(report, folder)) ?? []).flatMap((name): readonly EditionFile[] => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const bytes = name.startsWith('.') ? null : files.read(`${report}/${path}`);
    return bytes === null ? (name.startsWith('.') ? [] : filesBelow(report, path, world)) : [{ path, bytes }];
  });
}

function write({ files, toFill, claims, untouched }: Edition, out: string, world: World): ExitCode {
  const mistakes: Diagnostic[] = [];
  // report.yaml comes last: where it stands, so does all else.
  const folders = [...new Set(files.map(({ path }) => dirname(path)))].sort((one, other) => other.length - one.length);
  const isWritten = folders.every((folder) => {
    const own = files.filter(({ path }) => dirname(path) === folder);
    return (
      writeOutputs(
        resolve(world.workingFolder, out, folder),
        own.map(({ path, bytes }) => ({ name: basename(path), bytes })),
        (diagnostic) => void mistakes.push(diagnostic),
      ) !== null
    );
  });
  if (!isWritten) {
    printMistakes(mistakes, world);
    return 1;
  }
  const lines = [
    `wrote ${out}: ${files.length} files`,
    `to fill in, ${toFill.length} figures: ${toFill.join(', ')}`,
    ...untouched.map((path) => `copied as it is, put the new numbers in: ${join(out, path)}`),
    `to be proved again, ${claims.length} lines:`,
    ...claims.map(
      ({ path, line, claims: words, text }) =>
        `  ${join(out, path)}:${line}  ${words.join(', ')}  in "${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`,
    ),
  ];
  world.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
