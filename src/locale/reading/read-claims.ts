/**
 * Claims of a clause that figures over time can prove or disprove: years in a row, records, firsts past a mark, places,
 * doublings. What a clause says beside them is not judged.
 */
import { isChinese } from '../language.js';
import { numeralValue } from './numeral-value.js';

/** As worded, with where it stands in its clause in UTF-16 units. */
interface ClaimBase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type ReadClaim = ClaimBase &
  /** So many years in a row; null where it says not what of: places, awards. */
  (
    | { readonly kind: 'streak'; readonly years: number; readonly direction: 'up' | 'down' | null }
    /** More, or less, than in any year before; of the last `years`, or since one, where it says so. */
    | {
        readonly kind: 'record';
        readonly isHigh: boolean;
        readonly years: number | null;
        readonly since: number | null;
      }
    /** For the first time past a mark: how many of which unit, as worded. */
    | { readonly kind: 'first'; readonly mark: string }
    /** For the first time among so many. */
    | { readonly kind: 'first-among'; readonly most: number }
    | { readonly kind: 'place'; readonly place: number }
    /** So many times what it was: in the year before, or in `since`, or `years` ago. */
    | {
        readonly kind: 'multiple';
        readonly factor: number;
        readonly since: number | null;
        readonly years: number | null;
      }
  );

type Reader = readonly [
  pattern: RegExp,
  read: (found: readonly (string | undefined)[], clause: string) => Unplaced | null,
];
type Unplaced = ReadClaim extends infer C ? (C extends ReadClaim ? Omit<C, keyof ClaimBase> : never) : never;

const year = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const count = (text: string | undefined): number | null => (text === undefined ? null : numeralValue(text));

// ---- Chinese -------------------------------------------------------------------------------------------------------

const numeral = '[\\d〇零一二两三四五六七八九十]+';
const up = '(?:保持|实现|同比|均|都|正|稳步|稳定|快速|两位数)*(?:增长|上升|提高|增加|提升|上涨|增产|增收|正增长)';
const down = '(?:保持|实现|同比|均|都)*(?:下降|减少|降低|下滑|回落|下跌|负增长|双降)';
/** The year that a comparison names: 比2015年. */
const zhSince = (clause: string): number | null => year(/(?:比|较|自|从|与)((?:19|20)\d{2})年?/.exec(clause)?.[1]);
const zhYears = (clause: string): number | null =>
  count(new RegExp(`(?:近|过去|最近|在)?(${numeral})年(?:来|内|间|以来|里)?(?!度)`).exec(withoutDates(clause))?.[1]);
const withoutDates = (clause: string): string => clause.replaceAll(/(?:19|20)\d{2}年?/g, ' ');
const directionOf = (rising: string | undefined, falling: string | undefined): 'up' | 'down' | null =>
  rising !== undefined ? 'up' : falling !== undefined ? 'down' : null;

const chinese: readonly Reader[] = [
  [
    new RegExp(`连续第?(${numeral})年(${up})?(${down})?`, 'g'),
    ([, years, rising, falling]) => ({
      kind: 'streak',
      years: count(years) ?? 0,
      direction: directionOf(rising, falling),
    }),
  ],
  [
    new RegExp(`(${numeral})连(?:(增|丰|涨|升|上)|(降|跌|减))`, 'g'),
    ([, years, rising, falling]) => ({
      kind: 'streak',
      years: count(years) ?? 0,
      direction: directionOf(rising, falling),
    }),
  ],
  [
    /(?:再|又|屡|连)?创(?:下|出)?(?:了)?(?:历史|历年|有史以来|同期|建[县市]以来)*(?:新|最)(高|低)|(?:历史|历年来?|有史以来|有记录以来)(?:最|新)(高|低)(?:水平|值|点|纪录)?|(?:刷新|打破)(?:历史|历年)?(?:最高)?(?:纪录|记录)/g,
    ([text, first, second], clause) => ({
      kind: 'record',
      isHigh: (first ?? second ?? '高') === '高',
      years: /历史|历年|有史/.test(text ?? '') ? null : zhYears(clause),
      since: zhSince(clause),
    }),
  ],
  [
    new RegExp(`近(${numeral})年(?:来|以来)?(?:的)?最(高|低)`, 'g'),
    ([, years, which]) => ({ kind: 'record', isHigh: which === '高', years: count(years), since: null }),
  ],
  [
    /首(?:次|度)?(?:突破|超过|超|破|跨上|迈上|越过|站上)了?\s*([\d,.]*[〇零一二两三四五六七八九十百千万亿]*(?:元|美元|吨|人次|人|户|家|辆|台|件|公里|平方米|%|％|个百分点)?)/g,
    ([, mark]) => (mark === undefined || mark === '' ? null : { kind: 'first', mark }),
  ],
  [
    new RegExp(`首(?:次|度)?(?:进入|跻身|挺进|入围|闯入|迈入|进)[^，。；、]{0,8}?前(${numeral})`, 'g'),
    ([, most]) => ({ kind: 'first-among', most: count(most) ?? 0 }),
  ],
  [
    new RegExp(
      `第(${numeral})(?:位|名)?(?![\\d一-鿿]*(?:产业|季度|届|次|批|期|轮|章|条|部分|阶段|方|医院|人民|中学|小学|年|个|步|代|天|日|月))`,
      'g',
    ),
    ([, place]) => ({ kind: 'place', place: count(place) ?? 0 }),
  ],
  [
    /翻(了)?(一|两|三)?番|(?:减半|腰斩)/g,
    ([text, , times], clause) => ({
      kind: 'multiple',
      factor: text?.startsWith('翻') ? 2 ** (count(times) ?? 1) : 0.5,
      since: zhSince(clause),
      years: zhYears(clause),
    }),
  ],
];

// ---- English -------------------------------------------------------------------------------------------------------

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinal = `(?:${ordinals.join('|')}|\\d+(?:st|nd|rd|th))`;
const cardinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const cardinal = `(?:${cardinals.join('|')}|\\d+)`;
const nth = (text: string | undefined): number => {
  const word = (text ?? '').toLowerCase();
  const place = Math.max(ordinals.indexOf(word), cardinals.indexOf(word));
  return place >= 0 ? place + 1 : Number.parseInt(word, 10);
};
const enUp =
  '\\b(?:rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas\\w+|gains?|gained|climb\\w*|up)\\b';
const enDown = '\\b(?:fell|fallen|falls?|falling|decreas\\w+|declin\\w+|drop\\w*|shrank|shrunk|shrinking|down)\\b';
const enSince = (clause: string): number | null =>
  year(/\b(?:since|from|on|over|than in|that of)\s+((?:19|20)\d{2})\b/i.exec(clause)?.[1]);
const enYears = (clause: string): number | null => {
  if (/\b(?:a|the|last|past) decade\b/i.test(clause)) return 10;
  const found = new RegExp(
    `\\b(?:in|over|within|for)\\s+(?:the\\s+)?(?:last\\s+|past\\s+)?(${cardinal})\\s+years\\b`,
    'i',
  ).exec(clause);
  return found === null ? null : nth(found[1]);
};
const enDirection = (clause: string): 'up' | 'down' | null => {
  const [rising, falling] = [new RegExp(enUp, 'i').test(clause), new RegExp(enDown, 'i').test(clause)];
  return rising === falling ? null : rising ? 'up' : 'down';
};

const english: readonly Reader[] = [
  [
    new RegExp(
      `\\bfor (?:the|a) (${ordinal}) (?:consecutive |straight |successive )?year(?: running| in a row| in succession| straight)?|\\b(?:the |a )?(${ordinal}) (?:consecutive|straight|successive) (?:year|annual)|\\b(${cardinal}) years (?:in a row|running|in succession)|\\b(${cardinal}) (?:consecutive|straight|successive) years`,
      'gi',
    ),
    ([, ...years], clause) => ({
      kind: 'streak',
      years: nth(years.find((each) => each !== undefined)),
      direction: enDirection(clause),
    }),
  ],
  [
    /\b(?:a |new |another |the )*(?:all-time|record|historic)[ -](high|low|level|year|result)|\b(?:highest|largest|biggest|most|lowest|smallest) (?:ever|on record|in (?:its|our|the (?:company's|county's)) history)\b|\b(?:reached|hit|set|at|was|is|to) a (?:new )?record\b(?! (?:high|low|level|year|result))/gi,
    ([text, which], clause) => ({
      kind: 'record',
      isHigh: which?.toLowerCase() !== 'low' && !/lowest|smallest/i.test(text ?? ''),
      years: null,
      since: enSince(clause),
    }),
  ],
  [
    new RegExp(
      `\\b(highest|largest|biggest|lowest|smallest)(?: level| value| figure)? (?:in|for|of|over) (?:the )?(?:last |past )?(${cardinal}) years|\\b(highest|largest|biggest|lowest|smallest)(?: level| value| figure)? since ((?:19|20)\\d{2})`,
      'gi',
    ),
    ([, first, years, second, since]) => ({
      kind: 'record',
      isHigh: !/lowest|smallest/i.test(first ?? second ?? ''),
      years: years === undefined ? null : nth(years),
      since: year(since),
    }),
  ],
  [
    /\b(?:exceed\w*|pass\w*|top(?:ped|s)|above|over|beyond|cross\w*|broke(?: through)?|surpass\w*|reached) ([$€£¥]?\d[\d,.]*\s*(?:%|per ?cent|thousand|million|billion|trillion|bn|m\b|k\b)?)[^,;]*?\bfor the first time\b/gi,
    ([, mark]) => ({ kind: 'first', mark: mark ?? '' }),
  ],
  [
    /\bfor the first time\b[^,;]*?\b(?:exceed\w*|pass\w*|topp(?:ed|ing)|above|over|beyond|cross\w*|surpass\w*) ([$€£¥]?\d[\d,.]*\s*(?:%|per ?cent|thousand|million|billion|trillion|bn|m\b|k\b)?)/gi,
    ([, mark]) => ({ kind: 'first', mark: mark ?? '' }),
  ],
  [
    new RegExp(
      `\\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|came|comes|stands?|stood)\\s+(?:at\\s+)?(?:only\\s+)?(?:no\\.?\\s*)?(${ordinal}|\\d+)\\b|\\b(${ordinal}) (?:place\\b|in (?:the )?(?:country|nation|county|province|region|state|world|group|league|table)\\b|nationwide|nationally|worldwide|overall)`,
      'gi',
    ),
    ([, first, second]) => ({ kind: 'place', place: nth(first ?? second) }),
  ],
  [
    /\b(doubl(?:ed|ing)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b(?! (?:as|its|our|their) )/gi,
    ([, word], clause) => ({
      kind: 'multiple',
      factor: { d: 2, t: 3, q: 4, h: 0.5 }[(word ?? 'd')[0]!.toLowerCase()] ?? 2,
      since: enSince(clause),
      years: enYears(clause),
    }),
  ],
];

/** In order; of two at one place the longer. */
export function readClaims(clause: string, language: string): readonly ReadClaim[] {
  const found = (isChinese(language) ? chinese : english).flatMap(([pattern, read]) =>
    [...clause.matchAll(pattern)].flatMap((match): readonly ReadClaim[] => {
      const claim = read(match, clause);
      const [text, start] = [match[0], match.index];
      return claim === null ? [] : [{ ...claim, text, start, end: start + text.length }];
    }),
  );
  return found
    .filter((claim) => found.every((other) => other === claim || !covers(other, claim)))
    .sort((one, other) => one.start - other.start);
}

const covers = (one: ReadClaim, other: ReadClaim): boolean =>
  one.start <= other.start && other.end <= one.end && one.end - one.start > other.end - other.start;

const hopes: readonly [chinese: RegExp, english: RegExp] = [
  /力争|目标|计划|预计|预期|争取|确保|有望|将[要会]?|力求|望|若|如果|未|没有|不再|并非|其中|除/,
  /\b(?:should|must|will|would|may|might|could|aims?|targets?|plans?|expect\w*|if|unless|not|never|no longer|of which|except|hopes?|forecast\w*|intends?)\b/i,
];

/** Hopes, conditions and denials claim nothing, and what is said of a part is not said of the whole. */
export const isNoClaim = (clause: string, language: string): boolean => hopes[isChinese(language) ? 0 : 1].test(clause);

/** Years that a clause speaks of, but for those that it compares with. */
export const yearsIn = (clause: string): readonly number[] =>
  [...clause.matchAll(/(?<![\d.,])((?:19|20)\d{2})(?![\d.,]*\d)/g)].flatMap((match) =>
    /(?:比|较|自|从|与|since|from|than in|that of|on|over)\s*$/i.test(clause.slice(0, match.index))
      ? []
      : [Number(match[1])],
  );

/** A place said of an earlier state: 由第八位, from eighth. */
export const isFormerPlace = (before: string): boolean =>
  /(?:由|从|自|原|曾|from|up from|after)\s*\S{0,6}$/i.test(before);
/** Among whom, where a clause says it in general: none of a figure's own scopes is named then. */
export const namesScope = (clause: string): boolean =>
  /全国|全省|全市|全球|全县|全区|国内|省内|市内|\b(?:in|of|among|nationally|nationwide|worldwide|globally)\b/i.test(
    clause,
  );
const zhJoining =
  /^(?:[也并且已再均都其更又亦为是，,、\s]|同比|继续|实现|达到|创下|较上年|比上年|进一步|由此|从而|成功|占比|居|位居|位列|列|排名)*$/;
const enJoining =
  /^(?:\s|(?:and|but|also|its|the|a|an|at|up|down|which|that|this|it|was|is|were|are|has|have|had|been|having|again|for|by|to|more|than|nearly|almost|reaching|hitting|setting|reached|hit|set|ranking|rising|growing|falling|rose|grew|fell)\b)*$/i;

/** Whether a clause that begins so goes on about the subject of the one before. */
export const goesOn = (beginning: string, language: string): boolean =>
  (isChinese(language) ? zhJoining : enJoining).test(beginning);
