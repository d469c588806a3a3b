/**
 * Words by which `check` reads sentences: claims of a direction, numbers that are none of a report's figures,
 * comparisons, totals.
 */
import { unitNames } from '../model/unit.js';
import { isChinese } from './language.js';
import { unitOf } from './units/units.js';

export interface CheckWords {
  /** Words that claim a direction, wherever in a clause they stand. */
  readonly claims: RegExp;
  readonly rising: RegExp;
  /** Group 1 is a claim that what follows it is to bear out. */
  readonly claimBefore: RegExp;
  /** What may stand between a label and the claim about it. */
  readonly joining: RegExp;
  /** Says which way is good, not which way it went. */
  readonly wishes: RegExp;
  /** Between clauses. */
  readonly clauseEnd: RegExp;
  /** What has numerals in it and is no figure, whoever writes it. */
  readonly plain: readonly RegExp[];
  /** Numbers in digits, with their units. */
  readonly digits: RegExp;
  /** Numbers in words; null where none are looked for. */
  readonly spoken: RegExp | null;
  /** A number in words that is speech or an image. */
  readonly isSpeech: (found: string) => boolean;
}

// ---- Chinese -------------------------------------------------------------------------------------------------------

const zhRising = '增长|上升|提高|增加|提升|扩大|上涨|跃升|回升|攀升';
const zhFalling = '下降|减少|降低|下滑|回落|缩小|下跌|收窄';

/** Units that are as often part of another word (十分, 万家, 一对) are left out. */
const countWords = unitNames.filter(
  (name) => !['分', '对', '头', '位', '部', '天', '门', '点', '只', '期', '百分点'].includes(name),
);
const zhUnits = [...countWords, '大', '方面', '倍', '成', '余', '多']
  .sort((left, right) => right.length - left.length)
  .join('|');

/** Dates, years, quotations, titles, Latin names, ordinals, five-year plans, documents by number, 三次产业. */
const zhPlain: readonly RegExp[] = [
  /[“‘《「][^”’》」]*[”’》」]/g,
  /\d{4}[—–~～至-]\d{4}年?/g,
  /(?:\d{4}年(?:度)?)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年(?:度|代)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d{2}/g,
  /[A-Za-z][\w.-]*\d[\w.-]*|\d+[A-Za-z]\w*/g,
  /[〔［[(（]\d{4}[〕］\])）]\s*第?\d+号/g,
  new RegExp(`(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,]*\\d|\\s*(?:${zhUnits}|[%％‰]))`, 'g'),
  /第[\d一二三四五六七八九十百千]+/g,
  /[一二三]次产业/g,
  /十[一二三四五六七八九]五/g,
  /[二两一]〇[〇一二三四五六七八九]{2}年/g,
];

const chinese: CheckWords = {
  claims: new RegExp(`${zhRising}|${zhFalling}`),
  rising: new RegExp(`^(?:${zhRising})`),
  claimBefore: new RegExp(`(${zhRising}|${zhFalling})(?:了|达到|达|至|约|近|超)?$`),
  joining: /^(?:[、和与及均都双齐同比皆略大幅也又继续实现呈]|持续)*$/,
  wishes: new RegExp(`以(?:${zhRising}|${zhFalling})为(?:好|优)`, 'g'),
  clauseEnd: /[，。；：！？,;!?]/,
  plain: zhPlain,
  digits: new RegExp(`\\d[\\d,]*(?:\\.\\d+)?\\s*(?:${zhUnits}|％)?`, 'g'),
  spoken: new RegExp(
    `(?:百分之[一二三四五六七八九十百点零]+|[一二两三四五六七八九十百千万亿零〇]+(?:点[一二三四五六七八九零]+)?(?:${zhUnits}))`,
    'g',
  ),
  // 一个 and 两项 are speech, 万家 and 千户 are images, and 万平方米 is a unit; from 三 on a count word makes a number.
  isSpeech: (found) =>
    /^[一两二](?![一二三四五六七八九十百千万亿])/.test(found) ||
    /^[百千万亿]+(?:家|户|个|人)/.test(found) ||
    (unitNames as readonly string[]).includes(found),
};

// ---- English -------------------------------------------------------------------------------------------------------

const enRising =
  'rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas(?:e[sd]?|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?|' +
  'jump(?:s|ed)?|surged?|expand(?:s|ed|ing)?|improv(?:e[sd]?|ing)|went up|up';
const enFalling =
  'fell|fallen|falls?|falling|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|drop(?:s|ped)?|shrank|shrunk|shrinks?|slipped|' +
  'contract(?:s|ed|ing)|reduc(?:ed|tion)|lost|went down|down';

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** Quotations, dates, years, fiscal years, quarters, halves, ordinals, numbered things, names with digits. */
const enPlain: readonly RegExp[] = [
  /[“"][^”"]*[”"]/g,
  new RegExp(`\\b(?:${months})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+(?:19|20)\\d{2})?\\b`, 'g'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})\\b\\.?(?:,?\\s+(?:19|20)\\d{2})?`, 'g'),
  /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}:\d{2}\b/g,
  /\b(?:FY|CY|fiscal(?: year)?|financial year)\s*(?:19|20)?\d{2}(?:[/–-]\d{2,4})?/gi,
  /\b(?:Q[1-4]|H[12]|[1-4]Q|[12]H)(?:\s*(?:FY)?\s*(?:19|20)?\d{2})?\b/g,
  /\b(?:19|20)\d{2}\s*(?:[/–—-]|to)\s*(?:(?:19|20)?\d{2})\b/g,
  /(?<![\d.,$€£])(?:19|20)\d{2}(?:s\b)?(?![\d.,]*\d|\s*(?:%|per cent|percent|million|billion|thousand|people|tonnes|km|kWh)\b|%)/g,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b(?:Figure|Table|Chapter|Section|Part|Page|Article|Annex|Phase|Step|Stage|Goal|Version|No\.|Nr\.|Appendix|Option)\s+\d+(?:\.\d+)*/gi,
  /\b\d+-(?:year|month|week|day|hour|point|step)(?:-old)?\b/gi,
  /[A-Za-z][\w.-]*\d[\w.-]*/g,
];

const english: CheckWords = {
  claims: new RegExp(`\\b(?:${enRising}|${enFalling})\\b`, 'i'),
  rising: new RegExp(`^(?:${enRising})$`, 'i'),
  claimBefore: new RegExp(
    `\\b(${enRising}|${enFalling})(?:\\s+(?:by|of|to|at|about|around|nearly|almost|over|more than|some|a|an|further))*\\s*$`,
    'i',
  ),
  joining:
    /^(?:[\s,]|and|has|have|had|been|also|both|again|all|slightly|sharply|strongly|steadily|further|clearly|were|was|is|are)*$/i,
  wishes: /\b(?:should|must|is to|are to|aims? to|target(?:s|ed)?(?: to)?|if|unless|expected to)\b[^,;.]*/gi,
  clauseEnd: /[,;:!?]|\.(?=\s|$)/,
  plain: enPlain,
  digits:
    /[$€£¥]?\d[\d,]*(?:\.\d+)?(?:\s*(?:%|per ?cent|million|billion|thousand|trillion|m|bn|k|people|tonnes|pp|bps)(?![\p{L}\d]))?/gu,
  spoken: null,
  isSpeech: () => false,
};

export const checkWords = (language: string): CheckWords => (isChinese(language) ? chinese : english);

// ---- Of both -------------------------------------------------------------------------------------------------------

const yearBasis =
  /^(?:同比|按年|比上年|较上年|比去年|较去年|比上年同期|较上年同期|较去年同期|year[- ]on[- ]year|year[- ]over[- ]year|annual(?:ly)?|yoy|y\/y|y-o-y|(?:from|on|over|vs\.?|versus|against|compared (?:with|to)|than) (?:a|the|one)?\s?(?:year (?:earlier|ago|before)|previous year|prior year|last year|same (?:period|quarter|month) (?:of )?(?:last|the previous|a year) (?:year|earlier)))$/i;
const namedBasis = /^(?:from|on|over|vs\.?|versus|against|compared (?:with|to)|than|比|较)\s*(.+?)\s*(?:年)?$/i;

/**
 * Whether a comparison is with the period a year before: said so, or named. `before` is that period, as the report
 * writes it.
 */
export function comparesWithYear(basis: string | null, before: string): boolean {
  if (basis === null || yearBasis.test(basis.trim())) return true;
  return (
    namedBasis.exec(basis.trim())?.[1]?.replace(/\s/g, '').toUpperCase() === before.replace(/\s/g, '').toUpperCase()
  );
}

/**
 * How many units of a change in points one whole share point is: 100 basis points. Null for what is no difference of
 * shares.
 */
export function pointsPerShare(unit: string): number | null {
  if (unitOf(unit).family !== 'points') return null;
  return /^b(?:p|asis)/.test(unit) ? 100 : 1;
}

/** Names of a row or a column of sums. */
export const totalName = /^(?:合\s*计|总\s*计|共\s*计|总和|全市合计|全县合计|(?:grand |sub)?total|sum|all)$/i;

const sizeWords: Readonly<Record<string, number>> = {
  三: 3,
  五: 5,
  十: 10,
  二十: 20,
  三十: 30,
  五十: 50,
  百: 100,
  一百: 100,
  二百: 200,
  三百: 300,
  五百: 500,
  千: 1000,
};

/** How many a list has whose name says so: 全国百强县, 前10名, 500强; top 100, the 500 largest. Null where it says nothing. */
export function listSize(scope: string): number | null {
  const english = /\btop[- ](\d+)\b|\b(\d+) (?:largest|biggest|best|strongest)\b/i.exec(scope);
  if (english !== null) return Number(english[1] ?? english[2]);
  const found = /([一二三四五六七八九十百千]+|\d+)(?:强|佳|优|大|名)/.exec(scope)?.[1];
  if (found === undefined) return null;
  return /^\d+$/.test(found) ? Number(found) : (sizeWords[found] ?? null);
}

/** 2024, 2024年, FY 2024: the year of a period that is one; null for others. */
export const yearOf = (period: string): string | null => /^(?:FY\s*)?(\d{4})年?$/i.exec(period.trim())?.[1] ?? null;
