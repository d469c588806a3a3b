/** Which rows a condition keeps; one that cannot be meant is told, and never keeps nothing in silence. */
import { describe, expect, it } from 'vitest';
import { keepRows } from '../../src/batch/keep-rows.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const heads = ['id', 'region', 'beds', 'filled', 'month'];
const cells = [
  ['a', 'Nord', '1,020', '84.3%', '2024-03'],
  ['b', 'Süd', '20', '91.2%', '2024-11'],
  ['c', 'Nord', '', 'n/a', '2023-12'],
];

function kept(where: string) {
  const told: Diagnostic[] = [];
  const span = { file: 'rows.csv', line: 2, column: 1 };
  const rows = cells.map((row) => row.map((text) => ({ text, span })));
  const found = keepRows(
    rows,
    where,
    (name) => heads.indexOf(name),
    (diagnostic) => void told.push(diagnostic),
  );
  return { ids: found?.map(([id]) => id!.text) ?? null, told: told.map(({ message, hint }) => `${message} – ${hint}`) };
}

describe('a condition', () => {
  it.each([
    ['region=Nord', ['a', 'c']],
    ['region == "Nord"', ['a', 'c']],
    ["region!='Nord'", ['b']],
    ['region=Su\u0308d', ['b']],
    ['beds>=20', ['a', 'b']],
    ['beds=1020', ['a']],
    ['beds=', ['c']],
    ['filled>90', ['b']],
    ['filled>=84.3%', ['a', 'b']],
    ['month>=2024-01', ['a', 'b']],
    ['month<2024-11', ['a', 'c']],
  ])('%s keeps %j', (where, ids) => {
    expect(kept(where)).toEqual({ ids, told: [] });
  });

  it.each([
    ['beds>=many', 'neither a number nor a date'],
    ['beds>20 and region=Nord', 'give it several times'],
    ['region', 'is no condition'],
    ['region=Nort', 'did you mean "Nord"?'],
    ['region=Kiel', 'there are Nord, Süd'],
    ['beds>2000', 'no row has beds>2000'],
  ])('%s is told: %s', (where, words) => {
    const { ids, told } = kept(where);
    expect(ids).toBeNull();
    expect(told).toEqual([expect.stringContaining(words)]);
  });
});
