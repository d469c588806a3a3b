/**
 * A date as a report writes it, of the number that a workbook keeps: 2024-09-30, or 2024-09 and 2024 where the cell
 * shows no more.
 */
import { halfDayCode } from '../../../locale/workbook-formats.js';
import type { FormatToken } from './number-format.js';

/** The last day that Excel knows: 9999-12-31. */
const lastDay = 2_958_465;

/**
 * `serial` counts days from 1900, or from 1904 in workbooks that say so. Dates are written in one way, whatever the
 * order that the cell shows; a time of day as the cell shows it: `8:30`, `08:30:00`, `8:30 AM`, `36:00`. Null where it
 * is no date that Excel can show.
 */
export function showDate(serial: number, tokens: readonly FormatToken[], from1904: boolean): string | null {
  const parts = timeParts(tokens);
  const has = (kind: TimePart['kind']): boolean => parts.some((part) => part.kind === kind);
  const hasTime = parts.some(({ kind }) => kind !== 'year' && kind !== 'month' && kind !== 'day' && kind !== 'literal');
  const finest = fraction(parts);
  const whole = roundTo(serial * 86_400, has('second') ? finest : 0);
  const shownDays = Math.floor(whole / 86_400) + (from1904 ? 1462 : 0);
  if (serial < 0 || shownDays > lastDay) return null;
  const time = hasTime ? clockTime(whole, parts, finest) : null;
  if (!has('day') && !has('month') && !has('year')) return time;
  const date = dayOf(shownDays).slice(0, has('day') || !has('year') ? 10 : has('month') ? 7 : 4);
  return time === null ? date : `${date} ${time}`;
}

interface TimePart {
  readonly kind: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half' | 'literal';
  readonly text: string;
  /** Counted on beyond a day, an hour, a minute: `[h]`. */
  readonly isElapsed: boolean;
}

/** An m beside hours or seconds means minutes. */
function timeParts(tokens: readonly FormatToken[]): readonly TimePart[] {
  const codes = tokens.filter(({ kind }) => kind === 'date').map(({ text }) => text);
  let place = -1;
  return tokens.flatMap((token): TimePart[] => {
    if (token.kind !== 'date')
      return token.kind === 'literal' ? [{ kind: 'literal', text: token.text, isElapsed: false }] : [];
    place++;
    const code = token.text;
    const bare = code.replace(/[[\]]/g, '');
    const isMinute =
      /^m{1,2}$/.test(bare) &&
      (code.startsWith('[') || /^\[?h/.test(codes[place - 1] ?? '') || /^\[?s/.test(codes[place + 1] ?? ''));
    return [{ kind: kindOf(bare, isMinute), text: bare, isElapsed: code.startsWith('[') }];
  });
}

function kindOf(code: string, isMinute: boolean): TimePart['kind'] {
  if (halfDayCode.test(code)) return 'half';
  if (/^[yeg]/.test(code)) return 'year';
  if (/^(?:d|aa)/.test(code)) return 'day';
  if (code.startsWith('h')) return 'hour';
  if (code.startsWith('s')) return 'second';
  return isMinute ? 'minute' : 'month';
}

/** Decimals of the seconds. */
const fraction = (parts: readonly TimePart[]): number =>
  Math.max(0, ...parts.filter(({ kind }) => kind === 'second').map(({ text }) => (text.split('.')[1] ?? '').length));

const roundTo = (number: number, decimals: number): number => Math.round(number * 10 ** decimals) / 10 ** decimals;

/** From the first part of a time to the last, with what stands between them. */
function clockTime(seconds: number, parts: readonly TimePart[], decimals: number): string {
  const isTime = ({ kind }: TimePart): boolean => /^(?:hour|minute|second|half)$/.test(kind);
  // 时, 分 and 秒 stand behind what they name.
  const last = parts.findLastIndex(isTime);
  const shown = parts.slice(
    parts.findIndex(isTime),
    last + (/^[^\s\-/.,]+$/.test(parts[last + 1]?.text ?? '') ? 2 : 1),
  );
  const half = shown.find(({ kind }) => kind === 'half');
  const hours = Math.floor(seconds / 3600);
  const ofDay = hours % 24;
  const pad = (number: number, { text }: TimePart): string =>
    String(number).padStart(/^[hms]{2}/.test(text) ? 2 : 1, '0');
  return shown
    .map((part) => {
      switch (part.kind) {
        case 'hour':
          return pad(part.isElapsed ? hours : half === undefined ? ofDay : ofDay % 12 || 12, part);
        case 'minute':
          return pad(Math.floor(seconds / 60) % (part.isElapsed ? Number.POSITIVE_INFINITY : 60), part);
        case 'second':
          return secondsText(part.isElapsed ? seconds : seconds % 60, part, decimals);
        case 'half':
          return halfOf(part.text, ofDay);
        case 'literal':
          return part.text;
        default:
          return '';
      }
    })
    .join('')
    .trim();
}

function secondsText(seconds: number, { text }: TimePart, decimals: number): string {
  const own = (text.split('.')[1] ?? '').length;
  const [whole = '0', rest = ''] = seconds.toFixed(decimals).split('.');
  return whole.padStart(/^ss/.test(text) ? 2 : 1, '0') + (own === 0 ? '' : `.${rest.slice(0, own)}`);
}

function halfOf(text: string, hour: number): string {
  const [morning = 'AM', evening = 'PM'] = text.split('/');
  return hour >= 12 ? evening : morning;
}

/**
 * Excel took 1900 for a leap year, as Lotus 1-2-3 did: its day 60 never was, and all days before it are one off (ISO
 * 29500-1, 18.17.4.1).
 */
function dayOf(days: number): string {
  if (days === 60) return '1900-02-29';
  // Zero has no day; Excel shows it as one that never was.
  if (days === 0) return '1900-01-00';
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10);
}
