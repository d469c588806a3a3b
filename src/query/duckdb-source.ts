/**
 * DuckDB over the report's own files: CSV, Parquet, JSON and workbooks, named in the SQL by their paths. It sees the
 * report's folder and nothing else, writes nothing, and loads nothing from a network.
 */
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import type { QueryAnswer } from '../read/report/query.js';
import type { Files } from '../project/files.js';
import type { DataTable } from '../read/data/table/data-table.js';
import { isMissingPackage, QueryRefusal, requireReading } from './answer-limits.js';
import type { QueryLimits } from './answer-limits.js';
import type { NamedFile } from './named-files.js';
import { plainNumber } from './plain-number.js';
import { workbookTable } from './workbook-table.js';

type DuckDB = typeof import('@duckdb/node-api');

export async function askDuckdb(
  sql: string,
  folder: string,
  named: readonly NamedFile[],
  files: Files,
  limits: QueryLimits,
): Promise<QueryAnswer> {
  requireReading(sql);
  const place = files.realPath?.(folder);
  if (place === undefined) throw new QueryRefusal('no-disk', 'the files of this report are in memory');
  const duckdb = await load();
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '512MB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    return await askIn(instance, duckdb, sql, place, named, files, limits);
  } finally {
    instance.closeSync();
  }
}

async function load(): Promise<DuckDB> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    if (isMissingPackage(cause)) throw new QueryRefusal('no-library', '@duckdb/node-api');
    throw cause;
  }
}

async function askIn(
  instance: DuckDBInstance,
  duckdb: DuckDB,
  sql: string,
  place: string,
  named: readonly NamedFile[],
  files: Files,
  limits: QueryLimits,
): Promise<QueryAnswer> {
  const connection = await instance.connect();
  try {
    const text = await withWorkbooks(connection, withPlaces(sql, place, named), named, files);
    await shutIn(connection, place, named);
    return await ask(connection, duckdb, text, limits);
  } catch (cause) {
    if (!(cause instanceof QueryRefusal) || cause.kind !== 'mistake') throw cause;
    throw new QueryRefusal('mistake', plainMessage(cause.message, place));
  } finally {
    connection.closeSync();
  }
}

/** A path in the SQL is from the report's folder, wherever the process stands. */
const withPlaces = (sql: string, place: string, named: readonly NamedFile[]): string =>
  [...new Set(named.map(({ text }) => text))]
    .filter((text) => !isSheet(text))
    .reduce((all, text) => all.replaceAll(literal(text), literal(`${place}/${text}`)), sql);

const isSheet = (text: string): boolean => /\.xls[xm](?:#.*)?$/i.test(text);

/** What the database says, without the folder's place, and by what it means where that is a file. */
function plainMessage(message: string, place: string): string {
  const text = message.replaceAll(`${place}/`, '');
  const barred = /Cannot access (?:file|directory) "([^"]*)"/.exec(text);
  return barred === null ? text : `the report has no file "${barred[1]}", and nothing outside its folder is read`;
}

/** Each sheet that the SQL names becomes a table of that name. */
async function withWorkbooks(
  connection: DuckDBConnection,
  sql: string,
  named: readonly NamedFile[],
  files: Files,
): Promise<string> {
  let text = sql;
  for (const file of named.filter(({ text: name }) => isSheet(name))) {
    const table = await workbookTable(file, files.read(file.path) ?? new Uint8Array());
    await createTable(connection, file.text, table);
    text = text.replaceAll(literal(file.text), identifier(file.text));
  }
  return text;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Rows that go in with one statement. */
const chunk = 500;

async function createTable(connection: DuckDBConnection, name: string, { head, rows }: DataTable): Promise<void> {
  const columns = head.map((cell, index) => {
    const digits = rows.map((row) => row[index]!.number?.digits ?? null);
    const isNumber =
      digits.some((one) => one !== null) && rows.every((row, at) => digits[at] !== null || row[index]!.text === '');
    return { name: cell.text || `column${index + 1}`, type: isNumber ? numberType(digits) : 'VARCHAR' };
  });
  const taken = new Map<string, number>();
  const declared = columns.map(({ name: column, type }) => {
    const count = (taken.get(column.toLowerCase()) ?? 0) + 1;
    taken.set(column.toLowerCase(), count);
    return `${identifier(count === 1 ? column : `${column} ${count}`)} ${type}`;
  });
  await connection.run(`create temp table ${identifier(name)} (${declared.join(', ')})`);
  for (let at = 0; at < rows.length; at += chunk) {
    const values = rows.slice(at, at + chunk).map((row) => {
      const cells = row.map(({ text, number }, index) => {
        if (text === '') return 'null';
        return columns[index]!.type === 'VARCHAR' || number === undefined ? literal(text) : number.digits;
      });
      return `(${cells.join(', ')})`;
    });
    await connection.run(`insert into ${identifier(name)} values ${values.join(', ')}`);
  }
}

/** As many decimals as the cells show; beyond 38 digits what a computer's numbers hold. */
function numberType(digits: readonly (string | null)[]): string {
  const known = digits.filter((one) => one !== null);
  const decimals = Math.max(0, ...known.map((one) => one.split('.')[1]?.length ?? 0));
  const whole = Math.max(1, ...known.map((one) => one.replace('-', '').split('.')[0]!.length));
  return whole + decimals > 30 ? 'DOUBLE' : `DECIMAL(${Math.min(38, whole + decimals + 8)}, ${decimals})`;
}

/** From here on it opens nothing but the files that were found, and nothing that would change this is taken. */
async function shutIn(connection: DuckDBConnection, place: string, named: readonly NamedFile[]): Promise<void> {
  const texts = [...new Set(named.map(({ text }) => text))];
  const folders = texts.filter((text) => text.includes('*')).map((text) => text.replace(/[^/]*$/, ''));
  const list = (paths: readonly string[]): string => paths.map((path) => literal(`${place}/${path}`)).join(', ');
  for (const setting of [
    `set allowed_paths = [${list(texts.filter((text) => !text.includes('*')))}]`,
    `set allowed_directories = [${list(folders)}]`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ])
    await connection.run(setting);
}

async function ask(
  connection: DuckDBConnection,
  duckdb: DuckDB,
  sql: string,
  limits: QueryLimits,
): Promise<QueryAnswer> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, limits.milliseconds);
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new QueryRefusal('writes', 'it is more than one statement');
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== duckdb.StatementType.SELECT)
      throw new QueryRefusal('writes', 'it changes something');
    const reader = await prepared.streamAndReadUntil(limits.rows + 1);
    const rows = reader.getRows();
    if (rows.length > limits.rows) throw new QueryRefusal('too-many', String(limits.rows));
    const isNumber = reader.columnTypes().map(({ typeId }) => isNumberType(duckdb, typeId));
    return {
      head: reader.columnNames(),
      isNumber,
      rows: rows.map((row) => row.map((value, index) => textOf(value, isNumber[index]!))),
    };
  } catch (cause) {
    if (cause instanceof QueryRefusal) throw cause;
    if (isLate) throw new QueryRefusal('too-long', String(limits.milliseconds));
    throw new QueryRefusal('mistake', cause instanceof Error ? cause.message : String(cause));
  } finally {
    clearTimeout(timer);
  }
}

function isNumberType({ DuckDBTypeId }: DuckDB, id: number): boolean {
  const numbers: readonly number[] = [
    DuckDBTypeId.TINYINT,
    DuckDBTypeId.SMALLINT,
    DuckDBTypeId.INTEGER,
    DuckDBTypeId.BIGINT,
    DuckDBTypeId.HUGEINT,
    DuckDBTypeId.UTINYINT,
    DuckDBTypeId.USMALLINT,
    DuckDBTypeId.UINTEGER,
    DuckDBTypeId.UBIGINT,
    DuckDBTypeId.UHUGEINT,
    DuckDBTypeId.FLOAT,
    DuckDBTypeId.DOUBLE,
    DuckDBTypeId.DECIMAL,
  ];
  return numbers.includes(id);
}

function textOf(value: DuckDBValue, isNumber: boolean): string | null {
  if (value === null) return null;
  // A text, a number, or one of the library's values, each of which says itself as SQL would.
  const text = typeof value === 'string' ? value : String(value);
  return isNumber ? plainNumber(text) : text;
}
