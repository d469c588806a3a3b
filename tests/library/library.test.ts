/** briefkit as a library: a deck in three lines, mistakes as typed errors, nothing shared between two builds. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, check, compile, diff, memoryFiles, ReportError, UsageError } from '../../src/index.js';
import type { BuildOptions, Effects, Job, StageEvent } from '../../src/index.js';
import { deckOutline } from '../cases/deck-outline.js';
import { townDeck } from './express-handler.js';

const yaml = (language: string, title: string): string =>
  `bundle: annual-briefing\ntheme: celadon\nlocale: ${language}\noutputs: [deck.pptx, briefing.pdf]\ntitle: ${title}\ndate: "2025-01-01"\nhighlights: [a]\n`;
const csv = 'id,label,value,unit,period,source\na,Beds,1.5,%,2024,office\n';
const files = { 'r/report.yaml': yaml('en', 'Beds'), 'r/figures.csv': csv };

describe('build', () => {
  it('makes a deck of a report in memory, over the built-in templates', async () => {
    const { bytes, outputs, record, diagnostics } = await build('r', { files });
    expect(deckOutline(bytes('deck.pptx'))).toContain('Beds');
    expect(outputs.map(({ name, pages }) => [name, pages > 0])).toEqual([
      ['deck.pptx', true],
      ['briefing.pdf', true],
    ]);
    expect(record.figures[0]).toMatchObject({ id: 'a' });
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(() => bytes('handout.pdf')).toThrow(UsageError);
  });

  it('takes a row for what the report is about', async () => {
    const { bytes } = await build('r', {
      files: memoryFiles({ ...files, 'r/report.yaml': yaml('en', 'Town of {{row.town}}') }),
      row: { town: 'Ashford', people: 1200 },
      outputs: 'deck.pptx',
    });
    expect(deckOutline(bytes('deck.pptx'))).toContain('Town of Ashford');
  });

  it('rejects with all mistakes of a report', async () => {
    const cause: unknown = await build('r', {
      files: { ...files, 'r/report.yaml': `${yaml('en', 'x')}honours: [b]\nsections: 3\n` },
    }).catch((error: unknown) => error);
    expect(cause).toBeInstanceOf(ReportError);
    const { diagnostics, message } = cause as ReportError;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, span }) => [code, span?.line])).toEqual([
      ['unknown-figure', 8],
      ['wrong-type', 9],
    ]);
    expect(message).toContain('r/report.yaml:8:11  error  unknown figure "b"');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['no folder', () => build(undefined as unknown as string), "build takes the report's folder as a text"],
    [
      'a number for a file',
      () => build('r', { files: { 'r/a': 1 as unknown as string } }),
      'the file "r/a" must be a text or bytes',
    ],
    [
      'an unknown output',
      () => build('r', { files, outputs: 'deck.ppt' as 'deck.pptx' }),
      'there is no output "deck.ppt"',
    ],
    ...(
      [
        ['output', 'deck.pptx', 'build has no option "output"; did you mean "outputs"?'],
        ['outputs', 3, 'takes "outputs" as the name of an output, or a list of names; it was given a number'],
        ['row', 'Nord', 'takes "row" as cells by their names'],
        ['row', { town: null }, 'takes "row" as cells by their names'],
        ['signal', {}, 'takes "signal" as an AbortSignal; it was given an object'],
        ['onProgress', true, 'takes "onProgress" as a function; it was given a boolean'],
        ['files', new Map([['r/report.yaml', 'title: x']]), 'takes "files" as an object'],
        ['strict', 'yes', 'takes "strict" as true or false; it was given a string'],
      ] as const
    ).map(([name, value, message]): [string, () => Promise<unknown>, string] => [
      `${name}: ${JSON.stringify(value)}`,
      () => build('r', { files, [name]: value } as BuildOptions),
      message,
    ]),
    [
      'compile without effects',
      () => compile('folder' as unknown as Job, undefined as unknown as Effects),
      'compile takes a job',
    ],
    [
      'compile with half of its effects',
      () => compile({ report: 'r', only: null, strict: false }, { files: memoryFiles({}) } as unknown as Effects),
      'compile lacks effects.fonts, roots, clock, log, tell',
    ],
  ])('says what is wrong with the call: %s', async (_, call, message) => {
    await expect(call()).rejects.toThrow(UsageError);
    await expect(call()).rejects.toThrow(message);
  });

  it('says that a file is no folder, in memory and on the disk', async () => {
    const hint = 'name the folder: r';
    await expect(build('r/report.yaml', { files })).rejects.toThrow(hint);
    await expect(build('package.json')).rejects.toThrow('package.json is a file, and a report is a folder');
  });

  it('tells its stages, and ends between two of them', async () => {
    const stop = new AbortController();
    const events: StageEvent[] = [];
    const onProgress = (event: StageEvent): void => {
      events.push(event);
      if (event.stage === 'layout') stop.abort(new Error('enough'));
    };
    await expect(build('r', { files, signal: stop.signal, onProgress })).rejects.toThrow('enough');
    expect(events[0]).toEqual({ stage: 'read', subject: null, milliseconds: null });
    expect(events.some(({ stage }) => stage === 'write')).toBe(false);
  });

  it('is not disturbed by another one in the same process', async () => {
    const calls = [
      () => build('r', { files }),
      () => build('r', { files: { ...files, 'r/report.yaml': yaml('zh-CN', '床位') } }),
      () => build('r', { files: { ...files, 'r/report.yaml': yaml('en', 'Others') } }),
    ];
    const together = await Promise.all(calls.map((call) => call()));
    for (const [index, call] of calls.entries()) {
      const alone = await call();
      for (const { name, bytes } of alone.outputs)
        expect(Buffer.from(together[index]!.bytes(name as 'deck.pptx')).equals(bytes), name).toBe(true);
    }
  });
});

it('check gives findings, mistakes among them', async () => {
  const sound = await check('r', { files });
  expect(sound.ok).toBe(true);
  const { ok, diagnostics } = await check('r', { files: { 'r/report.yaml': 'bundle: x\n' } });
  expect(ok).toBe(false);
  expect(diagnostics.map(({ code }) => code)).toContain('missing-key');
});

it('diff compares folders, builds and records', async () => {
  const both = { ...files, 's/report.yaml': files['r/report.yaml'], 's/figures.csv': csv.replace('1.5', '1.7') };
  const changes = await diff('r', 's', { files: both });
  expect(changes.changed.map(({ id }) => id)).toEqual(['a']);
  const before = await build('r', { files: both });
  expect((await diff(before, before.record)).changed).toEqual([]);
});

describe('the handler for Express', () => {
  const app = express();
  const sources: Readonly<Record<string, string>> = { ashford: csv, broken: 'id,label,value\na,A,x\n' };
  app.get(
    '/report/:town.pptx',
    townDeck(yaml('en', 'Town of {{row.town}}'), (town) => Promise.resolve(sources[town] ?? null)),
  );
  const server = createServer(app);
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/report`;
  });
  afterAll(() => void server.close());

  it('answers with a deck, with the mistakes, or that there is no such town', async () => {
    const deck = await fetch(`${address}/ashford.pptx`);
    expect(deck.headers.get('content-type')).toContain('presentation');
    expect(deckOutline(new Uint8Array(await deck.arrayBuffer()))).toContain('Town of ashford');
    const broken = await fetch(`${address}/broken.pptx`);
    expect([broken.status, JSON.stringify(await broken.json())]).toEqual([422, expect.stringContaining('figures.csv')]);
    expect((await fetch(`${address}/nowhere.pptx`)).status).toBe(404);
  });
});
