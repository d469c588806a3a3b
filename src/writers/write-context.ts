/** What a writer may use beside the pages. */
import type { Reporter } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../text/fonts.js';

export interface WriteContext {
  readonly fonts: Fonts;
  readonly report: Reporter;
}
