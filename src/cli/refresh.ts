/** `briefkit refresh`: an edited deck with the report's figures as they are now. */
import { basename, extname, join, resolve } from 'node:path';
import { compileRefresh, type RefreshJob, type RefreshResult } from '../compile-refresh.js';
import type { Effects } from '../compile.js';
import { missingDeck, sameFile, twoChoices } from '../diagnostics/deck-messages.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { noSheetKind } from '../diagnostics/messages.js';
import { diskFiles } from '../project/files.js';
import { lastBuild } from './build-memory.js';
import { diskEffects } from './report/disk-effects.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { jobOptions } from './report/read-job.js';
import { printMistakes, refuseInput } from './report/survey-report.js';
import { returnedPdf } from './report/returned-pdf.js';
import { refreshSheet } from './text/returned-sheet.js';
import { changeJson, changeMarkdown, changeText } from './text/change-lines.js';
import { writeFile } from './report/write-file.js';

const example = 'briefkit refresh deck-edited.pptx data/cixi-2024';
const sheets = ['pdf', 'md', 'json'] as const;

export const refresh: Command = {
  summary: 'brings the figures of an edited deck up to date, and leaves all else as it is',
  usage: '<edited deck> <report folder>',
  options: {
    out: {
      value: '<file>',
      what: 'where the refreshed deck goes; beside the edited one, as NAME.refreshed.pptx, if not given',
    },
    'dry-run': { value: null, what: 'shows what would change, and writes nothing' },
    'add-new': {
      value: null,
      what: 'adds slides, points, rows and columns of tables that the report has and the deck never had',
    },
    ours: { value: null, what: 'where deck and report contradict each other, keeps what the deck says' },
    theirs: { value: null, what: 'and this takes what the report says' },
    report: {
      value: '<file>',
      what: `also writes what changed: a name that ends with ${sheets.map((kind) => `.${kind}`).join(', ')}`,
    },
    base: {
      value: '<file>',
      what: 'the deck as the build wrote it, for one that another program has saved without its ids',
    },
    template: jobOptions.template,
    fonts: jobOptions.fonts,
    bundle: jobOptions.bundle,
    theme: jobOptions.theme,
  },
  explanation: [
    'A deck says in a part of its own what each slide, shape and number of it is. So whatever a person did since the build stays:',
    'places, sizes, looks, words, what was added, deleted, moved, copied. Only where a figure stands, its new value takes the place of',
    'its old one: in sentences written anew around it, in tables, in charts and the workbooks behind them, in notes and alternative texts.',
    "A number that was typed over is kept and told, and the exit code is 1: --ours lets it stand, --theirs takes the report's.",
    'What was deleted stays deleted. Parts without a changed figure are the same bytes. The edited deck itself is never written over.',
  ],
  examples: [
    { line: example, what: 'writes deck-edited.refreshed.pptx' },
    { line: `${example} --dry-run`, what: 'to see it first' },
    { line: `${example} --report changes.md`, what: 'with a list for whoever presents' },
  ],
  run: runRefresh,
};

async function runRefresh(input: CommandInput, world: World): Promise<ExitCode> {
  const { values, switches } = input;
  const sheet = values.get('report') ?? null;
  const [file, report] = input.positionals;
  const out = values.get('out') ?? (file === undefined ? '' : refreshedName(file));
  const same = file !== undefined && resolve(world.workingFolder, out) === resolve(world.workingFolder, file);
  const mistakes: readonly Diagnostic[] = [
    ...checkPositionals(input, ['the edited deck', 'the report folder'], 'briefkit refresh', example),
    ...(sheet !== null && !sheets.some((kind) => extname(sheet) === `.${kind}`) ? [noSheetKind(sheet, sheets)] : []),
    ...(switches.has('ours') && switches.has('theirs') ? [twoChoices()] : []),
    ...(same ? [sameFile(out)] : []),
  ];
  if (mistakes.length > 0 || file === undefined || report === undefined) return refuseInput(mistakes, world);
  const job = readRefreshJob(file, report, input, world);
  if ('code' in job) return refuseInput([job], world);
  const diagnostics: Diagnostic[] = [];
  const disk = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void diagnostics.push(diagnostic),
  );
  const effects = { ...disk, memo: lastBuild(report, world) };
  const result = await compileRefresh(job, effects);
  if (result === null) {
    printMistakes(
      diagnostics.filter(({ severity }) => severity === 'error'),
      world,
    );
    return 1;
  }
  return conclude(result, { file, out, sheet, isDry: switches.has('dry-run') }, { world, effects });
}

/** A template stays one, and a show: their types stand in their names too. */
function refreshedName(file: string): string {
  const ending = extname(file);
  const kept = /^\.(?:potx|ppsx|potm|ppsm|pptm)$/i.test(ending) ? ending : '.pptx';
  return `${file.slice(0, file.length - ending.length)}.refreshed${kept}`;
}

function readRefreshJob(
  file: string,
  report: string,
  { values, switches }: CommandInput,
  { workingFolder }: World,
): RefreshJob | Diagnostic {
  const files = diskFiles(workingFolder);
  const bytes = files.read(file);
  if (bytes === null) return missingDeck(file, files.list(file) !== null);
  const named = values.get('base');
  const baseName = named ?? join('output', basename(resolve(workingFolder, report)), 'deck.pptx');
  const base = files.read(baseName);
  if (named !== undefined && base === null) return missingDeck(named, files.list(named) !== null);
  return {
    report,
    deck: { name: file, bytes },
    base: base === null ? null : { name: baseName, bytes: base },
    choice: switches.has('ours') ? 'ours' : switches.has('theirs') ? 'theirs' : 'tell',
    addNew: switches.has('add-new'),
    ...(values.has('template') && { template: values.get('template')! }),
    ...(values.has('fonts') && { templateFonts: values.get('fonts')! }),
    ...(values.has('bundle') && { bundle: values.get('bundle')! }),
    ...(values.has('theme') && { theme: values.get('theme')! }),
  };
}

interface Targets {
  /** The edited deck, as it was typed. */
  readonly file: string;
  readonly out: string;
  readonly sheet: string | null;
  readonly isDry: boolean;
}

async function conclude(
  result: RefreshResult,
  { file, out, sheet, isDry }: Targets,
  { world, effects }: { readonly world: World; readonly effects: Effects },
): Promise<ExitCode> {
  world.stdout.write(`${changeText(result)}\n`);
  const written = isDry ? 0 : writeFile(out, result.bytes, world);
  const bytes = sheet === null ? null : await sheetBytes(result, { file, sheet }, effects);
  const noted = sheet === null ? 0 : bytes === null ? 1 : writeFile(sheet, bytes, world);
  return Math.max(written, noted, result.changes.some(({ kind }) => kind === 'conflict') ? 1 : 0) as ExitCode;
}

async function sheetBytes(
  result: RefreshResult,
  { file, sheet }: { readonly file: string; readonly sheet: string },
  effects: Effects,
): Promise<Uint8Array | null> {
  if (extname(sheet) === '.pdf') {
    const { data } = result;
    return returnedPdf(refreshSheet(result, basename(file)), data, effects);
  }
  const text = extname(sheet) === '.json' ? changeJson(result) : changeMarkdown(result);
  return new TextEncoder().encode(text);
}
