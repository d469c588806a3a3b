/** The process of the `briefkit` command, handed to `run`. */
import { programMark } from '../../project/package-folder.js';
import { diskReason } from '../../project/disk-reason.js';
import { run } from '../run.js';

// Whoever read what is printed may have seen enough, as `head` has: no mistake of anyone's. Work that was begun is
// ended all the same.
let heard = true;
let refused = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') heard = false;
    else if (!refused) {
      refused = true;
      if (stream === process.stdout)
        process.stderr.write(
          `error  what was asked for could not be printed: ${diskReason(cause)?.words ?? cause.message}\n`,
        );
    }
  });

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
/** What a command that only prints found is of no use to whoever has left; whether files were written still is. */
const onlyPrints = !['build', 'watch'].includes(words[0] ?? '');
process.exitCode = refused && code === 0 ? 1 : code === 1 && !heard && onlyPrints ? 0 : code;
