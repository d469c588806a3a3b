/** A number as the format General shows it in a cell that is wide enough. */
import { plainDigits } from './decimal-digits.js';

/** So many characters General takes, the point among them. */
const widest = 11;

/**
 * Digits of a number not below zero. Where Excel changes to powers of ten (1.23457E+11, 1.5E-07) the number is written
 * out: its whole digits, and small ones with the six digits that Excel shows.
 */
export function generalDigits(value: number): string {
  if (Number.isInteger(value) && value < 1e11) return String(value);
  if (value >= 1e11) return plainDigits(value);
  const power = Math.floor(Math.log10(value));
  if (power < -9) return plainDigits(value, 6);
  // Excel takes 0.0001 to 0.001 with ten places behind the point, and less with a power of ten once it needs more.
  const places = power >= 0 ? widest - power - 2 : widest - 2;
  const digits = plainDigits(value);
  const [, fraction = ''] = digits.split('.');
  if (fraction.length <= places) return digits;
  return power < -4 ? plainDigits(value, 6) : plainDigits(Number(value.toFixed(Math.max(0, places))));
}
