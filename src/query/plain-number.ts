/** Numbers as databases write them, without exponents: what a figure takes. */

/** `1.5e-7` is 0.00000015; null for NaN and infinities. */
export function plainNumber(text: string): string | null {
  const found = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text.trim());
  if (found === null) return null;
  const [, sign, whole = '', decimals = '', exponent = '0'] = found;
  const shift = Number(exponent);
  if (shift === 0) return `${sign === '-' ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
  const digits = whole + decimals;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const [before, after] = [padded.slice(0, at).replace(/^0+(?=\d)/, ''), padded.slice(at)];
  return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}
