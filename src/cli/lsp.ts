/** `briefkit lsp`: the language server for editors, over standard input and output. */
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepResults } from '../memo/keep-results.js';
import { diskFiles, type Files } from '../project/files.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { diskEffects } from './report/disk-effects.js';
import { checkPositionals } from './input/positionals.js';
import { refuseInput } from './report/survey-report.js';

export const lsp: Command = {
  summary: 'a language server, for editors that know reports',
  usage: '',
  options: { stdio: { value: null, what: 'speaks over standard input and output, as it does anyway' } },
  explanation: [
    'For report.yaml, figures, narratives and templates: completes names of figures, charts, tables, pictures and helpers; tells the value,',
    'source and places of a figure; goes to its cell, finds its references, renames it everywhere; shows what briefkit check finds as',
    'one types. It speaks the Language Server Protocol. README.md says how to set it up in VS Code, Neovim and Helix.',
  ],
  examples: [{ line: 'briefkit lsp --stdio', what: 'started by the editor, in the folder that holds data/' }],
  run: runLanguageServer,
};

async function runLanguageServer(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, [], 'briefkit lsp', 'briefkit lsp --stdio');
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const { connectStreams } = await import('../language-server/connect-streams.js');
  await serveEditor(connectStreams(process.stdin, process.stdout), world);
  return 0;
}

type EditorConnection = ConstructorParameters<
  typeof import('../language-server/language-server.js')['LanguageServer']
>[0];

/** Resolves when the editor says goodbye. */
export async function serveEditor(connection: EditorConnection, world: World): Promise<void> {
  const { LanguageServer } = await import('../language-server/language-server.js');
  const { ReportWorkspace } = await import('../language-server/report-workspace.js');
  const memo = keepResults();
  // The folder that the editor has open, where it names one; else where the server was started.
  let home = world.workingFolder;
  const silent = (): void => undefined;
  const workspace = new ReportWorkspace({
    effects: (typed) => ({
      ...diskEffects({ ...world, workingFolder: home }, silent, silent, withTyped(diskFiles(home), typed)),
      memo,
    }),
    reports: () => {
      const disk = diskFiles(home);
      const isReport = (folder: string): boolean => disk.read(`${folder}/report.yaml`) !== null;
      return (disk.list('data') ?? []).map((name) => `data/${name}`).filter(isReport);
    },
    read: (file) => {
      const bytes = diskFiles(home).read(file);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
  });
  new LanguageServer(connection, workspace, {
    openRoot: (uri) => {
      home = folderOf(uri) ?? home;
    },
    uriOf: (file) => pathToFileURL(resolve(home, file)).href,
    fileOf: (uri) => pathOf(uri, home),
  });
  await new Promise<void>((ended) => {
    connection.onExit(() => ended());
    connection.listen();
  });
}

/** Null for what is no folder of this machine. */
function folderOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** Null for what is no file, or none of this folder. */
function pathOf(uri: string, workingFolder: string): string | null {
  if (!uri.startsWith('file:')) return null;
  const path = relative(workingFolder, fileURLToPath(uri)).split(sep).join('/');
  return path.startsWith('..') ? null : path;
}

/** What is typed stands in the place of what was saved. */
function withTyped(files: Files, typed: ReadonlyMap<string, string>): Files {
  return {
    ...files,
    read: (path) => {
      const saved = files.read(path);
      const text = typed.get(path);
      return text === undefined ? saved : new TextEncoder().encode(text);
    },
  };
}
