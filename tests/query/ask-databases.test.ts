/** Questions over a report's own files: answered by DuckDB, kept, shut in; without a server nothing else is asked. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { queryKey, type QueryAnswer } from '../../src/read/report/query.js';
import { diskFiles, filesWithin, memoryFiles } from '../../src/project/files.js';
import { askDatabases } from '../../src/query/ask-databases.js';
import { plainNumber } from '../../src/query/plain-number.js';

let here = '';
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'briefkit-query-'));
  mkdirSync(join(here, 'r/tables'), { recursive: true });
  writeFileSync(join(here, 'r/tables/sales.csv'), 'region,year,amount\nN,2023,10.5\nN,2024,12.5\nS,2024,20.25\n');
  writeFileSync(join(here, 'secret.csv'), 'word\nhidden\n');
});
afterEach(() => rmSync(here, { recursive: true, force: true }));

const span = { file: 'r/report.yaml', line: 3, column: 9 };

async function ask(
  sql: string,
  more: { source?: string; isOffline?: boolean; rows?: number; milliseconds?: number } = {},
): Promise<{ answer: QueryAnswer | null; told: Diagnostic[]; live: unknown }> {
  const told: Diagnostic[] = [];
  const { source = null, isOffline = false, rows = 100, milliseconds = 2000 } = more;
  const run = askDatabases({
    environment: {},
    cacheFolder: join(here, 'cache'),
    isOffline,
    limits: { rows, milliseconds },
  });
  const query = { sql, source, span, sourceSpan: span };
  const files = filesWithin(diskFiles(here), 'r');
  const { byKey, live } = await run([query], { folder: 'r', files, tell: (one) => void told.push(one) });
  return { answer: byKey.get(queryKey(query)) ?? null, told, live };
}

describe('SQL over the files of a report', () => {
  it('gives rows with the numbers as they are written', async () => {
    const { answer, told } = await ask(
      "select year, sum(amount) as total, count(*) as n from 'tables/sales.csv' group by year order by year",
    );
    expect(told).toEqual([]);
    expect(answer).toEqual({
      head: ['year', 'total', 'n'],
      isNumber: [true, true, true],
      rows: [
        ['2023', '10.5', '1'],
        ['2024', '32.75', '2'],
      ],
    });
  });

  it('reads JSON, and several files at once', async () => {
    writeFileSync(join(here, 'r/tables/more.csv'), 'region,year,amount\nW,2024,1\n');
    writeFileSync(join(here, 'r/people.json'), '[{"name":"Ann","age":41},{"name":"Bo","age":null}]');
    expect((await ask("select sum(amount) as s from 'tables/*.csv'")).answer?.rows).toEqual([['44.25']]);
    expect((await ask("select * from 'people.json'")).answer?.rows).toEqual([
      ['Ann', '41'],
      ['Bo', null],
    ]);
  });

  it('is asked again when a file has changed, and not before', async () => {
    const sql = "select sum(amount) as s from 'tables/sales.csv'";
    expect((await ask(sql)).answer?.rows).toEqual([['43.25']]);
    // No time is left to ask anew: the kept answer stands.
    expect((await ask(sql, { milliseconds: 0 })).answer?.rows).toEqual([['43.25']]);
    writeFileSync(join(here, 'r/tables/sales.csv'), 'region,year,amount\nN,2023,1\n');
    expect((await ask(sql)).answer?.rows).toEqual([['1']]);
  });

  it.each([
    ['a file outside the folder', "select * from '../secret.csv'", 'query-fails'],
    ['a file by its function', "select * from read_text('../secret.csv')", 'query-fails'],
    ['an address', "select * from 'https://example.org/x.csv'", 'query-fails'],
    ['a link that leads out', "select * from 'tables/link.csv'", 'query-fails'],
    ['names of files', "select * from glob('../*')", 'query-fails'],
    ['what writes a file', "copy (select 1) to 'x.csv'", 'query-writes'],
    ['two statements', 'select 1; create table x (y int)', 'query-writes'],
    ['what attaches a database', "attach 'x.db'", 'query-writes'],
    ['what never ends', 'select sum(a.range * b.range) from range(1000000) a, range(1000000) b', 'query-too-long'],
    ['too many rows', 'select * from range(1000000)', 'query-too-many'],
    ['a mistake', "select nothing from 'tables/sales.csv'", 'query-fails'],
  ])('refuses %s', async (_, sql, code) => {
    symlinkSync(join(here, 'secret.csv'), join(here, 'r/tables/link.csv'));
    const { answer, told } = await ask(sql, { milliseconds: 500 });
    expect(answer).toBeNull();
    expect(told).toMatchObject([{ code, severity: 'error', span }]);
    expect(told[0]!.message).not.toContain(here);
    expect(told[0]!.message).not.toContain('hidden');
  });

  it('needs the files on a disk', async () => {
    const told: Diagnostic[] = [];
    const run = askDatabases({ environment: {}, cacheFolder: null, isOffline: false });
    const files = memoryFiles({ 'r/a.csv': 'x\n1\n' });
    const query = { sql: "select * from 'a.csv'", source: null, span, sourceSpan: span };
    await run([query], { folder: 'r', files, tell: (one) => void told.push(one) });
    expect(told).toMatchObject([{ code: 'query-on-disk-only' }]);
  });
});

describe('a source without a server', () => {
  it('is told how its address is given, and never asked for it in the report', async () => {
    const { told } = await ask('select 1', { source: 'sales-db' });
    expect(told).toMatchObject([{ code: 'no-address', severity: 'error' }]);
    expect(told[0]!.hint).toContain('SALES_DB_URL=postgres://');
  });

  it('has no answer offline that it never gave', async () => {
    expect((await ask('select 1', { source: 'db', isOffline: true })).told).toMatchObject([
      { code: 'no-answer-offline' },
    ]);
  });
});

describe('numbers of databases', () => {
  it.each([
    ['1.5e-7', '0.00000015'],
    ['-2.25e+3', '-2250'],
    ['1e21', '1000000000000000000000'],
    ['12.50', '12.50'],
    ['NaN', null],
  ])('%s is %s', (written, plain) => expect(plainNumber(written)).toBe(plain));
});
