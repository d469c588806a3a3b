/** Values to PDF syntax (ISO 32000-1, 7.3). A string is a name, a `String` object is a text string, as in pdfkit. */

/** A text string; half surrogates and control characters, which no reader can show, are left out. */
export const textString = (text: string): object =>
  new String(text.replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/gu, ' '));

export function serialize(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `/${escapedName.test(value) ? escapeName(value) : value}`;
  if (typeof value === 'number') return formatNumber(value, 5);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof String) return serializeText(value.valueOf());
  if (Array.isArray(value)) return `[${value.map(serialize).join(' ')}]`;
  if (value instanceof Date) return `(D:${value.toISOString().replace(/\..*/, '').replace(/[-:T]/g, '')}Z)`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (value.toString !== Object.prototype.toString) return String(value); // a reference, or a tree of pdfkit's
  return serializeDictionary(value as Readonly<Record<string, unknown>>);
}

function serializeDictionary(entries: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(entries)) {
    const entry = entries[key];
    if (entry !== undefined) text += `${text === '' ? '' : ' '}/${key} ${serialize(entry)}`;
  }
  return `<<${text}>>`;
}

const escapedName = /[^!-~]|[#%()/<>[\]{}]/;
const escapeName = (name: string): string => name.replace(new RegExp(escapedName, 'g'), escapeNameByte);

const escapeNameByte = (character: string): string =>
  [...Buffer.from(character, 'utf8')].map((byte) => `#${byte.toString(16).padStart(2, '0')}`).join('');

function serializeText(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** From here on JavaScript writes a number with an exponent. */
const firstExponent = 1e21;

/** A number without exponent and without trailing zeros. */
export function formatNumber(value: number, decimals: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < firstExponent ? String(value) : BigInt(value).toString();
  if (!Number.isFinite(value)) throw new Error(`a PDF cannot hold the number ${value}`);
  return formatShort(value, decimals) ?? formatFixed(value, decimals);
}

const powers = [1, 10, 100, 1000, 10_000, 100_000];

/**
 * In whole numbers, which is several times faster; null where the last digit is too near to a half to be sure of, or
 * the number is large.
 */
function formatShort(value: number, decimals: number): string | null {
  const power = powers[decimals];
  if (power === undefined) return null;
  const scaled = Math.abs(value) * power;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  if (below >= 0x3fffffff || Math.abs(rest - 0.5) < 1e-4) return null;
  const rounded = rest > 0.5 ? below + 1 : below;
  if (rounded === 0) return '0';
  const sign = value < 0 ? '-' : '';
  const whole = Math.floor(rounded / power);
  let fraction = rounded - whole * power;
  if (fraction === 0) return `${sign}${whole}`;
  let digits = decimals;
  for (; fraction % 10 === 0; digits--) fraction /= 10;
  const shown = String(fraction);
  return `${sign}${whole}.${'0'.repeat(digits - shown.length)}${shown}`;
}

function formatFixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
