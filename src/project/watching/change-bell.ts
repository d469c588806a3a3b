/**
 * Waits for a change in what was read: rung by the watch over folders, it lets editors finish writing before anybody
 * looks.
 */
import type { Files } from '../files.js';
import { changedSince, type Reads } from '../remember-reads.js';

/** Editors write a file in several steps: it must be quiet for this long, in ms. */
export const usualQuiet = 30;

/** Resolves with the paths that are another than when they were read; with none where `signal` ended the wait. */
export async function untilChanged(
  reads: Reads,
  files: () => Files,
  bell: Bell,
  signal: AbortSignal | undefined,
  quiet = usualQuiet,
): Promise<readonly string[]> {
  for (;;) {
    const changed = changedSince(reads, files());
    if (signal?.aborted === true) return [];
    if (changed.length > 0) return changed;
    await bell.rung();
    await bell.silence(quiet);
  }
}

export interface Bell {
  readonly ring: () => void;
  /** Resolves when it rings, at once where it has rung since it was last asked. */
  readonly rung: () => Promise<void>;
  /** Resolves when it has not rung for so many ms. */
  readonly silence: (milliseconds: number) => Promise<void>;
}

export function makeBell(): Bell {
  let rings = 0;
  let heard = 0;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      rings += 1;
      wake();
    },
    rung: async () => {
      if (rings === heard)
        await new Promise<void>((resolved) => {
          wake = resolved;
        });
      heard = rings;
    },
    silence: async (milliseconds) => {
      for (let before = -1; before !== rings; ) {
        before = rings;
        await new Promise((resolved) => setTimeout(resolved, milliseconds));
      }
      heard = rings;
    },
  };
}
