/** What a spreadsheet writes in place of a number where a formula fails; pasted as a text it says the same. */

const words = String.raw`#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)`;
const whole = new RegExp(`^${words}$`);
const inside = new RegExp(words, 'g');

/** Whether a cell says nothing else. */
export const isSpreadsheetFault = (text: string): boolean => whole.test(text.trim());

/** Each that stands in a text. */
export const spreadsheetFaults = (text: string): readonly string[] => text.match(inside) ?? [];
