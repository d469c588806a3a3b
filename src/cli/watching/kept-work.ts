/** What one build of a watch leaves for the next in its thread: fonts, results, files that did not change. */
import type { Effects } from '../../compile.js';
import { keepResults } from '../../memo/keep-results.js';
import { keepFonts } from '../../project/font-files.js';
import { rememberReads, type RememberingFiles } from '../../project/remember-reads.js';
import { recheckFiles } from '../../project/watching/recheck-files.js';

/** So many failed builds in a row keep what was remembered before them; after that theirs is forgotten. */
const mostFailures = 8;

export class KeptWork {
  private readonly fonts: ReturnType<typeof keepFonts>;
  private readonly memo = keepResults();
  private readonly shelf: NonNullable<Effects['shelf']> = new Map();
  /** Builds in a row that failed. */
  private failures = 0;
  /** Opens the disk for one look. */
  readonly disk: ReturnType<typeof recheckFiles>;

  constructor(workingFolder: string) {
    this.fonts = keepFonts([workingFolder]);
    this.disk = recheckFiles(workingFolder);
  }

  /** For the next build. */
  begin(): { readonly files: RememberingFiles } & Required<Pick<Effects, 'fonts' | 'memo' | 'shelf'>> {
    const files = rememberReads(this.disk());
    return { files, fonts: this.fonts(files), memo: this.memo, shelf: this.shelf };
  }

  /** It is over: what it did not ask for is forgotten, but of one that failed, which may have ended before it asked. */
  end(failed: boolean): void {
    this.failures = failed ? this.failures + 1 : 0;
    if (this.failures === 0 || this.failures > mostFailures) this.memo.turn();
  }
}
