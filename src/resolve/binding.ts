/** What references are bound with. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { unknownFigure } from '../diagnostics/messages.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { figureNamed } from '../figures/find-figure.js';
import type { DraftInline, Footnote, Inline } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';

/** What of a report references may name. */
export type Named = Pick<
  Report,
  'figures' | 'series' | 'charts' | 'tables' | 'pictures' | 'narratives' | 'words' | 'passages' | 'defined' | 'native'
>;

export interface Earlier {
  readonly figures: ReadonlyMap<string, Figure>;
  /** BCP 47, of the words that tell of a change. */
  readonly language: string;
}

export interface Binding {
  readonly data: Named;
  /** BCP 47, of the report: figures are printed in it. */
  readonly language: string;
  readonly tell: Tell;
  /** The figures of an earlier state, where what changed since is to be marked. */
  readonly earlier: Earlier | null;
  /** Gives each heading without an id one of its own. */
  readonly headingId: (given: string) => string;
  /** Footnotes that were bound: all references to one get the same. */
  readonly footnotes: Map<Footnote<DraftInline>, Footnote<Inline>>;
}

/**
 * The figure, or null and a diagnostic. Templates and words were checked when they were read; a document made by hand
 * was not.
 */
export function findFigure(id: string, span: Span, { data, tell }: Binding): Figure | null {
  const figure = figureNamed(data, id);
  if (figure !== null) return figure;
  const name = nearestName(id, data.figures.keys());
  tell(unknownFigure(id, span, name === null ? null : { name, span: data.figures.get(name)!.span }));
  return null;
}
