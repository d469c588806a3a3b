/** A preview that runs all day: what it keeps of a save is gone with the saves that follow. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { keepResults } from '../../src/memo/keep-results.js';
import { PreviewSession } from '../../src/preview/preview-session.js';
import { PublishedBytes } from '../../src/preview/published-bytes.js';
import { diskFiles } from '../../src/project/files.js';
import { keepFonts } from '../../src/project/font-files.js';
import { templateRoots } from '../../src/project/package-folder.js';
import { projectFolder } from '../cli/recording-world.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** In MiB, of what is still in use. */
function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('keeps no more after sixty saves than after twenty', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-preview-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
  const figures = join(folder, 'report/figures.csv');
  const text = readFileSync(figures, 'utf8');
  const [memo, shelf, published] = [keepResults(), new Map(), new PublishedBytes()];
  const fonts = keepFonts([projectFolder]);
  const session = new PreviewSession(
    { report: 'report', only: null, strict: false },
    [],
    published.publish,
    () => '12:00',
  );
  const save = async (count: number): Promise<void> => {
    writeFileSync(figures, text.replace('2.5', `${count}.5`));
    const files = diskFiles(folder);
    const none = (): void => undefined;
    const world = { roots: templateRoots(folder), clock: () => 0, log: none, tell: none };
    await session.build({ files, fonts: fonts(files), memo, shelf, ...world });
    for (const view of ['deck', 'briefing', 'handout']) await session.draw(view);
    memo.turn();
    published.turn();
  };
  session.lookAt('deck');
  for (let count = 1; count <= 20; count += 1) await save(count);
  const before = { heap: heap(), history: session.history.get('grain')!.length, fonts: session.web.all().length };
  for (let count = 21; count <= 60; count += 1) await save(count);
  const after = { heap: heap(), history: session.history.get('grain')!.length, fonts: session.web.all().length };
  expect(session.sound!.record.figures.find(({ id }) => id === 'grain')!.printed.full).toContain('60.5');
  expect({ history: after.history, fonts: after.fonts }).toEqual({ history: before.history, fonts: before.fonts });
  expect(published.all.size).toBeLessThan(10);
  // Lines and Markdown that were set lately are kept up to a bound; whole states of the report would be 20 MiB.
  expect(after.heap - before.heap).toBeLessThan(5);
  rmSync(folder, { recursive: true, force: true });
});
