/** `briefkit lsp` as editors start it: a process that speaks over its streams, in another folder than the report's. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { projectFolder } from '../cli/recording-world.js';

it('answers over standard input and output, of the folder that the editor has open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-lsp-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'data/minimal'), { recursive: true });
  const child = spawn(process.execPath, [join(projectFolder, '.build/cli.js'), 'lsp', '--stdio'], { cwd: tmpdir() });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  client.listen();
  const root = pathToFileURL(folder).href;
  await client.sendRequest('initialize', { processId: null, rootUri: root, capabilities: {} });
  const uri = `${root}/data/minimal/report.yaml`;
  const text = readFileSync(join(folder, 'data/minimal/report.yaml'), 'utf8');
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  const before = text.slice(0, text.indexOf('grain') + 2).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  expect(hover.contents.value).toContain('data/minimal/figures.csv');
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
