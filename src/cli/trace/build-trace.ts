/** What `--trace` leaves beside the outputs: each stage's result as text, and its time as Chrome's tools read it. */
import type { CompileResult, StageEvent } from '../../compile.js';
import { treeText } from './tree-text.js';

export interface TraceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuildTrace {
  /** Takes the end of each stage, as it comes. */
  readonly log: (event: StageEvent) => void;
  /** Takes what a writer was going to write. */
  readonly trace: (name: string, plan: unknown) => void;
  readonly files: (result: CompileResult) => readonly TraceFile[];
}

/** An event of the Trace Event Format, complete: times in millionths of a second. */
interface TraceEvent {
  readonly name: string;
  readonly cat: 'stage';
  readonly ph: 'X';
  readonly ts: number;
  readonly dur: number;
  readonly pid: 1;
  readonly tid: 1;
}

/** @param clock in milliseconds. */
export function traceBuild(clock: () => number): BuildTrace {
  const start = clock();
  const events: TraceEvent[] = [];
  const plans: (readonly [string, unknown])[] = [];
  return {
    log: ({ stage, subject, milliseconds }) => {
      if (milliseconds === null) return;
      events.push({
        name: subject === null ? stage : `${stage} ${subject}`,
        cat: 'stage',
        ph: 'X',
        ts: Math.round((clock() - start - milliseconds) * 1000),
        dur: Math.round(milliseconds * 1000),
        pid: 1,
        tid: 1,
      });
    },
    trace: (name, plan) => void plans.push([name, plan]),
    files: ({ bound, documents }) => {
      const trees = [
        ...[...bound].map(([kind, document]) => [`${kind}.document`, document] as const),
        ...[...documents].map(([kind, pages]) => [`${kind}.pages`, pages] as const),
        ...plans.map(([name, plan]) => [`${name}.plan`, plan] as const),
      ];
      return [
        ...trees.map(([name, value]) => ({ name: `${name}.txt`, bytes: Buffer.from(treeText(name, value)) })),
        { name: 'trace.json', bytes: Buffer.from(`${JSON.stringify({ traceEvents: events }, null, 1)}\n`) },
      ];
    },
  };
}
