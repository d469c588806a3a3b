import { describe, expect, it } from 'vitest';
import { checkOf, type CheckGiven } from './check-report-of.js';

/** Rows of id, label, value, unit, period, change, change_unit, basis. */
const row = (...[id, label, value, unit, period, change, changeUnit, basis]: readonly string[]): string =>
  `${id},${label},${value},${unit},,${period ?? '2024'},${change ?? ''},${changeUnit ?? ''},${basis ?? ''},,,,x,`;

const codes = (given: CheckGiven, yaml = ''): readonly string[] =>
  checkOf({ ...given, yaml: `locale: en\n${yaml}${given.yaml ?? ''}` }).map((line) => line.split(' ')[1]!);

const sales = row('sales', 'Sales', '90', '$ million', '2024', '-8.3', '%', 'year on year');

describe('claims in English', () => {
  it.each([
    'Sales rose sharply.',
    'Sales have increased.',
    'SALES grew: a good year.',
    'A growth of {{change "sales"}}.',
    'It was an increase of {{change "sales"}}.',
  ])('that contradict the sign are told: %s', (briefing) => {
    expect(codes({ figures: [sales], briefing })).toContain('claim-contradicts');
  });

  it.each([
    'Sales fell.',
    'Sales went {{change "sales"}}.',
    'Wholesales rose.',
    'Sales should rise next year.',
    'Sales, 90 percent of which is abroad, matter; exports rose.',
    'It was a decrease of {{figure "sales"}}.',
  ])('that do not are no finding: %s', (briefing) => {
    expect(codes({ figures: [sales], briefing })).not.toContain('claim-contradicts');
  });
});

describe('a claim over two periods that it names', () => {
  const sales = (value: string, period: string) => row('sales', 'Sales', value, 'people', period);
  const series = [sales('50', '2022'), sales('60', '2023'), sales('55', '2024')];

  it('is not held against the last step', () => {
    const briefing =
      'Sales rose from {{figure "sales" period="2022"}} in 2022 to {{figure "sales" period="2024"}} in 2024.';
    expect(codes({ figures: series, briefing })).not.toContain('claim-contradicts');
  });
});

describe('changes against two periods', () => {
  const pair = (basis: string, change: string, unit = '%', now = '1219.0', then = '1152.1', of = '$ million') => [
    row('a24', 'GDP', now, of, '2024', change, unit, basis),
    row('a23', 'GDP', then, of, '2023'),
  ];

  it.each(['year on year', 'year-on-year', 'yoy', 'vs 2023', 'from 2023', 'compared with a year earlier'])(
    'are reckoned where they compare with the year before: %s',
    (basis) => {
      expect(codes({ figures: pair(basis, '9.8') })).toEqual(['change-disagrees']);
      expect(codes({ figures: pair(basis, '5.8') })).toEqual([]);
    },
  );

  it.each(['month on month', 'vs 2019', 'against plan'])('are not where they compare with another: %s', (basis) => {
    expect(codes({ figures: pair(basis, '9.8') })).toEqual([]);
  });

  it('are differences where they are in points', () => {
    expect(codes({ figures: pair('yoy', '1.2', 'pp', '18.3', '17.1', '%') })).toEqual([]);
    expect(codes({ figures: pair('yoy', '120', 'bps', '18.3', '17.1', '%') })).toEqual([]);
    expect(codes({ figures: pair('yoy', '2.1', 'percentage points', '18.3', '17.1', '%') })).toEqual([
      'change-disagrees',
    ]);
  });

  it('are reckoned for fiscal years and quarters too', () => {
    const quarters = [
      row('a', 'GDP', '110', 'km', 'Q1 2024', '20', '%', 'yoy'),
      row('b', 'GDP', '100', 'km', 'Q1 2023'),
    ];
    expect(codes({ figures: quarters })).toEqual(['change-disagrees']);
  });
});

describe('numbers typed in English', () => {
  it.each([
    'In February 2024, a year later, FY 2024 closed.',
    'From 2019 to 2023, and in 2023/24, Q3 2024 was the best quarter.',
    'On 3 March 2024 and March 4, 2024 it opened at 10:30.',
    'See Table 3 and Phase 2 of the 14th plan, a 5-year one.',
    'By the 1990s the A4 and the G20 were there.',
    'He said “about 300 people”.',
  ])('are no figures where they are dates, ordinals, names or quoted: %s', (briefing) => {
    expect(checkOf({ briefing, yaml: 'locale: en\n' })).toEqual([]);
  });

  it.each(['It cost $12 million.', 'Some 4,500 people came.', 'It rose 8.1%.', 'In 2024 there were 2100 people.'])(
    'are figures to be bound elsewhere: %s',
    (briefing) => {
      expect(codes({ briefing })).toEqual(['unbound-number']);
    },
  );

  it('are left alone in the cells of a table', () => {
    expect(codes({ briefing: '| Town | Value |\n|---|--:|\n| Ash | 4,500 |\n' })).toEqual([]);
  });

  it('are told of once where the same sentence stands at many places', () => {
    const told = checkOf({ briefing: 'It was 4,500 people.\n\nIt was 4,500 people.\n', yaml: 'locale: en\n' });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('(at 2 places)');
  });
});

describe('a table beside the figures', () => {
  const gdp = row('gdp', 'GDP', '1219.0', '$ million');
  const table = (head: string, ...rows: readonly string[]): string =>
    `tables:\n  t: { head: ${head}, rows: [${rows.join(', ')}] }\n`;
  const shown = { figures: [gdp], briefing: '{{table "t"}}' };

  it.each([
    ['[Year, GDP]', "['2023', '1152.1']", "['2024', '1229.0']"],
    ['[Year, GDP ($ million)]', "['2024', '1,229.0']"],
    ["[Indicator, '2023', '2024']", "[GDP, '1152.1', '1229']"],
  ])('is told of where it says another number: %s', (head, ...rows) => {
    expect(codes(shown, table(head, ...rows))).toEqual(['table-disagrees']);
  });

  it.each([
    ['[Year, GDP]', "['2024', '1219']"],
    ['[Year, GDP]', "['2023', '1229.0']"],
    ['[Year, GDP (km)]', "['2024', '1229.0']"],
    ['[Year, GDP]', "['2024', '1229.0%']"],
    ["[Year, 'GDP per head']", "['2024', '1229.0']"],
  ])('is no finding where it says the same, or of another thing: %s %s', (head, ...rows) => {
    expect(codes(shown, table(head, ...rows))).toEqual([]);
  });
});
