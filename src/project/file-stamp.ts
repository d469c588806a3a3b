/** What tells that a large file is another, without reading it. */
import { statSync } from 'node:fs';

/** Size and time of change; empty where there is no such file. */
export function fileStamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.size} ${stat.mtimeMs}`;
}
