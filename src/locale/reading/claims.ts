/** Words of a report that a new year has to prove again: firsts, records, years in a row, places, directions. */

/** What a figure that is still to be filled in says, and is known by. */
export const toFillWords: readonly string[] = ['待补', 'to come'];
export const toFillWord = (language: string): string => (language.startsWith('zh') ? '待补' : 'to come');

const claims =
  /首[次个家夺创获批破超]|第一次|连续[\d一二三四五六七八九十]+[年次]|[一二三四五六七八九十]+连[增冠]|第[\d一二三四五六七八九十百]+[位名]?|蝉联|再夺|创.{0,6}新高|历史(?:最高|新高|性)|增长|下降|提高|上升|回落|突破|翻番|\b(?:first(?:-ever)?|record|(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)) (?:consecutive |straight )?(?:year|time|place)|ranks?|ranked|for the \w+ (?:year|time)|in a row|highest|lowest|rose|fell|grew|doubled|up|down)\b/giu;

/** Each claim of a line once, as it is worded. */
export const claimsIn = (line: string): readonly string[] => [
  ...new Set([...withoutNames(line).matchAll(claims)].map(([claim]) => claim)),
];

/** Helpers, keys and names of figures claim nothing: {{rank "a.b"}}, rank.strength. */
const withoutNames = (line: string): string =>
  line.replaceAll(/\{\{.*?\}\}|[\w-]+(?:\.[\w-]+)+/g, ' ').replace(/^\s*[\w-]+:/, ' ');
