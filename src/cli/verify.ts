/** `briefkit verify`: what every number in a returned deck or PDF is. */
import { compileVerify, type VerifyResult } from '../compile-verify.js';
import { missingDeck } from '../diagnostics/deck-messages.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { missingArgument } from '../diagnostics/messages.js';
import { diskFiles } from '../project/files.js';
import { packageVersion } from '../project/package-folder.js';
import { recordBuild } from '../provenance/record-build.js';
import { isAlarm } from '../verify/text/number-finding.js';
import { githubLines } from './check-formats/github.js';
import { sarifLog } from './check-formats/sarif.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { readChoice } from './input/positionals.js';
import { sinceApproval } from './report/approval-of.js';
import { lastBuild } from './build-memory.js';
import { diskEffects } from './report/disk-effects.js';
import { printMistakes, refuseInput } from './report/survey-report.js';
import { returnedPdf } from './report/returned-pdf.js';
import { writeFile } from './report/write-file.js';
import { verifySheet } from './text/returned-sheet.js';
import type { Effects } from '../compile.js';
import { numberDiagnostics, numberJson, numberText } from './text/number-lines.js';

const example = 'briefkit verify deck-back.pptx --report data/cixi-2024';
const formats = ['text', 'json', 'github', 'sarif', 'pdf'] as const;
const usualSheet = 'verified.pdf';
type Format = (typeof formats)[number];

export const verify: Command = {
  summary: 'says what every number in a returned deck or PDF is: current, stale, typed over',
  usage: '<file> …',
  options: {
    report: {
      value: '<report folder>',
      what: 'the report as it is now; without it a file is compared with what its build wrote',
    },
    format: { value: '<format>', what: `${formats.join(', ')}; text if not given` },
    out: { value: '<file>', what: `where a PDF goes; ${usualSheet} if not given` },
    all: { value: null, what: 'lists current and unknown numbers too' },
  },
  explanation: [
    'Reads slides, tables, charts and the workbooks behind them, notes and alternative texts of a deck, and the pages of a PDF. Each number',
    'is current (as the report says), stale (as the build wrote it, and the report says another now), typed over (the build wrote another),',
    "a figure's value typed by hand, or unknown. Named with its slide or page, the words around it and the cell where its figure is read.",
    'A file of others is read by values, units and labels. Exit code 1 where a number is stale, typed over, or in a part that is damaged.',
  ],
  examples: [
    { line: example, what: 'before it goes out' },
    { line: 'briefkit verify deck-back.pptx', what: 'what did they change?' },
    { line: `${example} --format sarif > verify.sarif`, what: 'for programs that gather findings' },
  ],
  run: runVerify,
};

async function runVerify(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'text');
  const names = input.positionals;
  const folder = diskFiles(world.workingFolder);
  const files = names.map((name) => ({ name, bytes: folder.read(name) }));
  const mistakes: readonly Diagnostic[] = [
    ...(names.length === 0 ? [missingArgument('the returned file', example)] : []),
    ...(typeof format === 'string' ? [] : [format]),
    ...files.flatMap(({ name, bytes }) => (bytes === null ? [missingDeck(name, folder.list(name) !== null)] : [])),
  ];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);
  const diagnostics: Diagnostic[] = [];
  const disk = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void diagnostics.push(diagnostic),
  );
  const against = input.values.get('report') ?? null;
  const effects = against === null ? disk : { ...disk, memo: lastBuild(against, world) };
  const found = files.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
  const result = await compileVerify({ files: found, report: against }, effects);
  if (result === null) {
    printMistakes(
      diagnostics.filter(({ severity }) => severity === 'error'),
      world,
    );
    return 1;
  }
  if (format === 'pdf') {
    const written = await writeSheet(result, input.values.get('out') ?? usualSheet, { world, effects });
    if (written !== 0) return written;
  } else world.stdout.write(printed(result, format, input.switches.has('all')));
  tellApproval(result, against ?? '', world);
  return result.files.some(({ findings, unread }) => unread.length > 0 || findings.some(isAlarm)) ? 1 : 0;
}

/** What of the report differs from what was approved of it. */
function tellApproval({ data }: VerifyResult, report: string, world: World): void {
  const told = data === null ? [] : sinceApproval(report, recordBuild(data, new Map()), world);
  if (told.length > 0) printMistakes(told, world);
}

/** A file that nobody's report stands behind is told of in the language of what it says. */
async function writeSheet(
  result: VerifyResult,
  out: string,
  { world, effects }: { readonly world: World; readonly effects: Effects },
): Promise<ExitCode> {
  const words = result.files.flatMap(({ findings }) => findings.map(({ context }) => context)).join('');
  const language = result.data?.meta.language ?? (/\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en-US');
  const bytes = await returnedPdf(verifySheet(result, language), result.data, effects, language);
  return bytes === null ? 1 : writeFile(out, bytes, world);
}

function printed(result: VerifyResult, format: Exclude<Format, 'pdf'>, withAll: boolean): string {
  switch (format) {
    case 'text':
      return `${numberText(result, withAll)}\n`;
    case 'json':
      return numberJson(result);
    case 'github':
      return githubLines(numberDiagnostics(result));
    case 'sarif':
      return `${JSON.stringify(sarifLog(numberDiagnostics(result), [], packageVersion()), null, 2)}\n`;
  }
}
