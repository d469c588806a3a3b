/** Periods and dates as said: 2024年, 2024年9月30日, 2024年三季度; 2024, 30 September 2024, Q3 2024. */
import { englishMonths } from './time-names.js';
import { chineseNumber } from './chinese-number.js';
import { isChinese } from './language.js';

/** `2024`, `2024-09`, `2024-09-30`, `2024Q3`, `2024H1`, `2020/2024` for a span of time; anything else as it stands. */
export function formatPeriod(period: string, language: string): string {
  return isChinese(language) ? chinesePeriod(period) : englishPeriod(period);
}

function chinesePeriod(period: string): string {
  const [from, to, ...more] = period.split('/');
  if (from !== undefined && to !== undefined && more.length === 0)
    return `${chinesePeriod(from)}至${chinesePeriod(to)}`;
  const day = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(period);
  if (day !== null) {
    const [, year, month, date] = day;
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${date === undefined ? '' : `${Number(date)}日`}`;
  }
  const quarter = /^(\d{4})-?Q([1-4])$/i.exec(period);
  if (quarter !== null) return `${quarter[1]}年${chineseNumber(Number(quarter[2]))}季度`;
  const half = /^(\d{4})-?H([12])$/i.exec(period);
  if (half !== null) return `${half[1]}年${half[2] === '1' ? '上' : '下'}半年`;
  return period;
}

function englishPeriod(period: string): string {
  const [from, to, ...more] = period.split('/');
  if (from !== undefined && to !== undefined && more.length === 0) return `${englishPeriod(from)}–${englishPeriod(to)}`;
  const day = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(period);
  if (day !== null) {
    const [, year, month, date] = day;
    const name = month === undefined ? undefined : englishMonths[Number(month) - 1];
    return name === undefined ? period : `${date === undefined ? '' : `${Number(date)} `}${name} ${year}`;
  }
  const quarter = /^(\d{4})-?Q([1-4])$/i.exec(period);
  if (quarter !== null) return `Q${quarter[2]} ${quarter[1]}`;
  const half = /^(\d{4})-?H([12])$/i.exec(period);
  return half === null ? period : `${half[2] === '1' ? 'first' : 'second'} half of ${half[1]}`;
}

/** As an axis names it, from its key: 2024, 2024年三季度, 2024年9月, 2024年1–9月; Q3 2024, Sep 2024. */
export function shortPeriod(key: string, language: string): string {
  if (/^(?:FY)?\d{4}$/.test(key)) return key;
  const toDate = /^(\d{4})-01\.\.(\d{2})$/.exec(key);
  if (isChinese(language)) return toDate === null ? chinesePeriod(key) : `${toDate[1]}年1–${Number(toDate[2])}月`;
  if (toDate !== null) return `Jan–${englishMonths[Number(toDate[2]) - 1]!.slice(0, 3)} ${toDate[1]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month !== null) return `${englishMonths[Number(month[2]) - 1]!.slice(0, 3)} ${month[1]}`;
  const half = /^(\d{4})H([12])$/.exec(key);
  return half === null ? englishPeriod(key) : `H${half[2]} ${half[1]}`;
}
