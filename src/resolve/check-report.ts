/** The checks that a report asks for, worked out in whole numbers so that 0.1 and 0.2 make 0.3. */
import { checkFailed, checkNeedsValue } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { formatFigure } from '../locale/format-figure.js';
import type { Figure, Quantity } from '../model/figure.js';
import type { CheckSpec, Report } from '../model/report.js';

export function checkReport(data: Report, tell: Tell): void {
  for (const check of data.checks) runCheck(check, data, tell);
}

function runCheck({ label, parts, total, tolerance, span }: CheckSpec, data: Report, tell: Tell): void {
  const figureAt = ({ id, span: place }: CheckSpec['parts'][number]): Figure | null => {
    const figure = data.figures.get(id) ?? null;
    if (figure !== null && figure.quantity === null) tell(checkNeedsValue(id, place));
    return figure?.quantity ? figure : null;
  };
  const figures = parts.map(figureAt);
  const whole = typeof total === 'number' ? null : figureAt(total);
  if (figures.includes(null) || (typeof total !== 'number' && whole === null)) return;
  const all = figures as readonly Figure[];

  const units = new Set([...all, ...(whole === null ? [] : [whole])].map(({ unit }) => unit ?? '—'));
  if (units.size > 1) return tell(checkFailed(label, `the units are ${[...units].join(', ')}`, 'one unit', span));
  const goal: Quantity = whole?.quantity ?? { value: total as number, decimals: decimalsOf(total as number) };
  const decimals = Math.max(goal.decimals, decimalsOf(tolerance), ...all.map(({ quantity }) => quantity!.decimals));
  const scaled = (value: number): number => Math.round(value * 10 ** decimals);
  const sum = all.reduce((found, { quantity }) => found + scaled(quantity!.value), 0);
  if (Math.abs(sum - scaled(goal.value)) <= scaled(tolerance)) return;
  const expected = whole === null ? String(total) : `${whole.id} (${formatFigure(whole, 'value')})`;
  tell(checkFailed(label, `the parts come to ${(sum / 10 ** decimals).toFixed(decimals)}`, expected, span));
}

const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;
