/**
 * Which chart shows a table best, by the shape of its data, and what its title can say: time is a line, two periods a
 * slope, a ranking sorted bars, parts of a whole a ring or a stack.
 */
import type { DataTable } from '../read/data/table/data-table.js';
import { draftComposition, draftRanking, draftSteps, draftTargets, kpiStory } from './rank-chart.js';
import type { ChartDraft, Story } from './chart-story.js';
import { mixedStory, timeAcross, timeDown } from './time-chart.js';
import type { TableProfile } from './table-profile.js';
import { namesOnce } from './chart-story.js';

export interface TableShape {
  /** Null where nothing can be drawn that says more than the table. */
  readonly chart: ChartDraft | null;
  /** Null where no number of it says something by itself. */
  readonly story: Story | null;
}

export function shapeOf(table: DataTable, profile: TableProfile): TableShape {
  const once = namesOnce(table.head.map(({ text }) => text));
  const usable = profile.numbers.filter(({ name }) => once.has(name));
  if (usable.length === 0 || table.rows.length < 2) return { chart: null, story: null };
  const mixed = mixedStory(table, profile);
  if (mixed !== null) return { chart: null, story: mixed };
  const isMixed = new Set(profile.rowUnits).size > 1;
  const kpis = isMixed ? kpiStory(profile, usable) : null;
  if (kpis !== null) return { chart: null, story: kpis };
  const chart =
    timeDown(table, profile, usable) ??
    draftTargets(table, profile, usable) ??
    timeAcross(table, profile, once) ??
    draftComposition(table, profile, usable) ??
    draftSteps(table, profile, usable) ??
    draftRanking(table, profile, usable);
  return { chart, story: chart?.story ?? null };
}
