import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/project/files.js';
import { gitFiles } from '../../src/project/git-files.js';

let folder = '';
const git = (...words: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: folder, stdio: 'ignore' });
const at = (revision: string, from = folder) =>
  gitFiles(from, revision, memoryFiles({ '../aside.txt': 'from the disk' }));
const text = (bytes: Uint8Array | null | undefined): string | null => (bytes ? new TextDecoder().decode(bytes) : null);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-git-'));
  mkdirSync(join(folder, '数据/文'), { recursive: true });
  git('init', '-q');
  writeFileSync(join(folder, '数据/figures.csv'), 'first');
  writeFileSync(join(folder, '数据/文/城.md'), '城');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(folder, '数据/figures.csv'), 'second');
  git('commit', '-q', '-a', '-m', 'second');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files at a revision', () => {
  it('are as they stood there', () => {
    expect(text(at('HEAD')?.read('数据/figures.csv'))).toBe('second');
    expect(text(at('HEAD~1')?.read('数据/figures.csv'))).toBe('first');
    expect(at('HEAD')?.read('数据/none')).toBeNull();
    expect(at('HEAD')?.list('数据')).toEqual(['figures.csv', '文']);
    expect(at('HEAD')?.list('none')).toBeNull();
  });

  it('are named from the working folder, which may lie inside the repository', () => {
    expect(text(at('HEAD', join(folder, '数据'))?.read('文/城.md'))).toBe('城');
    expect(text(at('HEAD', join(folder, '数据'))?.read('../数据/figures.csv'))).toBe('second');
  });

  it('outside the repository come from the disk', () => {
    expect(text(at('HEAD')?.read('../aside.txt'))).toBe('from the disk');
  });

  it("run nothing that a stranger's repository names, though an object is missing that could be fetched", () => {
    const strange = mkdtempSync(join(tmpdir(), 'briefkit-strange-'));
    const inside = (...words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
        cwd: strange,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    inside('init', '-q');
    writeFileSync(join(strange, 'a.md'), 'words');
    inside('add', '.');
    inside('commit', '-q', '-m', 'first');
    const blob = inside('rev-parse', 'HEAD:a.md');
    rmSync(join(strange, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const trap = join(strange, 'PWNED');
    const settings = {
      'core.repositoryformatversion': '1',
      'extensions.partialClone': 'origin',
      'remote.origin.url': 'ssh://x/y',
      'remote.origin.promisor': 'true',
      'core.sshCommand': `touch ${trap}; false`,
      'core.fsmonitor': `touch ${trap}`,
      'core.pager': `touch ${trap}`,
      'diff.external': `touch ${trap}`,
    };
    for (const [name, value] of Object.entries(settings)) inside('config', name, value);
    for (const url of ['ssh://x/y', `ext::sh -c touch%20${trap}`]) {
      inside('config', 'remote.origin.url', url);
      expect(gitFiles(strange, 'HEAD', memoryFiles({}))?.read('a.md')).toBeNull();
    }
    expect(existsSync(trap)).toBe(false);
    rmSync(strange, { recursive: true });
  });

  it('are none where there is no such revision, and a revision is never an option', () => {
    for (const revision of ['nowhere', '', '--help', '-q', '--output=x', 'HEAD:数据'])
      expect(at(revision), revision).toBeNull();
  });
});
