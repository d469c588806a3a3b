/**
 * Runs the tools of an office machine. One that is not installed is a failure, never a skipped test. Nobody stands still
 * while one works: a worker that does not hear the runner for a minute takes it for dead.
 */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../cli/recording-world.js';

const start = promisify(execFile);

/** What the tool printed; throws with what it said where it ends badly. */
export async function runTool(tool: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await start(tool, words, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 170_000 });
  return stdout;
}

/** Builds the sample report with the command as a user runs it. */
export async function buildSample(target: string, ...options: readonly string[]): Promise<void> {
  await runTool(
    process.execPath,
    join(projectFolder, '.build/cli.js'),
    'build',
    join(projectFolder, 'data/cixi-2024'),
    '--out',
    target,
    ...options,
  );
}

/**
 * LibreOffice's own rendering of a file, as a PDF, as a flat ODP, or saved as a deck again, with a profile of its own so that it runs beside
 * an open one.
 */
export async function convertTo(format: 'pdf' | 'fodp' | 'pptx', file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await runTool(
    'soffice',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    folder,
    file,
  );
}

export const pageCount = async (pdf: string): Promise<number> =>
  Number(/^Pages:\s+(\d+)/m.exec(await runTool('pdfinfo', pdf))?.[1]);
