/**
 * The vector drawing, on a page of a PDF that pdfjs-dist paints, against the raster drawing of the same chart. Two
 * engines paint the letters,
 * so the pictures are compared in cells of 6 × 6 pt: the mean darkness of a cell may differ by a fifth of the way from
 * white to black in no
 * more than one cell of a hundred, and by two fifths in none.
 */
import { createCanvas, loadImage } from 'canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawRaster } from '../../src/charts/raster.js';
import { pluginsAsked } from '../../src/charts/chartjs/plugins-asked.js';
import { chartKinds } from '../../src/model/chart-kinds.js';
import { chartPlugins } from '../../src/model/chart.js';
import type { Chart } from '../../src/model/chart.js';
import { writePdf } from '../../src/writers/pdf/write-pdf.js';
import { node, page, pageSet } from '../writers/pdf/sample-pages.js';
import { fonts, oneOfEach, theme } from './sample-charts.js';

const size = { width: 300, height: 210 };
const cell = 6;
const scale = 2;

/** Mean darkness of each cell, 0 to 1. */
async function cellsOf(png: Uint8Array): Promise<number[]> {
  const picture = await loadImage(Buffer.from(png));
  const canvas = createCanvas(size.width * scale, size.height * scale);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const side = cell * scale;
  const across = size.width / cell;
  return Array.from({ length: (across * size.height) / cell }, (_, index) => {
    const [left, top] = [(index % across) * side, Math.floor(index / across) * side];
    let sum = 0;
    for (let y = top; y < top + side; y++) {
      for (let x = left; x < left + side; x++) {
        const at = (y * canvas.width + x) * 4;
        sum += 255 - (data[at]! * 0.3 + data[at + 1]! * 0.59 + data[at + 2]! * 0.11);
      }
    }
    return sum / 255 / side ** 2;
  });
}

async function vectorPicture(chart: Chart): Promise<Uint8Array> {
  const item = { kind: 'chart', name: chart.title, tag: 0, chart, box: { x: 0, y: 0, ...size }, fontSize: 9 } as const;
  const bytes = await writePdf(
    pageSet([{ ...page('1', item), size }], [node('Figure', null, { alt: 'chart' })], { theme }),
    {
      fonts,
      plugins: chartPlugins,
      tell: ({ message }) => {
        throw new Error(message);
      },
    },
  );
  const { readPdf } = await import('../readers/read-pdf.js');
  return (await (await readPdf(bytes)).render(0, scale)).png;
}

const ownConfiguration: Chart = {
  ...oneOfEach.chartjs,
  chartjs: {
    type: 'bar',
    options: { scales: { y: { beginAtZero: true } }, plugins: { legend: { position: 'bottom' } } },
    data: {
      labels: ['甲', '乙', '丙'],
      datasets: [
        { label: '一', data: [3, 5, 2], borderRadius: 4 },
        { label: '二', type: 'line', data: [2, 4, 3], tension: 0.4, borderDash: [6, 4] },
      ],
    },
  },
};

const pluginConfiguration: Chart = {
  ...oneOfEach.chartjs,
  chartjs: {
    type: 'bar',
    data: { labels: ['甲', '乙', '丙'], datasets: [{ label: '一', data: [3, 5, 2] }] },
    options: {
      scales: { y: { beginAtZero: true } },
      plugins: {
        datalabels: {
          anchor: 'end',
          align: 'start',
          color: '#ffffff',
          textStrokeColor: '#12454a',
          textStrokeWidth: 2,
          rotation: -30,
        },
        annotation: {
          annotations: {
            plan: {
              type: 'line',
              yMin: 4,
              yMax: 4,
              borderColor: '#ae4e28',
              borderWidth: 2,
              borderDash: [6, 4],
              borderDashOffset: 3,
              label: { display: true, content: ['计划', '四'], position: 'start', borderRadius: 6 },
            },
            part: { type: 'box', xMin: 0.5, xMax: 1.5, backgroundColor: '#7fa99b66', borderRadius: 8 },
            round: { type: 'ellipse', xMin: 1.6, xMax: 2.4, yMin: 3, yMax: 4.6, rotation: 20 },
            point: { type: 'point', xValue: 0, yValue: 2, pointStyle: 'star', radius: 8 },
            corner: { type: 'polygon', xValue: 2, yValue: 1, sides: 5, radius: 12 },
          },
        },
      },
    },
  },
};

// pdfjs-dist sets a Path2D of its own, which Chart.js would take for the canvas': so Chart.js is loaded first.
beforeAll(() => drawRaster(oneOfEach.bar, { size, theme, fonts, fontSize: 9 }, scale));

describe('the vector and the raster drawing', () => {
  it.each(
    [...chartKinds.map((kind) => oneOfEach[kind]), ownConfiguration, pluginConfiguration].map(
      (chart) => [chart.kind, chart] as const,
    ),
  )('of a %s chart are the same picture', async (_, chart) => {
    const [drawn, painted] = await Promise.all([
      vectorPicture(chart).then(cellsOf),
      drawRaster(chart, { size, theme, fonts, fontSize: 9 }, scale, pluginsAsked(chart)).then(cellsOf),
    ]);
    expect(Math.max(...drawn), 'something is drawn').toBeGreaterThan(0.05);
    const differences = drawn
      .map((darkness, index) => Math.abs(darkness - painted[index]!))
      .sort((one, other) => other - one);
    expect(differences[0]).toBeLessThan(0.4);
    expect(differences.filter((difference) => difference > 0.2).length).toBeLessThanOrEqual(differences.length / 100);
  });
}, 60_000);
