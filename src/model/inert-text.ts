/** Texts in CSV that a spreadsheet would take for formulas, and back. */

/**
 * A number may begin with a sign; any other text after =, +, - or @ is a formula to Excel (CWE-1236). Its apostrophe
 * says that it is a text.
 */
export const inertText = (text: string): string =>
  /^'*[=+\-@\t\r]/.test(text) && !/^[+-]\d[\d,]*(?:\.\d+)?%?$/.test(text) ? `'${text}` : text;

/** As it was before `inertText`. */
export const bareText = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
