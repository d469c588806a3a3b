/** The process of the `briefkit` command, handed to `run`. */
import { programMark } from '../../project/package-folder.js';
import { diskReason } from '../../project/disk-reason.js';
import { run } from '../run.js';

/**
 * Whoever read what is printed may have seen enough, as `head` has: no mistake of anyone's. Work that was begun is
 * ended all the same.
 */
function watchStreams(): { heard: boolean; refused: boolean } {
  const state = { heard: true, refused: false };
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') state.heard = false;
      else if (!state.refused) {
        state.refused = true;
        if (stream === process.stdout)
          process.stderr.write(
            `error  what was asked for could not be printed: ${diskReason(cause)?.words ?? cause.message}\n`,
          );
      }
    });
  return state;
}

/** A question on the terminal; the end of what is typed answers the rest with nothing. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/** Runs the words of the command line, and leaves the exit code with the process. */
export async function start(): Promise<void> {
  const state = watchStreams();
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true && process.stderr.isTTY === true;
  const words = process.argv.slice(2);
  const code = await run(words, {
    workingFolder: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    ...(isTerminal && { ask }),
    clock: () => performance.now(),
    program: programMark,
  });
  // The error of a stream comes a turn later than the writing.
  await new Promise((resolved) => setImmediate(resolved));
  // What a command that only prints found is of no use to whoever has left; whether files were written still is.
  const onlyPrints = !['build', 'watch'].includes(words[0] ?? '');
  process.exitCode = state.refused && code === 0 ? 1 : code === 1 && !state.heard && onlyPrints ? 0 : code;
}
