/**
 * The one place that prints a number. Simplified Chinese, as offices write it:
 * 超7.9万元, 首破万亿元, 千余次, 九连增, 连续3年, 同比增长8.1%, 全省第七, 全国百强县第六位, 首夺.
 * In other languages English: over 1,284.6 million, up 8.1% year on year, 6th in the national list.
 */
import { assertNever } from '../model/assert-never.js';
import type { Change, Figure, FigurePart, Quantity, Rank } from '../model/figure.js';
import { chineseNumber, chineseRoundNumber } from './chinese-number.js';
import { englishChange, englishPlace, englishRank, groupDigits, shortUnit } from './english-figure.js';
import { isCurrency } from './units/english-units.js';
import { formatPeriod } from './format-period.js';
import { isChinese, joinWords } from './language.js';
import { aroundNumber, unitOf } from './units/units.js';

export interface FormatOptions {
  /** `chinese` says whole numbers in Chinese numerals: 十项. */
  readonly numerals?: 'arabic' | 'chinese';
  /** Changes as signed numbers, +8.1% and −8.3%, where a column or an axis names the comparison. */
  readonly signed?: boolean;
  /** BCP 47, of the report; Chinese where it is left out. */
  readonly language?: string;
}

const inChinese = ({ language }: FormatOptions): boolean => language === undefined || isChinese(language);

/** U+2212: as wide as a plus, and never taken for a hyphen. */
const minus = '−';

/** Words that stand behind the number or the unit; all others stand before. */
const insideQualifiers: ReadonlySet<string> = new Set(['余', '多']);
const behindQualifiers: ReadonlySet<string> = new Set(['以上', '以下', '以内', '左右', '上下', '有余']);
/** After these a lone 1 before 万 or 亿 is not said: 首破万亿元. */
const silentOne: ReadonlySet<string> = new Set(['首破', '突破', '破', '首超', '迈上', '跨上', '站上']);

/** An empty string where the figure has no such part: `hasPart` tells before. */
export function formatFigure(figure: Figure, part: FigurePart, options: FormatOptions = {}): string {
  switch (part) {
    case 'full':
      return formatFull(figure, options);
    case 'value':
      return formatValue(figure, options);
    case 'number':
      return formatNumberPart(figure, options);
    case 'unit':
      return figure.unit ?? figure.change?.unit ?? (figure.rank === null || !inChinese(options) ? '' : '位');
    case 'qualifier':
      return figure.qualifier ?? figure.award ?? '';
    case 'change':
      return figure.change === null ? '' : formatChange(figure.change, options);
    case 'rank':
      return figure.rank === null ? '' : formatRank(figure.rank, options);
    case 'label':
      return figure.label;
    case 'award':
      return figure.award ?? '';
    case 'prior':
      return figure.prior === undefined ? '' : formatValue({ ...figure, quantity: figure.prior }, options);
    case 'target':
      return figure.target === undefined ? '' : formatValue({ ...figure, quantity: figure.target }, options);
    case 'period':
      return figure.period === null ? '' : formatPeriod(figure.period, options.language ?? 'zh-CN');
    default:
      return assertNever(part);
  }
}

/** Whether there is anything to print of this part. */
export function hasPart(figure: Figure, part: FigurePart): boolean {
  return formatFigure(figure, part) !== '';
}

/** A quantity's parts in the order in which they are said: 首破 · 万亿 · 元, 超 · 7.9 · 万元, '' · 千余 · 次. */
export interface QuantityWords {
  readonly before: string;
  readonly numeral: string;
  readonly after: string;
}

export function quantityWords(
  quantity: Quantity,
  unitName: string | null,
  qualifier: string | null,
  options: FormatOptions = {},
): QuantityWords {
  // $ as a qualifier before m is a currency.
  if (qualifier !== null && isCurrency(qualifier))
    return quantityWords(quantity, `${qualifier} ${unitName ?? ''}`.trim(), null, options);
  const { before, after: spoken } = aroundNumber(quantity.value, unitName);
  const number = formatQuantity(quantity, unitName, options);
  if (before !== '') return inCurrency(qualifier, before, number, spoken, options);
  if (qualifier === null) return { before: '', numeral: number, after: spoken };
  if (insideQualifiers.has(qualifier)) {
    const round = chineseRoundNumber(quantity.value);
    return { before: '', numeral: (round ?? number) + qualifier, after: spoken };
  }
  if (behindQualifiers.has(qualifier)) return { before: '', numeral: number, after: spoken + qualifier };
  const large = /^(万亿|万|亿)(.+)$/.exec(spoken);
  if (silentOne.has(qualifier) && quantity.value === 1 && quantity.decimals === 0 && large !== null) {
    return { before: qualifier, numeral: large[1]!, after: large[2]! };
  }
  return { before: inChinese(options) ? qualifier : `${qualifier} `, numeral: number, after: spoken };
}

/** over $1,234.5 million; a minus stands before the currency: −$12.4m. */
function inCurrency(
  qualifier: string | null,
  currency: string,
  number: string,
  after: string,
  options: FormatOptions,
): QuantityWords {
  const sign = number.startsWith(minus) ? minus : '';
  const said = qualifier === null ? '' : inChinese(options) ? qualifier : `${qualifier} `;
  return { before: said + sign + currency, numeral: number.slice(sign.length), after };
}

/** Digits as written in the source, with its decimals; Chinese where asked for, or where the unit demands it. */
export function formatQuantity(quantity: Quantity, unitName: string | null, options: FormatOptions = {}): string {
  const digits = Math.abs(quantity.value).toFixed(quantity.decimals);
  const sign = quantity.value < 0 ? minus : '';
  if (!inChinese(options)) return sign + groupDigits(digits);
  const unit = unitName === null ? null : unitOf(unitName);
  if (options.numerals === 'chinese' || unit?.family === 'streak') {
    const counted = quantity.value === 2 && unit?.family === 'count' && unitName !== '位';
    const chinese = counted ? '两' : chineseNumber(quantity.value);
    if (chinese !== null && quantity.decimals === 0) return chinese;
  }
  return sign + digits;
}

/** 同比增长8.1%, 下降0.3个百分点, 同比持平; signed: +8.1%, −8.3%. */
export function formatChange(change: Change, options: FormatOptions = {}): string {
  const { before, numeral, after } = changeWords(change, options);
  return before + numeral + after;
}

export function changeWords(change: Change, options: FormatOptions = {}): QuantityWords {
  const { value, decimals } = change.quantity;
  const unit = unitOf(change.unit);
  const digits = Math.abs(value).toFixed(decimals);
  if (options.signed) {
    const sign = value > 0 ? '+' : value < 0 ? minus : '';
    if (inChinese(options)) return { before: '', numeral: sign + digits, after: unit.name };
    // A sign goes before a currency: −€58.0m.
    const { before = '' } = unit;
    const numeral = (before === '' ? sign : '') + groupDigits(digits);
    return { before: before === '' ? '' : sign + before, numeral, after: shortUnit(unit) };
  }
  if (!inChinese(options)) return englishChange(change, groupDigits(digits));
  const basis = change.basis ?? '';
  if (value === 0) return { before: basis, numeral: '持平', after: '' };
  const rise = unit.family === 'points' ? '提高' : '增长';
  return { before: basis + (value > 0 ? rise : '下降'), numeral: digits, after: unit.spoken };
}

/** 全省第七; a list of the chosen takes 位: 全国百强县第六位. */
export function formatRank(rank: Rank, options: FormatOptions = {}): string {
  if (!inChinese(options)) return englishRank(rank);
  const place = formatPlace(rank);
  const listed = rank.scope === '' || /[强榜]|名单|同类|之列/.test(rank.scope);
  return `${rank.scope}${place}${listed ? '位' : ''}`;
}

/** 第七. */
export const formatPlace = (rank: Rank, options: FormatOptions = {}): string =>
  inChinese(options) ? `第${chineseNumber(rank.place) ?? rank.place}` : englishPlace(rank.place);

/** 全国百强县第六位 is two pieces, the words and the place, between which a line may end; null where there are no two. */
export function placePieces(text: string): readonly [words: string, place: string] | null {
  const place = text.indexOf('第');
  return place > 0 ? [text.slice(0, place), text.slice(place)] : null;
}

/** As a number of its own, on an axis or in a cell: 第七位. */
export const formatLonePlace = (rank: Rank, options: FormatOptions = {}): string =>
  formatPlace(rank, options) + (inChinese(options) ? '位' : '');

function formatFull(figure: Figure, options: FormatOptions): string {
  if (figure.quantity !== null) {
    const { before, numeral, after } = quantityWords(figure.quantity, figure.unit, figure.qualifier, options);
    return before + numeral + after;
  }
  if (figure.change !== null)
    return joinWords([figure.qualifier ?? '', formatChange(figure.change, options)], options.language ?? 'zh');
  if (figure.rank !== null)
    return joinWords([figure.qualifier ?? '', formatRank(figure.rank, options)], options.language ?? 'zh');
  return figure.award ?? '';
}

function formatValue(figure: Figure, options: FormatOptions): string {
  if (figure.quantity !== null)
    return joinQuantity(quantityWords(figure.quantity, figure.unit, currencyOf(figure), options));
  if (figure.change !== null)
    return joinQuantity(quantityWords(figure.change.quantity, figure.change.unit, null, options));
  if (figure.rank !== null) return formatLonePlace(figure.rank, options);
  return figure.award ?? '';
}

const joinQuantity = ({ before, numeral, after }: QuantityWords): string => before + numeral + after;

/** A qualifier that is a currency belongs to the value itself. */
const currencyOf = ({ qualifier }: Figure): string | null =>
  qualifier !== null && isCurrency(qualifier) ? qualifier : null;

function formatNumberPart(figure: Figure, options: FormatOptions): string {
  if (figure.quantity !== null) return formatQuantity(figure.quantity, figure.unit, options);
  if (figure.change !== null) return formatQuantity(figure.change.quantity, figure.change.unit, options);
  if (figure.rank === null) return '';
  return options.numerals === 'chinese' ? (chineseNumber(figure.rank.place) ?? '') : String(figure.rank.place);
}
