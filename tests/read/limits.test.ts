/** Texts and templates beyond all measure end in a diagnostic at their place, and those at the measure are read. */
import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../src/model/document-spec.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';
import { readTemplate } from '../../src/read/read-template.js';
import {
  deepestBlocks,
  deepestTemplate,
  mostInCell,
  mostInField,
  mostInParagraph,
  mostSigns,
} from '../../src/model/limits.js';
import { readFrom, withYaml } from './report-files.js';

/** What is told of a narrative. */
const narrative = (text: string): readonly string[] =>
  readFrom({
    ...withYaml('sections:\n  - {id: a, title: 一, findings: [{id: f, title: 二, narrative: narrative/a.md}]}\n'),
    'narrative/a.md': text,
  }).told.map((line) => line.split(' ').slice(0, 2).join(' ').replace('data/r/narrative/a.md:', ''));

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- 项`).join('\n');

describe('Markdown', () => {
  it.each([
    ['quotations', '> '.repeat(3000), '1:1 nested-too-deep'],
    ['quotations without spaces', '>'.repeat(30_000), '1:1 nested-too-deep'],
    ['lists on one line', `${'- '.repeat(3000)}x`, '1:1 nested-too-deep'],
    ['lists by indentation', nested(800), '49:1 nested-too-deep'],
    ['emphasis', '*a '.repeat(20_000), '1:1 too-many-signs'],
    ['emphasis over lines', '*a\n'.repeat(20_000), '2001:1 too-many-signs'],
    ['brackets', '['.repeat(20_000), '1:1 too-many-signs'],
    ['bold inside bold', `${'*a '.repeat(30)}x${'*'.repeat(30)}`, expect.stringContaining('nested-too-deep')],
    ['letters without a space', 'w'.repeat(300_000), '1:1 text-too-long'],
    ['Chinese without a full stop', '字'.repeat(300_000), '1:1 text-too-long'],
    ['lines without an empty one', '字字\n'.repeat(11_000), '1:1 text-too-long'],
  ])('of %s without measure is told', (_, text, told) => {
    expect(narrative(text)[0]).toEqual(told);
  });

  it('at the measure is read', () => {
    for (const text of [
      nested(deepestBlocks),
      `${'> '.repeat(deepestBlocks)}x`,
      '字'.repeat(mostInParagraph),
      '[ '.repeat(mostSigns),
      `|甲|乙|\n|-|-|\n${'|**甲**|**乙**|\n'.repeat(1500)}`,
    ])
      expect(narrative(text), text.slice(0, 20)).toEqual([]);
    expect(narrative(nested(deepestBlocks + 1))).toEqual(['13:25 nested-too-deep']);
  });
});

describe('a template', () => {
  it('of blocks or parentheses inside each other is told', () => {
    const blocks = (levels: number): string => `${'{{#if a}}'.repeat(levels)}x${'{{/if}}'.repeat(levels)}`;
    expect(narrative(blocks(5000))).toEqual([`1:${deepestTemplate * 9 + 1} nested-too-deep`]);
    expect(narrative(`{{figure ${'(figure '.repeat(5000)}${')'.repeat(5000)}}}`)).toEqual([
      expect.stringContaining('nested-too-deep'),
    ]);
    expect(narrative(`${'{{#if a}}x{{else}}y{{/if}}'.repeat(100)}`).join()).not.toContain('nested-too-deep');
  });

  it.each([
    ['a partial that calls itself twice', '{{> twice}}', ['partial-too-deep', 'too-many-steps']],
    ['loops inside loops', `${'{{#each report.figures}}'.repeat(8)}x${'{{/each}}'.repeat(8)}`, ['too-many-steps']],
  ])('of %s ends', (_, text, codes) => {
    const { value: data } = readFrom();
    const diagnostics: Diagnostic[] = [];
    const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
    const files = memoryFiles({
      'templates/plain/briefing.hbs': text,
      'templates/plain/partials/twice.hbs': 'x{{> twice}}{{> twice}}',
    });
    expect(
      readTemplate(plainDocument('briefing', 'paper'), readBundle('plain', { files, tell })!, data!, tell),
    ).not.toBeNull();
    expect(codes).toContain(diagnostics[0]?.code);
  });
});

describe('words in one place', () => {
  const long = 'w'.repeat(300_000);

  it('are told at the text, the cell and the figure, which is there all the same', () => {
    const { told, value } = readFrom({
      ...withYaml(`slogan: ${long}\ntables:\n  t: {file: t.csv, caption: 表}\nhonours: [a]\n`),
      't.csv': `年,值\n2023,${long}\n`,
      'figures.csv': `id,label,value\na,${'甲'.repeat(mostInField + 1)},1\n`,
    });
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'data/r/figures.csv:2:3 text-too-long',
      'data/r/report.yaml:7:9 text-too-long',
      'data/r/t.csv:2:6 text-too-long',
    ]);
    expect(value?.figures.get('a')?.label).toBe('甲'.repeat(mostInField));
    expect(readFrom(withYaml(`slogan: ${'w'.repeat(mostInCell)}\n`)).told).toEqual([]);
  });
});

it('a hundred chapters are numbered', () => {
  const { value: data } = readFrom();
  const told: string[] = [];
  const files = memoryFiles({
    'templates/plain/briefing.hbs': '{{pad 7}} {{pad 100}} {{chinese 100}} {{chinese 1053}}',
  });
  const tell = ({ message }: Diagnostic): void => void told.push(message);
  expect(
    JSON.stringify(
      readTemplate(plainDocument('briefing', 'paper'), readBundle('plain', { files, tell })!, data!, tell),
    ),
  ).toMatch(/07.*100.*一百.*一千零五十三/);
  expect(told).toEqual([]);
});
