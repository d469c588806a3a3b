/** Words of a report that a new year has to prove again: firsts, records, years in a row, places, directions. */

/** What a figure that is still to be filled in says, and is known by. */
export const toFillWords: readonly string[] = ['待补', 'to come'];
export const toFillWord = (language: string): string => (language.startsWith('zh') ? '待补' : 'to come');

const chinese =
  /首[次个家夺创获批破超度座条]|第一次|率先|连续第?[\d一二三四五六七八九十]+[年次个]|[一二三四五六七八九十]+连[增冠丰涨]|第[\d一二三四五六七八九十百]+[位名]?(?!产业|季度)|位[居列][^，。；]{0,6}[之前]|之首|蝉联|再夺|创.{0,6}新[高低]|历史(?:最高|最低|新高|新低|性)|有史以来|纪录|增长|下降|提高|上升|回落|突破|翻(?:了)?[一两三]?番|倍增|减半|最[高低快多大好]/gu;
const english =
  /\bfor the \w+ (?:consecutive |straight |successive )?(?:year|time|quarter|month)(?: running| in a row)?|\b(?:first(?:-ever)?|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b(?! (?:quarter|half|phase|section|part|step|chapter)s?\b)(?: (?:consecutive|straight|successive))?(?: (?:year|time|place))?|\b(?:all-time|record|ranks?|ranked|consecutive|in a row|running|unprecedented|highest|lowest|largest|biggest|best|worst|rose|fell|grew|declined|doubled|tripled|trebled|quadrupled|halved|up|down)\b/giu;

/** Each claim of a line once, as it is worded. */
export const claimsIn = (line: string): readonly string[] => [
  ...new Set([chinese, english].flatMap((claims) => [...withoutNames(line).matchAll(claims)].map(([claim]) => claim))),
];

/** Helpers, keys and names of figures claim nothing: {{rank "a.b"}}, rank.strength. */
const withoutNames = (line: string): string =>
  line.replaceAll(/\{\{.*?\}\}|[\w-]+(?:\.[\w-]+)+/g, ' ').replace(/^\s*[\w-]+:/, ' ');
