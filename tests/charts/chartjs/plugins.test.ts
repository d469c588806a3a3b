/** Plugins of Chart.js that a bundle names, in the vector and in the raster drawing. */
import { describe, expect, it } from 'vitest';
import { loadPlugins } from '../../../src/charts/chartjs/plugins/load-plugins.js';
import { drawRaster } from '../../../src/charts/raster.js';
import { drawVector } from '../../../src/charts/vector.js';
import { chartPlugins, type Chart, type ChartPlugin } from '../../../src/model/chart.js';
import { readBundle } from '../../../src/read/read-bundle.js';
import { memoryFiles } from '../../../src/project/files.js';
import { chartOf, fonts, onSlide, textsIn, theme } from '../sample-charts.js';

const { size, fontSize } = onSlide;
const annotations = {
  plan: { type: 'line', yMin: 4, yMax: 4, borderColor: '#ff0000', label: { display: true, content: '计划4' } },
};
const own: Chart = chartOf('chartjs', [], {
  chartjs: {
    type: 'bar',
    data: { labels: ['甲', '乙'], datasets: [{ label: '一', data: [3.5, 5.25] }] },
    options: {
      scales: { y: { beginAtZero: true } },
      plugins: { datalabels: { anchor: 'end', align: 'start' }, annotation: { annotations } },
    },
  },
});
const withOptions: Chart = chartOf(
  'column',
  [
    ['甲', 3.5, ''],
    ['乙', 5.25, ''],
  ],
  { options: { plugins: { datalabels: {}, annotation: { annotations } } } },
);

async function drawn(chart: Chart, named: readonly ChartPlugin[]) {
  const codes: string[] = [];
  const drawing = drawVector(
    chart,
    { size, theme, fonts, fontSize },
    ({ code }) => codes.push(code),
    await loadPlugins(named),
  );
  return { codes, texts: textsIn(drawing), drawing };
}

describe('plugins that a bundle names', () => {
  it.each([
    ['a configuration of its own', own],
    ['a column chart with options', withOptions],
  ])("label and annotate %s, in the chart's own size", async (_, chart) => {
    const { texts, codes } = await drawn(chart, chartPlugins);
    expect(codes).toEqual([]);
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['3.5', '5.25', '计划4']));
    expect(texts.find(({ text }) => text === '5.25')).toMatchObject({ size: fontSize });
  });

  it('set a label at the end of its bar, where the plugin says', async () => {
    const { drawing, texts } = await drawn(own, ['datalabels', 'annotation']);
    const tops = drawing.operations.flatMap((operation) =>
      operation.kind === 'fill' && operation.path.length === 5
        ? [Math.min(...operation.path.flatMap((step) => (step.length === 3 ? [step[2]] : [])))]
        : [],
    );
    const label = texts.find(({ text }) => text === '3.5')!;
    expect(tops.some((top) => label.y > top && label.y < top + 3 * fontSize)).toBe(true);
  });

  it('label no chart that does not ask', async () => {
    const { texts } = await drawn(chartOf('column', [['甲', 3.5, '']]), chartPlugins);
    expect(texts.map(({ text }) => text)).not.toContain('3.5');
  });

  it('are in the raster drawing too, and in no other chart of that size', async () => {
    const plain = await drawRaster(withOptions, { size, theme, fonts, fontSize }, 1);
    const labelled = await drawRaster(withOptions, { size, theme, fonts, fontSize }, 1, chartPlugins);
    expect(Buffer.compare(plain, labelled)).not.toBe(0);
    expect(Buffer.compare(plain, await drawRaster(withOptions, { size, theme, fonts, fontSize }, 1))).toBe(0);
  }, 30_000);

  it('that are not named are told and left out', async () => {
    const { codes, texts } = await drawn(own, ['annotation']);
    expect(codes).toEqual(['plugin-not-named']);
    expect(texts.map(({ text }) => text)).not.toContain('5.25');
  });
});

describe('labels with a halo', () => {
  it('are outlined before they are filled', async () => {
    const haloed: Chart = {
      ...own,
      chartjs: {
        ...own.chartjs,
        options: { plugins: { datalabels: { textStrokeColor: '#ffffff', textStrokeWidth: 3 } } },
      },
    };
    const { texts, codes } = await drawn(haloed, ['datalabels']);
    expect(codes).toEqual([]);
    expect(texts.filter(({ text }) => text === '3.5').map(({ outline }) => outline)).toEqual([3, undefined]);
  });
});

describe('bundle.yaml', () => {
  const read = (text: string) => {
    const codes: string[] = [];
    const bundle = readBundle('own', {
      files: memoryFiles({ 'templates/own/deck.hbs': '', 'templates/own/bundle.yaml': text }),
      tell: ({ code }) => void codes.push(code),
    });
    return { codes, plugins: bundle?.plugins };
  };

  it('names plugins', () => {
    expect(read('plugins: [annotation, datalabels]')).toEqual({ codes: [], plugins: ['datalabels', 'annotation'] });
  });

  it('tells a name that it does not know', () => {
    expect(read('plugins: [zoom]').codes).toEqual(['unknown-value']);
  });
});
