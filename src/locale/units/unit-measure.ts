/**
 * What units measure, so that amounts of different units can be converted, or refused: 亿元 is 100,000,000 元, USD million
 * 1,000,000 $.
 */
import { countedNouns, currencies, unitSymbols } from '../../model/unit.js';
import { unitOf } from './units.js';
import { chineseMultiples, englishMultiples } from './multiples.js';

/** One of the unit is `times` / `over` of its bases, each to its power: 元 to the first and 人 to the minus first. */
export interface UnitMeasure {
  readonly times: number;
  readonly over: number;
  readonly bases: Readonly<Record<string, number>>;
}

const pure = (times: number, over = 1): UnitMeasure => ({ times, over, bases: {} });
const of = (base: string, times = 1, over = 1): UnitMeasure => ({ times, over, bases: { [base]: 1 } });

const converted: Readonly<Record<string, UnitMeasure>> = {
  '%': pure(1, 100),
  '‰': pure(1, 1000),
  倍: pure(1),
  bp: pure(1, 10_000),
  bps: pure(1, 10_000),
  'basis points': pure(1, 10_000),
  ppm: pure(1, 1_000_000),
  ppb: pure(1, 1_000_000_000),
  公里: of('米', 1000),
  千米: of('米', 1000),
  平方公里: of('平方米', 1_000_000),
  公顷: of('平方米', 10_000),
  亩: of('平方米', 2000, 3),
  吨: of('克', 1_000_000),
  公斤: of('克', 1000),
  千克: of('克', 1000),
  千瓦: of('瓦', 1000),
  千瓦时: of('瓦时', 1000),
  小时: of('秒', 3600),
  分钟: of('秒', 60),
  天: of('秒', 86_400),
  mm: of('m', 1, 1000),
  cm: of('m', 1, 100),
  km: of('m', 1000),
  m2: of('m²'),
  km2: of('m²', 1_000_000),
  'km²': of('m²', 1_000_000),
  ha: of('m²', 10_000),
  m3: of('m³'),
  kg: of('g', 1000),
  mg: of('g', 1, 1000),
  t: of('g', 1_000_000),
  kt: of('g', 1_000_000_000),
  Mt: of('g', 1_000_000_000_000),
  tonne: of('g', 1_000_000),
  kW: of('W', 1000),
  MW: of('W', 1_000_000),
  GW: of('W', 1_000_000_000),
  kWh: of('Wh', 1000),
  MWh: of('Wh', 1_000_000),
  GWh: of('Wh', 1_000_000_000),
  TWh: of('Wh', 1_000_000_000_000),
  min: of('s', 60),
  h: of('s', 3600),
  USD: of('$'),
  US$: of('$'),
  EUR: of('€'),
  GBP: of('£'),
  RMB: of('元'),
  CNY: of('元'),
  capita: of('person'),
};

const singular = new Map(Object.entries(countedNouns).map(([one, more]) => [more, one]));
const money = [...currencies.signs, ...currencies.codes].sort((one, other) => other.length - one.length);

const known = new Map<string, UnitMeasure>();

const noUnit = pure(1);

/** A unit that nothing is known of measures itself. Null is no unit: a number alone. */
export function unitMeasure(name: string | null): UnitMeasure {
  if (name === null) return noUnit;
  let measure = known.get(name);
  if (measure === undefined) known.set(name, (measure = readMeasure(name.trim().replace(/\s+/g, ' '))));
  return measure;
}

function readMeasure(name: string): UnitMeasure {
  const rate = /^(.+?)(?:\/| per )(.+)$/.exec(name);
  if (rate !== null) return divided(readMeasure(rate[1]!), readMeasure(rate[2]!));
  const whole = converted[name];
  if (whole !== undefined) return whole;
  if (unitOf(name).family === 'points') return pure(1, 100);
  if ((unitSymbols as readonly string[]).includes(name)) return of(name);
  return moneyOf(name) ?? chineseOf(name) ?? englishOf(name) ?? of(singular.get(name) ?? name);
}

/** USD million, $m, € bn, million USD. */
function moneyOf(name: string): UnitMeasure | null {
  const ahead = money.find((each) => name.startsWith(each));
  const behind = money.find((each) => name.endsWith(` ${each}`));
  const currency = ahead ?? behind;
  if (currency === undefined) return null;
  const rest = (ahead === undefined ? name.slice(0, -currency.length) : name.slice(currency.length)).trim();
  const times = rest === '' ? 1 : englishMultiples[rest];
  return times === undefined ? null : scaled(converted[currency] ?? of(currency), times);
}

function chineseOf(name: string): UnitMeasure | null {
  const found = chineseMultiples.find(([multiple]) => name.startsWith(multiple) && name.length > multiple.length);
  if (found === undefined) return null;
  const [multiple, times] = found;
  return scaled(readMeasure(name.slice(multiple.length)), times);
}

/** million people, thousand tonnes, million. */
function englishOf(name: string): UnitMeasure | null {
  const [first = '', ...rest] = name.split(' ');
  const times = englishMultiples[first];
  if (times === undefined) return null;
  return rest.length === 0 ? pure(times) : scaled(readMeasure(rest.join(' ')), times);
}

const scaled = ({ times, over, bases }: UnitMeasure, by: number): UnitMeasure => ({ times: times * by, over, bases });

function divided(one: UnitMeasure, other: UnitMeasure): UnitMeasure {
  return {
    times: one.times * other.over,
    over: one.over * other.times,
    bases: combineBases(one.bases, other.bases, -1),
  };
}

/** Powers of `one` and `sign` times those of `other`; what cancels is left out. */
export function combineBases(
  one: UnitMeasure['bases'],
  other: UnitMeasure['bases'],
  sign: 1 | -1,
): UnitMeasure['bases'] {
  const sum: Record<string, number> = { ...one };
  for (const [base, power] of Object.entries(other)) {
    const total = (Object.hasOwn(sum, base) ? sum[base]! : 0) + sign * power;
    if (total === 0) delete sum[base];
    else sum[base] = total;
  }
  return sum;
}

/** People, households, companies: what is divided by them is said per head, and the unit does not say it. */
export const isCounted = (base: string): boolean =>
  Object.hasOwn(countedNouns, base) || unitOf(base).family === 'count' || ['户', '人次'].includes(base);
