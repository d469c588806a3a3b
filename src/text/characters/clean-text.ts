/** Text as it can be set: what no font draws and no office format may hold is taken out. */

const unsettable =
  /\r\n?|[\u0085\u2028\u2029]|\t|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether there may be any of it: one class of characters is sought much faster. */
export const suspect = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;

/**
 * Every kind of line end becomes `\n`, a tab becomes a space, other control characters go, and a lone surrogate becomes
 * U+FFFD. All else stays as it is: emoji and rare characters are set where a font has them, and right-to-left text is
 * set in the order of its characters, from left to right.
 */
export const cleanText = (text: string): string => (suspect.test(text) ? text.replace(unsettable, settable) : text);

/** What stands in its place. */
function settable(found: string): string {
  if (found === '\t') return ' ';
  const code = found.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return found.startsWith('\r') || code === 0x85 || code === 0x2028 || code === 0x2029 ? '\n' : '';
}
