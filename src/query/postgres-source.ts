/** PostgreSQL: one statement in a transaction that only reads, with a limit of time that the server keeps. */
import type { QueryAnswer } from '../read/report/query.js';
import { isMissingPackage, QueryRefusal, requireReading } from './answer-limits.js';
import type { QueryLimits } from './answer-limits.js';
import { plainNumber } from './plain-number.js';

type Connect = typeof import('postgres');

/** Types by their numbers in pg_type: integers, floating point, numeric, oid. */
const numberTypes: ReadonlySet<number> = new Set([20, 21, 23, 26, 700, 701, 1700]);
/** As the server writes them: dates, times, truth values, JSON. */
const plainTypes: readonly number[] = [...numberTypes, 16, 114, 1082, 1083, 1114, 1184, 1266, 3802];
const secondsToConnect = 5;
/** The server's own codes (appendix A of its manual). */
const codes = { canceled: '57014', readOnly: '25006' } as const;

export async function askPostgres(sql: string, address: string, limits: QueryLimits): Promise<QueryAnswer> {
  requireReading(sql);
  const client = await connect(address);
  const rows: (string | null)[][] = [];
  let columns: readonly { readonly name: string; readonly type: number }[] = [];
  try {
    await client.begin('read only', async (transaction) => {
      await transaction.unsafe(`set local statement_timeout = ${Math.round(limits.milliseconds)}`);
      // With parameters, though none, the server takes one statement and no more.
      const statement = transaction.unsafe(sql, [], { prepare: true });
      const described = (await statement.describe()) as { columns: typeof columns };
      columns = described.columns;
      await transaction
        .unsafe(sql, [], { prepare: true })
        .values()
        .cursor(1000, (part: unknown) => {
          for (const row of part as (string | null)[][]) rows.push(row);
          if (rows.length > limits.rows) throw new QueryRefusal('too-many', String(limits.rows));
        });
    });
  } catch (cause) {
    throw refusalOf(cause, limits);
  } finally {
    await client.end({ timeout: 1 });
  }
  const isNumber = columns.map(({ type }) => numberTypes.has(type));
  return {
    head: columns.map(({ name }) => name),
    isNumber,
    rows: rows.map((row) =>
      row.map((value, index) => {
        const text = value === null ? null : String(value);
        return text !== null && isNumber[index] ? plainNumber(text) : text;
      }),
    ),
  };
}

async function connect(address: string): Promise<ReturnType<Connect>> {
  const create = await load();
  try {
    return create(address, {
      max: 1,
      connect_timeout: secondsToConnect,
      onnotice: () => undefined,
      connection: { application_name: 'briefkit', default_transaction_read_only: true },
      types: {
        plain: { to: 0, from: [...plainTypes], serialize: String, parse: (text: string) => text },
      },
    });
  } catch (cause) {
    // An address that is none.
    throw new QueryRefusal('gone', cause instanceof TypeError ? 'its address is no postgres:// address' : 'it refuses');
  }
}

async function load(): Promise<Connect> {
  try {
    return (await import('postgres')).default;
  } catch (cause) {
    if (isMissingPackage(cause)) throw new QueryRefusal('no-library', 'postgres');
    throw cause;
  }
}

function refusalOf(cause: unknown, limits: QueryLimits): Error {
  if (cause instanceof QueryRefusal || !(cause instanceof Error)) return cause as Error;
  const code = 'code' in cause ? String(cause.code) : '';
  if (code === codes.canceled) return new QueryRefusal('too-long', String(limits.milliseconds));
  if (code === codes.readOnly) return new QueryRefusal('writes', cause.message);
  // Codes of SQL have five characters; those of class 08, 28, 3D, 53 and 57P are of the connection.
  if (/^[0-9A-Z]{5}$/.test(code) && !/^(?:08|28|3D|53|57P)/.test(code))
    return new QueryRefusal('mistake', cause.message);
  if (code !== '') return new QueryRefusal('gone', `${code} ${cause.message}`.replace(/\/\/[^@\s]*@/, '//'));
  return cause;
}

/**
 * Calls on every NOTIFY of the channel `briefkit`, until the returned function is called. Null where nobody answers.
 */
export async function listenPostgres(address: string, onNotify: () => void): Promise<(() => void) | null> {
  try {
    const client = await connect(address);
    try {
      await client.listen('briefkit', onNotify);
    } catch {
      await client.end({ timeout: 1 });
      return null;
    }
    return () => void client.end({ timeout: 1 });
  } catch (cause) {
    if (cause instanceof QueryRefusal) return null;
    throw cause;
  }
}
