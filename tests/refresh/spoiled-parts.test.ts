/** A deck of which a byte was lost on its way: whatever part it hits, nothing is written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
let built: Uint8Array;

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
});
afterAll(() => home.remove());

/** The deck with one byte in the middle of a packed part turned round. */
function spoiled(path: RegExp): Uint8Array {
  const bytes = Uint8Array.from(built);
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const { content } = [...pack.parts.values()].find((part) => path.test(part.path))!;
  content[content.length >> 1]! ^= 0xff;
  return bytes;
}

describe('briefkit refresh of a deck that was spoiled on its way', () => {
  it.each([/charts\/chart\d+\.xml$/, /embeddings\//, /customXml\/item\d+\.xml$/, /theme1\.xml$/, /slide2\.xml$/])(
    'tells it and writes nothing: %s',
    async (path) => {
      const { code, stderr } = await refreshIn(home)(spoiled(path));
      expect(stderr).toContain('edited.pptx is damaged');
      expect(code).toBe(1);
      expect(existsSync(join(home.folder, 'new.pptx'))).toBe(false);
    },
  );

  it('names a folder as one', async () => {
    const { code, stderr } = await home.briefkit('refresh', 'out', 'report', '--out', 'new.pptx');
    expect([code, stderr]).toEqual([1, expect.stringContaining('out is a folder')]);
  });
});
