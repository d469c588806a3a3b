/** What a chart is called by within: its series and its categories. By these one that lost its id is known again. */
import { readAnyChart } from '../../powerpoint/edited/any-chart-part.js';
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import { readPart } from '../../powerpoint/edited/read-edited-deck.js';
import type { ShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import type { OpenedPackage } from '../../powerpoint/package/open-package.js';
import { plainText } from '../text/tokens.js';

/** Share of their names that two charts must have in common to be one. */
const leastShared = 0.6;

/** Whether an edited chart draws the series and categories of one that the build wrote. */
export function chartNameMatcher(pack: OpenedPackage): (edited: EditedShape, base: ShapeIdentity) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (edited, base) => {
    if (edited.kind !== 'chart' || edited.part === null || base.kind !== 'chart') return false;
    const data = edited.beside === undefined ? base.data : (base.extended ?? null);
    if (data === null) return false;
    const own = known.get(edited.part) ?? namesIn(pack, edited.part);
    known.set(edited.part, own);
    const { categories, series } = data;
    const others = new Set([...categories, ...series.map(({ name }) => name)].map(plainText));
    const shared = [...own].filter((name) => others.has(name)).length;
    return own.size > 0 && shared / Math.max(own.size, others.size) >= leastShared;
  };
}

function namesIn(pack: OpenedPackage, path: string): ReadonlySet<string> {
  const part = readPart(pack, path);
  const series = part === null ? [] : readAnyChart(part.root).series;
  const points = series.flatMap(({ name, categories }) => [...(name?.points ?? []), ...(categories?.points ?? [])]);
  return new Set(points.map(({ text }) => plainText(text)));
}
