/** `briefkit watch` from outside: from the write of a changed figure to the new files on disk. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WatchTimes {
  /** In ms: from the write of the figure to the line that says what was written; one for each change. */
  readonly changes: readonly number[];
}

/** A figure of the sample report that stands in both outputs. */
const row = /^(industry\.added,[^,]*,)[\d.]+(,.*)$/m;

/** Writes another value of the figure into a copy of the sample report. */
export function changeFigure(copy: string, value: number): void {
  const figures = join(copy, 'figures.csv');
  const text = readFileSync(figures, 'utf8');
  if (!row.test(text)) throw new Error('the sample report has no such figure');
  writeFileSync(figures, text.replace(row, `$1${value}.6$2`));
}

/** The first changes warm the process, as an hour of editing does, and do not count. */
export async function timeWatch(
  project: string,
  report: string,
  folder: string,
  only: string,
  changes: number,
  warming = 8,
): Promise<WatchTimes> {
  const copy = join(folder, `watched-${only}`);
  mkdirSync(copy, { recursive: true });
  cpSync(join(project, report), copy, { recursive: true });
  const child = spawn(
    process.execPath,
    [join(project, '.build/cli.js'), 'watch', copy, '--only', only, '--out', join(folder, `watch-out-${only}`)],
    { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    const written = linesOf(child, / in [\d.]+ s\. Waiting for a change/);
    await written();
    const times: number[] = [];
    for (let change = 0; change < warming + changes; change += 1) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      const start = performance.now();
      changeFigure(copy, 500 + change);
      await written();
      if (change >= warming) times.push(performance.now() - start);
    }
    return { changes: times };
  } finally {
    child.kill();
  }
}

/** Resolves at the next line that is like this. */
function linesOf(child: ChildProcess, line: RegExp): () => Promise<void> {
  let seen = 0;
  let taken = 0;
  let wake = (): void => undefined;
  child.stdout!.on('data', (chunk: Buffer) => {
    if (!line.test(String(chunk))) return;
    seen += 1;
    wake();
  });
  child.once('exit', () => wake());
  return async () => {
    while (seen === taken) {
      if (child.exitCode !== null) throw new Error('the watch ended');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    taken += 1;
  };
}
