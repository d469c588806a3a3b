/** PowerPoint format codes that print a label from its number, so that the label follows when the number is edited. */
import type { ChartPoint } from '../../model/chart.js';

export const numberFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

/** A number in the words of a label beside it: 12.0亿元 as 3.5亿元. */
export function printedLike(points: readonly ChartPoint[], value: number, decimals: number): string {
  const model = points.find((point) => labelFormat(point) !== null);
  const digits = model === undefined ? '' : Math.abs(model.value!).toFixed(model.decimals);
  const label = model?.label.replace(/^[+\-−]/, '') ?? '';
  return digits !== '' && label.includes(digits)
    ? label.replace(digits, value.toFixed(decimals))
    : value.toFixed(decimals);
}

const quoted = (literal: string): string => (literal === '' ? '' : `"${literal.replace(/"/g, '')}"`);

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `"超"0.0"万元"` for 超7.9万元; null where the label does not hold the number as digits (第六位, 九连增). */
export function labelFormat(point: ChartPoint): string | null {
  if (point.value === null || point.label.includes('"')) return null;
  const digits = Math.abs(point.value).toFixed(point.decimals);
  const [whole = '', fraction] = digits.split('.');
  const commas = fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
  const written = [commas, digits].find((text) => text !== '' && point.label.includes(text));
  if (written === undefined) return null;
  const [before = '', after = '', ...more] = point.label.split(written);
  // Another digit beside it means that the match is a part of a longer number.
  if (more.length > 0 || /[\d.]$/.test(before) || /^[\d.]/.test(after)) return null;
  const code = (written.includes(',') ? '#,##' : '') + numberFormat(point.decimals);
  const section = (literal: string): string => quoted(literal) + code + quoted(after);
  // A sign has its opposite: one code then serves rises and falls alike.
  if (/^[+\-−]$/.test(before)) return `${section('+')};${section('−')};${section('')}`;
  return point.value >= 0 ? section(before) : `${code};${section(before)}`;
}
