/** Marks of a chart spec: compare, difference, average, limits, brackets, callouts, beside. */
import { besideParts, growthMeasures, type MarkSpec } from '../../../model/chart.js';
import type { DataCursor, Named } from '../../shape/data-cursor.js';

type NamedMark = Named | undefined;

export function readChartMarks(entry: DataCursor): readonly MarkSpec[] {
  return [
    ...arrowsOf(entry.at('compare')).flatMap((at): MarkSpec[] => {
      const ends = endsOf(at);
      return ends === null ? [] : [{ kind: 'growth', ...ends, as: at.at('as').choice(growthMeasures), ...shared(at) }];
    }),
    ...arrowsOf(entry.at('difference')).flatMap((at): MarkSpec[] => {
      const ends = endsOf(at);
      return ends === null ? [] : [{ kind: 'difference', ...ends, ...shared(at) }];
    }),
    ...averageOf(entry.at('average')),
    ...limitsOf(entry.at('limits')),
    ...entry
      .at('brackets')
      .items()
      .flatMap((at): MarkSpec[] => {
        const ends = endsOf(at);
        return ends === null ? [] : [{ kind: 'bracket', ...ends, label: at.at('label').text() ?? '', span: at.span }];
      }),
    ...entry
      .at('callouts')
      .entries()
      .map(
        ([id, text]): MarkSpec => ({
          kind: 'callout',
          at: { id, span: text.keySpan },
          text: text.text() ?? '',
          span: text.keySpan,
        }),
      ),
    ...besideOf(entry.at('beside')),
  ];
}

const shared = (at: DataCursor) => ({
  series: at.isMap ? nameOf(at.at('series')) : null,
  label: at.isMap ? at.at('label').text() : null,
  span: at.span,
});

const nameOf = (at: DataCursor): Named | null => at.names()[0] ?? null;

/** Two names, a map, or a list of such. */
function arrowsOf(at: DataCursor): readonly DataCursor[] {
  if (!at.exists) return [];
  const items = at.items();
  const isPair = !at.isMap && items.every(({ value }) => typeof value !== 'object');
  return at.isMap || isPair ? [at] : items;
}

/** Null where one is left out, which the shape has told. */
function endsOf(at: DataCursor): { readonly from: Named; readonly to: Named } | null {
  const [from, to]: readonly NamedMark[] = at.isMap
    ? [nameOf(at.at('from')) ?? undefined, nameOf(at.at('to')) ?? undefined]
    : at.names();
  return from === undefined || to === undefined ? null : { from, to };
}

function averageOf(at: DataCursor): MarkSpec[] {
  if (!at.exists || at.value === false) return [];
  return [{ kind: 'average', ...shared(at) }];
}

function limitsOf(at: DataCursor): MarkSpec[] {
  if (!at.exists) return [];
  const values = at.isMap ? [at.at('lower'), at.at('upper')] : at.items();
  const labels = at.isMap ? at.at('labels').items() : [];
  return values.flatMap((each, index): MarkSpec[] => {
    const value = each.number();
    return value === null ? [] : [{ kind: 'limit', value, label: labels[index]?.text() ?? null, span: each.span }];
  });
}

/** A word, a list of words, or a map of them and the category that changes are counted from. */
function besideOf(at: DataCursor): MarkSpec[] {
  if (!at.exists) return [];
  const shown = at.isMap ? at.at('show').names() : at.names();
  const words = [...new Set(shown.map(({ id }) => id))];
  return [
    {
      kind: 'beside',
      parts: words.includes('legend') ? null : words.flatMap((word) => besideParts.filter((part) => part === word)),
      from: at.isMap ? nameOf(at.at('from')) : null,
      span: at.span,
    },
  ];
}
