/** The states of a report that its preview can show changes against. */
import { previewNames } from '../../locale/preview-words.js';
import type { BuildRecord } from '../../model/build-record.js';
import { approvedState, recordedState, type Baseline } from '../../preview/earlier-state.js';
import { diskFiles } from '../../project/files.js';
import { readRecord } from '../../provenance/read-record.js';
import type { World } from '../input/command.js';
import { lastApproval } from './approval-of.js';
import { recordName } from './record-file.js';
import { readEarlierState } from './report-states.js';

/** @param now the record of the report as it was read last; null where it has mistakes. */
export function previewBaselines(
  report: string,
  target: string,
  now: () => BuildRecord | null,
  world: World,
): readonly Baseline[] {
  const silent: World = { ...world, stderr: { write: () => undefined } };
  let atStart: BuildRecord | null = null;
  const recorded = (record: BuildRecord | null) => (record === null ? null : recordedState(record));
  return [
    {
      id: 'start',
      label: (language) => previewNames(language).sinceStart,
      isCheap: false,
      read: async () => recorded((atStart ??= now())),
    },
    {
      id: 'build',
      label: (language) => previewNames(language).lastBuild,
      isCheap: true,
      read: async () => {
        const bytes = diskFiles(world.workingFolder).read(`${target}/${recordName}`);
        return recorded(bytes === null ? null : readRecord(bytes));
      },
    },
    {
      id: 'commit',
      label: (language) => previewNames(language).lastCommit,
      isCheap: false,
      read: async () => recorded((await readEarlierState('HEAD', report, silent))?.record ?? null),
    },
    {
      id: 'approved',
      label: (language) => previewNames(language).approved,
      isCheap: true,
      read: async () => {
        const approval = lastApproval(report, world, () => undefined);
        return approval === null ? null : approvedState(approval);
      },
    },
  ];
}
