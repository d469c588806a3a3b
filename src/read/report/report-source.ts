/** What the parts of a report are read with. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Memo } from '../../memo/memo.js';
import type { ReportRow } from '../../model/report-row.js';
import type { Files } from '../../project/files.js';
import type { WorkbookReader } from '../data/workbook/read-workbook.js';
import type { Answers } from './ask-queries.js';
import type { SpokenLines } from './spoken-lines.js';
import type { WordsBook } from './words-book.js';

/** The files of a report. */
export interface FileSource {
  readonly folder: string;
  readonly files: Files;
  readonly tell: Tell;
  readonly memo: Memo;
  /** What the report is about, of a batch. */
  readonly row?: ReportRow;
  /** Loaded where a report names a workbook. */
  readonly workbooks: WorkbookReader | null;
  /** Loaded where a chart names areas of a map. */
  readonly areaReader?: typeof import('./map/read-area-map.js') | null;
  /** Answers of databases, where the report asks any. */
  readonly answers?: Answers;
}

export interface ReportSource extends FileSource {
  /** BCP 47, of the report. */
  readonly language: string;
  readonly words: WordsBook;
  readonly lines: SpokenLines;
  /** Units that are known, the report's own among them. */
  readonly units: ReadonlySet<string>;
}
