/** A date as a report writes it, of the number that a workbook keeps: 2024-09-30, or 2024-09 and 2024 where the cell shows no more. */
import type { FormatToken } from './number-format.js';

/** The last day that Excel knows: 9999-12-31. */
const lastDay = 2_958_465;

/** `serial` counts days from 1900, or from 1904 in workbooks that say so. Null where it is no date that Excel can show. */
export function showDate(serial: number, tokens: readonly FormatToken[], from1904: boolean): string | null {
  const parts = datePartsOf(tokens);
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400) + (from1904 ? 1462 : 0);
  if (serial < 0 || days > lastDay) return null;
  const time = parts.time ? clockTime(parts.elapsed ? seconds : seconds % 86_400) : null;
  if (!parts.day && !parts.month && !parts.year) return time;
  const date = dayOf(days).slice(0, parts.day || !parts.year ? 10 : parts.month ? 7 : 4);
  return time === null ? date : `${date} ${time}`;
}

interface DateParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  readonly elapsed: boolean;
}

/** An m beside hours or seconds means minutes. */
function datePartsOf(tokens: readonly FormatToken[]): DateParts {
  const codes = tokens.filter(({ kind }) => kind === 'date').map(({ text }) => text);
  const isMinute = (index: number): boolean =>
    /^m{1,2}$/.test(codes[index]!) && (/^\[?h/.test(codes[index - 1] ?? '') || /^\[?s/.test(codes[index + 1] ?? ''));
  return {
    year: codes.some((code) => /^[ye]/.test(code)),
    month: codes.some((code, index) => code.startsWith('m') && !isMinute(index)),
    day: codes.some((code) => /^(?:d|aa)/.test(code)),
    time: codes.some((code) => /^\[?[hs]|^\[m/.test(code)),
    elapsed: codes.some((code) => code.startsWith('[')),
  };
}

/** Excel took 1900 for a leap year, as Lotus 1-2-3 did: its day 60 never was, and all days before it are one off (ISO 29500-1, 18.17.4.1). */
function dayOf(days: number): string {
  if (days === 60) return '1900-02-29';
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function clockTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}
