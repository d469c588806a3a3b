/** What the parts of a report are read with. */
import type { Reporter } from '../../diagnostics/diagnostic.js';
import type { Memo } from '../../memo/memo.js';
import type { Files } from '../../project/files.js';
import type { WordsBook } from './words-book.js';

export interface ReportSource {
  readonly folder: string;
  readonly files: Files;
  readonly report: Reporter;
  readonly memo: Memo;
  readonly words: WordsBook;
  /** Units that are known, the report's own among them. */
  readonly units: ReadonlySet<string>;
}
