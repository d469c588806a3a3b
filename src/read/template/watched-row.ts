/** What templates see of a row of a batch. What has not looked at it is the same for every row, and is made once. */
import { rowTexts, rowsTexts } from '../../model/report-row.js';
import type { ReportRow } from '../../model/report-row.js';

export class WatchedRow {
  private hasLooked = false;

  /** @param row null where a report is of none. */
  constructor(private readonly row: ReportRow | null) {}

  /** What a template sees, with `row` and `rows` beside it. */
  beside(root: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    if (this.row === null) return root;
    const [row, rows] = [rowTexts(this.row), rowsTexts(this.row)];
    const look = <Value>(value: Value): Value => {
      this.hasLooked = true;
      return value;
    };
    return {
      ...root,
      get row() {
        return look(row);
      },
      get rows() {
        return look(rows);
      },
    };
  }

  /** What the work comes to, and whether it has looked at the row. */
  watch<Result>(work: () => Result): { readonly result: Result; readonly hasLooked: boolean } {
    this.hasLooked = false;
    const result = work();
    return { result, hasLooked: this.hasLooked };
  }
}
