import { describe, expect, it } from 'vitest';
import { checkOf, codesOf } from './check-report-of.js';

const gdp2023 = 'gdp.2023,地区生产总值,2500,亿元,,2023,,,,,,higher,年鉴,';
const crime = (change: string): string => `crime,刑事立案数,,,,2024,${change},%,同比,,,lower,年鉴,`;

describe('a figure', () => {
  it('needs a source and a period', () => {
    expect(codesOf({ figures: ['a,甲,1,个,,,,,,,,higher,,'] })).toEqual(['missing-source', 'missing-period']);
  });

  it('cannot be number 120 of a hundred', () => {
    expect(codesOf({ figures: ['a,综合实力,,,,2024,,,,120,全国百强县,higher,年鉴,'] })).toEqual(['rank-out-of-range']);
    expect(
      codesOf({
        figures: ['a,综合实力,,,,2024,,,,6,全国百强县,higher,年鉴,', 'b,品牌,,,,2024,,,,500,中国500强,higher,年鉴,'],
      }),
    ).toEqual([]);
  });

  it('that only the register shows is told of, wherever else it is not', () => {
    const figures = ['a,甲,1,个,,2024,,,,,,higher,年鉴,', 'b,乙,2,个,,2024,,,,,,higher,年鉴,'];
    expect(checkOf({ figures, briefing: '{{figure "a"}}\n\n{{register}}' }, { unused: true })).toEqual([
      'data/r/figures.csv:3:1 unused-figure the figure "b" (乙) is shown nowhere but in the register',
    ]);
  });
});

describe('figures of one label', () => {
  it('cannot have two values for one period', () => {
    expect(checkOf({ figures: [gdp2023, 'gdp.other,地区生产总值,2510,亿元,,2023,,,,,,higher,年鉴,'] })).toEqual([
      'data/r/figures.csv:3:18 label-two-values "地区生产总值" is 2510亿元 in "gdp.other" but 2500亿元 in "gdp.2023"',
    ]);
  });

  it('are in one unit', () => {
    expect(codesOf({ figures: [gdp2023, 'gdp.2024,地区生产总值,26500000,万元,,2024,,,,,,higher,年鉴,'] })).toEqual([
      'unit-disagrees',
    ]);
  });

  it('state the change that their values make', () => {
    const gdp2024 = (change: string): string => `gdp.2024,地区生产总值,2650,亿元,,2024,${change},%,同比,,,higher,年鉴,`;
    expect(codesOf({ figures: [gdp2023, gdp2024('6.0')] })).toEqual([]);
    expect(codesOf({ figures: [gdp2023, gdp2024('5.7')] })).toEqual(['change-disagrees']);
    expect(codesOf({ figures: [gdp2023, gdp2024('-6.0')] })).toEqual(['change-disagrees']);
  });

  it('may differ by what rounding explains', () => {
    expect(
      codesOf({ figures: ['a,甲,1.2,亿元,,2023,,,,,,higher,年鉴,', 'b,甲,1.3,亿元,,2024,11,%,同比,,,higher,年鉴,'] }),
    ).toEqual([]);
    expect(
      codesOf({ figures: ['a,甲,1.2,亿元,,2023,,,,,,higher,年鉴,', 'b,甲,1.3,亿元,,2024,30,%,同比,,,higher,年鉴,'] }),
    ).toEqual(['change-disagrees']);
  });

  it('compare shares by points', () => {
    const share = (change: string): string => `b,占比,32.5,%,,2024,${change},个百分点,同比,,,higher,年鉴,`;
    expect(codesOf({ figures: ['a,占比,30.0,%,,2023,,,,,,higher,年鉴,', share('2.5')] })).toEqual([]);
    expect(codesOf({ figures: ['a,占比,30.0,%,,2023,,,,,,higher,年鉴,', share('5.2')] })).toEqual(['change-disagrees']);
  });

  it('leave no year out, unless every step is as long', () => {
    const series = (years: readonly number[]): string[] =>
      years.map((year) => `y${year},人口,${100},万人,,${year},,,,,,higher,年鉴,`);
    expect(checkOf({ figures: series([2020, 2021, 2023]) })).toEqual([
      'data/r/figures.csv:2:1 period-gap the series of "人口" leaves out 2022',
    ]);
    expect(codesOf({ figures: series([2010, 2015, 2020]) })).toEqual([]);
  });
});

describe('a number in prose', () => {
  const told = (briefing: string, yaml = ''): readonly string[] => checkOf({ briefing, yaml });

  it('that is typed into a footnote is told of once, with its place', () => {
    expect(checkOf({ briefing: '投资[^a]，消费[^a]。\n\n[^a]: 上年完成120.5亿元。' })).toEqual([
      'templates/plain/briefing.hbs:3:7 unbound-number "120.5亿元" in “上年完成120.5亿元。” is written by hand',
    ]);
  });

  it('that is typed by hand is told of with its place', () => {
    expect(told('全年完成投资120.5亿元，增长8.1%。')).toEqual([
      'templates/plain/briefing.hbs:1:1 unbound-number "120.5亿元" in “全年完成投资120.5亿元，增长8.1%。” is written by hand',
      'templates/plain/briefing.hbs:1:1 unbound-number "8.1%" in “全年完成投资120.5亿元，增长8.1%。” is written by hand',
    ]);
    for (const text of ['新建学校十二所', '百分之八', '三个园区', '五大工程', '投入两千万元', '2010个'])
      expect(told(text), text).toHaveLength(1);
  });

  it('may be a date, a name, a quotation, or a way of speaking', () => {
    for (const text of [
      '2024年9月30日试通车',
      '2023—2024年',
      '十四五规划',
      '第三届',
      'G92高速',
      '“三化”转型',
      '《2030纲要》',
      '一个整体',
      '两项指标',
      '万家灯火',
      '十分重要',
      '单位均为万平方米',
      '二〇二四年',
    ]) {
      expect(told(text), text).toEqual([]);
    }
  });

  it('may be a year, a number of a document or one of the three industries', () => {
    expect(codesOf({ briefing: '据县统计年鉴2024，浙政办发〔2024〕15号，第三次产业与二次产业并进。' })).toEqual([]);
    expect(codesOf({ briefing: '售出2024辆。' })).toEqual(['unbound-number']);
  });

  it('may be a name of the report', () => {
    expect(told('实施三年行动')).toHaveLength(1);
    expect(told('实施三年行动', 'names: [三年行动]\n')).toEqual([]);
  });

  it('that is bound is in order', () => {
    expect(checkOf({ figures: [gdp2023], briefing: '总值{{figure "gdp.2023"}}' })).toEqual([]);
  });

  it('in a title of a section or a chart is told of too', () => {
    expect(codesOf({ yaml: 'sections: [{ id: a, title: 新增30家 }]\n' })).toEqual(['unbound-number']);
  });
});

describe('a table', () => {
  const series = (rows: string): string => `tables: { y: { head: [年份, 地区生产总值（亿元）], rows: [${rows}] } }\n`;
  const row = 'gdp,地区生产总值,1219.0,亿元,,2024,9.8,%,同比,,,higher,年鉴,';

  it('says the number that the figure of its label, period and unit says', () => {
    const yaml = series("['2024', '1229.0']");
    expect(checkOf({ figures: [row], yaml, briefing: '{{table "y"}}' })).toEqual([
      'data/r/report.yaml:7:57 table-disagrees the table "y" says 1229.0 at 2024 · 地区生产总值（亿元）, and the figure "gdp" is 1219.0亿元',
    ]);
    expect(codesOf({ figures: [row], yaml: series("['2024', '1219']"), briefing: '{{table "y"}}' })).toEqual([]);
  });

  it('of years bears out the change that a figure states', () => {
    const yaml = series("['2023', '1152.1'], ['2024', '1219.0']");
    const [told] = checkOf({ figures: [row], yaml, briefing: '{{table "y"}}' });
    expect(told).toContain('change-disagrees the figure "gdp" states a change of +9.8%, but from 1152.1 ("y")');
  });

  it('has years and numbers of its own in its head and its cells', () => {
    const yaml = "tables: { y: { head: [项目, '2023', 2024年], rows: [[a, '1.5', '12家']] } }\n";
    expect(codesOf({ yaml, briefing: '{{table "y"}}' })).toEqual([]);
  });

  it('that says #REF! in a cell is told of, and so is prose', () => {
    const yaml = "tables: { y: { head: [项目, 值], rows: [[a, '约 #REF!']] } }\n";
    expect(codesOf({ yaml, briefing: '数字#DIV/0!在文中，“#N/A”是一个记号。\n\n{{table "y"}}' })).toEqual([
      'fault-in-text',
      'fault-in-text',
    ]);
  });
});

describe('a claim', () => {
  it('agrees with the sign of its change', () => {
    const briefing = '刑事立案数、甲均下降，以下降为好。';
    expect(codesOf({ figures: [crime('-16.6')], briefing })).toEqual([]);
    expect(codesOf({ figures: [crime('16.6')], briefing: '刑事立案数均下降。' })).toEqual(['claim-contradicts']);
    expect(codesOf({ figures: [crime('-16.6')], briefing: '刑事立案数继续上升' })).toEqual(['claim-contradicts']);
  });

  it('before a change is read with it', () => {
    expect(codesOf({ figures: [crime('-16.6')], briefing: '立案增长了{{change "crime"}}' })).toEqual([
      'claim-contradicts',
    ]);
    expect(codesOf({ figures: [crime('-16.6')], briefing: '立案{{change "crime"}}' })).toEqual([]);
  });

  it('about something else is left alone', () => {
    expect(codesOf({ figures: [crime('-16.6')], briefing: '刑事立案数的统计范围扩大' })).toEqual([]);
  });
});

describe('sums', () => {
  it('of a table come to its total', () => {
    const table = (total: number): string =>
      `| 镇 | 数量 |\n|---|---|\n| 甲 | {{figure "a"}} |\n| 乙 | {{figure "b"}} |\n| 合计 | {{figure "${total === 3 ? 'three' : 'four'}"}} |`;
    const figures = [
      'a,甲,1,个,,2024,,,,,,higher,年鉴,',
      'b,乙,2,个,,2024,,,,,,higher,年鉴,',
      'three,三,3,个,,2024,,,,,,higher,年鉴,',
      'four,四,4,个,,2024,,,,,,higher,年鉴,',
    ];
    expect(codesOf({ figures, briefing: table(3) })).toEqual([]);
    expect(codesOf({ figures, briefing: table(4) })).toEqual(['table-total']);
  });

  it('of shares in a ring come to the whole', () => {
    const ring = (second: string) => ({
      figures: ['a,甲,60.4,%,,2024,,,,,,higher,年鉴,', `b,乙,${second},%,,2024,,,,,,higher,年鉴,`],
      yaml: "charts: { ring: { type: doughnut, title: 构成, figures: [a, b], unit: '%' } }\n",
      briefing: '{{chart "ring"}}',
    });
    expect(codesOf(ring('39.6'))).toEqual([]);
    expect(codesOf(ring('39.5'))).toEqual([]);
    expect(codesOf(ring('29.6'))).toEqual(['shares-not-whole']);
  });
});
