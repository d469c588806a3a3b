/** Values to PDF syntax (ISO 32000-1, 7.3). A string is a name, a `String` object is a text string, as in pdfkit. */

/** A text string; half surrogates and control characters, which no reader can show, are left out. */
export const textString = (text: string): object =>
  new String(text.replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/gu, ' '));

export function serialize(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `/${value.replace(/[^!-~]|[#%()/<>[\]{}]/g, escapeNameByte)}`;
  if (typeof value === 'number') return formatNumber(value, 5);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof String) return serializeText(value.valueOf());
  if (Array.isArray(value)) return `[${value.map(serialize).join(' ')}]`;
  if (value instanceof Date) return `(D:${value.toISOString().replace(/\..*/, '').replace(/[-:T]/g, '')}Z)`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (value.toString !== Object.prototype.toString) return String(value); // a reference, or a tree of pdfkit's
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `<<${entries.map(([key, entry]) => `/${key} ${serialize(entry)}`).join(' ')}>>`;
}

const escapeNameByte = (character: string): string =>
  [...Buffer.from(character, 'utf8')].map((byte) => `#${byte.toString(16).padStart(2, '0')}`).join('');

function serializeText(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** A number without exponent and without trailing zeros. */
export function formatNumber(value: number, decimals: number): string {
  if (Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) throw new Error(`a PDF cannot hold the number ${value}`);
  const text = value.toFixed(decimals).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
