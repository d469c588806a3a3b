/**
 * Findings of the reports of a batch: what they share is told once, all else by the names of those that have it. What
 * is wrong at one place of the sources, with each report's own values, is told once too, in the words of the first.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Silenced } from './apply-silences.js';

export interface RowFindings {
  /** The report's title. */
  readonly title: string;
  readonly found: Silenced;
}

export function mergeRows(rows: readonly RowFindings[]): Silenced {
  const shown = gather(rows, ({ shown: all }) => all.map((diagnostic) => ({ diagnostic, reason: '' })));
  const silenced = gather(rows, (found) => found.silenced);
  return {
    shown: shown
      // A silence that one report has use for is none that is idle.
      .filter(({ diagnostic, titles }) => diagnostic.code !== 'unused-silence' || titles.length === rows.length)
      .map((each) => named(each, rows.length)),
    silenced: silenced.map((each) => ({ diagnostic: named(each, rows.length), reason: each.reason })),
  };
}

interface Gathered {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  readonly titles: string[];
  /** Whether others of the titles have it with values of their own. */
  readonly varies: boolean;
}

function gather(
  rows: readonly RowFindings[],
  of: (found: Silenced) => readonly { readonly diagnostic: Diagnostic; readonly reason: string }[],
): readonly Gathered[] {
  const known = new Map<string, Gathered>();
  for (const { title, found } of rows)
    for (const { diagnostic, reason } of of(found)) {
      const key = JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.span, reason]);
      const same = known.get(key);
      if (same === undefined) known.set(key, { diagnostic, reason, titles: [title], varies: false });
      else if (same.titles.at(-1) !== title) same.titles.push(title);
    }
  return joinPlaces([...known.values()]);
}

/** A place that is wrong in many reports, in each with other values, has one cause. */
function joinPlaces(all: readonly Gathered[]): readonly Gathered[] {
  const byPlace = new Map<string, Gathered[]>();
  for (const each of all) {
    const key = JSON.stringify([each.diagnostic.code, each.diagnostic.span, each.reason]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), each]);
  }
  return [...byPlace.values()].flatMap((same) => {
    const titles = same.flatMap((each) => each.titles);
    const isOneEach = new Set(titles).size === titles.length;
    if (same.length <= mostNamed || same[0]!.diagnostic.span === null || !isOneEach) return same;
    return [{ ...same[0]!, titles, varies: true }];
  });
}

/** So many reports are named; of more it is said how many. */
const mostNamed = 3;

function named({ diagnostic, titles, varies }: Gathered, all: number): Diagnostic {
  if (titles.length === all && !varies) return diagnostic;
  const more = titles.length - mostNamed;
  const names = titles.slice(0, mostNamed).join('; ') + (more > 0 ? `; and ${more} more` : '');
  const others = varies ? '; each of the others has it with its own values' : '';
  return { ...diagnostic, message: `${names}: ${diagnostic.message}${others}` };
}
