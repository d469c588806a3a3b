/**
 * The states of a report that a command compares: as it is now, as a build recorded it, as it stood at a git revision.
 */
import { basename, dirname, resolve } from 'node:path';
import { errorInRecord, notTwoStates } from '../../diagnostics/messages.js';
import type { BuildRecord } from '../../model/build-record.js';
import type { Report } from '../../model/report.js';
import { diskFiles } from '../../project/files.js';
import type { Files } from '../../project/files.js';
import { completeOutputs } from '../../project/write-outputs.js';
import { gitFiles } from '../../project/git-files.js';
import { readRecord } from '../../provenance/read-record.js';
import { recordBuild } from '../../provenance/record-build.js';
import type { World } from '../input/command.js';
import { recordName } from './record-file.js';
import { refuseInput, soundReport } from './survey-report.js';
import type { SoundReport } from './survey-report.js';

export interface ReportState {
  /** As it was typed; a revision with the commit that it stands for. */
  readonly name: string;
  readonly record: BuildRecord;
  /** Null where only a record is there. */
  readonly data: Report | null;
}

/** What a side may be, for the help of the commands that take one. */
export const statesExplained = [
  'Each side is a report folder, a build.json or the folder of outputs that holds one; before may also be a git revision, at which',
  'the report folder given as after is read.',
] as const;

const isReport = (path: string, files: Files): boolean => files.read(`${path}/report.yaml`) !== null;
const isState = (path: string, files: Files): boolean =>
  isReport(path, files) || files.read(path) !== null || files.read(`${path}/${recordName}`) !== null;

/** A report folder as it is now, or the record of a build. Null where it is neither, which is printed. */
export async function readState(path: string, world: World): Promise<ReportState | null> {
  const files = diskFiles(world.workingFolder);
  if (isReport(path, files)) {
    const found = await soundReport(path, world);
    return found === null ? null : stateOf(path, found);
  }
  completeOutputs(resolve(world.workingFolder, basename(path) === recordName ? dirname(path) : path));
  const file = files.read(path) === null ? `${path}/${recordName}` : path;
  const bytes = files.read(file);
  const record = bytes === null ? null : readRecord(bytes);
  if (record !== null) return { name: path, record, data: null };
  refuseInput([bytes === null ? notTwoStates(path, recordName) : errorInRecord(file)], world);
  return null;
}

/** The same, or the report folder `after` at a revision. */
export async function readEarlierState(before: string, after: string, world: World): Promise<ReportState | null> {
  const files = diskFiles(world.workingFolder);
  if (isState(before, files)) return readState(before, world);
  const then = isReport(after, files) ? gitFiles(world.workingFolder, before, files) : null;
  if (then === null || !isReport(after, then)) {
    refuseInput([notTwoStates(before, recordName)], world);
    return null;
  }
  const found = await soundReport(after, world, then);
  const short = then.commit.slice(0, 8);
  return found === null ? null : stateOf(then.commit.startsWith(before) ? short : `${before} (${short})`, found);
}

const stateOf = (name: string, { data, documents }: SoundReport): ReportState => ({
  name,
  data,
  record: recordBuild(data, documents),
});
