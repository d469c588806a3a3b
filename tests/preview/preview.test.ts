/** `briefkit preview` as its page and as strangers meet it: what it tells, what it changes, whom it refuses. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, FigureState, PreviewState, SearchHit, TextState } from '../../src/preview/protocol.js';
import { startPreview, untilState, type RunningPreview } from './running-preview.js';

let preview: RunningPreview;
beforeAll(async () => {
  preview = await startPreview('tests/cases/minimal/report');
});
afterAll(async () => {
  expect(await preview.end()).toBe(0);
});

const get = async <Result>(path: string): Promise<Result> =>
  (await (await fetch(preview.address + path)).json()) as Result;
const post = async (path: string, body: unknown): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(preview.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
};

/** The status of a request that a browser would not send for us: another Host, another Origin. */
const statusOf = (address: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    request(address, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

const untilPage = async (page: string, isRight: (svg: string) => boolean): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (isRight(await (await fetch(`${preview.address}page/${page}`)).text())) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the page never came');
};

describe('a preview', () => {
  it('shows the documents of the report, and draws a page when it is asked for', async () => {
    const state = await get<PreviewState>('state');
    expect(state.views.map(({ id }) => id)).toEqual(['deck', 'briefing', 'handout']);
    const page = await (await fetch(`${preview.address}page/deck/4`)).text();
    expect(page).toContain('<svg');
    expect(page).toContain('data-figure="grain"');
  });

  it('tells of a figure where it was read and where it stands', async () => {
    const grain = await get<FigureState>('figure?id=grain');
    expect(grain.read.file).toBe('report/figures.csv');
    expect(grain.places.map(({ view }) => view)).toContain('deck');
    expect(grain.editable.map(({ field, text }) => [field, text])).toContainEqual(['value', '2.5']);
  });

  it('finds words on all pages, and tells in which line a text was written', async () => {
    const hits = await get<SearchHit[]>('search?words=2.5');
    expect(hits.length).toBeGreaterThan(0);
    await fetch(`${preview.address}page/briefing/1`);
    const texts = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        get<TextState | null>(`text?view=briefing&page=1&text=${index}`).catch(() => null),
      ),
    );
    expect(texts.flatMap((text) => text?.places ?? []).map(({ file }) => file)).toContain('report/report.yaml');
  });

  it('writes a changed number to its cell and nowhere else, and takes it back', async () => {
    const before = preview.text('figures.csv');
    expect(await post('edit', { figure: 'grain', field: 'value', text: '2.75' })).toMatchObject({ ok: true });
    expect(preview.text('figures.csv')).toBe(before.replace('2.5', '2.75'));
    await untilState(preview, ({ canUndo, version }) => canUndo && version > 1);
    expect((await get<FigureState>('figure?id=grain')).printed).toContain('2.75');
    expect(await post('undo', {})).toMatchObject({ ok: true });
    expect(preview.text('figures.csv')).toBe(before);
    expect(await post('undo', {})).toMatchObject({ ok: false });
    await untilState(preview, ({ canUndo }) => !canUndo);
    await untilPage('deck/2', (page) => !page.includes('2.75'));
  });

  it('refuses to write what is no number, or over what somebody else has changed', async () => {
    const before = preview.text('figures.csv');
    for (const text of ['=1+1', '2.5,2.6', '', '1e9'])
      expect(await post('edit', { figure: 'grain', field: 'value', text })).toMatchObject({ ok: false });
    expect(await post('edit', { figure: 'nobody', field: 'value', text: '1' })).toMatchObject({ ok: false });
    expect(preview.text('figures.csv')).toBe(before);
  });

  it('keeps the last good pages while the report is broken, and says what is wrong', async () => {
    preview.edit('figures.csv', '2.5', 'many');
    const broken = await untilState(preview, ({ failed }) => failed);
    expect(broken.diagnostics.map(({ place }) => place?.file)).toContain('report/figures.csv');
    expect(await (await fetch(`${preview.address}page/deck/2`)).text()).toContain('2.5');
    preview.edit('figures.csv', 'many', '2.5');
    await untilState(preview, ({ failed }) => !failed);
  });

  it('marks the pages that changed since it began', async () => {
    await post('compare', { baseline: 'start' });
    preview.edit('figures.csv', '2.5', '2.6');
    const state = await untilState(preview, ({ views }) => views[0]?.pages?.some(({ changed }) => changed) === true);
    expect(state.baseline).toBe('start');
    preview.edit('figures.csv', '2.6', '2.5');
    await untilState(preview, ({ views }) => views[0]?.pages?.every(({ changed }) => !changed) === true);
  });

  it('builds the outputs and gives them out', async () => {
    const built = await post('build', {});
    expect(built).toMatchObject({ ok: true, files: ['deck.pptx', 'briefing.pdf'] });
    const deck = await fetch(`${preview.address}download/deck.pptx`);
    expect(deck.headers.get('content-disposition')).toContain('deck.pptx');
    expect(new Uint8Array(await deck.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

describe('whoever asks a preview without being its page', () => {
  it('gets nothing without the token', async () => {
    const { origin } = new URL(preview.address);
    expect(await statusOf(`${origin}/`, {})).toBe(403);
    expect(await statusOf(`${origin}/${'0'.repeat(32)}/state`, {})).toBe(403);
  });

  it('gets nothing from a page of another origin, or under another name', async () => {
    expect(await statusOf(`${preview.address}state`, { Origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf(`${preview.address}state`, { Host: 'evil.example' })).toBe(403);
    expect(await statusOf(`${preview.address}undo`, { 'Content-Type': 'text/plain' }, 'POST')).toBe(415);
    const response = await fetch(preview.address);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('reads no file that the report did not read', async () => {
    for (const path of ['download/..%2f..%2fpackage.json', '..%2fpackage.json', 'bytes/..%2f'])
      expect(await statusOf(preview.address + path, {})).toBe(404);
    expect(await post('open', { file: '/etc/passwd', line: 1, column: 1 })).toMatchObject({ ok: false });
  });
});
