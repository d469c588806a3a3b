/**
 * Each chart of the gallery and each slide layout is a case: its page as text, in tests/cases/gallery and
 * tests/cases/layouts.
 * `npx vitest run … tests/page-trees.test.ts -u` writes them; read what changed before it is committed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlugins } from '../src/charts/chartjs/plugins/load-plugins.js';
import { toNative } from '../src/charts/native.js';
import { chartPlugins } from '../src/model/chart.js';
import type { ChartItem, Page, PageSet } from '../src/model/page.js';
import { pageTree, type ShownChart } from './cases/page-tree.js';
import { compileReport } from './charts/compile-report.js';
import { draw, textsIn } from './charts/sample-charts.js';
import { projectFolder } from './cli/recording-world.js';

const plugins = await loadPlugins(chartPlugins);

const show =
  ({ theme }: PageSet) =>
  ({ chart, box, fontSize }: ChartItem): ShownChart => {
    const place = { size: box, fontSize };
    return {
      texts: textsIn(draw(chart, place, plugins)).filter(({ text }) => text !== ''),
      plots: toNative(chart, theme, place)?.plots.map(({ kind }) => kind) ?? null,
    };
  };

async function deckOf(report: string, workingFolder = '.'): Promise<PageSet> {
  const { result } = await compileReport(report, { workingFolder, only: ['deck.pptx'] });
  expect(result.failed).toBe(false);
  return result.documents.get('deck')!;
}

const casesFolder = join(projectFolder, 'tests/cases');
const kept = (name: string): readonly string[] =>
  readdirSync(join(casesFolder, name, 'expected'))
    .map((file) => file.replace(/\.txt$/, ''))
    .sort();

async function compare(name: string, cases: ReadonlyMap<string, Page>, deck: PageSet): Promise<void> {
  for (const [key, page] of cases)
    await expect(pageTree(page, show(deck))).toMatchFileSnapshot(join(casesFolder, name, 'expected', `${key}.txt`));
  expect(
    kept(name).filter((key) => !cases.has(key)),
    'a page that is no more',
  ).toEqual([]);
}

describe('the pages of', () => {
  it('each chart of the gallery are as they were read', async () => {
    const deck = await deckOf('data/chart-gallery');
    const cases = deck.pages.flatMap((page) => {
      const item = page.items.find((each) => each.kind === 'chart');
      return item?.kind === 'chart' ? [[item.chart.id, page] as const] : [];
    });
    await compare('gallery', new Map(cases), deck);
  });

  it('each layout of the annual briefing are as they were read', async () => {
    const deck = await deckOf('every-layout', join(casesFolder, 'layouts'));
    const layouts = readdirSync(join(projectFolder, 'templates/annual-briefing/layouts'))
      .filter((file) => !file.startsWith('_'))
      .map((file) => file.replace(/\.yaml$/, ''));
    expect([...new Set(deck.pages.map(({ layout }) => layout))].sort()).toEqual(layouts.sort());
    await compare('layouts', new Map(deck.pages.map((page) => [page.layout!, page])), deck);
  });
});
