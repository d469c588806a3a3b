/** A report surveyed for a command that prints what it finds: null where the report has mistakes, which are printed. */
import type { Effects, Survey } from '../../compile.js';
import { survey } from '../../compile.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { countDiagnostics, printDiagnostics } from '../../diagnostics/print-diagnostics.js';
import type { BuildRecord } from '../../model/build-record.js';
import type { Report } from '../../model/report.js';
import { recordBuild } from '../../provenance/record-build.js';
import type { World } from '../input/command.js';
import { takesColor } from '../input/command.js';
import { diskEffects } from './disk-effects.js';

export interface Surveyed {
  readonly found: Survey;
  readonly diagnostics: readonly Diagnostic[];
}

export async function surveyReport(
  report: string,
  world: World,
  files?: Effects['files'],
  look: typeof survey = survey,
): Promise<Surveyed> {
  const diagnostics: Diagnostic[] = [];
  const effects = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void diagnostics.push(diagnostic),
    files,
  );
  return { found: await look({ report, only: null, strict: false }, effects), diagnostics };
}

/** What was found in a report without mistakes. */
export interface SoundReport extends Survey {
  readonly data: Report;
}

/** Null where there are some, which are printed. */
export async function soundReport(report: string, world: World, files?: Effects['files']): Promise<SoundReport | null> {
  const { found, diagnostics } = await surveyReport(report, world, files);
  if (!found.failed && found.data !== null) return { ...found, data: found.data };
  printMistakes(
    diagnostics.filter(({ severity }) => severity === 'error'),
    world,
  );
  return null;
}

/** The record that a build of the report would leave. */
export async function recordOfReport(
  report: string,
  world: World,
  files?: Effects['files'],
): Promise<BuildRecord | null> {
  const found = await soundReport(report, world, files);
  return found === null ? null : recordBuild(found.data, found.documents);
}

export function printMistakes(diagnostics: readonly Diagnostic[], { stderr, environment }: World): void {
  stderr.write(
    `${printDiagnostics(diagnostics, { color: takesColor(stderr, environment) })}\n\n${countDiagnostics(diagnostics)}\n`,
  );
}

/** A mistake on the command line itself. */
export function refuseInput(mistakes: readonly Diagnostic[], { stderr, environment }: World): 1 {
  stderr.write(`${printDiagnostics(mistakes, { color: takesColor(stderr, environment) })}\n`);
  return 1;
}
