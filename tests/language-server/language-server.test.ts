/** The language server as an editor meets it: a scripted client over the protocol. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { serveEditor } from '../../src/cli/lsp.js';
import { projectFolder, recordingWorld } from '../cli/recording-world.js';

let folder = '';
let client: ProtocolConnection;
let serving: Promise<void>;
const published = new Map<string, { message: string; range: { start: { line: number } } }[]>();

const uri = (file: string): string => pathToFileURL(join(folder, file)).href;
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-lsp-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'data/minimal'), { recursive: true });
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const { world } = recordingWorld({ workingFolder: folder });
  serving = serveEditor(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), world);
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.onNotification('textDocument/publishDiagnostics', ({ uri: of, diagnostics }) => {
    published.set(of, diagnostics);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
});
afterAll(async () => {
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  await serving;
  client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const open = (file: string, text = textOf(file)): Promise<void> =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uri(file), languageId: 'x', version: 1, text },
  });
const change = (file: string, text: string): Promise<void> =>
  client.sendNotification('textDocument/didChange', {
    textDocument: { uri: uri(file), version: 2 },
    contentChanges: [{ text }],
  });

/** The place behind this text in a file. */
const behind = (file: string, words: string, text = textOf(file)) => {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return { textDocument: { uri: uri(file) }, position };
};

async function until(isRight: () => boolean): Promise<void> {
  for (let tries = 0; !isRight(); tries += 1) {
    if (tries > 1000) throw new Error(`never came: ${JSON.stringify([...published])}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const report = 'data/minimal/report.yaml';
const figures = 'data/minimal/figures.csv';
const narrative = 'data/minimal/narrative/harvest.md';

describe('an editor with the language server', () => {
  it('completes the ids of figures with their values, and helpers', async () => {
    const text = '收成：{{figure "gr';
    await open(narrative, text);
    const ids = await client.sendRequest<{ label: string; detail: string }[]>(
      'textDocument/completion',
      behind(narrative, '{{figure "gr', text),
    );
    expect(ids.find(({ label }) => label === 'grain')?.detail).toContain('2.5');
    await change(narrative, '{{');
    const helpers = await client.sendRequest<{ label: string }[]>(
      'textDocument/completion',
      behind(narrative, '{{', '{{'),
    );
    expect(helpers.map(({ label }) => label)).toContain('figure');
    await change(narrative, textOf(narrative));
  });

  it('completes the ids of charts, tables, pictures and narratives where a key or a helper takes them', async () => {
    const labels = async (file: string, words: string, text: string): Promise<readonly string[]> => {
      await change(file, text);
      const place = behind(file, words, text);
      return (await client.sendRequest<{ label: string }[]>('textDocument/completion', place)).map(
        ({ label }) => label,
      );
    };
    // Invented, as the whole case is.
    const whole = `${textOf(report)}tables:\n  towns: {head: [镇, 数], rows: [[东, '1']]}\npictures:\n  square: {file: a.png, alt: 广场}\n`;
    published.delete(uri(report));
    await open(report, whole);
    await until(() => published.has(uri(report)));
    const finding = (key: string): string => whole.replace('charts: [two]', `${key}`);
    expect(await labels(report, 'chart: ', finding('chart: '))).toEqual(['two']);
    expect(await labels(report, 'charts: [', finding('charts: ['))).toEqual(['two']);
    expect(await labels(report, 'figures: [gr', whole.replace('figures: [grain]', 'figures: [gr'))).toContain('grain');
    expect(await labels(report, 'table: ', finding('table: '))).toEqual(['towns']);
    expect(await labels(report, 'picture: ', finding('picture: '))).toEqual(['square']);
    expect(await labels(report, 'narrative: ', finding('narrative: '))).toContain('narrative/harvest.md');
    const template = 'data/minimal/templates/deck.hbs';
    await open(template, '');
    expect(await labels(template, '{{chart "', '{{chart "')).toEqual(['two']);
    expect(await labels(template, '{{table "', '{{table "')).toEqual(['towns']);
    expect(await labels(template, '{{#slide layout="x"}}{{', '{{#slide layout="x"}}{{')).toContain('chart');
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(template) } });
    await change(report, textOf(report));
  });

  it('tells a figure where it is named, goes to its cell, finds its references', async () => {
    const place = behind(report, 'grain');
    const hover = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', place);
    expect(hover.contents.value).toContain('2.5');
    expect(hover.contents.value).toContain('data/minimal/figures.csv');
    const [cell] = await client.sendRequest<{ uri: string }[]>('textDocument/definition', place);
    expect(cell!.uri).toBe(uri(figures));
    const references = await client.sendRequest<{ uri: string }[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    expect(new Set(references.map((found) => found.uri))).toEqual(new Set([uri(report), uri(figures), uri(narrative)]));
  });

  it('renames an id everywhere, and refuses a name that is taken or none', async () => {
    const place = behind(report, 'grain');
    const edit = await client.sendRequest<{ changes: Record<string, { newText: string }[]> }>('textDocument/rename', {
      ...place,
      newName: 'harvest.grain',
    });
    expect(Object.keys(edit.changes)).toContain(uri(figures));
    for (const edits of Object.values(edit.changes))
      expect(edits.every(({ newText }) => newText === 'harvest.grain')).toBe(true);
    await expect(client.sendRequest('textDocument/rename', { ...place, newName: 'not a name' })).rejects.toThrow(
      'is no name',
    );
  });

  it('shows a mistake as one types, at its line, and takes it away', async () => {
    const text = textOf(report);
    await change(report, text.replace('grain', 'grian'));
    await until(() => (published.get(uri(report)) ?? []).some(({ message }) => message.includes('grian')));
    const wrong = published.get(uri(report))!.find(({ message }) => message.includes('grian'))!;
    expect(wrong.range.start.line).toBe(text.slice(0, text.indexOf('grain')).split('\n').length - 1);
    expect(wrong.message).toContain('grain');
    await change(report, text);
    await until(() => !(published.get(uri(report)) ?? []).some(({ message }) => message.includes('grian')));
  });
});
