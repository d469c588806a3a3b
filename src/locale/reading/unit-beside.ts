/**
 * The unit that stands beside a number in anybody's words, and whether two such units say different amounts: 亿元 and
 * 万元, % and percentage points, $m and $bn. What cannot be told is no difference.
 */
import { countedNouns, currencies, scales, unitNames, unitSymbols } from '../../model/unit.js';
import { unitMeasure } from '../units/unit-measure.js';
import { unitOf } from '../units/units.js';
import { chineseMultiples, englishMultiples } from '../units/multiples.js';

export interface UnitBeside {
  /** As it is written behind its number. */
  readonly text: string;
  /** Before the number; empty where none stands there. */
  readonly currency: string;
  /** 10,000 of 万, 1 where none is said. */
  readonly times: number;
  /** What is counted or measured, without its multiple; empty where it is not said. */
  readonly noun: string;
}

const multiples = [...chineseMultiples, ['百', 1e2] as const];
/** As people write units that have another name here. */
const otherNames: Readonly<Record<string, string>> = {
  '％': '%',
  'per cent': '%',
  percent: '%',
  pct: '%',
  百分点: '个百分点',
  平米: '平方米',
  '㎡': '平方米',
  千米: '公里',
  个月: '月',
  pp: 'percentage points',
  ppt: 'percentage points',
  pps: 'percentage points',
  'percentage point': 'percentage points',
  point: 'points',
};

const longestFirst = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].sort((one, other) => other.length - one.length);
/** 万人 is read as 人 in 万, so that it is known beside 亿人 too. */
const chineseNouns = longestFirst([
  ...unitNames.filter((name) => /^\p{Script=Han}/u.test(name)).map(withoutMultiple),
  ...['个百分点', '个月', '平米', '㎡', '千米', '公里', '标箱'],
]);
/** In is a word far more often than an inch. */
const latinNouns = longestFirst([
  ...unitSymbols.filter((name) => name !== 'in'),
  ...Object.entries(countedNouns).flat(),
  ...['percentage points', 'percentage point', 'points', 'point', 'basis points', 'pp', 'ppt', 'pps', 'bps', 'bp'],
  ...['per cent', 'percent', 'pct'],
]);
const signs = longestFirst([...currencies.signs, ...currencies.codes]);
const singular = new Map(Object.entries(countedNouns).map(([one, more]) => [more, one]));

function withoutMultiple(name: string): string {
  const found = multiples.find(([multiple]) => name.startsWith(multiple) && name.length > multiple.length);
  return found === undefined ? name : name.slice(found[0].length);
}

/** @param start where the number begins in the text; `end` is where it ends. Null where no unit is known there. */
export function unitBeside(text: string, start: number, end: number): UnitBeside | null {
  const ahead = text.slice(Math.max(0, start - 6), start).trimEnd();
  const currency = signs.find((sign) => ahead.endsWith(sign)) ?? '';
  const rest = text.slice(end, end + 32);
  const behind = shareBehind(rest) ?? chineseBehind(rest) ?? latinBehind(rest, currency !== '');
  if (behind === null) return currency === '' ? null : { text: '', currency, times: 1, noun: '' };
  return { ...behind, currency };
}

type Behind = Omit<UnitBeside, 'currency'>;

function shareBehind(rest: string): Behind | null {
  const sign = /^\s?([%％‰])/.exec(rest)?.[1];
  return sign === undefined ? null : { text: sign, times: 1, noun: otherNames[sign] ?? sign };
}

function chineseBehind(rest: string): Behind | null {
  const own = rest.trimStart();
  const found = multiples.find(([multiple]) => own.startsWith(multiple));
  const [multiple, times] = found ?? ['', 1];
  const noun = chineseNouns.find((name) => own.startsWith(name, multiple.length)) ?? '';
  if (multiple + noun === '') return null;
  return { text: multiple + noun, times, noun: otherNames[noun] ?? noun };
}

function latinBehind(rest: string, isMoney: boolean): Behind | null {
  const own = rest.replaceAll(/\s/g, ' ');
  const words = scales.words.find((name) => new RegExp(`^ ?${name}\\b`).test(own));
  const letters = scales.letters.find((name) => new RegExp(`^${name}(?![\\p{L}\\p{N}²³])`, 'u').test(own));
  // Metres stand apart from their number, millions against it.
  const scale = words ?? (letters !== undefined && (isMoney || letters !== 'K') ? letters : undefined);
  const at = scale === undefined ? 0 : own.indexOf(scale) + scale.length;
  const tail = own.slice(at).replace(/^ /, '');
  const noun = latinNouns.find((name) => tail.startsWith(name) && !/^[\p{L}\p{N}²³]/u.test(tail.slice(name.length)));
  if (scale === undefined && noun === undefined) return null;
  const said = noun ?? '';
  return {
    text: [scale, said].filter(Boolean).join(' '),
    times: scale === undefined ? 1 : (englishMultiples[scale] ?? 1),
    noun: otherNames[said] ?? singular.get(said) ?? said,
  };
}

/** Measure words are often changed with the noun behind them: 5个 and 5家 may be the same. */
const isMeasureWord = (noun: string): boolean => unitOf(noun).family === 'count';

/**
 * @param isSame whether the words around both are the same, so that the unit alone was changed: measure words differ
 * then too
 */
export function differInUnit(one: UnitBeside, other: UnitBeside, isSame: boolean): boolean {
  if (one.currency !== '' && other.currency !== '' && one.currency !== other.currency) return true;
  const [noun, twin] = [one.noun, other.noun];
  if (noun === twin || noun === '' || twin === '') return one.times !== other.times;
  if (isHan(noun) !== isHan(twin) && !isShare(noun) && !isShare(twin)) return false;
  if (isMeasureWord(noun) && isMeasureWord(twin)) return isSame || one.times !== other.times;
  return amountOf(one) !== amountOf(other);
}

const isHan = (noun: string): boolean => /\p{Script=Han}/u.test(noun);
const isShare = (noun: string): boolean => ['share', 'points'].includes(unitOf(noun).family);

/** What one of the unit is, as text that compares; a difference of shares is no share. */
function amountOf({ times, noun }: UnitBeside): string {
  const measure = unitMeasure(noun);
  const kind = unitOf(noun).family === 'points' ? 'points' : '';
  return `${kind} ${Number(((times * measure.times) / measure.over).toPrecision(9))} ${JSON.stringify(measure.bases)}`;
}
