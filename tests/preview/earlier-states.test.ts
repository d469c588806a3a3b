/** Against which states of a report a preview shows what changed. */
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import type { Answer, FigureState, PreviewState } from '../../src/preview/protocol.js';
import { recordingWorld } from '../cli/recording-world.js';
import { startPreview, type RunningPreview } from './running-preview.js';

const compare = async ({ address }: RunningPreview, baseline: string): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${address}compare`, { method: 'POST', headers, body: JSON.stringify({ baseline }) });
  return (await response.json()) as Answer;
};

const state = async ({ address }: RunningPreview): Promise<PreviewState> => {
  await (await fetch(`${address}page/deck/1`)).text();
  return (await (await fetch(`${address}state`)).json()) as PreviewState;
};

async function untilVersion(preview: RunningPreview, version: number): Promise<PreviewState> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await state(preview);
    if (found.version >= version) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the build never came');
}

const changedPages = ({ views }: PreviewState): readonly number[] =>
  views.flatMap(({ pages }) => pages ?? []).flatMap(({ number, changed }) => (changed ? [number] : []));

describe('a preview shows what changed', () => {
  it('since the last build and since the approved state, and what a figure was then', async () => {
    const preview = await startPreview('tests/cases/minimal/report');
    const { world, out } = recordingWorld({ workingFolder: preview.folder });
    expect(await compare(preview, 'build')).toMatchObject({ ok: false });
    expect(await compare(preview, 'approved')).toMatchObject({ ok: false });
    expect(await run(['build', 'report'], world), out.stderr).toBe(0);
    expect(await run(['approve', 'report', '--by', 'Li Wei'], world), out.stderr).toBe(0);
    for (const baseline of ['build', 'approved']) {
      expect(await compare(preview, baseline)).toMatchObject({ ok: true });
      expect(changedPages(await state(preview)), baseline).toEqual([]);
    }
    const { version } = await state(preview);
    preview.edit('figures.csv', '2.5', '2.6');
    const after = await untilVersion(preview, version + 1);
    expect(after.baseline).toBe('approved');
    expect(changedPages(after).length).toBeGreaterThan(0);
    await compare(preview, 'build');
    expect(changedPages(await state(preview)).length).toBeGreaterThan(0);
    const grain = (await (await fetch(`${preview.address}figure?id=grain`)).json()) as FigureState;
    expect(grain.history.map(({ when }) => when)).toEqual(expect.arrayContaining(['上次生成', '已审定的稿']));
    expect(grain.history[0]!.printed).toContain('2.5');
    expect(await preview.end()).toBe(0);
  });
});
