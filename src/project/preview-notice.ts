/**
 * Which preview of a report runs: a small file under output/.cache/, for its owner's eyes alone, since the address has
 * the word in it that lets one in. One that was left behind is known by nobody answering there.
 */
import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { markOfBytes } from '../memo/content-mark.js';
import { readOrNull, replaceFile } from './cache-file.js';

const pathOf = (workingFolder: string, report: string): string =>
  join(workingFolder, 'output/.cache/previews', markOfBytes(resolve(workingFolder, report)));

/** In ms: a preview of this machine answers at once, unless it is busy. */
const patience = 1500;

/** The address of a preview of this report that runs already; null where there is none. */
export async function runningPreview(workingFolder: string, report: string): Promise<string | null> {
  const address = readOrNull(pathOf(workingFolder, report))?.toString('utf8') ?? '';
  if (!/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]+\/$/.test(address)) return null;
  try {
    return (await fetch(`${address}app.css`, { signal: AbortSignal.timeout(patience) })).ok ? address : null;
  } catch {
    return null;
  }
}

export function notePreview(workingFolder: string, report: string, address: string): void {
  const path = pathOf(workingFolder, report);
  if (!replaceFile(path, Buffer.from(address))) return;
  try {
    chmodSync(path, 0o600);
  } catch {
    // A disk without rights of its own: whoever reads the folder may read the report too.
  }
}
