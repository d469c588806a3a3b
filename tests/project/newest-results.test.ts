/** What the last build made on the way, for a command that is no build. */
import { mkdtempSync, rmSync, utimesSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keepCached, newestResults } from '../../src/project/build-cache.js';

const folder = mkdtempSync(join(tmpdir(), 'briefkit-newest-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the results of the newest build', () => {
  it('are those of the newest whose mark is asked for, and none where there is none', () => {
    const keep = (mark: string, seconds: number): void => {
      const known = new Set(readdirSync(folder));
      keepCached(
        folder,
        { mark, reads: [], fonts: [], written: [], said: null },
        new Map([['what', new TextEncoder().encode(mark)]]),
      );
      for (const name of readdirSync(folder)) if (!known.has(name)) utimesSync(join(folder, name), seconds, seconds);
    };
    keep('town old', 1_000);
    keep('town new', 3_000);
    keep('village', 5_000);
    const found = newestResults(folder, (mark) => mark.startsWith('town')).get('what');
    expect(new TextDecoder().decode(found)).toBe('town new');
    expect(newestResults(folder, () => false).size).toBe(0);
    expect(newestResults(join(folder, 'none'), () => true).size).toBe(0);
  });
});
