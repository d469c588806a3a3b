/**
 * Text of data made safe to print: what would steer a terminal, or turn the order of what stands around it, is shown as
 * its code. C0 and C1 controls but tab and line end (ECMA-48), and the explicit marks of direction (Unicode UAX #9).
 */
export const visibleText = (text: string): string => (steering.test(text) ? text.replace(allSteering, shown) : text);

const pattern = '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';
const steering = new RegExp(pattern);
const allSteering = new RegExp(pattern, 'g');

const shown = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same on one line. */
export const visibleLine = (text: string): string => visibleText(text).replaceAll('\n', '\\n');
