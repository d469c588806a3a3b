/** What runs in the second thread of a watch: makes its part of each build, as warm as the first thread is. */
import { parentPort, workerData } from 'node:worker_threads';
import { compilePart, type MadePart } from '../../compile-parts.js';
import type { Job } from '../../compile.js';
import { templateRoots } from '../../project/package-folder.js';
import { diskDatabases } from '../../query/disk-databases.js';
import type { World } from '../input/command.js';
import { roomForBuilds } from '../report/bound-heap.js';
import { KeptWork } from './kept-work.js';

/** Plain data: it goes to the first thread. */
export interface PartAnswer extends MadePart {
  /** What was read, with marks of its content. */
  readonly reads: readonly (readonly [path: string, mark: string])[];
}

/** Plain data: the world of the command, as far as it is needed here. */
export type PartWorld = Pick<World, 'workingFolder' | 'environment'>;

/** Makes the parts that the first thread asks for, one after the other. */
export function servePart(): void {
  const world = workerData as PartWorld;
  const kept = new KeptWork(world.workingFolder);
  const collectYoung = roomForBuilds();
  const answer = async (job: Job): Promise<void> => {
    parentPort?.postMessage(await makePart(job, world, kept));
    collectYoung();
  };
  parentPort?.on('message', (job: Job) => void answer(job));
}

async function makePart(job: Job, { workingFolder, environment }: PartWorld, kept: KeptWork): Promise<PartAnswer> {
  const begun = kept.begin();
  const { failed, outputs, part, told, isRefused } = await compilePart(job, {
    ...begun,
    roots: templateRoots(workingFolder),
    clock: () => performance.now(),
    log: () => undefined,
    tell: () => undefined,
    ask: diskDatabases(workingFolder, environment),
  });
  kept.end(failed);
  return { failed, outputs, told, isRefused, reads: [...begun.files.reads], ...(part && { part }) };
}
