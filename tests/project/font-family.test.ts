/** A font by its family's name: in an npm package before the machine's own folders. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findFamily } from '../../src/project/font-family.js';

const home = process.env['HOME'];
afterEach(() => {
  process.env['HOME'] = home;
});
const require = createRequire(import.meta.url);
const nowhere = {
  resolve: (path: string): string => {
    throw new Error(`no ${path}`);
  },
} as unknown as NodeJS.Require;

/** A folder of fonts in the home of whoever runs it. */
const withFonts = (...names: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  mkdirSync(join(folder, '.fonts/own'), { recursive: true });
  for (const name of names) writeFileSync(join(folder, '.fonts/own', name), 'x');
  process.env['HOME'] = folder;
  return join(folder, '.fonts/own');
};

describe('a font by its family', () => {
  it('comes from an installed package, in the weight that is asked for', () => {
    expect(findFamily('family:Noto Serif SC:400', [require])).toMatch(/noto-serif-sc\/400Regular\/.*\.ttf$/);
    expect(findFamily('family:Noto Serif SC:700', [require])).toMatch(/noto-serif-sc\/700Bold\/.*\.ttf$/);
  });

  it('else from the fonts of the machine, by family and weight', () => {
    const folder = withFonts('InventedSans-Regular.ttf', 'InventedSans-Bold.ttf', 'InventedSansMono-Regular.ttf');
    expect(findFamily('family:Invented Sans:400', [nowhere])).toBe(join(folder, 'InventedSans-Regular.ttf'));
    expect(findFamily('family:invented sans:700', [nowhere])).toBe(join(folder, 'InventedSans-Bold.ttf'));
  });

  it('is none where nobody has it, and a name leads out of no folder', () => {
    withFonts('InventedSans-Regular.ttf');
    expect(findFamily('family:Nowhere Grotesk:400', [nowhere, require])).toBeNull();
    expect(findFamily('family:../../etc/passwd:400', [require])).toBeNull();
    expect(findFamily('family::400', [require])).toBeNull();
  });
});
