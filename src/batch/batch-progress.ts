/** How far a batch is: one line rewritten in place on a terminal, a plain line now and then elsewhere. */
import type { BatchProgress } from './run-batch.js';

/** A terminal may be rewritten in place. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** Between two plain lines, in ms. */
const plainEvery = 5_000;
/** Between two drawings of the bar, in ms. */
const barEvery = 80;
const barWidth = 24;

export interface ProgressLine {
  readonly show: (progress: BatchProgress) => void;
  readonly end: () => void;
}

/** `stream` is null where nothing is to be said. */
export function batchProgress(stream: ProgressStream | null, clock: () => number): ProgressLine {
  const start = clock();
  let last = start;
  const isTerminal = stream?.isTTY === true;
  return {
    show(progress) {
      const now = clock();
      const isLast = progress.done === progress.all;
      if (stream === null || (!isLast && now - last < (isTerminal ? barEvery : plainEvery))) return;
      last = now;
      const line = progressText(progress, now - start);
      stream.write(isTerminal ? `\r\u001B[K${bar(progress)} ${line}` : `${line}\n`);
    },
    end() {
      if (isTerminal) stream.write('\r\u001B[K');
    },
  };
}

function bar({ done, all }: BatchProgress): string {
  const full = all === 0 ? barWidth : Math.floor((done / all) * barWidth);
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}]`;
}

/** `120/3000, 13.2/s, 3 min 38 s left, 2 failed`. */
export function progressText({ done, all, built, failed }: BatchProgress, milliseconds: number): string {
  const rate = (built + failed) / Math.max(1, milliseconds / 1000);
  const left = rate === 0 ? 0 : Math.round((all - done) / rate);
  return [
    `${done}/${all}`,
    `${rate.toFixed(1)}/s`,
    ...(done < all ? [`${durationText(left)} left`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}

const durationText = (seconds: number): string =>
  seconds < 60
    ? `${seconds} s`
    : seconds < 3600
      ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
      : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
