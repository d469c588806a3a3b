/** Whether a report has what is named: the one place that tells of an unknown figure, chart, table, picture or narrative. */
import { unknownFigure, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Span } from '../../model/span.js';
import type { NamedThing } from '../template/helper.js';

/** What a report has, by id, with the place where it is defined (a narrative is its own place). */
export type KnownThings = Readonly<Record<NamedThing, ReadonlyMap<string, { readonly span?: Span }>>>;

export type NameCheck = (what: NamedThing, id: string, span: Span) => boolean;

export function checkNames(known: KnownThings, tell: Tell): NameCheck {
  return (what, id, span) => {
    const things = known[what];
    if (things.has(id)) return true;
    const name = nearestName(id, things.keys());
    const place = name === null ? undefined : things.get(name)?.span;
    const nearest = name === null ? null : place === undefined ? { name } : { name, span: place };
    tell(
      what === 'figure'
        ? unknownFigure(id, span, nearest === null || place === undefined ? null : { name: nearest.name, span: place })
        : unknownName(what, id, span, nearest, [...things.keys()]),
    );
    return false;
  };
}
