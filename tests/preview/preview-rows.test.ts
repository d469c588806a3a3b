/** The preview of a report for rows: one of them at a time, and another on wish. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, PreviewState } from '../../src/preview/protocol.js';
import { startPreview, untilState, type RunningPreview } from './running-preview.js';

let preview: RunningPreview;
beforeAll(async () => {
  preview = await startPreview('data/ward-2024', ['--each', 'report/departments.csv', '--where', 'patients>600']);
});
afterAll(async () => {
  expect(await preview.end()).toBe(0);
});

const post = async (path: string, body: unknown): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(preview.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
};
const page = async (): Promise<string> => (await fetch(`${preview.address}page/page/1`)).text();

it('shows the first, lists all, and another when it is asked for', async () => {
  const state = await untilState(preview, ({ row }) => row !== null);
  expect(state.rows.length).toBeGreaterThan(1);
  expect(state.row).toBe('emergency');
  expect(await page()).toContain('Emergency');
  expect(await post('row', { row: 'nowhere' })).toMatchObject({ ok: false });
  expect(await post('row', { row: state.rows[1] })).toMatchObject({ ok: true });
  const other = await untilState(preview, ({ row }) => row === state.rows[1]);
  expect(other.failed).toBe(false);
  expect(await page()).not.toContain('Emergency: monthly');
});

it('shows a changed cell of its row', async () => {
  await post('row', { row: 'emergency' });
  preview.edit('departments.csv', ',84.0,', ',84.7,');
  await untilState(preview, ({ title }) => title.startsWith('Emergency'));
  for (let tries = 0; !(await page()).includes('84.7') && tries < 300; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await page()).toContain('84.7');
});

it('writes that one report under its own name', async () => {
  const answer = await post('build', {});
  expect(answer.files).toEqual(['emergency-page.pdf']);
  expect(readdirSync(join(preview.folder, 'output/report'))).toContain('emergency-page.pdf');
});

it('tells rows that cannot be read, shows what it had, and mends', async () => {
  const path = join(preview.folder, 'report/departments.csv');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, 'id\n');
  const broken = await untilState(preview, ({ failed }) => failed);
  expect(broken.diagnostics.length).toBeGreaterThan(0);
  expect(await page()).toContain('Emergency');
  writeFileSync(path, text);
  const mended: PreviewState = await untilState(preview, ({ failed }) => !failed);
  expect(mended.row).toBe('emergency');
});
