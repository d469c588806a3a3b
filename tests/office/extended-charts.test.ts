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
function buildGallery(name: string, line: string): string {
  const report = join(folder, name);
  cpSync(join(projectFolder, 'data/chart-gallery'), report, { recursive: true });
  const path = join(report, 'report.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('locale: zh-CN', `locale: zh-CN\n${line}`));
  const out = join(folder, `${name}-out`);
  runTool(process.execPath, join(projectFolder, '.build/cli.js'), 'build', report, '--out', out, '--only', 'deck.pptx');
  convertTo('pdf', join(out, 'deck.pptx'), out);
  return join(out, 'deck.pdf');
}

it('are shown as the drawings that a deck has without them', () => {
  const [extended, classic] = [buildGallery('extended', 'native: chartex'), buildGallery('classic', '')] as const;
  expect(pageCount(extended)).toBe(pageCount(classic));
  const [ones, others] = [pageRasters(extended), pageRasters(classic)];
  const differing = ones.flatMap(({ samples }, page) =>
    Buffer.compare(samples, others[page]!.samples) === 0 ? [] : [page + 1],
  );
  expect(differing).toEqual([]);
}, 400_000);
