/** Runs the tools of an office machine. One that is not installed is a failure, never a skipped test. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../cli/recording-world.js';

/** What the tool printed; throws with what it said where it ends badly. */
export const runTool = (tool: string, ...words: readonly string[]): string =>
  execFileSync(tool, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    timeout: 170_000,
  });

/** Builds the sample report with the command as a user runs it. */
export function buildSample(target: string, ...options: readonly string[]): void {
  runTool(
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
export function convertTo(format: 'pdf' | 'fodp' | 'pptx', file: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  runTool(
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

export const pageCount = (pdf: string): number => Number(/^Pages:\s+(\d+)/m.exec(runTool('pdfinfo', pdf))?.[1]);
