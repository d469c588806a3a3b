/** A report drafted from tables of others: charts by the shape of the data, sentences with bound figures, less of what does not fit. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { makeReport, type DraftedFiles } from '../../src/starter/make-report.js';
import { readSourceTables, type LeftOut } from '../../src/starter/source-table.js';

const head = {
  bundle: 'annual-briefing',
  theme: 'celadon',
  locale: 'en',
  title: 'T',
  place: '',
  period: '',
  date: '2024-01-01',
};

async function draft(csv: string, attempt: (files: DraftedFiles) => readonly Diagnostic[] = () => [], locale = 'en') {
  const leftOut: LeftOut[] = [];
  const source = { name: 'data.csv', path: 'data.csv', bytes: new TextEncoder().encode(csv) };
  const tables = await readSourceTables(source, leftOut, (told) => expect(told).toBeNull());
  const made = await makeReport({ ...head, locale }, tables, async (files) => ({
    mistakes: attempt(files),
    built: files,
  }));
  return { report: made?.files.report ?? '', figures: made?.files.figures ?? '' };
}

describe('a chart is chosen by the shape of its data', () => {
  it.each([
    ['time down is a line', 'Year,GDP,Trade\n2021,10.5,20\n2022,11.5,21\n2023,12.5,22\n', 'line'],
    ['time across is a line', 'Sector,2021,2022,2023\nFarms,1,2,3\nShops,4,5,6\n', 'line'],
    ['two periods are a slope', 'Town,2022,2023\nA,5,6\nB,7,6\nC,8,9\n', 'slope'],
    ['a ranking is sorted bars', 'Town,Output\nA,5\nB,9\nC,7\n', 'bar'],
    ['parts of a whole are a ring', 'Part,Sum\nA,5\nB,9\nC,6\nTotal,20\n', 'doughnut'],
    [
      'steps from an amount to another are a waterfall',
      'Step,EUR\nBefore,100\nPrice,20\nCost,-30\nAfter,90\n',
      'waterfall',
    ],
    ['a value beside its target is a bullet', 'Unit,Actual,Target\nA,5,6\nB,7,6\nC,8,9\n', 'bullet'],
  ])('%s', async (_, csv, kind) => {
    expect((await draft(csv)).report).toContain(`type: ${kind}`);
  });

  it('turns what has the latest first', async () => {
    const { report } = await draft('Year,GDP\n2023,12.5\n2022,11.5\n2021,10.5\n');
    expect(report).toMatch(/first: 24\n\s+reverse: true/);
    expect(report).toContain('GDP rose from {{figure \\"s1t1.f1\\" period=\\"2021\\"}} in 2021');
  });
});

describe('a title', () => {
  it('states what the figures say, by figures that are bound', async () => {
    const { report, figures } = await draft(
      '指标,2022年,2023年\n工业（亿元）,12.5,11.5\n农业（亿元）,3,4\n',
      undefined,
      'zh-CN',
    );
    expect(report).toContain('工业由2022年的{{figure \\"s1t1.f1\\" period=\\"2022年\\"}}降至2023年的{{figure');
    expect(figures.split('\n').slice(1, 3)).toEqual([
      's1t1.f1,工业,12.5,,2022年,data.csv',
      's1t1.f1,工业,11.5,,2023年,data.csv',
    ]);
  });

  it('takes nothing of a name for markup or a template', async () => {
    const { report } = await draft('Town,Output\n{{x}} *A*,9\nB,5\nC,7\n');
    expect(report).toContain('\\\\{\\\\{x\\\\}\\\\} \\\\*A\\\\* comes first');
  });
});

describe('what does not fit', () => {
  const tooWide = (message: string): Diagnostic => ({ severity: 'error', code: 'x', message, span: null, hint: null });

  it('is tried with less of it, down to nothing, and the rest stays', async () => {
    const csv = 'Town,Output\nA,5\nB,9\nC,7\n';
    let turns = 0;
    const { report } = await draft(csv, () =>
      turns++ < 3 ? [tooWide('the table "s1t1" is wider than its place')] : [],
    );
    expect(turns).toBe(4);
    expect(report).not.toContain('type: bar');
    expect((await draft(csv, () => [tooWide('the chart "s1t1" cannot be drawn')])).report).toBe('');
  });
});
