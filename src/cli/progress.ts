/** One line for each stage: rewritten in place on a terminal, plain elsewhere. */
import type { StageEvent } from '../compile.js';
import type { TextStream } from './input/command.js';

export function progressPrinter(stream: TextStream): (event: StageEvent) => void {
  return ({ stage, subject, milliseconds }) => {
    const name = `${stage.padEnd(8)} ${(subject ?? '').padEnd(12)}`;
    if (milliseconds === null) {
      if (stream.isTTY === true) stream.write(`${name} …`);
    } else {
      const line = `${name} ${`${Math.round(milliseconds)} ms`.padStart(8)}\n`;
      stream.write(stream.isTTY === true ? `\r\u001B[K${line}` : line);
    }
  };
}
