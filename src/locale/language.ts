/** Languages that have words here: Chinese, and English for all others. */

/** @param language BCP 47: zh-CN, en. */
export const isChinese = (language: string): boolean => language.startsWith('zh');

/** Words that are made up of `parts`: parted by spaces where the language parts words. Empty ones are left out. */
export const joinWords = (parts: readonly string[], language: string): string =>
  parts.filter((part) => part !== '').join(isChinese(language) ? '' : ' ');
