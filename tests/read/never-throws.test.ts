/** Whatever stands in a user's file, reading it ends in diagnostics, not in an exception. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';
import { readReport } from '../../src/read/read-report.js';
import { readTemplate } from '../../src/read/read-template.js';
import { readTheme } from '../../src/read/read-theme.js';
import { checkReport } from '../../src/resolve/check-report.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const bundleFolder = 'templates/annual-briefing';
const filesOf = (folder: string, ending: string): string[] => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
const names = [
  'data/cixi-2024/report.yaml', 'data/cixi-2024/figures.csv', 'templates/themes/celadon/theme.yaml',
  ...filesOf('data/cixi-2024/narrative', '.md'), ...filesOf('data/cixi-2024/pictures', '.png'),
  ...filesOf(bundleFolder, '.hbs'), ...filesOf(join(bundleFolder, 'partials'), '.hbs'), ...filesOf(join(bundleFolder, 'layouts'), '.yaml'),
];
const originals: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries(names.map((name) =>
  [name, name.endsWith('.png') ? new Uint8Array(readFileSync(name)) : readFileSync(name, 'utf8')]));

function readAll(contents: Readonly<Record<string, string | Uint8Array>>): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const files = memoryFiles(contents);
  const data = readReport('data/cixi-2024', files, report);
  if (data === null) return diagnostics;
  checkReport(data, report);
  readTheme(data.theme, files, report);
  const bundle = readBundle(data.bundle, { files, report });
  for (const kind of ['deck', 'briefing'] as const) {
    const draft = bundle === null ? null : readTemplate(kind, bundle, data, report);
    if (draft !== null) resolveDocument(draft, data, report);
  }
  return diagnostics;
}

function* damages(count: number): Generator<Record<string, string | Uint8Array>> {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const texts = names.filter((name) => !name.endsWith('.png'));
  const scraps = ['', '{{', '}}', '"', "'", '\n', '\0', '[', ']', ': ', '- ', '*', '|', '<', '\ue000', '\ud800', '&a', '*a', '{{else}}', '{{/if}}', '{{figure "x"}}', '{{#slide}}', '{{> programme}}', '999999999999999999', '  ', '\t', ',', 'null', '~'];
  for (let index = 0; index < count; index++) {
    const damaged: Record<string, string | Uint8Array> = { ...originals };
    for (let blow = 0; blow <= next(3); blow++) {
      const name = texts[next(texts.length)]!;
      const text = damaged[name] as string;
      const at = next(text.length);
      damaged[name] = text.slice(0, at) + scraps[next(scraps.length)]! + text.slice(at + next(next(4) === 0 ? 200 : 3));
    }
    yield damaged;
  }
}

it('the whole report is read without a word', () => {
  expect(readAll(originals)).toEqual([]);
});

it('damaged files are told of at a place in a file, and nothing is thrown', () => {
  let told = 0;
  for (const damaged of damages(120)) {
    for (const { message, code, span } of readAll(damaged)) {
      told++;
      expect([message, code].every((text) => text !== '' && !/undefined|\[object|NaN/.test(text)), message).toBe(true);
      if (span !== null) expect(span.line >= 1 && span.column >= 1, `${code} ${span.file}`).toBe(true);
    }
  }
  expect(told).toBeGreaterThan(100);
});
