/** The table beside a stack or lines, bound: each series with its last value or share, and its change up to it. */
import { besideNeedsEarlier, besideNeedsStack, shareOfFall } from '../diagnostics/chart-messages.js';
import { rateWithoutTime } from '../diagnostics/messages.js';
import { quantityLabel } from '../locale/chart-label.js';
import { besideHead, differenceLabel, growthLabel, markWords } from '../locale/chart-words.js';
import { seriesWords } from '../locale/part-words.js';
import type { BesideMark, BesidePart, BesideRow, MarkSpec } from '../model/chart.js';
import { markId } from '../model/figure-id.js';
import type { Quantity } from '../model/figure.js';
import { categoryAt } from './category-at.js';
import {
  isShare,
  markFigure,
  quantityAt,
  rounded,
  whole,
  yearsBetween,
  type Bound,
  type Reckoned,
} from './mark-figure.js';

type BesideSpec = Extract<MarkSpec, { readonly kind: 'beside' }>;

/** Where there is no number: the series was not there, or grew from nothing. */
const none = '—';

/** What a table is reckoned between: the places of two categories. */
interface Spanned extends Bound {
  readonly from: number;
  readonly last: number;
  readonly span: BesideSpec['span'];
}

type Cell = BesideRow['cells'][number];
type Told = Pick<Reckoned, 'places' | 'series' | 'formula' | 'quantity' | 'unit'> & { readonly label: string };

const comparing = (part: BesidePart): boolean => part === 'shift' || part === 'change' || part === 'cagr';
const ofSum = (part: BesidePart): boolean => part === 'share' || part === 'shift';

/** Empty where the report asks for a legend, and where there is nothing to be reckoned, which is told. */
export function bindBeside(mark: BesideSpec, bound: Bound, asked: boolean): BesideMark[] {
  const { spec, columns, binding } = bound;
  const isStack = spec.stack !== 'none';
  if (!isStack && (spec.kind === 'column' || mark.parts?.some(ofSum) === true)) {
    binding.tell(besideNeedsStack(spec.id, mark.span));
    return [];
  }
  if (mark.parts === null) return [];
  const { categories, series } = columns;
  const last = categories.length - 1;
  const from = mark.from === null ? 0 : categoryAt('beside', mark.from, spec, columns, binding);
  if (from < 0) return [];
  if (mark.parts.some(comparing) && from >= last) {
    binding.tell(besideNeedsEarlier(spec.id, categories[last] ?? '', mark.span));
    return [];
  }
  const shared = mark.parts.some((part) => part === 'shift') ? [from, last] : mark.parts.some(ofSum) ? [last] : [];
  const fall = shared.flatMap((index) =>
    series.flatMap((one) => ((one.points[index]?.value ?? 0) < 0 ? [{ one, index }] : [])),
  )[0];
  if (fall !== undefined) {
    binding.tell(shareOfFall(spec.id, fall.one.name, categories[fall.index]!, mark.span));
    return [];
  }
  if (mark.parts.includes('cagr') && from !== last && yearsBetween(bound, from, last) === null) {
    binding.tell(rateWithoutTime(spec.id, categories[from]!, mark.span));
    return [];
  }
  const within: Spanned = { ...bound, from, last, span: mark.span };
  const row = (name: string, of: number | null): BesideRow => ({
    name,
    cells: mark.parts!.map((part) => cellOf(part, of, within)),
  });
  return [
    {
      kind: 'beside',
      asked,
      heads: mark.parts.map((part) =>
        besideHead(part, categories[from]!, categories[last]!, isShare(columns.unit), binding.language),
      ),
      rows: series.map(({ name }, index) => row(name, index)),
      sum: mark.parts.length === 0 || !isStack ? null : row(seriesWords(binding.language).sum, null),
    },
  ];
}

/** `of` null is the sum of all series. */
function cellOf(part: BesidePart, of: number | null, within: Spanned): Cell {
  // A sum is all of itself at any time.
  if (part === 'shift' && of === null) return { label: '', figure: null };
  const told = tellPart(part, of, within);
  if (told === null) return { label: none, figure: null };
  // A value of one series stands at its point, where its own figure is known.
  if (part === 'value' && of !== null) return { label: told.label, figure: null };
  const { spec, columns, span } = within;
  const figure = markFigure(within, { ...told, id: markId(spec.id, `${part}-${of === null ? 'sum' : of + 1}`), span });
  return {
    label: told.label,
    figure: of === null ? figure : { ...figure, label: `${spec.title} ${columns.series[of]!.name}` },
  };
}

/** Null where it cannot be told. */
function tellPart(part: BesidePart, of: number | null, within: Spanned): Told | null {
  switch (part) {
    case 'value':
      return valueOf(of, within);
    case 'share':
      return shareOf(of, within);
    case 'shift':
      return shiftOf(of, within);
    case 'change':
      return isShare(within.columns.unit) ? differenceOf(of, within) : growthOf(of, within, false);
    case 'cagr':
      return growthOf(of, within, true);
  }
}

const at = ({ columns: { series } }: Spanned, of: number | null, index: number): Quantity | null =>
  quantityAt(series, of, index);

function valueOf(of: number | null, within: Spanned): Told | null {
  const { last, columns, labelUnit, binding } = within;
  const quantity = at(within, of, last);
  if (quantity === null) return null;
  const { text } = quantityLabel(quantity, labelUnit, null, binding.language);
  return { places: [last], series: of, formula: 'sum', quantity, unit: columns.unit, label: text };
}

/** In per cent, not rounded; null without a number or a sum. */
function exactShare(of: number | null, index: number, within: Spanned): number | null {
  const [part, sum] = [at(within, of, index), at(within, null, index)];
  return part === null || sum === null || sum.value === 0 ? null : (part.value / sum.value) * 100;
}

function shareOf(of: number | null, within: Spanned): Told | null {
  const { last, columns, binding } = within;
  const share = exactShare(of, last, within);
  if (share === null) return null;
  const quantity = rounded(share, of === null ? 0 : 1);
  return {
    places: [last],
    series: null,
    formula: `share(${of === null ? columns.categories[last]! : columns.series[of]!.name})`,
    quantity,
    unit: '%',
    label: quantityLabel(quantity, '%', null, binding.language).text,
  };
}

function shiftOf(of: number | null, within: Spanned): Told | null {
  const { from, last, columns, binding } = within;
  const [before, after] = [from, last].map((index) => exactShare(of, index, within)) as [number | null, number | null];
  if (of === null || before === null || after === null) return null;
  const quantity = rounded(after - before, 1);
  return {
    places: [from, last],
    series: null,
    formula: `difference(share(${columns.series[of]!.name}))`,
    quantity,
    unit: markWords(binding.language).points,
    label: differenceLabel(quantity, null, binding.language),
  };
}

const between = ({ columns: { categories }, from, last }: Spanned): string =>
  `${categories[from]}, ${categories[last]}`;

function differenceOf(of: number | null, within: Spanned): Told | null {
  const { from, last, binding } = within;
  const [before, after] = [at(within, of, from), at(within, of, last)];
  if (before === null || after === null) return null;
  const decimals = Math.max(before.decimals, after.decimals);
  const quantity = { value: (whole(after, decimals) - whole(before, decimals)) / 10 ** decimals, decimals };
  return {
    places: [from, last],
    series: of,
    formula: `difference(${between(within)})`,
    quantity,
    unit: markWords(binding.language).points,
    label: differenceLabel(quantity, null, binding.language),
  };
}

function growthOf(of: number | null, within: Spanned, isYearly: boolean): Told | null {
  const { from, last, binding } = within;
  const [before, after] = [at(within, of, from), at(within, of, last)];
  if (before === null || after === null || before.value <= 0 || after.value < 0) return null;
  const years = isYearly ? yearsBetween(within, from, last) || 1 : 1;
  const quantity = rounded(((after.value / before.value) ** (1 / years) - 1) * 100, 1);
  return {
    places: [from, last],
    series: of,
    formula: `${isYearly ? 'cagr' : 'growth'}(${between(within)})`,
    quantity,
    unit: '%',
    label: growthLabel(quantity, false, binding.language),
  };
}
