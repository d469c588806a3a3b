/** Whether figures over time contradict a claim. What they cannot tell is no contradiction. */
import { isFormerPlace, namesScope, type ReadClaim } from '../locale/reading/read-claims.js';
import { markValue } from '../locale/reading/mark-value.js';
import type { LabelHistory } from './label-history.js';

/** What contradicts it: a year and what the figure was in it, and in the year that it is held against. */
export interface Disproof {
  readonly id: string;
  readonly year: number;
  readonly found: number;
  readonly other: { readonly year: number; readonly found: number } | null;
  readonly what: 'value' | 'change' | 'place';
}

/** @param clause the words around the claim */
export function disproveClaim(claim: ReadClaim, clause: string, history: LabelHistory): Disproof | null {
  switch (claim.kind) {
    case 'streak':
      return claim.direction === null ? disprovePlaces(claim.years, history) : disproveStreak(claim, history);
    case 'record':
      return disproveRecord(claim, history);
    case 'first':
      return disproveFirst(claim, history);
    case 'first-among':
      return disproveFirstAmong(claim.most, history);
    case 'place':
      return disprovePlace(claim, clause, history);
    case 'multiple':
      return disproveMultiple(claim, history);
    default:
      throw new Error(`no such claim: ${JSON.stringify(claim satisfies never)}`);
  }
}

const valueIn = ({ years }: LabelHistory, year: number): number | null => years.get(year)?.value ?? null;

const against = ({ figure }: LabelHistory, year: number, found: number, other: Disproof['other']): Disproof => ({
  id: figure.id,
  year,
  found,
  other,
  what: 'value',
});

function disproveStreak(
  { years, direction }: Extract<ReadClaim, { readonly kind: 'streak' }>,
  history: LabelHistory,
): Disproof | null {
  for (let year = history.year; year > history.year - years; year -= 1) {
    const [now, before] = [valueIn(history, year), valueIn(history, year - 1)];
    const move = now !== null && before !== null ? now - before : (history.years.get(year)?.change ?? null);
    if (move === null || (direction === 'up' ? move > 0 : move < 0)) continue;
    // Values are printed rounded: that two are equal disproves nothing where their change is not known.
    if (move === 0 && now !== null) continue;
    return now !== null && before !== null
      ? against(history, year, now, { year: year - 1, found: before })
      : { ...against(history, year, move, null), what: 'change' };
  }
  return null;
}

/** The same place in every one of so many years: 连续3年宁波第一. */
function disprovePlaces(years: number, { places, year }: LabelHistory): Disproof | null {
  for (const now of places.filter((each) => each.year === year)) {
    const other = places.find(
      (each) => each.scope === now.scope && each.year < year && each.year > year - years && each.place !== now.place,
    );
    if (other !== undefined)
      return {
        id: now.id,
        year,
        found: now.place,
        other: { year: other.year, found: other.place },
        what: 'place',
      };
  }
  return null;
}

function disproveRecord(
  { isHigh, years, since }: Extract<ReadClaim, { readonly kind: 'record' }>,
  history: LabelHistory,
): Disproof | null {
  const now = valueIn(history, history.year);
  if (now === null) return null;
  const from = since ?? (years === null ? Number.NEGATIVE_INFINITY : history.year - years + 1);
  for (const [year, { value }] of history.years)
    if (year < history.year && year >= from && value !== null && (isHigh ? value > now : value < now))
      return against(history, history.year, now, { year, found: value });
  return null;
}

function disproveFirst(
  { mark }: Extract<ReadClaim, { readonly kind: 'first' }>,
  history: LabelHistory,
): Disproof | null {
  const least = markValue(mark, history.figure.unit);
  const now = valueIn(history, history.year);
  if (least === null || now === null) return null;
  if (now < least) return against(history, history.year, now, null);
  for (const [year, { value }] of history.years)
    if (year < history.year && value !== null && value > least)
      return against(history, history.year, now, { year, found: value });
  return null;
}

function disproveFirstAmong(most: number, { places, year }: LabelHistory): Disproof | null {
  for (const now of places.filter((each) => each.year === year)) {
    if (now.place > most) return { id: now.id, year, found: now.place, other: null, what: 'place' };
    const other = places.find((each) => each.scope === now.scope && each.year < year && each.place <= most);
    if (other !== undefined)
      return { id: now.id, year, found: now.place, other: { year: other.year, found: other.place }, what: 'place' };
  }
  return null;
}

/** Among those of the scope that the clause names; without one a lone place alone is judged. */
function disprovePlace(
  { place, start }: Extract<ReadClaim, { readonly kind: 'place' }>,
  clause: string,
  { places, year }: LabelHistory,
): Disproof | null {
  const before = clause.slice(0, start);
  if (isFormerPlace(before)) return null;
  const now = places.filter((each) => each.year === year);
  const named = now
    .map((each) => ({ each, at: Math.max(before.lastIndexOf(each.scope), clause.indexOf(each.scope, start)) }))
    .filter(({ each, at }) => each.scope !== '' && at >= 0);
  const nearest = named.sort((one, other) => Math.abs(one.at - start) - Math.abs(other.at - start))[0]?.each.scope;
  const judged = nearest !== undefined ? now.filter(({ scope }) => scope === nearest) : namesScope(clause) ? [] : now;
  const [only] = judged;
  if (only === undefined || judged.length > 1 || judged.some((each) => each.place === place)) return null;
  return { id: only.id, year, found: only.place, other: null, what: 'place' };
}

/** Twice is said of what is nearly twice. */
const nearly = 0.05;

function disproveMultiple(
  { factor, since, years }: Extract<ReadClaim, { readonly kind: 'multiple' }>,
  history: LabelHistory,
): Disproof | null {
  const base = since ?? history.year - (years ?? 1);
  const [now, before] = [valueIn(history, history.year), valueIn(history, base)];
  const isMissed = (ratio: number): boolean =>
    factor > 1 ? ratio < factor * (1 - nearly) : ratio > factor * (1 + nearly);
  if (now !== null && before !== null && before > 0)
    return isMissed(now / before) ? against(history, history.year, now, { year: base, found: before }) : null;
  const state = history.years.get(history.year);
  const change = state?.isShare === true ? state.change : null;
  if (base !== history.year - 1 || change === null) return null;
  return isMissed(1 + change / 100) ? { ...against(history, history.year, change, null), what: 'change' } : null;
}
