/** Charts of PowerPoint 2016 in LibreOffice, which does not know them: it shows what stands beside, pixel by pixel. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';
import { convertTo, pageCount, runTool } from './office-tools.js';
import { pageRasters } from './page-raster.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-extended-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The gallery of charts, with a line more in its report. */
async function buildGallery(name: string, line: string): Promise<string> {
  const report = join(folder, name);
  cpSync(join(projectFolder, 'data/chart-gallery'), report, { recursive: true });
  const path = join(report, 'report.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('locale: zh-CN', `locale: zh-CN\n${line}`));
  const out = join(folder, `${name}-out`);
  await runTool(
    process.execPath,
    join(projectFolder, '.build/cli.js'),
    'build',
    report,
    '--out',
    out,
    '--only',
    'deck.pptx',
  );
  await convertTo('pdf', join(out, 'deck.pptx'), out);
  return join(out, 'deck.pdf');
}

it('are shown as the drawings that a deck has without them', async () => {
  const [extended, classic] = [
    await buildGallery('extended', 'native: chartex'),
    await buildGallery('classic', ''),
  ] as const;
  expect(await pageCount(extended)).toBe(await pageCount(classic));
  const [ones, others] = [await pageRasters(extended), await pageRasters(classic)];
  const differing = ones.flatMap(({ samples }, page) =>
    Buffer.compare(samples, others[page]!.samples) === 0 ? [] : [page + 1],
  );
  expect(differing).toEqual([]);
}, 400_000);
