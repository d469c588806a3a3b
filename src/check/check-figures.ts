/** Each figure alone: a source, a period, a rank that its list has room for. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { missingPeriod, missingSource, rankOutOfRange } from '../diagnostics/messages.js';
import type { Report } from '../model/report.js';

export function checkFigures({ figures }: Report, tell: Tell): void {
  for (const { id, source, period, rank, span, cells } of figures.values()) {
    if (source === null) tell(missingSource(id, cells.id ?? span));
    if (period === null) tell(missingPeriod(id, cells.id ?? span));
    const size = rank === null ? null : sizeOfList(rank.scope);
    if (rank !== null && size !== null && rank.place > size)
      tell(rankOutOfRange(id, rank.place, rank.scope, size, cells.rank ?? span));
  }
}

const spokenSizes: Readonly<Record<string, number>> = {
  三: 3,
  五: 5,
  十: 10,
  二十: 20,
  三十: 30,
  五十: 50,
  百: 100,
  一百: 100,
  二百: 200,
  三百: 300,
  五百: 500,
  千: 1000,
};

/** How many a list has whose name says so: 全国百强县, 前10名, 500强. */
function sizeOfList(scope: string): number | null {
  const found = /([一二三四五六七八九十百千]+|\d+)(?:强|佳|优|大|名)/.exec(scope)?.[1];
  if (found === undefined) return null;
  return /^\d+$/.test(found) ? Number(found) : (spokenSizes[found] ?? null);
}
