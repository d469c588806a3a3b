/**
 * A report drafted from tables of others: charts by the shape of the data, sentences with bound figures, less of what
 * does not fit.
 */
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
  return {
    report: made?.files.report ?? '',
    figures: made?.files.figures ?? '',
    mistakes: made?.trial.mistakes ?? [],
  };
}

describe('numbers as statistics write them', () => {
  it('are numbers with the marks of their notes, and with gaps where one is missing', async () => {
    const { report, figures } = await draft(
      'Partner,2021,2022,2023\nNorland,100,"1,234*",153.2p\nSuvia,200,…,253.2 [1]\nWestria,250,263,276\n',
    );
    expect(report).toContain('type: line');
    expect(report).toContain('columns: ["Partner", "2021", "2022", "2023"]');
    expect(figures).toMatch(/Norland,153\.2,,2023/);
  });

  it('have % where they say it, and not where others of their column do', async () => {
    const { figures } = await draft(
      'KPI,Actual,Prior year,Target\nMargin,18.4%,17.2%,19.0%\nCustomers,3400,3100,3500\nChurn,2.1%,2.5%,2.0%\n',
    );
    expect(figures).toMatch(/Margin,18\.4,%,/);
    expect(figures).toMatch(/Customers,3400,,/);
  });
});

describe('a column of places', () => {
  it('is not what a ranking is drawn of', async () => {
    const { report } = await draft('排名,城市,产值\n1,甲,50.5\n2,乙,40.1\n3,丙,30.2\n', undefined, 'zh-CN');
    expect(report).toContain('title: "产值：甲居首');
  });
});

describe('titles of a draft', () => {
  it('are never a link back to the contents, nor the same twice', async () => {
    const { report } = await draft(
      '返回目录,,\n表2 就业,,\n年份,城镇,农村\n2021,5,1\n2022,6,2\n2023,7,3\n2024,8,5\n',
      undefined,
      'zh-CN',
    );
    expect(report).not.toContain('返回目录');
    const titles = [...report.matchAll(/^ {8}title: "(.*)"$/gm)].map(([, title]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

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

  it.each([
    [
      'parts that add up to a total over time are a stack',
      'Year,Wind,Sun,Total\n2021,5,1,6\n2022,6,2,8\n2023,7,3,10\n',
      /type: column[\s\S]*stack: stacked/,
    ],
    [
      'shares of rows that make a whole are a stack of a hundred',
      'Question,Yes,No,Neither\nA,50%,30%,20%\nB,40%,40%,20%\nC,10%,60%,30%\n',
      /type: bar[\s\S]*stack: percent/,
    ],
    [
      'periods beside the name of what they measure are time',
      'County,votes 2019,votes 2021,votes 2023,people\nA,5,6,7,90\nB,6,7,8,80\nC,9,8,7,70\n',
      /type: line/,
    ],
  ])('%s', async (_, csv, expected) => {
    expect((await draft(csv)).report).toMatch(expected);
  });

  it('is none over things that have no unit in common: they are figures with what they were', async () => {
    const { report, figures } = await draft(
      'Measure,Unit,Actual,Prior year,Target\nSales,USD million,12,10,13\nStaff,people,80,90,85\n',
    );
    expect(report).not.toContain('type:');
    expect(report).toContain('Sales came to {{figure \\"s1t1.f1\\"}}, {{change \\"s1t1.f1\\"}}');
    expect(figures.split('\n')[1]).toBe('s1t1.f1,Sales,12,USD million,,data.csv,10,13,year on year');
  });

  it('compares a month with the same of the year before', async () => {
    const months = Array.from({ length: 15 }, (_, index) => {
      const month = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return `${month},${10 + index}`;
    });
    const { report, figures } = await draft(`Month,Output\n${months.join('\n')}\n`);
    expect(report).toContain('Output came to {{figure \\"s1t1.f1\\" period=\\"2024-03\\"}} in March 2024, {{change');
    expect(figures).toContain('s1t1.f1,Output,12,,2023-03,data.csv');
  });

  it('leaves a table of three columns of numbers on its slide, and no table that it says all of', async () => {
    expect((await draft('Town,Output\nA,5\nB,9\nC,7\n')).report).not.toMatch(/^ {8}table:/m);
    expect((await draft('Town,Output,Area\nA,5,1\nB,9,2\nC,7,3\n')).report).toMatch(/chart: s1t1\n {8}table: s1t1/);
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
      's1t1.f1,工业,12.5,亿元,2022年,data.csv',
      's1t1.f1,工业,11.5,亿元,2023年,data.csv',
    ]);
  });

  it('takes nothing of a name for markup or a template', async () => {
    const { report } = await draft('Town,Output\n{{x}} *A*,9\nB,5\nC,7\n');
    expect(report).toContain('\\\\{\\\\{x\\\\}\\\\} \\\\*A\\\\* comes first');
  });
});

describe('of a table that counts several things', () => {
  const activity = 'Ward,Elective 2023,Elective 2024,Urgent 2023,Urgent 2024\n';

  it('labels and titles say which of them a number is', async () => {
    const { report, figures } = await draft(
      `${activity}A,10,12,90,95\nB (incl. day unit),20,19,80,70\nTotal,30,31,170,165\n`,
    );
    expect(report).toContain('title: "Total (Elective) rose from');
    expect(report).toContain('B (incl. day unit) (Elective) fell from');
    expect(report).toMatch(/type: slope\n\s+title: ".* \(Elective\)"/);
    expect(figures).toContain('s1t1.f1,Total (Elective),30,,2023');
  });

  it('steps to a sum say which column is drawn, and a name keeps its brackets', async () => {
    const { report, figures } = await draft(
      'Item,Budget,Actual\nIncome,90,95\nStaff,-60,-70\nRent,-10,-12\nSurplus / (deficit),20,13\n',
    );
    expect(report).toContain('title: "Surplus / (deficit) (Budget): {{figure');
    expect(figures).toContain('Surplus / (deficit) (Budget),20,');
  });
});

describe('units of a head', () => {
  it.each([
    ['Spend £m', 'Spend, A,9,£m'],
    ['Spend in £000', 'Spend, A,9,£000'],
    ['Turnover, EUR million', 'Turnover, A,9,EUR million'],
    ['Turnover (€m)', 'Turnover, A,9,€m'],
  ])('need no brackets where they are money: %s', async (name, line) => {
    const { figures } = await draft(`Town,"${name}"\nA,9\nB,5\nC,7\n`);
    expect(figures.replaceAll('"', '')).toContain(line);
  });

  it.each(['Area m', 'Cases 2024', 'Falls per 1,000 bed days'])(
    'are none where they are no money: %s',
    async (name) => {
      expect((await draft(`Town,"${name}"\nA,9\nB,5\nC,7\n`)).figures.replaceAll('"', '')).toContain(`${name}, A,9,,`);
    },
  );
});

describe('a line above a table', () => {
  it.each(['Table 2: Waiting times', 'Table 3.1 Waiting times', 'Tab. 4 Waiting times'])(
    'loses the number that the paper gives anew: %s',
    async (line) => {
      expect((await draft(`${line},,\nTown,Output,Area\nA,5,1\nB,9,2\nC,7,3\n`)).report).toContain(
        'caption: "Waiting times"',
      );
    },
  );
});

describe('what does not fit', () => {
  const tooWide = (message: string): Diagnostic => ({ severity: 'error', code: 'x', message, span: null, hint: null });

  it('is tried with less of it, down to nothing, and the rest stays', async () => {
    const csv = 'Town,Output\nA,5\nB,9\nC,7\n';
    let turns = 0;
    const { report } = await draft(csv, () =>
      turns++ < 4 ? [tooWide('the table "s1t1" is wider than its place')] : [],
    );
    expect(turns).toBe(5);
    expect(report).not.toContain('type: bar');
  });

  it('is told where nothing of it ever fits', async () => {
    const never = tooWide('the chart "s1t1" cannot be drawn');
    expect((await draft('Town,Output\nA,5\nB,9\nC,7\n', () => [never])).mistakes).toEqual([never]);
  });
});
