/** Languages that have words here: Chinese, and English for all others. */

/** @param language BCP 47: zh-CN, en. */
export const isChinese = (language: string): boolean => language.startsWith('zh');

/** Between the members of a list in running words: 城镇、农村; town, country. */
export const listComma = (language: string): string => (isChinese(language) ? '、' : ', ');

/** Between a name and what is said of it. */
export const colon = (language: string): string => (isChinese(language) ? '：' : ': ');

/** An aside: full-width brackets around Chinese, with a space before others. */
export const inBrackets = (text: string, beside = text): string =>
  /\p{Script=Han}/u.test(beside) ? `（${text}）` : ` (${text})`;

/** Words that are made up of `parts`: parted by spaces where the language parts words. Empty ones are left out. */
export const joinWords = (parts: readonly string[], language: string): string =>
  parts.filter((part) => part !== '').join(isChinese(language) ? '' : ' ');
