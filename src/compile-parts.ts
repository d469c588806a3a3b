/**
 * A build in two parts at once, each in a thread of its own, which reads for itself and makes the outputs of some
 * documents: joined they are what one thread would have made, to the byte, with the same diagnostics.
 */
import { compile, recordOf } from './compile.js';
import type { CompileResult } from './compile.js';
import type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
import { tellOnce } from './diagnostics/tell-once.js';
import type { Effects, Job } from './job.js';

/** Plain data: it goes from thread to thread. */
export interface MadePart extends Pick<CompileResult, 'failed' | 'outputs' | 'part'> {
  /** Told until the first output was written, and from then on. */
  readonly told: { readonly before: readonly Diagnostic[]; readonly writing: readonly Diagnostic[] };
  /** Whether nothing was written, for a mistake was found before. */
  readonly isRefused: boolean;
}

/** @param job with its part. What `effects.tell` takes is kept in what was made instead. */
export async function compilePart(job: Job, effects: Effects): Promise<CompileResult & MadePart> {
  const all: Diagnostic[] = [];
  let writing: number | null = null;
  const result = await compile(job, {
    ...effects,
    tell: (diagnostic) => void all.push(diagnostic),
    log(event) {
      if (event.stage === 'write') writing ??= all.length;
      effects.log(event);
    },
  });
  const from = writing ?? all.length;
  return {
    ...result,
    told: { before: all.slice(0, from), writing: all.slice(from) },
    isRefused: result.failed && writing === null,
  };
}

/** @param ours of this thread, and the part with the first of the documents. */
export async function joinParts(ours: CompileResult & MadePart, theirs: MadePart, tell: Tell): Promise<CompileResult> {
  const once = tellOnce(tell);
  const parts = [ours, theirs];
  for (const { told } of parts) told.before.forEach(once);
  // One thread would have written nothing.
  if (!parts.some(({ isRefused }) => isRefused)) for (const { told } of parts) told.writing.forEach(once);
  const { data, bound, documents, landed, part } = ours;
  const survey = { data, bound, documents, landed };
  if (ours.failed || theirs.failed || data === null || part === undefined || theirs.part === undefined)
    return { ...survey, failed: true, outputs: [], record: null };
  const { order, fonts } = part;
  const recorded = inOrder(
    [...part.recorded, ...theirs.part.recorded],
    ({ document }) => document.kind,
    order.documents,
  );
  return {
    ...survey,
    failed: false,
    outputs: inOrder([...ours.outputs, ...theirs.outputs], ({ name }) => name, order.outputs),
    record: await recordOf({ data, fonts }, recorded),
  };
}

const inOrder = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  names: readonly string[],
): readonly Item[] => names.flatMap((name) => items.filter((item) => nameOf(item) === name));
