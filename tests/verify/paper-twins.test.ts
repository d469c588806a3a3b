/** A paper held against what the report's own paper says now. */
import { describe, expect, it } from 'vitest';
import type { PaperRecord, PaperText } from '../../src/model/record/paper-record.js';
import { pairPapers } from '../../src/verify/paper/pair-papers.js';
import { verifyPaper } from '../../src/verify/paper/verify-paper.js';

const text = (said: string, figure?: string, printed?: string): PaperText => ({
  text: said,
  figures: figure === undefined ? [] : [{ figure, text: printed ?? said, start: said.indexOf(printed ?? said) }],
});
const record = (...texts: readonly PaperText[]): PaperRecord => ({
  format: 1,
  report: 'town',
  language: 'en',
  build: '',
  pages: [{ label: '1', texts }],
});

/** What is stale on a paper of these texts, with what it is now. */
function stale(was: PaperRecord, ...now: readonly PaperRecord[]): readonly string[] {
  const pages = was.pages.map(({ texts }) => texts.map((each) => each.text).join('\n'));
  const found = verifyPaper(
    { pages, record: was },
    { figures: new Map(), language: 'en', twins: pairPapers(was, now) },
  );
  return found.filter(({ status }) => status === 'stale').map((each) => `${each.text} → ${each.now}`);
}

describe('numbers of a paper that no figure is bound to', () => {
  const was = record(text('Revenue by region'), text('Europe'), text('842.6'), text('Asia'), text('428.2'));

  it('are stale where the report prints others in their place', () => {
    const now = record(text('Revenue by region'), text('Europe'), text('851.0'), text('Asia'), text('428.2'));
    expect(stale(was, now)).toEqual(['842.6 → 851.0']);
    expect(stale(was, record(text('Another paper')), now)).toEqual(['842.6 → 851.0']);
    expect(stale(was, was)).toEqual([]);
  });

  it('are not told where it cannot be said which of them went', () => {
    const now = record(text('Revenue by region'), text('Europe'), text('851.0'), text('860.0'), text('Asia'));
    expect(stale(was, now)).toEqual([]);
  });
});

describe('a figure', () => {
  it('is stale where the same amount fell that rose', () => {
    const [up, down] = ['orders, up 9.4% on 2023', 'orders, down 9.4% on 2023'];
    expect(
      stale(record(text(up, 'orders', 'up 9.4% on 2023')), record(text(down, 'orders', 'down 9.4% on 2023'))),
    ).toContain('9.4 → down 9.4% on 2023');
  });
});
