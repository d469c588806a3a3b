/** Figures that no part of the report tells of: the register alone has them. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { unusedFigure } from '../diagnostics/messages.js';
import type { Document } from '../model/document.js';
import { allFigures, seriesOf } from '../model/figure-id.js';
import { isRowFigure } from '../model/report-row.js';
import type { Report } from '../model/report.js';
import { leavesOf, walkDocument } from './walk-document.js';

export function checkShown({ figures, series }: Report, documents: readonly Document[], tell: Tell): void {
  const shown = new Set<string>();
  for (const document of documents) {
    walkDocument(document, {
      // A label alone is not the figure.
      text: (inlines) =>
        leavesOf(inlines).forEach((leaf) => leaf.kind === 'figure' && leaf.part !== 'label' && shown.add(leaf.id)),
      chart: ({ chart }) =>
        chart.series.forEach(({ points }) => points.forEach(({ figure }) => figure !== null && shown.add(figure))),
      kpis: ({ cards }) => cards.forEach(({ id }) => shown.add(id)),
    });
  }
  if (documents.length === 0) return;
  for (const figure of allFigures(figures, series)) {
    if (!shown.has(figure.id)) continue;
    // Any period of a series tells of it, and so does a number that follows from it.
    shown.add(seriesOf(figure.id));
    for (const { inputs } of figure.derivations ?? []) inputs.forEach(({ id }) => shown.add(seriesOf(id)));
  }
  for (const { id, label, span, cells } of figures.values())
    if (!shown.has(id) && !isRowFigure(id)) tell(unusedFigure(id, label, cells.id ?? span));
}
