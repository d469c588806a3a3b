/** Questions that a report asks of databases: found in report.yaml, asked before it is read, answered as tables. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noDatabasesHere } from '../../diagnostics/query-messages.js';
import { queryKey } from './query.js';
import type { Query, QueryAnswer } from './query.js';
import type { Files } from '../../project/files.js';
import type { DataTable, TableCell } from '../data/table/data-table.js';
import type { DataCursor } from '../shape/data-cursor.js';

export interface Answers {
  /** Null for a question without an answer, which is told. */
  readonly byKey: ReadonlyMap<string, QueryAnswer | null>;
  /** Servers that another build may find other answers at though no file has changed; null where none can. */
  readonly live: { readonly sources: readonly string[] } | null;
}

/** The folder and files of the report that asks. */
export interface AskingReport {
  readonly folder: string;
  readonly files: Files;
  readonly tell: Tell;
}

export type AskQueries = (queries: readonly Query[], report: AskingReport) => Promise<Answers>;

const noAnswers: Answers = { byKey: new Map(), live: null };

/** Nothing is asked for a report without questions. */
export async function answerQueries(root: DataCursor, ask: AskQueries | null, report: AskingReport): Promise<Answers> {
  const figures = root.at('figures');
  const entries = [
    ...(figures.isMap ? [figures] : figures.items()),
    ...root
      .at('tables')
      .entries()
      .map(([, table]) => table),
  ];
  const queries = entries.flatMap((entry) => queryOf(entry) ?? []);
  if (queries.length === 0) return noAnswers;
  if (ask !== null) return ask(queries, report);
  for (const { span } of queries) report.tell(noDatabasesHere(span));
  return noAnswers;
}

/** `from: { sql, source }` of a table or of figures; null where it has none. */
export function queryOf(entry: DataCursor): Query | null {
  const from = entry.isMap ? entry.at('from') : null;
  const sql = from?.isMap === true ? from.at('sql').text() : null;
  if (from === null || sql === null) return null;
  const source = from.at('source');
  const name = source.text();
  return {
    sql,
    // The report's own files by the name that the manual gives them.
    source: name === null || name === 'files' ? null : name,
    span: from.at('sql').span,
    sourceSpan: source.exists ? source.span : from.at('sql').span,
  };
}

/** Null where there is no answer, which was told. Cells stand where the SQL does. */
export function answerTable(query: Query, answers: Answers | undefined): DataTable | null {
  const answer = answers?.byKey.get(queryKey(query)) ?? null;
  if (answer === null) return null;
  const head = answer.head.map((text): TableCell => ({ text, span: query.span }));
  return {
    head,
    rows: answer.rows
      .filter((row) => row.some((cell) => cell !== null && cell !== ''))
      .map((row) =>
        row.map((cell, index): TableCell => {
          const span = { ...query.span, heading: answer.head[index] ?? '' };
          const text = cell ?? '';
          return answer.isNumber[index] === true && text !== ''
            ? { text, span, number: { digits: text, isPercent: false } }
            : { text, span };
        }),
      ),
  };
}
