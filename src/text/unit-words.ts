/** Units of more than one character, which a line never parts: 亿元, 万平方米, 个百分点, 微克/立方米. */

import { countedNouns, currencies, pointUnits, scales, unitSymbols } from '../model/unit.js';

const units = [
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '千瓦时',
  '百分点',
  '公里',
  '千米',
  '海里',
  '毫米',
  '厘米',
  '公顷',
  '公斤',
  '千克',
  '毫克',
  '微克',
  '毫升',
  '千瓦',
  '兆瓦',
  '小时',
  '分钟',
  '人次',
  '周年',
  '年度',
  '季度',
  '月份',
  '美元',
  '欧元',
  '日元',
  '港元',
  '元',
  '吨',
  '克',
  '升',
  '米',
  '亩',
  '度',
  '秒',
  '人',
  '户',
  '家',
  '个',
  '次',
  '项',
  '条',
  '件',
  '台',
  '辆',
  '倍',
  '位',
  '名',
  '所',
  '座',
  '处',
  '年',
  '月',
  '日',
  '号',
  '时',
  '分',
  '天',
  '期',
  '届',
].join('|');
/** A scale, then 余 or 多, then a counter, then the unit: each may be absent. */
const unit = `(?:万亿|[千百十]?万|亿|千|百)?[余多]?个?(?:${units})?`;
const unitPattern = new RegExp(`${unit}(?:/(?:${units}))?`, 'y');

const byLength = (names: readonly string[]): string =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll('$', '\\$').replaceAll(' ', '[ \\u00a0]'))
    .join('|');
const things = byLength([...unitSymbols, ...pointUnits, ...Object.entries(countedNouns).flat()]);
const multiples = byLength([...scales.words, 'bn', 'tn', 'mn']);
/** Behind a number and its space: million people, kWh, percentage points. */
const latinPattern = new RegExp(
  `(?:(?:${multiples})(?:[ \\u00a0](?:${things}))?|${things})(?:/(?:${things}))?(?![\\p{L}\\d])`,
  'uy',
);
const codePattern = new RegExp(`(?<![\\p{L}\\d])(?:${byLength(currencies.codes)})[ \\u00a0]$`, 'u');

/** The same of units in Latin letters, which stand behind a space. */
export function latinUnitLength(text: string, offset: number): number {
  latinPattern.lastIndex = offset;
  return latinPattern.exec(text)?.[0].length ?? 0;
}

/** Whether the number at `offset` follows the code of a currency: USD 300. */
export const followsCurrency = (text: string, offset: number): boolean =>
  codePattern.test(text.slice(Math.max(0, offset - 5), offset));

/** How many characters of `text` from `offset` are the unit of the number before them; 0 where they are none. */
export function unitLength(text: string, offset: number): number {
  unitPattern.lastIndex = offset;
  return unitPattern.exec(text)?.[0].length ?? 0;
}
