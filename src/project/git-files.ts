/**
 * Files as they stood at a revision of the git repository around the working folder; what lies outside it is read from
 * the disk.
 */
import { posix } from 'node:path';
import { childProcesses } from './child-processes.js';
import type { Files } from './files.js';

export interface GitFiles extends Files {
  /** What the revision stands for: 40 hexadecimal digits. */
  readonly commit: string;
}

/**
 * A repository may be a stranger's, and its settings name programs: none of them is run. Objects that are not there are
 * not fetched, nothing is asked, watched or locked; what an object holds comes as it is, without filters.
 */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.pager=cat',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);
const surroundings = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
};
const unset: ReadonlySet<string> = new Set([
  'GIT_EXTERNAL_DIFF',
  'GIT_SSH',
  'GIT_SSH_COMMAND',
  'GIT_PROXY_COMMAND',
  'GIT_TRACE',
]);

const quietEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !unset.has(name))),
  ...surroundings,
});

/**
 * Null where the folder is in no repository, or the repository has no such revision. A revision never begins with a
 * dash.
 */
export function gitFiles(workingFolder: string, revision: string, outside: Files): GitFiles | null {
  const git = (...words: readonly string[]): Uint8Array | null => {
    try {
      // No shell; what git says of its own failure is not the user's to read.
      return childProcesses().execFileSync('git', ['--no-pager', ...settings, ...words], {
        cwd: workingFolder,
        env: quietEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 256 * 1024 * 1024,
      });
    } catch {
      return null;
    }
  };
  if (revision === '' || revision.startsWith('-')) return null;
  const commit = textOf(git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`));
  const prefix = textOf(git('rev-parse', '--show-prefix'));
  if (commit === null || commit === '' || prefix === null) return null;
  const inside = (path: string): string | null => {
    const full = posix.normalize(`${prefix}${path.replaceAll('\\', '/')}`);
    return posix.isAbsolute(path) || full.startsWith('../') || full === '..' ? null : full;
  };
  const asked = new Set<string>();
  return {
    asked,
    commit,
    read(path) {
      asked.add(path);
      const full = inside(path);
      return full === null ? outside.read(path) : git('cat-file', 'blob', `${commit}:${full}`);
    },
    list(folder) {
      asked.add(folder);
      const full = inside(folder);
      if (full === null) return outside.list(folder);
      const names = textOf(
        git('ls-tree', '--name-only', '-z', `${commit}:${full === '.' || full === './' ? '' : full}`),
      );
      return names === null || names === ''
        ? null
        : names
            .split('\0')
            .filter((name) => name !== '')
            .sort();
    },
  };
}

const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes).replace(/\n$/, '');
