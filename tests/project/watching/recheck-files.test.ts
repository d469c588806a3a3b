/** Files that a watch keeps between two looks. */
import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recheckFiles } from '../../../src/project/watching/recheck-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-recheck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

describe('files that are looked at again', () => {
  it('shows each of many states that follow at once and are equally long', () => {
    const look = recheckFiles(folder);
    for (let state = 10; state < 60; state += 1) {
      writeFileSync(join(folder, 'figures.csv'), `value ${state}`);
      expect(text(look().read('figures.csv'))).toBe(`value ${state}`);
    }
  });

  it('shows a file that another was put in the place of, with the same size and time', () => {
    const look = recheckFiles(folder);
    const longAgo = new Date('2020-01-01T00:00:00Z');
    for (const value of ['old', 'new']) {
      writeFileSync(join(folder, `${value}.csv`), value);
      utimesSync(join(folder, `${value}.csv`), longAgo, longAgo);
    }
    expect(text(look().read('old.csv'))).toBe('old');
    renameSync(join(folder, 'new.csv'), join(folder, 'old.csv'));
    expect(text(look().read('old.csv'))).toBe('new');
    expect(look().read('new.csv')).toBeNull();
  });

  it('has no file that went, and one that came', () => {
    const look = recheckFiles(folder);
    expect(look().read('late.csv')).toBeNull();
    writeFileSync(join(folder, 'late.csv'), 'here');
    expect(text(look().read('late.csv'))).toBe('here');
    rmSync(join(folder, 'late.csv'));
    expect(look().read('late.csv')).toBeNull();
  });
});
