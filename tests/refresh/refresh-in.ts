/** `briefkit refresh` of an edited deck, as it is typed beside a report. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { editedReport } from '../cli/edited-report.js';

/** @param home the folder with the report; the refreshed deck is `new.pptx` in it. */
export const refreshIn =
  (home: ReturnType<typeof editedReport>) =>
  async (bytes: Uint8Array, ...options: readonly string[]) => {
    writeFileSync(join(home.folder, 'edited.pptx'), bytes);
    const result = await home.briefkit('refresh', 'edited.pptx', 'report', '--out', 'new.pptx', ...options);
    return { ...result, deck: (): Uint8Array => home.bytes('new.pptx') };
  };
