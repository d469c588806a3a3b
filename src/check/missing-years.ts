/**
 * Years that a run of years leaves out; none where the periods are not all years, or stand further apart throughout
 * (2010, 2015, 2020).
 */
import { yearOf } from '../locale/check-words.js';

export function missingYears(periods: readonly string[]): readonly string[] {
  const years = [...new Set(periods)].map((period) => yearOf(period));
  if (years.length < 3 || years.includes(null)) return [];
  const sorted = years.map(Number).sort((left, right) => left - right);
  const steps = sorted.slice(1).map((year, index) => year - sorted[index]!);
  const step = Math.min(...steps);
  if (steps.every((found) => found === step)) return [];
  const missing: string[] = [];
  for (let year = sorted[0]!; year < sorted.at(-1)!; year += step)
    if (!sorted.includes(year)) missing.push(String(year));
  return missing;
}
