/** A column that follows from others of its table, row by row. */
import { nearestName } from '../diagnostics/nearest-name.js';
import type { Expression } from './expression/expression.js';
import { parseExpression } from './expression/parse-expression.js';
import { reckon } from './expression/reckon.js';
import type { ReckoningWorld } from './expression/reckoning.js';
import type { PlainTable } from './number-table.js';
import { amountOf, inUnit, UnitFault, type Amount } from './numbers/amount.js';
import { roundFraction } from './numbers/fraction.js';
import { ReckoningFault } from './numbers/reckoning-fault.js';
import { cellNumber, columnNamed, headUnit } from './table-numbers.js';

/** Texts of its cells; empty where a cell that it follows from is empty. A fault is told once. */
export function deriveColumn(
  {
    id,
    name,
    text,
    language,
  }: { readonly id: string; readonly name: string; readonly text: string; readonly language: string },
  table: PlainTable,
  tell: (fault: ReckoningFault) => void,
): readonly string[] {
  const shift = /^=\s*/.exec(text)?.[0].length ?? 0;
  const parsed = parseExpression(text.slice(shift), (head) => columnNamed(table.head, head) >= 0);
  if ('fault' in parsed) {
    tell(new ReckoningFault('formula-syntax', parsed.fault, parsed.at + shift));
    return [];
  }
  const expression = inRows(parsed);
  const world = worldOf(table, id, language);
  let isTold = false;
  return table.rows.map((_, row) => {
    try {
      return cellText(reckon(expression, { world, key: String(row) }), headUnit(name));
    } catch (cause) {
      if (!(cause instanceof ReckoningFault)) throw cause;
      if (cause.code !== 'missing-period' && !isTold) {
        isTold = true;
        tell(new ReckoningFault(cause.code, cause.message, cause.at + shift));
      }
      return '';
    }
  });
}

/** In the unit of its head, which then says it for all; else its own behind it. */
function cellText(amount: Amount, unit: string | null): string {
  try {
    const inside = inUnit(amount, unit);
    const decimals = (inside.unit === amount.unit || amount.isPlain ? amount.decimals : null) ?? 1;
    const quantity = roundFraction(inside.value, decimals);
    if (quantity === null) throw new ReckoningFault('formula-argument', 'it comes out with more than 15 digits', 0);
    const digits = quantity.value.toFixed(decimals).replace('-', '−');
    return unit === null && inside.unit === '%' ? `${digits}%` : digits;
  } catch (cause) {
    if (cause instanceof UnitFault) throw new ReckoningFault('units-differ', cause.message, 0);
    throw cause;
  }
}

/**
 * What functions mean in a table: `share("人口")` is of the column's sum, `rank("人口")` among its rows, `growth("2024",
 * "2023")` from one column to another, `growth("产值")` from the row above.
 */
function inRows(node: Expression): Expression {
  switch (node.kind) {
    case 'number':
    case 'name':
    case 'text':
      return node;
    case 'sign':
      return { ...node, of: inRows(node.of) };
    case 'pair':
      return { ...node, left: inRows(node.left), right: inRows(node.right) };
    case 'call':
      return callInRows({ ...node, args: node.args.map(inRows) });
    default:
      throw new Error(`no such node: ${JSON.stringify(node satisfies never)}`);
  }
}

function callInRows(node: Extract<Expression, { kind: 'call' }>): Expression {
  const { at, args } = node;
  const [first, second] = args;
  const rows = (of: Expression, period: string): Expression => ({ kind: 'name', name: nameOf(of), period, at });
  if (node.name === 'share' && args.length === 1)
    return { ...node, args: [first!, { kind: 'call', name: 'sum', args: [rows(first!, 'all')], at }] };
  if (node.name === 'rank' && args.length === 1) return { ...node, args: [first!, rows(first!, 'all')] };
  if (node.name !== 'growth' || args.length < 1 || args.length > 2) return node;
  const then = second ?? rows(first!, '-1');
  return {
    kind: 'call',
    name: 'share',
    args: [{ kind: 'pair', operator: '-', left: first!, right: then, at }, then],
    at,
  };
}

function nameOf(node: Expression): string {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'text') return node.text;
  throw new ReckoningFault('formula-argument', 'the name of a column must stand here', node.at);
}

/** Keys are the numbers of rows, from 0. */
function worldOf(table: PlainTable, id: string, language: string): ReckoningWorld {
  const none = (at: number): never => {
    throw new ReckoningFault('formula-argument', 'a table has no such thing: name its columns', at);
  };
  return {
    language,
    idsOf(name, at) {
      if (columnNamed(table.head, name) >= 0) return [name];
      const near = nearestName(name, table.head);
      throw new ReckoningFault(
        'unknown-in-formula',
        `the table "${id}" has no column "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
        at,
      );
    },
    keysOf(name, asked, key, at) {
      if (asked === 'all') {
        const column = columnNamed(table.head, name);
        return table.rows.flatMap((row, index) => (cellNumber(row[column] ?? '') === null ? [] : [String(index)]));
      }
      if (/^[-+−]\d+$/.test(asked)) return [String(Number(key) + Number(asked.replace('−', '-')))];
      return none(at);
    },
    amountAt(name, key, at) {
      const column = columnNamed(table.head, name);
      const text = table.rows[Number(key)]?.[column] ?? '';
      const number = cellNumber(text);
      if (number === 'text') throw new ReckoningFault('formula-argument', `"${text}" under "${name}" is no number`, at);
      if (number === null) throw new ReckoningFault('missing-period', `there is no number under "${name}"`, at);
      return amountOf(number, number.unit ?? headUnit(table.head[column] ?? ''));
    },
    targetAt: (_, __, at) => none(at),
    distance: (_, __, at) => none(at),
    column: (_, __, at) => none(at),
    cell: (_, __, ___, at) => none(at),
  };
}
