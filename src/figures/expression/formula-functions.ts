/** Functions that expressions may call. */
import { pointsUnit } from '../../locale/units/units.js';
import { addAmounts, convertTo, divideAmounts, isShare, literal, ratio, type Amount } from '../numbers/amount.js';
import {
  absolute,
  compare,
  divide,
  fraction,
  multiply,
  one,
  rootOf,
  roundScaled,
  signOf,
  subtract,
  type Fraction,
} from '../numbers/fraction.js';
import { ReckoningFault } from '../numbers/reckoning-fault.js';
import type { Expression } from './expression.js';
import type { Reckoning } from './reckoning.js';

/** How a function works out its arguments; handed in, for they may be expressions again. */
export interface Arguments {
  reckon(node: Expression, reckoning: Reckoning): Amount;
  reckonAll(node: Expression, reckoning: Reckoning): readonly Amount[];
  namedFigure(
    node: Expression,
    reckoning: Reckoning,
  ): { readonly id: string; readonly key: string; readonly at: number };
}

export interface FormulaFunction {
  /** Least and greatest number of arguments. */
  readonly takes: readonly [number, number];
  readonly expects: string;
  run(args: readonly Expression[], reckoning: Reckoning, at: number, with_: Arguments): Amount;
}

const many = { takes: [1, 99], expects: 'numbers, groups or patterns' } as const;
const ofFigure = { expects: 'a figure' } as const;
const hundred: Fraction = { over: 100n, under: 1n };

const all = (args: readonly Expression[], reckoning: Reckoning, { reckonAll }: Arguments): readonly Amount[] =>
  args.flatMap((argument) => reckonAll(argument, reckoning));

const sumOf = (amounts: readonly Amount[], language: string): Amount =>
  amounts.slice(1).reduce((sum, amount) => addAmounts(sum, amount, 1, language), amounts[0]!);

const notZero = (amount: Amount, at: number): Amount => {
  if (signOf(amount.value) === 0) throw new ReckoningFault('division-by-zero', 'it divides by zero', at);
  return amount;
};

const percent = (value: Fraction): Amount => ratio(multiply(value, hundred), '%', 1);

/** The text of an argument that names a period: 2012, FY2024, "2024年1-9月". */
function periodText(node: Expression, at: number): string {
  if (node.kind === 'number' || node.kind === 'text') return node.text;
  if (node.kind === 'name') return node.name;
  throw new ReckoningFault('formula-argument', 'a period must stand here', at);
}

function extreme(sign: 1 | -1): FormulaFunction {
  return {
    ...many,
    run(args, reckoning, _, given) {
      const [first, ...others] = all(args, reckoning, given);
      return others.reduce(
        (best, amount) => (compare(convertTo(amount, best), best.value) === sign ? amount : best),
        first!,
      );
    },
  };
}

/** The same figure in another period. */
function otherPeriod(node: Expression, asked: string, reckoning: Reckoning, given: Arguments) {
  const { id, key, at } = given.namedFigure(node, reckoning);
  const { world } = reckoning;
  const [earlier] = world.keysOf(id, asked, key, at);
  return { now: world.amountAt(id, key, at), then: world.amountAt(id, earlier!, at), from: earlier!, to: key };
}

const growthOf = (now: Amount, then: Amount, at: number, language: string): Amount => {
  if (isShare(now.unit)) {
    const points = addAmounts(now, then, -1, language);
    return { ...points, unit: now.unit === '%' ? pointsUnit(language) : now.unit };
  }
  if (signOf(then.value) <= 0)
    throw new ReckoningFault('division-by-zero', 'a growth rate needs an earlier value above zero', at);
  return percent(subtract(divide(convertTo(now, then), then.value), one));
};

export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  sum: { ...many, run: (args, reckoning, _, given) => sumOf(all(args, reckoning, given), reckoning.world.language) },
  average: {
    ...many,
    run(args, reckoning, _, given) {
      const amounts = all(args, reckoning, given);
      const mean = divideAmounts(
        sumOf(amounts, reckoning.world.language),
        literal(fraction(BigInt(amounts.length)), 0),
      );
      return { ...mean, decimals: Math.max(1, ...amounts.map(({ decimals }) => decimals ?? 1)) };
    },
  },
  min: extreme(-1),
  max: extreme(1),
  count: {
    ...many,
    run: (args, reckoning, _, given) => literal(fraction(BigInt(all(args, reckoning, given).length)), 0),
  },
  share: {
    takes: [2, 2],
    expects: 'a part and the whole',
    run([part, whole], reckoning, at, given) {
      const of = notZero(given.reckon(whole!, reckoning), at);
      return percent(divide(convertTo(given.reckon(part!, reckoning), of), of.value));
    },
  },
  growth: {
    takes: [1, 2],
    expects: 'a figure, and the period that it is compared with where that is not the year before',
    run([figure, period], reckoning, at, given) {
      const asked = period === undefined ? 'year' : periodText(period, at);
      const { now, then } = otherPeriod(figure!, asked, reckoning, given);
      return growthOf(now, then, at, reckoning.world.language);
    },
  },
  prior: {
    takes: [1, 2],
    expects: 'a figure, and how many periods before',
    run([figure, steps], reckoning, at, given) {
      return otherPeriod(figure!, `-${steps === undefined ? '1' : periodText(steps, at)}`, reckoning, given).then;
    },
  },
  cagr: {
    takes: [2, 3],
    expects: 'a figure, the first period and the last',
    run([figure, from, to], reckoning, at, given) {
      const { id, key } = given.namedFigure(figure!, reckoning);
      const { world } = reckoning;
      const start = world.keysOf(id, periodText(from!, at), key, at)[0]!;
      const end = to === undefined ? key : world.keysOf(id, periodText(to, at), key, at)[0]!;
      const [first, last] = [world.amountAt(id, start, at), world.amountAt(id, end, at)];
      const years = world.distance(start, end, at);
      if (years < 1 || years > 400)
        throw new ReckoningFault(
          'formula-argument',
          'the last period must come after the first, by no more than 400',
          at,
        );
      if (signOf(first.value) <= 0 || signOf(last.value) < 0)
        throw new ReckoningFault('division-by-zero', 'compound growth needs values above zero', at);
      return percent(subtract(rootOf(divide(convertTo(last, first), first.value), years), one));
    },
  },
  index: {
    takes: [2, 2],
    expects: 'a figure and its base period, which is 100',
    run([figure, base], reckoning, at, given) {
      const { now, then } = otherPeriod(figure!, periodText(base!, at), reckoning, given);
      notZero(then, at);
      return ratio(multiply(divide(convertTo(now, then), then.value), hundred), null, 1);
    },
  },
  rank: {
    takes: [2, 3],
    expects: 'a figure, the group that it is one of, and "lower" where the lowest is the first',
    run([figure, group, order], reckoning, at, given) {
      const own = given.reckon(figure!, reckoning);
      const sign = order !== undefined && periodText(order, at) === 'lower' ? -1 : 1;
      const before = given
        .reckonAll(group!, reckoning)
        .filter((amount) => compare(convertTo(amount, own), own.value) === sign);
      return ratio(fraction(BigInt(before.length + 1)), null, 0);
    },
  },
  target: {
    takes: [1, 1],
    ...ofFigure,
    run([figure], reckoning, _, given) {
      const { id, key, at } = given.namedFigure(figure!, reckoning);
      return reckoning.world.targetAt(id, key, at);
    },
  },
  round: {
    takes: [1, 2],
    expects: 'a number, and how many decimals',
    run([number, places], reckoning, at, given) {
      const amount = given.reckon(number!, reckoning);
      const decimals = places?.kind === 'number' ? Number(places.text) : places === undefined ? 0 : Number.NaN;
      if (!Number.isInteger(decimals) || decimals > 12)
        throw new ReckoningFault('formula-argument', 'round( ) takes 0 to 12 decimals', at);
      return { ...amount, value: fraction(roundScaled(amount.value, decimals), 10n ** BigInt(decimals)), decimals };
    },
  },
  abs: {
    takes: [1, 1],
    expects: 'a number',
    run([number], reckoning, _, given) {
      const amount = given.reckon(number!, reckoning);
      return { ...amount, value: absolute(amount.value) };
    },
  },
  cell: {
    takes: [3, 3],
    expects: 'a table, a row and a column, in quotation marks',
    run: ([table, row, column], reckoning, at) =>
      reckoning.world.cell(periodText(table!, at), periodText(row!, at), periodText(column!, at), at),
  },
  column: {
    takes: [2, 2],
    expects: 'a table and a column, in quotation marks',
    run(_, __, at) {
      throw new ReckoningFault('formula-argument', 'column( ) gives many numbers: sum( ) or average( ) makes one', at);
    },
  },
};
