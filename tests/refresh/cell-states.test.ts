/** Cells that say whether a target was met, and what a slide has lost, in a deck that is refreshed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repack } from '../../src/refresh/repack.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';
import { deckOf } from './said-by.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const tableWith = (grain: string, road: string): void => {
  writeFileSync(join(home.folder, 'report/tables/aims.csv'), `指标,结果\n粮食,${grain}\n道路,${road}\n`);
};

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  tableWith('达标', '未达标');
  home.edit('report.yaml', 'charts: [two]', 'charts: [two]\n        tables: [aims]');
  home.edit('report.yaml', 'figures: figures.csv', 'tables: { aims: { file: tables/aims.csv } }\nfigures: figures.csv');
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  tableWith('未达标', '达标');
});
afterAll(() => home.remove());

const slideOf = (bytes: Uint8Array) => deckOf(bytes).slides.find(({ xml }) => /[●○]/.test(xml))!;
/** Each cell that says a state: its runs' words, whether they are bold, and their colours. */
const states = (bytes: Uint8Array): readonly string[] =>
  (slideOf(bytes).xml.match(/<a:tc>[\s\S]*?<\/a:tc>/g) ?? [])
    .filter((cell) => /[●○]/.test(cell))
    .map((cell) =>
      (cell.match(/<a:r>[\s\S]*?<\/a:r>/g) ?? [])
        .map((run) => `${/<a:t>([^<]*)/.exec(run)![1]} ${/ b="1"/.test(run)} ${/Clr val="(\w+)"/.exec(run)?.[1]}`)
        .join('|'),
    );

describe('a cell that says whether a target was met', () => {
  it('turns with its dot, its colour and its weight to what a new build has', async () => {
    await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
    const { stdout, deck } = await refresh(built);
    expect(states(deck())).toEqual(states(home.bytes('now/deck.pptx')));
    expect(states(deck())).not.toEqual(states(built));
    expect(stdout).toMatch(/达标 → ○\s未达标/);
    expect((await refresh(deck())).stdout).toContain('nothing to refresh');
  });

  it('keeps a colour that somebody gave its dot, which is told', async () => {
    const { pack } = deckOf(built);
    const { path, xml } = slideOf(built);
    const own = '<a:srgbClr val="123456"/>';
    const recoloured = xml.replace(
      /<a:schemeClr val="\w+"\/>(<\/a:solidFill>(?:(?!<\/a:r>)[\s\S])*<a:t>●)/,
      (_all, rest: string) => own + rest,
    );
    const { stdout, deck } = await refresh(repack(pack, new Map([[path, recoloured]])));
    expect(states(deck())[0]).toMatch(/^○\s \w+ 123456/);
    expect(stdout).toContain('recoloured by hand');
  });
});

describe('a table that the report has no more', () => {
  it('is told to be gone, and stays', async () => {
    home.edit('report.yaml', '\n        tables: [aims]', '');
    const { stdout, deck } = await refresh(built);
    home.edit('report.yaml', 'charts: [two]', 'charts: [two]\n        tables: [aims]');
    expect(stdout).toMatch(/gone from the report:[\s\S]*table "表格/);
    expect(states(deck())).toEqual(states(built));
  });
});
