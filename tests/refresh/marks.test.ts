/** Arrows upon a chart, and tables beside one, in a deck that is refreshed: shapes that are not set anew. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const tableWith = (last: string): string => `年,甲,乙\n2023,40,60\n2024,${last},66\n`;
const stack = 'title: 构成\n    stack: stacked\n    table: parts\n    unit: 万元\n    beside: share';

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  writeFileSync(join(home.folder, 'report/tables/parts.csv'), tableWith('44'));
  home.edit('report.yaml', "title: 两项增长\n    figures: [grain, road]\n    value: change\n    unit: '%'", stack);
  home.edit(
    'report.yaml',
    'figures: figures.csv',
    'tables: { parts: { file: tables/parts.csv } }\nfigures: figures.csv',
  );
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
});
afterAll(() => home.remove());

describe('a chart with a table beside it', () => {
  it('that is as the report has it is not told of', async () => {
    const { stdout } = await refresh(built);
    expect(stdout).not.toContain('drawn as shapes');
  });

  it('whose numbers changed has its data, and is told to be stale in what stands beside it', async () => {
    writeFileSync(join(home.folder, 'report/tables/parts.csv'), tableWith('54'));
    const { stdout } = await refresh(built);
    expect(stdout).toContain('44 → 54');
    expect(stdout).toContain('drawn as shapes: take it from a new build');
  });
});
