/** Builds a mutant in this process and says what is wrong with how it ended: with outputs, or with mistakes told. */
import { checkContent } from '../../src/check/check-content.js';
import { compile, survey } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFiles, filesWithin, memoryFiles, type Files } from '../../src/project/files.js';
import { keepFonts } from '../../src/project/font-files.js';
import { projectFolder } from '../cli/recording-world.js';
import { reportFolder } from './base-report.js';
import type { Mutant } from './mutate.js';

export interface Verdict {
  readonly seed: number;
  readonly damaged: readonly string[];
  /** Empty where all is well. */
  readonly faults: readonly string[];
  readonly ended: 'built' | 'told' | 'thrown';
}

const fontsOf = keepFonts([projectFolder]);
const beginnings: Readonly<Record<string, string>> = { pdf: '%PDF', pptx: 'PK' };

/** Mistakes that no file's line is to blame for: a folder, a whole file that is not there. */
const placeless = new Set([
  'missing-file',
  'missing-font-file',
  'unreadable-font',
  'no-outputs',
  'missing-template',
  'unusable-template',
]);

/** What stands beside the mutant's own files: nothing but the project's templates and fonts. */
function filesOf({ inputs }: Mutant): Files {
  const memory = memoryFiles(inputs);
  const disk = filesWithin(diskFiles(projectFolder), 'templates');
  return {
    ...disk,
    read: (path) => memory.read(path) ?? disk.read(path),
    list: (path) => {
      const [own, others] = [memory.list(path), disk.list(path)];
      return own === null && others === null ? null : [...new Set([...(own ?? []), ...(others ?? [])])].sort();
    },
  };
}

export async function judge(mutant: Mutant): Promise<Verdict> {
  const { seed, damaged } = mutant;
  const diagnostics: Diagnostic[] = [];
  const files = filesOf(mutant);
  const effects = {
    files,
    fonts: fontsOf(files),
    roots: ['.'],
    clock: () => 0,
    log: () => undefined,
    tell: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic),
  };
  // Some decks stand on somebody else's template.
  const job = {
    report: reportFolder,
    only: null,
    strict: false,
    ...(seed % 5 === 0 || damaged.some((name) => name.endsWith('.pptx'))
      ? { template: `${reportFolder}/brand.pptx` }
      : {}),
  };
  try {
    const { failed, outputs } = await compile(job, effects);
    const told = diagnostics.flatMap(faultsOf);
    if (failed && !diagnostics.some(({ severity }) => severity === 'error')) told.push('failed, and no error was told');
    // The report as it was must build: a mutant of what is wrong already says nothing.
    if (failed && damaged.length === 0)
      told.push(...diagnostics.map(({ message, span }) => `${span?.file}:${span?.line} ${message}`));
    if (failed && outputs.length > 0) told.push('failed, and still gave outputs');
    if (!failed) {
      const broken = outputs.filter(({ name, bytes }) => !isSound(name, bytes));
      told.push(...broken.map(({ name }) => `${name} is no such file`));
      const { data, bound } = await survey(job, { ...effects, tell: () => undefined });
      if (data !== null) checkContent(data, [...bound.values()], (found) => void told.push(...faultsOf(found)));
    }
    return { seed, damaged, faults: told, ended: failed ? 'told' : 'built' };
  } catch (cause) {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { seed, damaged, faults: [stack.split('\n').slice(0, 6).join('\n')], ended: 'thrown' };
  }
}

const isSound = (name: string, bytes: Uint8Array): boolean => {
  const beginning = beginnings[name.slice(name.lastIndexOf('.') + 1)];
  return beginning === undefined || Buffer.from(bytes.subarray(0, 8)).toString('latin1').startsWith(beginning);
};

/** An error says what and where in words that a person can read. */
function faultsOf({ severity, code, message, hint, span }: Diagnostic): readonly string[] {
  const faults: string[] = [];
  if (code === '' || message === '') faults.push(`a diagnostic without words: ${code}`);
  if (
    /\bundefined\b|\[object |\bNaN\b.*is no|function \w+\(/.test(`${message.replaceAll(/["“][^"”]*["”]/g, '')} ${hint}`)
  )
    faults.push(`${code}: ${message} (${hint})`);
  if (severity === 'error' && span === null && !placeless.has(code)) faults.push(`${code} has no place: ${message}`);
  if (span !== null && !(span.line >= 1 && span.column >= 1 && span.file !== ''))
    faults.push(`${code} has the place ${span.file}:${span.line}:${span.column}`);
  return faults;
}
