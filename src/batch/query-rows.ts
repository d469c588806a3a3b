/** Rows that a database gives: of a file of SQL, or of a YAML file that says `from: { sql, source }`. */
import { noDatabasesHere } from '../diagnostics/query-messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import type { ReportRow } from '../model/report-row.js';
import type { Files } from '../project/files.js';
import { answerTable, type AskQueries } from '../read/report/ask-queries.js';
import { queryKey, type Query } from '../read/report/query.js';
import type { SourceText } from '../read/source/source-text.js';

/** Whom to ask, and the folder from which SQL names the report's own files. */
export interface Asking {
  readonly ask: AskQueries | null;
  readonly folder: string;
}

export const isSqlFile = (path: string): boolean => /\.sql$/i.test(path);

/** A line above the SQL may name the server that is asked: `-- source: warehouse`. */
export function queryOfSql(source: SourceText): Query {
  const { text } = source;
  const named = /^\s*--\s*source\s*:\s*(\S+)\s*$/im.exec(text);
  const start = text.search(/^(?!\s*(?:--.*)?$)/m);
  return {
    sql: text.trim(),
    source: named === null || named[1] === 'files' ? null : named[1]!,
    span: source.at(Math.max(0, start)),
    sourceSpan: source.at(named?.index ?? 0),
  };
}

/** Null where there is no answer, which is told. */
export async function rowsOfQuery(
  query: Query,
  { ask, folder }: Asking,
  files: Files,
  tell: Tell,
): Promise<ReportRow | null> {
  if (ask === null) {
    tell(noDatabasesHere(query.span));
    return null;
  }
  const answers = await ask([query], { folder, files, tell });
  if (answers.byKey.get(queryKey(query)) === undefined) return null;
  const table = answerTable(query, answers);
  return table === null ? null : { columns: table.head, rows: table.rows };
}
