/** Threads for the reports of several bundles: those of a bundle that was closed are begun again when it is asked for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WarmPools } from '../../src/batch/queue/warm-pools.js';
import { projectFolder } from '../cli/recording-world.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-pools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reports of more bundles than keep their threads are built, each from its own files', async () => {
  const bundles = ['One', 'Two', 'Three'].map((name) => join(folder, name));
  for (const bundle of bundles) {
    cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(bundle, 'r'), { recursive: true });
    const report = join(bundle, 'r/report.yaml');
    writeFileSync(report, readFileSync(report, 'utf8').replace(/^title: .*$/m, `title: ${basename(bundle)}`));
  }
  const pools = new WarmPools(1, {});
  const titles: string[] = [];
  for (const bundle of [...bundles, bundles[0]!]) {
    const { title, outputs } = await pools.build(bundle, { report: 'r', only: ['briefing.pdf'], strict: false });
    titles.push(`${title} ${outputs.length}`);
  }
  await pools.close();
  expect(titles).toEqual(['One 1', 'Two 1', 'Three 1', 'One 1']);
});
