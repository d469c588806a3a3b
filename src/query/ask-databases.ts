/**
 * Answers the questions of a report: of its own files by DuckDB, of a source by PostgreSQL. An answer is kept, and
 * stands where its source is gone or not to be asked.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import {
  answerIsOld,
  noAddress,
  noAnswerOffline,
  noQueryLibrary,
  queryFails,
  queryOnDiskOnly,
  queryTooLong,
  queryTooMany,
  queryWrites,
  sourceIsGone,
} from '../diagnostics/query-messages.js';
import { queryKey } from '../read/report/query.js';
import type { Query, QueryAnswer } from '../read/report/query.js';
import type { AskingReport, AskQueries } from '../read/report/ask-queries.js';
import { QueryRefusal, usualLimits } from './answer-limits.js';
import type { QueryLimits } from './answer-limits.js';
import { hasUnseen, namedFiles, stateOf } from './named-files.js';
import type { NamedFile } from './named-files.js';
import { queryCache } from './query-cache.js';
import type { QueryCache } from './query-cache.js';

export interface DatabaseOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where answers are kept; null keeps none. */
  readonly cacheFolder: string | null;
  /** Asks no server: the last answers stand. */
  readonly isOffline: boolean;
  readonly limits?: QueryLimits;
}

export function askDatabases(options: DatabaseOptions): AskQueries {
  const cache = queryCache(options.cacheFolder);
  return async (queries, report) => {
    const byKey = new Map<string, QueryAnswer | null>();
    const sources = new Set<string>();
    let hasUnseenFiles = false;
    for (const query of queries) {
      const key = queryKey(query);
      if (byKey.has(key)) continue;
      if (query.source === null) {
        const named = namedFiles(query.sql, report.folder, report.files);
        hasUnseenFiles ||= hasUnseen(named, report.files);
        byKey.set(key, await answerOfFiles(query, named, report, cache, options));
      } else {
        if (!options.isOffline) sources.add(query.source);
        byKey.set(key, await answerOfSource(query, query.source, report.tell, cache, options));
      }
    }
    return { byKey, live: hasUnseenFiles || sources.size > 0 ? { sources: [...sources] } : null };
  };
}

async function answerOfFiles(
  query: Query,
  named: readonly NamedFile[],
  { folder, files, tell }: AskingReport,
  cache: QueryCache,
  { limits = usualLimits }: DatabaseOptions,
): Promise<QueryAnswer | null> {
  const state = stateOf(named, files);
  const key = JSON.stringify(['files', folder, query.sql]);
  const kept = cache.find(key);
  if (kept !== null && kept.state === state) return kept.answer;
  const { askDuckdb } = await import('./duckdb-source.js');
  try {
    const answer = await askDuckdb(query.sql, folder, named, files, limits);
    cache.keep(key, { answer, state });
    return answer;
  } catch (cause) {
    if (!(cause instanceof QueryRefusal)) throw cause;
    tellRefusal(cause, query, "the report's files", tell);
    return null;
  }
}

/** The variable that holds the address of a source: `sales-db` → SALES_DB_URL. */
export const addressVariable = (source: string): string => `${source.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_URL`;

async function answerOfSource(
  query: Query,
  source: string,
  tell: Tell,
  cache: QueryCache,
  { environment, isOffline, limits = usualLimits }: DatabaseOptions,
): Promise<QueryAnswer | null> {
  const key = JSON.stringify(['postgres', source, query.sql]);
  if (isOffline) {
    const kept = cache.find(key);
    if (kept === null) tell(noAnswerOffline(source, query.span));
    return kept?.answer ?? null;
  }
  const variable = addressVariable(source);
  const address = environment[variable];
  try {
    if (address === undefined || address === '') throw new QueryRefusal('no-address', variable);
    const { askPostgres } = await import('./postgres-source.js');
    const answer = await askPostgres(query.sql, address, limits);
    cache.keep(key, { answer, state: null });
    return answer;
  } catch (cause) {
    if (!(cause instanceof QueryRefusal)) throw cause;
    const kept = ['gone', 'no-address', 'too-long'].includes(cause.kind) ? cache.find(key) : null;
    if (kept === null) tellRefusal(cause, query, source, tell);
    else tell(answerIsOld(source, whyGone(cause), query.sourceSpan));
    return kept?.answer ?? null;
  }
}

const whyGone = ({ kind, message }: QueryRefusal): string =>
  kind === 'no-address' ? `${message} is not set` : kind === 'too-long' ? 'it took too long' : message;

function tellRefusal({ kind, message }: QueryRefusal, { span, sourceSpan }: Query, source: string, tell: Tell): void {
  switch (kind) {
    case 'writes':
      return tell(queryWrites(message, span));
    case 'too-long':
      return tell(queryTooLong(Number(message) / 1000, span));
    case 'too-many':
      return tell(queryTooMany(Number(message), span));
    case 'mistake':
      return tell(queryFails(source, message, span));
    case 'gone':
      return tell(sourceIsGone(source, message, sourceSpan));
    case 'no-library':
      return tell(noQueryLibrary(message, span));
    case 'no-address':
      return tell(noAddress(source, message, sourceSpan));
    case 'no-disk':
      return tell(queryOnDiskOnly(span));
    default:
      throw new Error(`no such refusal: ${String(kind satisfies never)}`);
  }
}
