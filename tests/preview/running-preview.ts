/** A preview of a small report in a folder of its own, as the command runs it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExitCode } from '../../src/cli/input/command.js';
import { run } from '../../src/cli/run.js';
import type { PreviewState } from '../../src/preview/protocol.js';
import { projectFolder, recordingWorld, type RecordedText } from '../cli/recording-world.js';

export interface RunningPreview {
  readonly folder: string;
  /** With the token. */
  readonly address: string;
  readonly edit: (file: string, from: string, to: string) => void;
  readonly text: (file: string) => string;
  /** What the terminal says so far. */
  readonly said: () => RecordedText;
  readonly end: () => Promise<ExitCode>;
}

/**
 * @param report of the project; it is copied, so that a test may edit it.
 * @param prepare changes the copy before the preview begins.
 */
export async function startPreview(
  report: string,
  words: readonly string[] = [],
  prepare: (folder: string) => void = () => undefined,
): Promise<RunningPreview> {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-preview-'));
  cpSync(join(projectFolder, report), join(folder, 'report'), { recursive: true });
  prepare(folder);
  return previewIn(folder, words);
}

/** A preview of the report in a folder, which is deleted when it ends unless it is `kept`. */
export async function previewIn(folder: string, words: readonly string[] = [], kept = false): Promise<RunningPreview> {
  const stop = new AbortController();
  const { world, out } = recordingWorld({ workingFolder: folder, signal: stop.signal });
  const running = run(['preview', 'report', ...words], world);
  const address = await addressIn(() => out.stdout, running);
  const path = (file: string): string => join(folder, 'report', file);
  return {
    folder,
    address,
    said: () => out,
    text: (file) => readFileSync(path(file), 'utf8'),
    edit: (file, from, to) => writeFileSync(path(file), readFileSync(path(file), 'utf8').replace(from, to)),
    end: async () => {
      stop.abort();
      const code = await running;
      if (!kept) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** The first state of the preview's page that is as it is waited for. */
export async function untilState(
  { address }: Pick<RunningPreview, 'address'>,
  isRight: (state: PreviewState) => boolean,
): Promise<PreviewState> {
  for (let tries = 0; tries < 500; tries += 1) {
    const state = (await (await fetch(`${address}state`)).json()) as PreviewState;
    if (isRight(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the state never came');
}

async function addressIn(said: () => string, running: Promise<ExitCode>): Promise<string> {
  let code: ExitCode | null = null;
  void running.then((ended) => (code = ended));
  for (let tries = 0; tries < 3000; tries += 1) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//.exec(said())?.[0];
    if (found !== undefined) return found;
    if (code !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no preview: ${said()}`);
}
