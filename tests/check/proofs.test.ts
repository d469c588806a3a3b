/** Claims in words that figures over time disprove, in both languages; what they cannot tell is no finding. */
import { describe, expect, it } from 'vitest';
import { checkOf } from './check-report-of.js';

const row = (id: string, label: string, period: string, value: string, more = ',,,,,'): string =>
  `${id},${label},${value},亿元,,${period},${more},higher,x,`;
const grain = ['102.1', '105.3', '104.9', '108.2'].map((value, index) =>
  row('grain', '粮食产值', String(2021 + index), value),
);
const placed = ['6,全国百强县', '7,全国百强县'].map(
  (place, index) => `rank,综合实力,,,,${2024 - index},,,,${place},higher,x,`,
);
const trade = ['export,出口额,30,亿元,,2024,25,%,同比,,,higher,x,'];

const told = (figures: readonly string[], briefing: string): readonly string[] =>
  checkOf({ figures, briefing }).filter((line) => line.includes('claim-disproved'));

describe('a claim in Chinese', () => {
  it('of years in a row, records and marks is held against the years before', () => {
    expect(told(grain, '粮食产值连续3年增长。')[0]).toMatch(
      /briefing.hbs:1:1 claim-disproved .*“粮食产值连续3年增长。” says 连续3年增长, but "grain" has 104.9亿元 in 2023, 105.3亿元 in 2022/,
    );
    expect(told(grain, '粮食产值{{figure "grain"}}，五连增。')).toHaveLength(1);
    expect(told(grain, '粮食产值首次突破百亿元。')).toHaveLength(1);
    expect(told(grain, '粮食产值创历史新低。')).toHaveLength(1);
    expect(told(grain, '粮食产值比2021年翻了一番。')).toHaveLength(1);
    expect(told(grain, '粮食产值首次突破110亿元。')).toHaveLength(1);
    expect(told(grain, '2024年，全市粮食产值达{{figure "grain"}}，连续3年增长。')).toHaveLength(1);
    expect(told(grain, '甲市粮食产值{{figure "grain"}}，同比增长3.1%，首次突破百亿元大关。')).toHaveLength(1);
  });

  it('of places is held against the rank in the scope that it names', () => {
    expect(told(placed, '综合实力居全国百强县第五位。')).toHaveLength(1);
    expect(told(placed, '综合实力连续2年居全国百强县第六。')).toHaveLength(1);
    expect(told(placed, '综合实力首次进入前十。')).toHaveLength(1);
  });

  it('of a doubling is held against the change', () => {
    expect(told(trade, '出口额翻番。')[0]).toMatch(/says 翻番, but "export" has (?:同比)?增长25% in 2024/);
  });

  it.each([
    '粮食产值创历史新高。',
    '粮食产值{{figure "grain"}}，创历史新高。',
    '粮食产值首次突破107亿元。',
    '粮食产值连续1年增长。',
    '粮食产值力争连续5年增长。',
    '2022年粮食产值连续2年增长。',
    '粮食产值108.2亿元，其中稻谷连续5年增长。',
    '桑蚕连续9年增长，粮食产值增长。',
    '粮食产值居全省第六位。',
    '粮食产值连续3年居首位，农机首次突破千台。',
    '粮食产值首次突破千台农机的支撑。',
    '粮食产值增速创历史新低。',
    '有机粮食产值创历史新低。',
    '三季度粮食产值创历史新低。',
    '对粮食产值减半征收。',
    '粮食产值补贴连续3年增长。',
  ])('that they prove, or cannot judge, is none: %s', (briefing) => {
    expect(told(grain, briefing)).toEqual([]);
  });

  it.each([
    '综合实力居全国百强县第六位。',
    '综合实力由第七位升至全国百强县第六位。',
    '综合实力居全省第二。',
    '第三产业与综合实力并重。',
    '综合实力第一书记到位。',
    '综合实力第二大镇是甲镇。',
  ])('of a place that is right, or of others, is none: %s', (briefing) => {
    expect(told(placed, briefing)).toEqual([]);
  });
});

describe('a claim in English', () => {
  const english = (label: string, unit: string, values: readonly string[], more = ',,,,'): readonly string[] =>
    values.map(
      (value, index) => `${label.toLowerCase()},${label},${value},${unit},,${2025 - values.length + index},${more},,x,`,
    );
  const orders = english('Orders', '$ million', ['812', '905', '880', '960']);
  const ranks = ['rank,Liveability,,,,2024,,,,6,the country,higher,x,'];
  const said = (figures: readonly string[], briefing: string): readonly string[] =>
    checkOf({ figures, briefing, yaml: 'locale: en\n' }).filter((line) => line.includes('claim-disproved'));

  it.each([
    'Orders rose for the third year running.',
    'Orders grew for the third consecutive year.',
    'Orders have grown three years in a row.',
    'Orders fell to a record low.',
    'Orders passed $900 million for the first time.',
    'For the first time orders exceeded $900 million.',
    'Orders were at their lowest since 2022.',
    'Orders doubled.',
    'In 2024 the number of orders doubled to {{figure "orders"}}.',
    'Total orders reached {{figure "orders"}}, a record low.',
    'Orders have more than tripled since 2021.',
  ])('is told where the years say otherwise: %s', (briefing) => {
    expect(said(orders, briefing)).toHaveLength(1);
  });

  it.each(['Liveability ranks fifth in the country.', 'Liveability is seventh in the country.'])(
    'of another place is told: %s',
    (briefing) => {
      expect(said(ranks, briefing)).toHaveLength(1);
    },
  );

  it.each([
    'Orders reached a record high.',
    'Orders rose in the third quarter.',
    'Orders passed $950 million for the first time.',
    'Orders should double by 2030.',
    'Orders grew, and exports doubled.',
    'For the third year running the county kept its library open; orders rose.',
    'Orders of which a record share is abroad.',
    'Orders from Norway doubled.',
    'Online orders doubled.',
    'Orders doubled in Asia.',
    'Growth in orders hit a record low.',
    'Orders in the third quarter hit a record low.',
    'Orders were at a record low in March.',
    'Doubled efforts kept orders steady.',
    'The biggest ever drop was feared; the lowest ever orders book was not seen.',
  ])('that is right, or of others, is none: %s', (briefing) => {
    expect(said(orders, briefing)).toEqual([]);
  });

  it.each([
    'Liveability ranks sixth in the country.',
    'Liveability rose from eighth to sixth in the country.',
    'Liveability is third in the province.',
    'Liveability comes first in this chapter.',
    'In liveability, safety came first.',
  ])('of a right place, or in another scope, is none: %s', (briefing) => {
    expect(said(ranks, briefing)).toEqual([]);
  });
});
