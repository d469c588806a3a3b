/** The package as npm makes it: all that another project needs of it, and nothing else. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from './cli/recording-world.js';

describe('the packed package', () => {
  let folder = '';
  let files: readonly string[] = [];
  // A copy: the bundle of this folder is in use by other tests.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefkit-package-'));
    for (const entry of [
      'src',
      'templates',
      'package.json',
      'tsconfig.json',
      '.tsconfig.types.json',
      '.bundle.js',
      'README.md',
      'LICENSE',
    ])
      cpSync(join(projectFolder, entry), join(folder, entry), { recursive: true });
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
    const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [packed] = JSON.parse(printed.slice(printed.indexOf('['))) as [
      { readonly files: readonly { readonly path: string }[] },
    ];
    files = packed.files.map(({ path }) => path);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the command, the library with its types, and what build.json is made of', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '.build/cli.js',
        '.build/index.js',
        '.build/types/index.d.ts',
        '.build/build.schema.json',
        'README.md',
        'LICENSE',
        'package.json',
      ]),
    );
  });

  it('has every bundle and theme', () => {
    expect(files).toEqual(
      expect.arrayContaining(
        ['annual-briefing', 'changes'].flatMap((bundle) =>
          ['briefing.hbs', 'deck.hbs'].map((name) => `templates/${bundle}/${name}`),
        ),
      ),
    );
    expect(files).toEqual(
      expect.arrayContaining(['celadon', 'inkstone'].map((theme) => `templates/themes/${theme}/theme.yaml`)),
    );
  });

  it('has neither sources nor tests nor reports', () => {
    expect(
      files.filter((path) => !/^(?:\.build|templates)\/|^(?:README\.md|LICENSE|package\.json)$/.test(path)),
    ).toEqual([]);
  });
});
