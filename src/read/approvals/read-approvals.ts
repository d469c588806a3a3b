/** approvals.yaml back to approvals. It may have been edited: what is no approval is told, and counts for nothing. */
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { badApprovals } from '../../diagnostics/approval-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { approvalsName, type Approval } from '../../model/record/approval.js';
import type { Files } from '../../project/files.js';

const shape = z.array(
  z.object({
    by: z.string(),
    date: z.string(),
    note: z._default(z.string(), ''),
    outputs: z.record(z.string(), z.string()),
    figures: z.record(z.string(), z.tuple([z.string(), z.string()])),
  }),
);

/** The newest last; empty where there is no such file. */
export function readApprovals(report: string, files: Files, tell: Tell): readonly Approval[] {
  const path = `${report}/${approvalsName}`;
  const bytes = files.read(path);
  if (bytes === null) return [];
  const read = shape.safeParse(parsed(new TextDecoder().decode(bytes)));
  if (!read.success) {
    tell(badApprovals(path));
    return [];
  }
  return read.data.map(({ outputs, figures, ...who }) => ({
    ...who,
    outputs: Object.entries(outputs).map(([name, sha256]) => ({ name, sha256 })),
    figures: Object.entries(figures).map(([id, [hash, printed]]) => ({ id, hash, printed })),
  }));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
