/**
 * Opens a place of a file in the author's editor, and an address in the browser: started beside us, and not waited for.
 */
import { basename } from 'node:path';
import { childProcesses } from './child-processes.js';

/** How editors are told a place; any other is given `file:line:column`, as most understand it. */
const byName: Readonly<Record<string, (file: string, line: number, column: number) => readonly string[]>> = {
  code: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  codium: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  cursor: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  windsurf: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  idea: (file, line, column) => ['--line', String(line), '--column', String(column), file],
  gedit: (file, line, column) => [file, `+${line}:${column}`],
  kate: (file, line, column) => ['--line', String(line), '--column', String(column), file],
  emacsclient: (file, line, column) => ['--no-wait', `+${line}:${column}`, file],
};

export interface EditorPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the editor is started with. */
export function editorWords(editor: string, { file, line, column }: EditorPlace): readonly string[] {
  const name = basename(editor).replace(/\.(?:cmd|exe)$/i, '');
  return byName[name]?.(file, line, column) ?? [`${file}:${line}:${column}`];
}

/** No shell: the path is one word, whatever stands in it. */
export function openEditor(editor: string, place: EditorPlace, workingFolder: string): void {
  start(editor, editorWords(editor, place), workingFolder);
}

export function openInBrowser(address: string): void {
  const [program = '', ...words] = openers[process.platform] ?? ['xdg-open'];
  start(program, [...words, address]);
}

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

function start(program: string, words: readonly string[], cwd?: string): void {
  const child = childProcesses().spawn(program, words, {
    detached: true,
    stdio: 'ignore',
    ...(cwd !== undefined && { cwd }),
  });
  child.on('error', () => undefined);
  child.unref();
}
