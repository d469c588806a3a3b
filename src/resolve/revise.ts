/** What a figure was in an earlier state of the report, printed as it is printed now. */
import { revisionWords } from '../locale/change-words.js';
import { formatFigure } from '../locale/format-figure.js';
import type { Figure, Revision } from '../model/figure.js';
import type { Binding } from './binding.js';

/** To spread into what shows the figure: nothing where it is as it was, or where nothing is compared. */
export function revise(
  figure: Figure,
  print: (figure: Figure) => string,
  { earlier }: Pick<Binding, 'earlier'>,
): { readonly revision?: Revision } {
  if (earlier === null) return {};
  const before = earlier.figures.get(figure.id);
  const after = print(figure);
  const was = before === undefined ? '' : print(before);
  if (was === after) return {};
  const known = was === '' ? null : was;
  return {
    revision: {
      was: known,
      ...revisionWords(
        figure.label,
        known,
        before === undefined ? formatFigure(figure, 'full', { language: earlier.language }) : after,
        earlier.language,
      ),
    },
  };
}
