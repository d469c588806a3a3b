/** What one build of a watch leaves for the next in its thread: fonts, results, files that did not change. */
import type { Effects } from '../../compile.js';
import { keepResults } from '../../memo/keep-results.js';
import { keepFonts } from '../../project/font-files.js';
import { rememberReads, type RememberingFiles } from '../../project/remember-reads.js';
import { recheckFiles } from '../../project/watching/recheck-files.js';

export class KeptWork {
  private readonly fonts: ReturnType<typeof keepFonts>;
  private readonly memo = keepResults();
  private readonly shelf: NonNullable<Effects['shelf']> = new Map();
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

  end(failed: boolean): void {
    this.memo.turnAfter(failed);
  }
}
