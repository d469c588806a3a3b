/** `briefkit new`: a report's folder, from data or to learn from, and its first build. */
import { basename, join, resolve } from 'node:path';
import { compile } from '../compile.js';
import type { CompileResult } from '../compile.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { badReportName, fileIsThere, missingFile, noTables } from '../diagnostics/messages.js';
import { countDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { drawableTables } from '../gallery/try-charts.js';
import { isSheetProse } from '../locale/sheet-words.js';
import { usualBundle, usualTheme } from '../read/report/usual-look.js';
import { sampleFiles } from '../locale/starter/starter-sample.js';
import { diskFiles } from '../project/files.js';
import { writeOutputs } from '../project/write-outputs.js';
import type { OutputFile } from '../project/write-outputs.js';
import type { DraftedFiles, Trial } from '../starter/make-report.js';
import type { LeftOut, SourceFile, SourceTable } from '../starter/source-table.js';
import { takesColor } from './input/command.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { diskEffects } from './report/disk-effects.js';
import { checkPositionals, readChoice } from './input/positionals.js';
import { filesOfBuild } from './report/record-file.js';
import { templateRoots } from '../project/package-folder.js';
import { printSchema } from '../print-schema.js';
import { askHead } from './input/ask-head.js';
import { printMistakes, refuseInput } from './report/survey-report.js';

const example = 'briefkit new my-report --from figures.xlsx';
const languages = ['zh-CN', 'en'] as const;

export const newReport: Command = {
  summary: 'makes a report, from data or to learn from, and builds it',
  usage: '<name>',
  options: {
    from: {
      value: '<file>',
      what: 'a workbook (.xlsx) or text file (.csv, .tsv); several with commas between, or the option again',
      many: true,
    },
    locale: { value: '<language>', what: 'zh-CN or en; by the data if not given, else zh-CN' },
    title: { value: '<text>', what: "the report's title" },
    place: { value: '<text>', what: 'what it is about: a county, a company' },
    period: { value: '<text>', what: 'a year, a quarter' },
    bundle: { value: '<name>', what: 'the templates; annual-briefing if not given' },
    theme: { value: '<name>', what: 'the colours and fonts; celadon if not given' },
  },
  explanation: [
    'Makes data/<name>/ in the present folder and builds it into output/<name>/. Without --from it is a short report of invented figures,',
    'with comments that teach. With --from the files are copied in; the tables on their sheets are found, a section a sheet: each is',
    'printed, and drawn by the shape of its data: time as a line, a ranking as sorted bars, two periods as slopes. Titles state what',
    'the numbers say, by figures that are bound. What could not be read is said with its sheet and cell.',
    'At a terminal, and without options but --from, it asks for title, place, period, language and colours.',
  ],
  examples: [
    { line: 'briefkit new first-steps', what: 'a report to learn from' },
    { line: example, what: 'a deck and a paper of a workbook' },
    {
      line: 'briefkit new town --from data.csv --locale en --title "The town in 2024"',
      what: 'of a text file, in English',
    },
  ],
  run: runNew,
};

async function runNew(given: CommandInput, world: World): Promise<ExitCode> {
  const input = given.positionals.length === 1 ? await askHead(given, world, languages, themesThere(world)) : given;
  const [name = ''] = input.positionals;
  const language = readChoice(input, 'locale', languages, 'zh-CN');
  const folder = `data/${name}`;
  const mistakes = [
    ...checkPositionals(input, ['the name of the report'], 'briefkit new', example),
    ...(name !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) ? [badReportName(name)] : []),
    ...(typeof language === 'string' ? [] : [language]),
    ...(diskFiles(world.workingFolder).list(folder) === null ? [] : [fileIsThere(folder)]),
  ];
  if (mistakes.length > 0 || typeof language !== 'string') return refuseInput(mistakes, world);
  const from = (input.values.get('from') ?? '')
    .split(/[\n,]/)
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return from.length === 0 ? makeSample(folder, language, input, world) : makeFrom(folder, from, input, world);
}

/** Folders of themes, in the working folder and built in. */
const themesThere = ({ workingFolder }: World): readonly string[] => [
  ...new Set(
    templateRoots(workingFolder).flatMap((root) => diskFiles(workingFolder).list(join(root, 'templates/themes')) ?? []),
  ),
];

const schemaName = 'report.schema.json';

/** What an editor completes and checks report.yaml by, and the line atop it that says so. */
async function withSchema(files: readonly OutputFile[], bundle: string, world: World): Promise<readonly OutputFile[]> {
  const effects = diskEffects(
    world,
    () => undefined,
    () => undefined,
  );
  const schema = await printSchema(bundle, effects);
  if (schema === null) return files;
  const line = new TextEncoder().encode(`# yaml-language-server: $schema=${schemaName}\n`);
  return [
    ...files.map((file) =>
      file.name === 'report.yaml' ? { ...file, bytes: Buffer.concat([line, file.bytes]) } : file,
    ),
    textFile(schemaName, schema),
  ];
}

/** Today, where the world's clock stands. */
const today = (): string => new Date().toISOString().slice(0, 10);

async function makeSample(folder: string, language: string, input: CommandInput, world: World): Promise<ExitCode> {
  const given = (key: string, usual: string): string => input.values.get(key) ?? usual;
  const files = sampleFiles(language, {
    title: given('title', ''),
    place: given('place', ''),
    period: given('period', ''),
    bundle: given('bundle', usualBundle),
    theme: given('theme', usualTheme),
    date: today(),
  });
  const plain = Object.entries(files).map(([name, content]) => textFile(name, content));
  const all = await withSchema(plain, given('bundle', usualBundle), world);
  if (!writeReportFiles(folder, all, world)) return 1;
  const trial = await tryBuild(folder, world);
  return conclude(
    folder,
    all.map(({ name }) => name),
    trial,
    world,
  );
}

async function makeFrom(
  folder: string,
  paths: readonly string[],
  input: CommandInput,
  world: World,
): Promise<ExitCode> {
  const { readSourceTables, withoutAsides } = await import('../starter/source-table.js');
  const { makeReport } = await import('../starter/make-report.js');
  const told: Diagnostic[] = [];
  const tell: Tell = (diagnostic) => void told.push(diagnostic);
  const sources = readSources(paths, world, tell);
  const leftOut: LeftOut[] = [];
  const found: SourceTable[] = [];
  for (const source of sources) found.push(...(await readSourceTables(source, leftOut, tell)));
  const tables = withoutAsides(found, leftOut);
  if (tables.length === 0) {
    const why = leftOut.flatMap((left) => left.why ?? []).slice(0, 1);
    printMistakes(told.length > 0 ? told : why.length > 0 ? why : [noTables(paths.join(', '))], world);
    return 1;
  }
  const head = {
    bundle: input.values.get('bundle') ?? usualBundle,
    theme: input.values.get('theme') ?? usualTheme,
    locale: input.values.get('locale') ?? languageOf(tables),
    title: input.values.get('title') ?? titleOf(tables, paths[0]!),
    place: input.values.get('place') ?? '',
    period: input.values.get('period') ?? '',
    date: today(),
  };
  const copies = sources.map(({ name, bytes }) => ({ name, bytes }));
  const made = await makeReport(head, tables, async (files) => {
    const written = writeReportFiles(folder, [...draftFiles(files), ...copies], world);
    return written ? tryBuild(folder, world) : { mistakes: [], built: null };
  });
  if (made === null) {
    printMistakes([noTables(paths.join(', '))], world);
    return 1;
  }
  sayTables(tables, leftOut, world);
  // Last, since the places of mistakes were those of the draft.
  const all = await withSchema([...draftFiles(made.files), ...copies], head.bundle, world);
  if (!writeReportFiles(folder, all, world)) return 1;
  return conclude(
    folder,
    all.map(({ name }) => name),
    made.trial,
    world,
  );
}

function readSources(paths: readonly string[], world: World, tell: Tell): readonly SourceFile[] {
  const disk = diskFiles(world.workingFolder);
  const taken = new Set<string>(['report.yaml', 'figures.csv']);
  return paths.flatMap((path) => {
    const bytes = disk.read(path);
    if (bytes === null) tell(missingFile(path, 'a file of data', null, null));
    let name = basename(path);
    while (taken.has(name)) name = `data-${name}`;
    taken.add(name);
    return bytes === null ? [] : [{ name, path, bytes }];
  });
}

const languageOf = (tables: readonly SourceTable[]): string => {
  const text = tables
    .flatMap(({ table }) => [...table.head, ...table.rows.slice(0, 50).flat()].map((cell) => cell.text))
    .join('');
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 > (text.match(/\p{L}/gu)?.length ?? 0) ? 'zh-CN' : 'en';
};

/** The line that stands above all sheets, or the only one; else the file's name, as words. */
function titleOf(tables: readonly SourceTable[], path: string): string {
  const titles = tables.map((table) => table.titles.map((line) => line.replace(/\s+/g, ' ').trim()));
  const [first = ''] = titles[0] ?? [];
  const isOfAll = titles.every((lines) => lines.includes(first));
  if (first !== '' && first.length <= 60 && isOfAll && !isSheetProse(first)) return first;
  const name = basename(path).replace(/\.[^.]*$/, '');
  const words = name.replace(/[_-]+/g, ' ').trim();
  return /^[a-z]/.test(words) ? words[0]!.toUpperCase() + words.slice(1) : words || name;
}

const textFile = (name: string, content: string): OutputFile => ({ name, bytes: new TextEncoder().encode(content) });
const draftFiles = ({ report, figures }: DraftedFiles): readonly OutputFile[] => [
  textFile('report.yaml', report),
  textFile('figures.csv', figures ?? 'id,label,value,unit,period,source\n'),
];

function writeReportFiles(folder: string, files: readonly OutputFile[], world: World): boolean {
  const mistakes: Diagnostic[] = [];
  const written = writeOutputs(resolve(world.workingFolder, folder), files, (mistake) => void mistakes.push(mistake));
  if (written === null) printMistakes(mistakes, world);
  return written !== null;
}

/** Warnings are what an author may want to look at: they are printed with the last build. */
interface Built {
  readonly result: CompileResult;
  readonly warnings: readonly Diagnostic[];
}

async function tryBuild(folder: string, world: World): Promise<Trial<Built>> {
  const told: Diagnostic[] = [];
  const effects = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void told.push(diagnostic),
  );
  const result = await compile({ report: folder, only: null, strict: false }, effects);
  const mistakes = told.filter(({ severity }) => severity === 'error');
  return { mistakes, built: result.failed ? null : { result, warnings: told } };
}

function sayTables(tables: readonly SourceTable[], leftOut: readonly LeftOut[], { stdout, stderr }: World): void {
  for (const { place, table, file } of tables) {
    const where = place === null ? file : `${place.sheet}!${place.range}`;
    const head = place === null || place.head === 1 ? 'one head row' : `${place.head} head rows`;
    stdout.write(`read ${where} as a table with ${head}, ${table.rows.length} rows\n`);
  }
  for (const { what, why } of leftOut) stderr.write(`left out ${what}${why === null ? '' : `: ${why.message}`}\n`);
}

function conclude(folder: string, names: readonly string[], { mistakes, built }: Trial<Built>, world: World): ExitCode {
  const { stdout, stderr, environment } = world;
  for (const name of names) stdout.write(`wrote ${join(folder, name)}\n`);
  if (built === null) {
    printMistakes(mistakes, world);
    return 1;
  }
  const told = [...built.warnings];
  const target = join('output', basename(folder));
  const written = writeOutputs(
    resolve(world.workingFolder, target),
    filesOfBuild(built.result),
    (mistake) => void told.push(mistake),
  );
  if (told.length > 0)
    stderr.write(
      `${printDiagnostics(told, { color: takesColor(stderr, environment) })}\n\n${countDiagnostics(told)}\n`,
    );
  if (written === null) return 1;
  for (const { name, pages, page } of built.result.outputs)
    stdout.write(`${join(target, name)}  ${pages} ${page}${pages === 1 ? '' : 's'}\n`);
  if (built.result.data !== null && drawableTables(built.result.data).length > 0)
    stdout.write(`briefkit gallery ${folder}  shows its tables as every kind of chart\n`);
  stdout.write(`briefkit preview ${folder} --open  shows its pages while you write\n`);
  return 0;
}
