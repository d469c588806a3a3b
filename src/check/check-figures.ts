/** Each figure alone: a source, a period, a rank that its list has room for. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { missingPeriod, missingSource, rankOutOfRange } from '../diagnostics/messages.js';
import { listSize } from '../locale/check-words.js';
import { isRowFigure } from '../model/report-row.js';
import type { Report } from '../model/report.js';

export function checkFigures({ figures }: Report, tell: Tell): void {
  for (const { id, source, period, rank, span, cells } of figures.values()) {
    if (source === null && !isRowFigure(id)) tell(missingSource(id, cells.id ?? span));
    if (period === null && !isRowFigure(id)) tell(missingPeriod(id, cells.id ?? span));
    const size = rank === null ? null : listSize(rank.scope);
    if (rank !== null && size !== null && rank.place > size)
      tell(rankOutOfRange(id, rank.place, rank.scope, size, cells.rank ?? span));
  }
}
