/** What differs from a report's last approval, as diagnostics. */
import { differsFromApproval, notApproved } from '../../diagnostics/approval-messages.js';
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { BuildRecord } from '../../model/build-record.js';
import type { Approval } from '../../model/record/approval.js';
import { diskFiles } from '../../project/files.js';
import { differencesFrom } from '../../provenance/approvals.js';
import { readApprovals } from '../../read/approvals/read-approvals.js';
import type { World } from '../input/command.js';

/** Null where nobody has approved it. */
export const lastApproval = (report: string, { workingFolder }: World, tell: Tell): Approval | null =>
  readApprovals(report, diskFiles(workingFolder), tell).at(-1) ?? null;

/** A warning for each figure that differs; none where nobody has approved. */
export function sinceApproval(report: string, record: BuildRecord, world: World): readonly Diagnostic[] {
  const told: Diagnostic[] = [];
  const approval = lastApproval(report, world, (diagnostic) => void told.push(diagnostic));
  if (approval === null) return told;
  const differences = differencesFrom(approval, record, null);
  return [...told, ...differences.map((difference) => differsFromApproval(difference, approval, 'warning'))];
}

/** Errors for a build that may hold nothing but what was approved. */
export function refusedByApproval(
  report: string,
  record: BuildRecord,
  outputs: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  world: World,
): readonly Diagnostic[] {
  const told: Diagnostic[] = [];
  const approval = lastApproval(report, world, (diagnostic) => void told.push(diagnostic));
  if (approval === null) return [...told, notApproved(report)];
  const differences = differencesFrom(approval, record, outputs);
  return [...told, ...differences.map((difference) => differsFromApproval(difference, approval, 'error'))];
}
