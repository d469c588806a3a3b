/** Checks that a report asks for: parts that make a total, shares that make a whole. */
import { missingKey } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { CheckSpec } from '../../model/report.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { NameCheck } from './names.js';

export function readChecks(cursor: DataCursor, has: NameCheck, tell: Tell): readonly CheckSpec[] {
  return cursor.items().flatMap((item): CheckSpec[] => {
    const shares = item.at('shares');
    const named = (shares.exists ? shares : item.at('sum')).names();
    if (named.length === 0) tell(missingKey(shares.exists ? 'shares' : 'sum', 'this check', item.span));
    const total = totalOf(item, has, tell);
    const parts = named.filter(({ id, span }) => has('figure', id, span));
    if (total === null || parts.length < named.length || parts.length === 0) return [];
    const label = item.at('label').text() ?? (shares.exists ? 'the shares' : 'the sum');
    return [{ label, parts, total, tolerance: item.at('tolerance').number() ?? 0, span: item.span }];
  });
}

function totalOf(item: DataCursor, has: NameCheck, tell: Tell): CheckSpec['total'] | null {
  const equals = item.at('equals');
  if (!equals.exists && item.at('shares').exists) return 100;
  if (equals.number() !== null) return equals.number();
  const [total] = equals.names();
  if (total === undefined) {
    tell(missingKey('equals', 'this check', item.span));
    return null;
  }
  return has('figure', total.id, total.span) ? total : null;
}
