/** Findings of the reports of a batch: what they share is told once, all else by the names of those that have it. */
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
      .map(({ diagnostic, titles }) => named(diagnostic, titles, rows.length)),
    silenced: silenced.map(({ diagnostic, reason, titles }) => ({
      diagnostic: named(diagnostic, titles, rows.length),
      reason,
    })),
  };
}

interface Gathered {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  readonly titles: string[];
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
      if (same === undefined) known.set(key, { diagnostic, reason, titles: [title] });
      else if (same.titles.at(-1) !== title) same.titles.push(title);
    }
  return [...known.values()];
}

/** So many reports are named; of more it is said how many. */
const mostNamed = 3;

function named(diagnostic: Diagnostic, titles: readonly string[], all: number): Diagnostic {
  if (titles.length === all) return diagnostic;
  const more = titles.length - mostNamed;
  const names = titles.slice(0, mostNamed).join('; ') + (more > 0 ? `; and ${more} more` : '');
  return { ...diagnostic, message: `${names}: ${diagnostic.message}` };
}
