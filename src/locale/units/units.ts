/**
 * The registry of units: how each is read and printed. The compiler demands an entry for every name in `model/unit.ts`.
 */
import { englishUnit, englishUnitNames } from './english-units.js';
import { unitNames } from '../../model/unit.js';
import type { UnitName } from '../../model/unit.js';

/**
 * `money`, `size` and `time` follow an Arabic numeral; `count` is a measure word, before which 2 is said 两;
 * `share` is of a whole; `points` are a difference of shares; `streak` follows a Chinese numeral: 九连增.
 */
export type UnitFamily = 'money' | 'size' | 'time' | 'count' | 'share' | 'points' | 'streak';

export interface Unit {
  readonly name: string;
  readonly family: UnitFamily;
  /**
   * As printed behind a number in running text; `百分点` takes 个 before it, a unit in Latin letters a space (SI brochure,
   * 5.4.3).
   */
  readonly spoken: string;
  /** Before a number, with its space: a currency. Left out where nothing stands there. */
  readonly before?: string;
  /** Behind a one, where it differs: day of days. */
  readonly spokenOne?: string;
  /** The whole that it is a share of; null for a unit without one. */
  readonly whole: number | null;
}

const family = (of: UnitFamily, names: readonly UnitName[]): [UnitName, UnitFamily][] =>
  names.map((name) => [name, of]);

const families = new Map<string, UnitFamily>([
  ...family('money', ['元', '万元', '亿元', '万亿元', '美元', '万美元', '亿美元']),
  ...family('share', ['%', '‰']),
  ...family('points', ['百分点', '个百分点']),
  ...family('streak', ['连增', '连丰', '连冠', '连涨', '连降']),
  ...family('time', ['月', '小时', '分钟', '秒', '岁']),
  ...family('size', [
    '倍',
    '分',
    '万人',
    '万户',
    '万套',
    '万辆',
    '万台',
    '万件',
    '万次',
    '万个',
    '万家',
    '万吨',
    '万亩',
    '万人次',
    '亿人次',
    '万标箱',
    '亿件',
    '平方米',
    '万平方米',
    '平方公里',
    '公顷',
    '亩',
    '米',
    '公里',
    '立方米',
    '万立方米',
    '亿立方米',
    '吨',
    '公斤',
    '克',
    '千瓦',
    '万千瓦',
    '千瓦时',
    '万千瓦时',
    '亿千瓦时',
    '吨标准煤',
    '万吨标准煤',
    '微克/立方米',
    '℃',
  ]),
]);

/** The unit of a place in a ranking. */
export const placeUnit: UnitName = '位';

const wholes: Readonly<Record<string, number>> = { '%': 100, '‰': 1000 };

/** A unit by name; one of the report's own is a plain measure. */
export function unitOf(name: string): Unit {
  return registry.get(name) ?? unitInEnglish(name) ?? ownUnit(name);
}

/** Whether the house knows it; a report may list others of its own. */
export const isKnownUnit = (name: string): boolean => registry.has(name) || englishUnit(name) !== null;

/** Whether it is money by a sign or a code: `£m`, `USD million`; a sign in a name alone (`$ rate`) is none. */
export const isCurrencyUnit = (name: string): boolean => englishUnit(name)?.family === 'money';

/** Names to guess a misspelt unit by. */
export const guessableUnits: readonly string[] = [...unitNames, ...englishUnitNames];

function unitInEnglish(name: string): Unit | null {
  const unit = englishUnit(name);
  if (unit === null) return null;
  const { before, after, afterOne, family } = unit;
  return { name, family, before, spoken: after, spokenOne: afterOne, whole: null };
}

/** A word in Latin letters keeps to its number, and its own words to each other. */
const ownUnit = (name: string): Unit => ({
  name,
  family: 'size',
  spoken: /^\p{Script=Latin}/u.test(name) ? `\u00a0${name.replaceAll(' ', '\u00a0')}` : name,
  whole: null,
});

/** What stands around a number of this unit: a minus goes before a currency. */
export function aroundNumber(
  value: number,
  unitName: string | null,
): { readonly before: string; readonly after: string } {
  if (unitName === null) return { before: '', after: '' };
  const { before = '', spoken, spokenOne = spoken } = unitOf(unitName);
  return { before, after: Math.abs(value) === 1 ? spokenOne : spoken };
}

const registry: ReadonlyMap<string, Unit> = new Map(
  unitNames.map((name) => [
    name,
    {
      name,
      family: families.get(name) ?? 'count',
      spoken: name === '百分点' ? '个百分点' : name,
      whole: wholes[name] ?? null,
    },
  ]),
);

/** In which a difference of shares is told. */
export const pointsUnit = (language: string): string => (language.startsWith('zh') ? '百分点' : 'percentage points');
