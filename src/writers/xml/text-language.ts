/** The language of a run: what PowerPoint proofs, hyphenates and reads it as. */

const han = /\p{Script=Han}/u;
const latinLetter = /\p{Script=Latin}/u;

/**
 * Chinese where there is a Han character, English where only Latin letters stand, else (digits, signs) the document's
 * own.
 */
export function languageOf(text: string, documentLanguage: string): string {
  if (han.test(text)) return documentLanguage.startsWith('zh') ? documentLanguage : 'zh-CN';
  if (latinLetter.test(text)) return documentLanguage.startsWith('en') ? documentLanguage : 'en-US';
  return documentLanguage;
}
