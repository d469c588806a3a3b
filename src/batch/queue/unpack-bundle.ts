/**
 * A bundle from the queue to a folder of this machine, once; what is in it is checked against its marks, and stays
 * within the folder.
 */
import { join } from 'node:path';
import { pathBelow } from '../../project/files.js';
import { isFolder, makeWhole } from '../../project/make-whole.js';
import { bundleMark, contentMark } from './report-bundle.js';
import { bundleKey, contentKey } from './report-queue.js';
import type { OpenQueue } from './report-queue.js';

/** The folder in which the bundle lies. Throws where a part is missing or is not what its mark says. */
export async function unpackBundle({ redis }: Pick<OpenQueue, 'redis'>, mark: string, cache: string): Promise<string> {
  const folder = join(cache, mark);
  if (isFolder(folder)) return folder;
  const list = await redis.get(bundleKey(mark));
  const files = list === null ? null : (JSON.parse(list) as Readonly<Record<string, string>>);
  if (files === null || bundleMark(files) !== mark) throw new Error(`the queue has no files for ${mark}`);
  const contents = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    const below = pathBelow('.', path);
    const bytes = await redis.getBuffer(contentKey(content));
    if (below === null || bytes === null || contentMark(bytes) !== content)
      throw new Error(`the file ${path} did not come whole`);
    contents.set(below, bytes);
  }
  makeWhole(folder, contents);
  return folder;
}
