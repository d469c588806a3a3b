/**
 * A chart that is a picture is set in the theme's fonts alone: whatever fonts a machine has, its bytes are the same.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'briefkit-fonts-'));
/** Beside the packages that it loads. */
const script = join(process.cwd(), 'node_modules', `.hidden-fonts-${process.pid}.mjs`);

/** Legend and title name a size alone, axes and labels nothing: each would be a font of the machine if it could. */
const source = `
import { writeSync } from 'node:fs';
import { drawRaster } from '${process.cwd()}/src/charts/raster.ts';
import { chartOf, fonts, theme } from '${process.cwd()}/tests/charts/sample-charts.ts';
const chart = chartOf('chartjs', [], {
  chartjs: {
    type: 'bar',
    data: { labels: ['甲', 'Q1'], datasets: [{ label: 'Visitors 游客', data: [1, 2] }] },
    options: { plugins: { title: { display: true, text: 'Title 标题', font: { size: 14 } }, legend: { labels: { font: { size: 11 } } } } },
  },
});
const png = await drawRaster(chart, { size: { width: 300, height: 200 }, theme, fonts, fontSize: 10 }, 2);
writeSync(1, Buffer.from(png));
`;

beforeAll(async () => {
  const entry = join(folder, 'draw.ts');
  writeFileSync(entry, source);
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: script,
    logLevel: 'silent',
  });
  writeFileSync(join(folder, 'fonts.conf'), '<?xml version="1.0"?><fonts></fonts>');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(script, { force: true });
});

const marked = (environment: Readonly<Record<string, string>>): string => {
  const png = execFileSync(process.execPath, [script], { env: { ...process.env, ...environment }, maxBuffer: 1e8 });
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return createHash('sha256').update(png).digest('hex');
};

it('has the same pixels with the fonts of the machine and without any', () => {
  const hidden = {
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_DATA_DIRS: folder,
  };
  const seen = marked({ DISABLE_SYSTEM_FONTS_LOAD: '' });
  expect(marked(hidden)).toBe(seen);
  expect(marked({ ...hidden, DISABLE_SYSTEM_FONTS_LOAD: '1' })).toBe(seen);
}, 60_000);
