/** `briefkit new-edition`: a report for its next year. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editedReport } from './edited-report.js';

const home = editedReport();
let made: Awaited<ReturnType<typeof home.briefkit>>;
const text = (path: string): string => Buffer.from(home.bytes(path)).toString();

beforeAll(async () => {
  home.edit('narrative/harvest.md', '', '粮食产量连续3年居全县第六位，首次超过邻镇。\n\n');
  made = await home.briefkit('new-edition', 'report', '--to', '2025', '--out', 'next');
});
afterAll(() => home.remove());

describe('briefkit new-edition', () => {
  it('makes values of the year prior ones, marks what is open, and moves the period on', () => {
    expect(made.code).toBe(0);
    const [head, grain] = text('next/figures.csv').split('\n');
    expect(head).toBe(
      'id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note,prior',
    );
    expect(grain).toBe('grain,粮食产量,,万吨,待补,2025,,%,同比,,,higher,,2024: 2.5 万吨 3.2 %,2.5');
    expect(text('next/report.yaml')).toContain("period: '2025'");
    expect(text('next/report.yaml')).toContain("date: '2026-01-31'");
    expect(text('report/figures.csv')).toContain('2.5,万吨,,2024,3.2');
  });

  it('lists every claim in words with its line', () => {
    expect(made.stdout).toContain('to fill in, 2 figures: grain, road');
    expect(made.stdout).toMatch(/next\/narrative\/harvest\.md:1 {2}连续3年, 第六位, 首次/);
  });

  it('is a draft that says what is open, and an error with --strict', async () => {
    const draft = await home.briefkit('build', 'next', '--out', 'draft', '--only', 'deck.pptx');
    expect(draft.stderr).toContain('the figure "grain" is still to be filled in');
    expect(draft.code).toBe(0);
    expect((await home.briefkit('figures', 'next')).stdout).toMatch(/grain .*待补/);
    expect((await home.briefkit('build', 'next', '--out', 'strict', '--strict')).code).toBe(1);
  });

  it('works out the change once the new value is there', async () => {
    const path = 'next/figures.csv';
    const filled = text(path).replace('粮食产量,,万吨,待补', '粮食产量,2.6,万吨,');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${home.folder}/${path}`, filled);
    expect((await home.briefkit('figures', 'next')).stdout).toMatch(/grain .*2\.6万吨 .*增长4(?:\.0)?%/);
  });

  it('never writes over a report that is there', async () => {
    const again = await home.briefkit('new-edition', 'report', '--to', '2025', '--out', 'next');
    expect(again.code).toBe(1);
  });
});
