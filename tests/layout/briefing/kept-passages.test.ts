/** What an author keeps together stands on one page. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import type { Page } from '../../../src/model/page.js';
import { heading, itemsOf, lay, lines } from './sample-briefing.js';

const kept = (...blocks: readonly Block[]): Block =>
  ({ kind: 'columns', columns: [{ weight: 1, blocks }], keep: true, span: { file: 't', line: 1, column: 1 } }) as Block;
const pagesWith = (pages: readonly Page[], character: string): readonly number[] =>
  pages.flatMap((page, index) =>
    itemsOf(page, 'text').some(({ paragraphs }) =>
      paragraphs.some(({ runs }) => runs.some(({ text }) => text.includes(character))),
    )
      ? [index]
      : [],
  );

describe('a passage', () => {
  const before = Array.from({ length: 3 }, () => lines(9, '前'));

  it('is parted where a page ends, and whole on the next page where it is kept', () => {
    const passage = [lines(8, '甲'), lines(8, '乙')];
    const plain = lay(...before, ...passage).pages.pages;
    const whole = lay(...before, kept(...passage)).pages.pages;
    const pagesOf = (pages: readonly Page[]) => new Set([...pagesWith(pages, '甲'), ...pagesWith(pages, '乙')]).size;
    expect([pagesOf(plain), pagesOf(whole)]).toEqual([2, 1]);
  });

  it('that is higher than a page goes on over several', () => {
    const { pages, diagnostics } = lay(kept(...Array.from({ length: 20 }, () => lines(9, '丙'))));
    expect(diagnostics).toEqual([]);
    expect(pagesWith(pages.pages, '丙').length).toBeGreaterThan(2);
  });
});

describe('columns that hold nothing', () => {
  const nothing: Block = {
    kind: 'columns',
    columns: [
      { weight: 1, blocks: [] },
      { weight: 1, blocks: [{ kind: 'columns', columns: [], span: { file: 't', line: 1, column: 1 } }] },
    ],
    span: { file: 't', line: 1, column: 1 },
  };

  it('end a page wherever it is full, and no build is left hanging', () => {
    for (let full = 30; full <= 41; full++) {
      const { pages } = lay(lines(full), heading(3, '标题'), nothing, lines(1, '尾'));
      expect(pagesWith(pages.pages, '尾')).toHaveLength(1);
    }
  });
});
