import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld } from '../cli/recording-world.js';

/** A report with a theme of its own, in a folder that has nothing of briefkit's. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-fonts-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function buildWithBold(path: string): Promise<{ readonly code: number; readonly stderr: string }> {
  const theme = readFileSync(join(projectFolder, 'templates/themes/celadon/theme.yaml'), 'utf8').replace(
    /^ {4}bold: .*$/m,
    `    bold: ["${path}"]`,
  );
  mkdirSync(join(folder, 'templates/themes/celadon'), { recursive: true });
  writeFileSync(join(folder, 'templates/themes/celadon/theme.yaml'), theme);
  const { world, out } = recordingWorld({ workingFolder: folder });
  return { code: await run(['build', 'report', '--out', 'out'], world), stderr: out.stderr };
}

describe('a font that a theme names', () => {
  it('is found in a package that is installed where briefkit is run', async () => {
    const family = join(folder, 'node_modules/@own/fonts');
    mkdirSync(family, { recursive: true });
    cpSync(
      join(projectFolder, 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
      join(family, 'bold.ttf'),
    );
    const { code, stderr } = await buildWithBold('package:@own/fonts/bold.ttf');
    expect(code, stderr).toBe(0);
  });

  it.each([
    ['package:@own/fonts/bold.ttf', '@own/fonts'],
    ['package:kai/files/kai.woff', 'kai'],
  ])('is told with the command that installs it where its package is missing: %s', async (path, name) => {
    const { code, stderr } = await buildWithBold(path);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `names a font file that is not there: ${path}\n  hint: run \`npm install ${name}\`, which has it,`,
    );
  });

  it('is told as a wrong path where it is a file', async () => {
    expect((await buildWithBold('fonts/bold.ttf')).stderr).toContain('hint: check the path in the theme');
  });
});
