/** What is said of approvals: that there is none, that something differs from the last. */
import type { ApprovalDifference } from '../model/record/approval.js';
import type { Diagnostic } from './diagnostic.js';

export const badApprovals = (path: string): Diagnostic => ({
  severity: 'error',
  code: 'bad-approvals',
  message: `${path} is no list of approvals`,
  span: { file: path, line: 1, column: 1 },
  hint: 'take it back from version control, or delete it and run "briefkit approve" again',
});

export const notApproved = (report: string): Diagnostic => ({
  severity: 'error',
  code: 'not-approved',
  message: `nobody has approved ${report}`,
  span: null,
  hint: 'run "briefkit approve" once it is right',
});

export function differsFromApproval(
  { what, name, approved, now, span }: ApprovalDifference,
  { by, date }: { readonly by: string; readonly date: string },
  severity: Diagnostic['severity'],
): Diagnostic {
  const change =
    what === 'output'
      ? approved === null
        ? 'was not there'
        : 'is not the file'
      : approved === null
        ? `was not there; it says ${now ?? 'nothing'}`
        : now === null
          ? `said ${approved} and is gone`
          : `said ${approved}, and says ${now}`;
  return {
    severity,
    code: 'differs-from-approval',
    message: `the ${what} "${name}" ${change}${what === 'output' ? ' that was approved' : ''}`,
    span,
    hint: `approved by ${by} on ${date}: run "briefkit approve" again if this is right`,
  };
}
