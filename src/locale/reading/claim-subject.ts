/**
 * Whether a claim is made of the very thing that its clause names, and of its whole year. Exports to Norway, heat-pump
 * sales and the third quarter's revenue have histories of their own, which no figure of the report tells: what stands
 * around a name and a claim has to be known to change nothing. Better a claim unjudged than a right one doubted.
 */
import { isChinese } from '../language.js';
import type { ReadClaim } from './read-claims.js';

// ---- Chinese -------------------------------------------------------------------------------------------------------

const zhYear = '(?:比|较|自|从|与|到|至|截至)?(?:19|20)\\d{2}年?(?:相比|以来|[底末起度的])?';
const zhNumber =
  '[\\d.,]+[余多]?[百千万亿]*(?:美元|元|吨|斤|公斤|人次|人|户|家|个百分点|个|辆|台|件|项|次|公里|平方米|公顷|亩|%|％)?';
const zhWords =
  '同比|继续|实现|完成|达到|达|创下|较上年|比上年|上年|进一步|由此|从而|成功|居|位居|位列|列|排名|总量|总额|规模|总值|持续|保持|稳步|快速|一举|历史性地?|同样|双双|增长|上升|提高|增加|提升|上涨|下降|减少|降低|下滑|回落|突破|超过|超|近|约|共|累计';
const zhJoining = '[也并且已再均都其更又亦为是至到了，,、\\s]';
const zhPlain = new RegExp(`^(?:${zhYear}|${zhNumber}|${zhWords}|${zhJoining})*`);
const zhOpening = new RegExp(
  `^(?:(?!对|向|从|由|为|在|除|比|与)[一-鿿]{1,6}[市县区省镇乡州])?(?:${zhYear}|${zhNumber}|${zhWords}|${zhJoining}|全[市县省区国年部]|[今本当]年|年度|年[底末]|[我本][市县区省镇]|而|但|同时|此外|以?及|和|与|因|使|令|中)*$`,
);
/** What begins the way from a name to a place: 综合实力居全国百强县第五位. */
const zhPlaced =
  /^[已均再又仍也]*(?:居|位|列|排|名列|跃|升|稳|首次|连续|由|从|在|进入|跻身|保持|获|夺|全[国省市球县区]|第|$)/;
const zhPartOfYear = /季度|[一二三四]季|月份|\d月|月度|[单当每]月|[上下]半年|[日月周]均|[单当每][日周天]|旬/;
const zhAfter = /^[位名强列]?(?:$|[^一-鿿]|[并且和与及为达后同也又多有超左居列排保稳]|大关|以[上来])/;

// ---- English -------------------------------------------------------------------------------------------------------

const enWords = new Set(
  `a an the its our their this that which it they both all each and but yet while also again still now thus even indeed further
  only just once more than less almost nearly about around some over under well steadily strongly sharply slightly clearly
  has have had been being be was were is are having reached reaching hit hitting set setting stood stands standing came comes
  ranks ranked ranking placed remained stayed continued kept ended closed finished passed exceeded topped rose risen rises rising
  grew grown grows growing increased increasing gained climbed climbing fell fallen falls falling decreased declined declining
  dropped dropping shrank up down at to by in from since on against compared with of for as year years year-on-year previous
  before earlier last new another total overall annual yearly full-year number level meanwhile moreover however therefore
  million billion trillion thousand bn m k per cent percent percentage points pp people tonnes when where then so`.split(
    /\s+/,
  ),
);
const enNumber = /^[$€£¥−+-]?\d[\d.,]*(?:%|bn|m|k)?$/;
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}$€£¥%.,−+-]+/u)
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ''))
    .filter((word) => word !== '');
const isPlainEnglish = (text: string): boolean => words(text).every((word) => enWords.has(word) || enNumber.test(word));
const enPartOfYear =
  /\b(?:quarter\w*|month\w*|week\w*|dail?y|days?|half-year\w*|half|season\w*)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12])\b/;
/** A part that is named behind a claim: doubled in Asia, a record amount. */
const enAfter =
  /^\s*(?:$|[^\w\s]|(?:and|but|while|since|this|last|compared|again|than|which|that|yet|ever|or|so|when|before|after|running|(?:in|at|from|to|of|for|on|over|within|with|by|during|against)\s+(?:[$€£¥]?\d|(?:the\s+|a\s+|its\s+|our\s+)?(?:year|last|past|previous|first|time|same|row|history|decade|end|comparison|just|only|one|two|three|four|five|six|seven|eight|nine|ten)\b))(?:\b|(?<=\d)))/i;
const enAfterPlace =
  /^\s*(?:$|[^\w\s]|(?:place|of|among|nationally|nationwide|overall|worldwide|globally|again|and|but|out|this|last|after|behind|for|in(?!\s+(?:line|turn|order|this|that|mind|his|her|its))|while|which|as)\b)/i;

// ---- both ----------------------------------------------------------------------------------------------------------

/** Whether what stands before a name leaves it what it is; other names are taken out. */
export const leavesName = (before: string, language: string): boolean =>
  isChinese(language) ? zhOpening.test(before) : isPlainEnglish(before);

/** Whether a clause goes on behind a name to say something of it, and not to name a part of it. */
export function speaksOf(after: string, language: string): boolean {
  if (isChinese(language)) return !/^[一-鿿]/.test(after) || zhPlain.exec(after)![0] !== '';
  const [first] = words(after);
  return first === undefined || (isPlainEnglish(first) && !/^(?:of|in|from|to|at|for|by|per|with|on)$/.test(first));
}

/** What may stand between a subject and a claim about it. */
export function isNear(between: string, { kind }: ReadClaim, language: string): boolean {
  if (!isChinese(language)) return words(between).length <= 9 && isPlainEnglish(between);
  const isOfPlaces = kind === 'place' || kind === 'first-among' || kind === 'streak';
  if (isOfPlaces && between.length <= 14 && zhPlaced.test(between)) return true;
  return zhPlain.exec(between)![0] === between;
}

/** Whether a claim ends where it seems to: 减半 is none in 减半征收, nor a record in a record pace. */
export const endsThere = (after: string, { kind }: ReadClaim, language: string): boolean =>
  (isChinese(language) ? zhAfter : kind === 'place' ? enAfterPlace : enAfter).test(after);

/** Whether a clause speaks of a quarter, a month, a day. */
export const isOfPartOfYear = (clause: string, language: string): boolean =>
  (isChinese(language) ? zhPartOfYear : enPartOfYear).test(clause);
