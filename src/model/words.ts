/** Words of a report that may hold `{{figure}}` and `{{change}}`: read as a template, set as inlines. */
import type { Span } from './span.js';

export interface Words {
  readonly source: string;
  readonly span: Span;
  /** The number that a workbook's cell shows, without what its format sets around it: `-5.0` of 下降5.0%. */
  readonly number?: { readonly digits: string; readonly isPercent: boolean };
}
