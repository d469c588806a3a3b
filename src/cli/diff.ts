/** `briefkit diff`: what changed between two states of a report. */
import { errorInRecord, notTwoStates } from '../diagnostics/messages.js';
import type { BuildRecord } from '../model/build-record.js';
import { diskFiles } from '../project/files.js';
import type { Files } from '../project/files.js';
import { gitFiles } from '../project/git-files.js';
import { compareBuilds } from '../provenance/compare-builds.js';
import type { Command, CommandInput, ExitCode, World } from './command.js';
import { diffMarkdown, diffText } from './diff-text.js';
import { checkPositionals, readChoice } from './positionals.js';
import { recordName } from './record-file.js';
import { recordOfReport, refuseInput } from './survey-report.js';

const example = 'briefkit diff HEAD~1 data/cixi-2024';
const formats = ['table', 'md', 'json'] as const;

export const diff: Command = {
  summary: 'shows what changed between two states of a report',
  usage: '<before> <after>',
  options: { format: { value: '<format>', what: `${formats.join(', ')}; table if not given` } },
  explanation: [
    'Each side is a report folder, a build.json or the folder of outputs that holds one; before may also be a git revision, at which',
    'the report folder given as after is read. Lists figures with their old and new values, new and gone ones, changed prose and',
    'pictures, and every slide and page that is touched. Exit code 0 whether or not anything changed.',
  ],
  examples: [
    { line: example, what: 'against the last commit' },
    { line: 'briefkit diff output/cixi-2024 data/cixi-2024', what: 'against the last build' },
    { line: `${example} --format md > changes.md`, what: 'for whoever signs off' },
  ],
  run: runDiff,
};

async function runDiff(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'table');
  const mistakes = [...checkPositionals(input, ['the state before', 'the state after'], 'briefkit diff', example), ...(typeof format === 'string' ? [] : [format])];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);
  const [from, to] = input.positionals as [string, string];
  const files = diskFiles(world.workingFolder);
  const after = await stateOf(to, files, world);
  if (after === null) return 1;
  const before = isState(from, files) ? await stateOf(from, files, world) : await stateAt(from, to, files, world);
  if (before === null) return 1;
  const changes = compareBuilds(before, after);
  switch (format) {
    case 'json': world.stdout.write(`${JSON.stringify(changes, null, 2)}\n`); break;
    case 'md': world.stdout.write(`${diffMarkdown(changes)}\n`); break;
    case 'table': world.stdout.write(`${diffText(changes)}\n`); break;
  }
  return 0;
}

const isReport = (path: string, files: Files): boolean => files.read(`${path}/report.yaml`) !== null;
const isState = (path: string, files: Files): boolean => isReport(path, files) || files.read(path) !== null || files.read(`${path}/${recordName}`) !== null;

/** A report folder as it is now, or the record of a build. */
async function stateOf(path: string, files: Files, world: World): Promise<BuildRecord | null> {
  if (isReport(path, files)) return recordOfReport(path, world);
  const file = files.read(path) === null ? `${path}/${recordName}` : path;
  const bytes = files.read(file);
  const record = bytes === null ? null : readRecord(bytes);
  if (record === null) refuseInput([bytes === null ? notTwoStates(path, recordName) : errorInRecord(file)], world);
  return record;
}

/** The report folder at a revision. */
async function stateAt(revision: string, folder: string, files: Files, world: World): Promise<BuildRecord | null> {
  const then = isReport(folder, files) ? gitFiles(world.workingFolder, revision, files) : null;
  if (then !== null && isReport(folder, then)) return recordOfReport(folder, world, then);
  refuseInput([notTwoStates(revision, recordName)], world);
  return null;
}

function readRecord(bytes: Uint8Array): BuildRecord | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<BuildRecord> | null;
    return value?.format === 1 && Array.isArray(value.figures) && Array.isArray(value.documents) ? value as BuildRecord : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
