/** Whatever stands in a user's file, reading it ends in diagnostics, not in an exception. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { plainDocument } from '../../src/model/document-spec.js';
import { noMemo } from '../../src/memo/memo.js';
import { memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';
import { workbookReader } from '../../src/read/data/workbook/read-workbook.js';
import { openReport, readOpened } from '../../src/read/read-report.js';
import { annualFields } from './report-files.js';
import { readTemplate } from '../../src/read/read-template.js';
import { readTheme } from '../../src/read/read-theme.js';
import { checkReport } from '../../src/resolve/check-report.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { handmadeParts } from './data/workbook/handmade-workbook.js';

const bundleFolder = 'templates/annual-briefing';
const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
const names = [
  'data/cixi-2024/report.yaml',
  'data/cixi-2024/figures.csv',
  'templates/themes/celadon/theme.yaml',
  ...filesOf('data/cixi-2024/narrative', '.md'),
  ...filesOf('data/cixi-2024/pictures', '.png'),
  ...filesOf(bundleFolder, '.hbs'),
  ...filesOf(join(bundleFolder, 'partials'), '.hbs'),
  ...filesOf(join(bundleFolder, 'layouts'), '.yaml'),
];
const originals: Readonly<Record<string, string | Uint8Array>> = Object.fromEntries(
  names.map((name) => [name, name.endsWith('.png') ? new Uint8Array(readFileSync(name)) : readFileSync(name, 'utf8')]),
);

function readAll(contents: Readonly<Record<string, string | Uint8Array>>): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const files = memoryFiles(contents);
  const root = openReport('data/cixi-2024', files, tell, noMemo, annualFields);
  if (root === null) return diagnostics;
  const data = readOpened(root, { folder: 'data/cixi-2024', files, tell, memo: noMemo, workbooks: workbookReader() });
  if (data === null) return diagnostics;
  checkReport(data, tell);
  readTheme(data.theme, { files, tell });
  const bundle = readBundle(data.bundle, { files, tell });
  for (const kind of ['deck', 'briefing'] as const) {
    const draft =
      bundle === null
        ? null
        : readTemplate(plainDocument(kind, kind === 'deck' ? 'slides' : 'paper'), bundle, data, tell);
    if (draft !== null) resolveDocument(draft, data, tell);
  }
  return diagnostics;
}

/** The same numbers each time. */
function dice(start: number): { readonly next: (below: number) => number } {
  let seed = start;
  return {
    next(below) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    },
  };
}

function* damages(count: number): Generator<Record<string, string | Uint8Array>> {
  const { next } = dice(7);
  const texts = names.filter((name) => !name.endsWith('.png'));
  const scraps = [
    '',
    '{{',
    '}}',
    '"',
    "'",
    '\n',
    '\0',
    '[',
    ']',
    ': ',
    '- ',
    '*',
    '|',
    '<',
    '\ue000',
    '\ud800',
    '&a',
    '*a',
    '{{else}}',
    '{{/if}}',
    '{{figure "x"}}',
    '{{#slide}}',
    '{{> programme}}',
    '999999999999999999',
    '  ',
    '\t',
    ',',
    'null',
    '~',
  ];
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

it('a damaged workbook is told of, and nothing is thrown', () => {
  const parts = handmadeParts({
    formats: ['0.0', '0.0%', 'yyyy-mm-dd', '#,##0.0"亿元"'],
    texts: ['<si><t>label</t></si>', '<si><r><t>地区</t></r><r><t>生产总值</t></r></si>'],
    sheets: [
      {
        name: '指标',
        behind: '<mergeCells><mergeCell ref="A3:A4"/></mergeCells>',
        rows:
          `<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>value</t></is></c><c r="D1" t="inlineStr"><is><t>period</t></is></c></row>` +
          '<row r="2"><c r="A2" t="inlineStr"><is><t>a.b</t></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="4"><f>1+1</f><v>546.60000000000002</v></c><c r="D2" s="3"><v>45565</v></c></row>',
      },
    ],
  });
  const yaml = 'bundle: annual-briefing\ntheme: celadon\ntitle: 慈溪\ndate: "2025-01-16"\nfigures: figures.xlsx\n';
  const readBook = (bytes: Uint8Array): readonly Diagnostic[] =>
    readAll({ ...originals, 'data/cixi-2024/report.yaml': yaml, 'data/cixi-2024/figures.xlsx': bytes });
  expect(readBook(zipSync(parts))).toEqual([]);
  const scraps = [
    '',
    '<',
    '>',
    '"',
    '&',
    '&#0;',
    '<c',
    '</row>',
    '\0',
    '9'.repeat(400),
    '-1',
    'NaN',
    'A0',
    'XFE1',
    '_x0000_',
    '<![CDATA[',
    '<!DOCTYPE a>',
    '../../..',
    ';',
    '[',
    '[h]',
    'E+',
    '//[',
    's="99"',
    't="q"',
  ];
  const { next } = dice(11);
  let told = 0;
  for (let index = 0; index < 300; index++) {
    const damagedParts: Record<string, Uint8Array> = { ...parts };
    for (let blow = 0; blow <= next(3); blow++) {
      const name = Object.keys(parts)[next(Object.keys(parts).length)]!;
      const text = strFromU8(damagedParts[name]!);
      const at = next(text.length);
      damagedParts[name] = strToU8(
        text.slice(0, at) + scraps[next(scraps.length)]! + text.slice(at + next(next(4) === 0 ? 60 : 4)),
      );
    }
    const bytes = zipSync(damagedParts, { level: 0 });
    if (index % 3 === 0) for (let blow = 0; blow <= next(4); blow++) bytes[next(bytes.length)] = next(256);
    for (const { message, hint } of readBook(index % 7 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes)) {
      told++;
      expect(/undefined|\[object|NaN:/.test(`${message} ${hint}`), message).toBe(false);
    }
  }
  expect(told).toBeGreaterThan(100);
}, 60_000);

it('damaged files are told of at a place in a file, and nothing is thrown', () => {
  let told = 0;
  for (const damaged of damages(120)) {
    for (const { message, code, span } of readAll(damaged)) {
      told++;
      expect(
        [message, code].every((text) => text !== '' && !/undefined|\[object|NaN/.test(text)),
        message,
      ).toBe(true);
      if (span !== null) expect(span.line >= 1 && span.column >= 1, `${code} ${span.file}`).toBe(true);
    }
  }
  expect(told).toBeGreaterThan(100);
});
