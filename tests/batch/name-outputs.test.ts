/** What the files of a batch are called: by data, yet never a path, never two of one name, and never without end. */
import { describe, expect, it } from 'vitest';
import { nameOutputs } from '../../src/batch/name-outputs.js';
import type { NamePattern } from '../../src/batch/name-outputs.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ReportRow } from '../../src/model/report-row.js';

const rowsOf = (heads: readonly string[], cells: readonly (readonly string[])[]): readonly ReportRow[] =>
  cells.map((texts, index) => {
    const span = { file: 'rows.csv', line: index + 2, column: 1 };
    return { columns: heads.map((text) => ({ text, span })), rows: [texts.map((text) => ({ text, span }))] };
  });

function named(ids: readonly string[], outputs: readonly string[], asked: Partial<NamePattern> = {}) {
  const told: Diagnostic[] = [];
  const rows = rowsOf(
    ['id', 'Head of ward'],
    ids.map((id) => [id, `${id} head`]),
  );
  const entries = nameOutputs(
    rows.map((row) => ({ row, outputs })),
    { pattern: null, column: null, taken: ['index.html'], ...asked },
    (diagnostic) => void told.push(diagnostic),
  );
  const names = entries?.map(({ nameOf }) => outputs.map(nameOf)) ?? null;
  return { names, titles: entries?.map(({ title }) => title) ?? null, told: told.map(({ message }) => message) };
}

describe('a file of a batch', () => {
  it('ends as its kind does, wherever the pattern has its output', () => {
    const { names } = named(['a', 'b.c'], ['deck.pptx', 'deck.marked.pptx'], { pattern: '{output}_{id}' });
    expect(names).toEqual([
      ['deck_a.pptx', 'deck_a.marked.pptx'],
      ['deck_b.c.pptx', 'deck_b.c.marked.pptx'],
    ]);
  });

  it('is named by a column as its head is written', () => {
    expect(named(['a'], ['page.pdf'], { pattern: '{Head of ward}' }).names).toEqual([['a head-page.pdf']]);
  });

  it.each([
    ['equal but for letter case', 'Nord', 'nord'],
    ['equal but for the composition of a letter', 'caf\u00e9', 'cafe\u0301'],
    ['equal but for what no file system takes', 'a/b', 'a:b'],
  ])('is told where another is %s', (_, one, other) => {
    expect(named([one, other], ['page.pdf'])).toMatchObject({
      names: null,
      told: [expect.stringContaining('two reports would be the same file')],
    });
  });

  it.each(['', '  '])('is told where its row says nothing to name it: "%s"', (id) => {
    expect(named([id], ['page.pdf']).told).toEqual(['this report has no name: {id} of --name is empty']);
  });

  it('is told where the batch writes one of that name itself', () => {
    expect(named(['Index'], ['html'], { pattern: '{id}.{output}' }).told).toEqual([
      'the file Index.html of this report is one that the batch writes itself',
    ]);
  });

  it.each([
    ['letters', 'b'.repeat(300)],
    ['letters behind a point', `a.${'b'.repeat(300)}`],
    ['Chinese characters', '县'.repeat(120)],
    ['emoji', '🏥'.repeat(90)],
  ])('of a very long name is short enough for a disk, and another than its neighbour: %s', (_, long) => {
    for (const pattern of ['{id}-{output}', '{id}.{output}', '{output} {id} {id}']) {
      const { names, told } = named([`${long}1`, `${long}2`], ['deck.pdf', 'briefing.pdf'], { pattern });
      expect(told).toEqual([]);
      expect(new Set(names!.flat()).size).toBe(4);
      for (const name of names!.flat()) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).toMatch(/\.pdf$/);
      }
    }
  });

  it('has no half of a character in it, and no name that Windows keeps', () => {
    const { names } = named(['a\ud800b', 'con'], ['page.pdf'], { pattern: '{id}.{output}' });
    expect(names).toEqual([['a-b.page.pdf'], ['_con.page.pdf']]);
  });

  it('tells two reports apart that differ in a point at the end', () => {
    expect(named(['e', 'e..'], ['page.pdf']).titles).toEqual(['e', 'e..']);
  });
});
