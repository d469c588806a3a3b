/** Narrative files: prose in Markdown that names figures. */
import type { DraftBlock } from '../../model/document.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { decodeText, readNamed } from '../source/read-text.js';
import type { ReportSource } from './report-source.js';

/**
 * By the path that the report names; each file is read once. A file that is missing is reported where it is first
 * named.
 */
export function readNarratives(
  names: readonly DataCursor[],
  { files, folder, tell, words }: ReportSource,
): ReadonlyMap<string, readonly DraftBlock[]> {
  const narratives = new Map<string, readonly DraftBlock[]>();
  for (const name of names) {
    const path = name.text();
    if (path === null || narratives.has(path)) continue;
    const found = readNamed(files, folder, path, 'the narrative', name.span, tell);
    const text = found === null ? null : decodeText(found.path, found.bytes, tell);
    narratives.set(path, text === null ? [] : words.readBlocks(text));
  }
  return narratives;
}
