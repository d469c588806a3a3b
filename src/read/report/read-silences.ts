/** Diagnostics that a report lets stand, each with its reason. */
import type { Silence } from '../../model/silence.js';
import type { DataCursor } from '../shape/data-cursor.js';

/** One without a code or a reason was reported with the shape of report.yaml. */
export function readSilences(cursor: DataCursor): readonly Silence[] {
  return cursor.items().flatMap((item): Silence[] => {
    const [code, reason] = [item.at('code').text(), item.at('reason').text()];
    return code === null || reason === null ? [] : [{ code, at: item.at('at').text(), reason, span: item.span }];
  });
}
