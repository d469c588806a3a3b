/**
 * Decimal arithmetic on written digits (`546.6`, no sign), so that no 546.6000000000001 comes of a number that a cell
 * shows.
 */

/**
 * Fifteen digits are what Excel keeps; what stands behind them is the rounding of binary numbers. Of a number not below
 * zero, without an exponent.
 */
export function plainDigits(value: number, precision = 15): string {
  const [, whole = '0', fraction = '', power = '0'] =
    /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(value.toPrecision(precision)) ?? [];
  return trimDigits(shiftPoint(`${whole}.${fraction}`, Number(power)));
}

/** Moves the point to the right, or with a negative number to the left. */
export function shiftPoint(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = '0'.repeat(Math.max(0, -places)) + whole + fraction + '0'.repeat(Math.max(0, places));
  const point = Math.max(0, -places) + whole.length + places;
  return `${all.slice(0, point)}.${all.slice(point)}`;
}

/** Rounded half up, as a cell shows it, to exactly `decimals` places: whole digits and decimals apart. */
export function roundDigits(digits: string, decimals: number): { readonly whole: string; readonly fraction: string } {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = whole + fraction.slice(0, decimals).padEnd(decimals, '0');
  const rounded = String(BigInt(kept === '' ? '0' : kept) + (fraction.charAt(decimals) >= '5' ? 1n : 0n)).padStart(
    decimals + 1,
    '0',
  );
  const point = rounded.length - decimals;
  return { whole: rounded.slice(0, point), fraction: rounded.slice(point) };
}

/** Without zeros before the whole part and behind the decimals. */
export const trimDigits = (digits: string): string =>
  (digits.includes('.') ? digits.replace(/\.?0*$/, '') : digits).replace(/^0+(?=\d)/, '').replace(/^(?=$|\.)/, '0');
