import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../src/project/files.js';
import { diskFiles, memoryFiles, pathBelow } from '../../src/project/files.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-files-'));
  mkdirSync(join(folder, 'report/narrative'), { recursive: true });
  writeFileSync(join(folder, 'report/report.yaml'), 'title: 一');
  writeFileSync(join(folder, 'report/narrative/b.md'), 'b');
  writeFileSync(join(folder, 'report/narrative/a.md'), 'a');
  writeFileSync(join(folder, 'report/narrative/~$figures.xlsx'), 'who has it open');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'report/link.txt'));
  symlinkSync(join(folder, 'report/report.yaml'), join(folder, 'report/inner.yaml'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

const twins: readonly (readonly [string, () => Files])[] = [
  ['on a disk', () => diskFiles(folder)],
  [
    'in memory',
    () =>
      memoryFiles({ 'report/report.yaml': 'title: 一', 'report/narrative/b.md': 'b', 'report/narrative/a.md': 'a' }),
  ],
];

describe.each(twins)('files %s', (_, open) => {
  it('are read by their path', () => {
    expect(text(open().read('report/report.yaml'))).toBe('title: 一');
    expect(text(open().read('./report//narrative/../report.yaml'))).toBe('title: 一');
  });

  it('are null where there is none, or where a folder stands', () => {
    expect(open().read('report/other.yaml')).toBeNull();
    expect(open().read('report/narrative')).toBeNull();
    expect(open().read('report/report.yaml/deeper')).toBeNull();
  });

  it('are listed in order, without those that Excel keeps beside a workbook that is open', () => {
    expect(open().list('report/narrative/')).toEqual(['a.md', 'b.md']);
    expect(open().list('report/none')).toBeNull();
  });

  it('remember all that was asked for, found or not', () => {
    const files = open();
    files.read('report/report.yaml');
    files.read('./report/none.csv');
    files.list('report/narrative/');
    expect([...files.asked]).toEqual(['report/report.yaml', 'report/none.csv', 'report/narrative']);
  });
});

describe('files kept within a folder', () => {
  it('are not read outside it, neither by climbing nor through a link', () => {
    const files = diskFiles(folder, { within: ['report'] });
    expect(text(files.read('report/report.yaml'))).toBe('title: 一');
    expect(files.read('report/../secret.txt')).toBeNull();
    expect(files.read(join(folder, 'secret.txt'))).toBeNull();
    expect(files.read('report/link.txt')).toBeNull();
  });

  it('may be links to files within', () => {
    expect(text(diskFiles(folder, { within: ['report'] }).read('report/inner.yaml'))).toBe('title: 一');
  });
});

describe('a path below a folder', () => {
  it('may not be absolute or climb out', () => {
    expect(pathBelow('data/a', 'pictures/x.png')).toBe('data/a/pictures/x.png');
    expect(pathBelow('data/a', 'pictures/../x.png')).toBe('data/a/x.png');
    for (const name of ['../b/x.png', 'pictures/../../x.png', '/etc/passwd', 'C:\\x.png', '..'])
      expect(pathBelow('data/a', name)).toBeNull();
  });
});
