/** Sign-off: what is approved of a build, and what differs from that later. */
import { createHash } from 'node:crypto';
import { markOf } from '../memo/content-mark.js';
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import { isMarkId } from '../model/figure-id.js';
import type { Approval, ApprovalDifference } from '../model/record/approval.js';

export const figureHash = ({ value, unit, qualifier, period, change, rank, award, source }: FigureRecord): string =>
  markOf([value, unit, qualifier, period, change, rank, award, source]).slice(0, 16);

export const outputHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function approve(
  record: BuildRecord,
  outputs: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  who: Pick<Approval, 'by' | 'date' | 'note'>,
): Approval {
  return {
    ...who,
    figures: record.figures.map((figure) => ({ id: figure.id, hash: figureHash(figure), printed: printedOf(figure) })),
    outputs: outputs.map(({ name, bytes }) => ({ name, sha256: outputHash(bytes) })),
  };
}

const printedOf = ({ printed: { full, change, rank } }: FigureRecord): string =>
  [full, change, rank].filter((text) => text !== null && text !== '').join(', ');

/**
 * @param record of no documents where none was laid: what marks of charts say is not known then, and not compared.
 * @param outputs null where they were not built: figures alone are compared.
 */
export function differencesFrom(
  { figures, outputs: approved }: Approval,
  record: BuildRecord,
  outputs: readonly { readonly name: string; readonly bytes: Uint8Array }[] | null,
): readonly ApprovalDifference[] {
  const before = new Map(figures.map((figure) => [figure.id, figure]));
  const now = new Map(record.figures.map((figure) => [figure.id, figure]));
  const changed = record.figures.flatMap((figure): ApprovalDifference[] => {
    const own = before.get(figure.id);
    if (own?.hash === figureHash(figure)) return [];
    const approvedAs = own?.printed ?? null;
    return [{ what: 'figure', name: figure.id, approved: approvedAs, now: printedOf(figure), span: figure.read }];
  });
  const gone = figures.flatMap(({ id, printed }): ApprovalDifference[] =>
    now.has(id) || (isMarkId(id) && record.documents.length === 0)
      ? []
      : [{ what: 'figure', name: id, approved: printed, now: null, span: null }],
  );
  return [...changed, ...gone, ...(outputs === null ? [] : outputDifferences(approved, outputs))];
}

function outputDifferences(
  approved: Approval['outputs'],
  outputs: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): readonly ApprovalDifference[] {
  const hashes = new Map(approved.map(({ name, sha256 }) => [name, sha256]));
  return outputs.flatMap(({ name, bytes }): ApprovalDifference[] => {
    const [own, now] = [hashes.get(name) ?? null, outputHash(bytes)];
    return own === now ? [] : [{ what: 'output', name, approved: own, now, span: null }];
  });
}

/** The newest last, as it was written; each text in quotes that YAML takes as they are. */
export function approvalsText(approvals: readonly Approval[]): string {
  const quoted = (text: string): string => JSON.stringify(text);
  const lines = approvals.flatMap(({ by, date, note, figures, outputs }) => [
    `- by: ${quoted(by)}`,
    `  date: ${quoted(date)}`,
    `  note: ${quoted(note)}`,
    `  outputs:${outputs.length === 0 ? ' {}' : ''}`,
    ...outputs.map(({ name, sha256 }) => `    ${quoted(name)}: ${quoted(sha256)}`),
    `  figures:${figures.length === 0 ? ' {}' : ''}`,
    ...figures.map(({ id, hash, printed }) => `    ${quoted(id)}: [${quoted(hash)}, ${quoted(printed)}]`),
  ]);
  return `# Written by "briefkit approve": what was approved, by whom. The newest stands last.\n${lines.join('\n')}\n`;
}
