import { describe, expect, it } from 'vitest';
import { blocksOf, readFrom, textOf, withYaml } from '../read/report-files.js';

const csv = `id,label,value,unit,period,change,basis,better
gdp,地区生产总值,1080.2,亿元,2022,,,higher
gdp,,1150.3,,2023,,,
gdp,,1219.0,,2024,,,
population,常住人口,186.0,万人,2022,,,
population,,186.4,,2023,,,
population,,187.0,,2024,,,
first,第一产业,60.5,亿元,2024,,,
second,第二产业,700.5,亿元,2024,,,
third,第三产业,4580000,万元,2024,,,
share,工业占比,45.2,%,2023,,,
share,,44.9,,2024,,,
profit,利润,-3.5,亿元,2023,,,
profit,,2.0,,2024,,,
new,新产业,0,亿元,2023,,,
new,,2.5,,2024,,,
town.a.gdp,甲镇,30,亿元,2024,,,
town.b.gdp,乙镇,50,亿元,2024,,,
town.c.gdp,丙镇,50,亿元,2024,,,
`;

/**
 * What an expression gives for the report's period, in a unit and with decimals if they are given; and what was told.
 */
function follow(value: string, more = '', report: Record<string, string> = {}) {
  const yaml = `derive:\n  x: { label: 某, value: ${JSON.stringify(value)}${more} }\n`;
  const { value: read, told, diagnostics } = readFrom({ ...withYaml(yaml), 'figures.csv': csv, ...report });
  const figure = read?.figures.get('x');
  return {
    text: figure?.quantity ? figure.quantity.value.toFixed(figure.quantity.decimals) + (figure.unit ?? '') : null,
    series: read?.series.get('x')?.points.map(({ key, figure: { quantity } }) => [key, quantity?.value]),
    derivations: figure?.derivations,
    told,
    hints: diagnostics.map(({ hint }) => hint),
  };
}

const changeOf = (id: string, rows = csv) => {
  const { blocks, told } = blocksOf(`{{change "${id}"}}`, { report: { 'figures.csv': rows } });
  const [block] = blocks;
  return told.length > 0 ? told.join('\n') : block?.kind === 'paragraph' ? textOf(block.inlines) : null;
};

describe('an empty change', () => {
  it.each([
    ['gdp', '同比增长6.0%'],
    ['share', '同比下降0.3个百分点'],
    ['profit', '同比增长5.5亿元'],
    ['new', '同比增长2.5亿元'],
    ['gdp@2023', '同比增长6.5%'],
  ])('of %s follows from the period before', (id, text) => {
    expect(changeOf(id)).toBe(text);
  });

  it('is against what the row says', () => {
    const quarters = (basis: string): string =>
      `id,label,value,unit,period,basis\na,甲,100,亿元,2023Q4,\na,,80,亿元,2024Q3,\na,,120,亿元,2024Q4,${basis}\n`;
    expect(changeOf('a', quarters(''))).toBe('同比增长20.0%');
    expect(changeOf('a', quarters('环比'))).toBe('环比增长50.0%');
    expect(changeOf('a', 'id,label,value,unit,period,basis\na,甲,100,个,2019,\na,,150,个,2024,比2019年\n')).toBe(
      '比2019年增长50.0%',
    );
  });

  it('may come from the number that the row says it was', () => {
    expect(changeOf('a', 'id,label,value,unit,prior,basis\na,甲,110,亿元,100,同比\n')).toBe('同比增长10.0%');
  });

  it('is left out where the row says so, and kept where it is typed', () => {
    const rows = (change: string): string =>
      `id,label,value,unit,period,change\na,甲,100,个,2023,\na,,150,个,2024,${change}\n`;
    expect(changeOf('a', rows('—'))).toContain('figure-lacks');
    expect(changeOf('a', rows('49'))).toBe('增长49%');
  });
});

describe('an expression', () => {
  it.each([
    ['gdp / population', ', unit: 元, decimals: 0', '65187元'],
    ['gdp / population', ', unit: 万元, decimals: 2', '6.52万元'],
    ['gdp / population', ', unit: 元/人, decimals: 0, period: 2024', '65187元/人'],
    ['= first + second + third', '', '1219.0亿元'],
    ['gdp - first', '', '1158.5亿元'],
    ['third', ', unit: 亿元, decimals: 1', '458.0亿元'],
    ['share(first, gdp)', '', '5.0%'],
    ['first / gdp', ', unit: "%", decimals: 2', '4.96%'],
    ['growth(gdp)', '', '6.0%'],
    ['growth(gdp, 2022)', '', '12.8%'],
    ['growth(share)', '', '-0.3百分点'],
    ['cagr(gdp, 2022, 2024)', '', '6.2%'],
    ['index(gdp, 2022)', '', '112.8'],
    ['average(gdp@2022..2024)', '', '1149.8亿元'],
    ['gdp - gdp@-1', '', '68.7亿元'],
    ['gdp@2023', ', period: 2024', '1150.3亿元'],
    ['prior(gdp)', '', '1150.3亿元'],
    ['max(town.*.gdp) - min(town.*.gdp)', '', '20亿元'],
    ['sum(town.*.gdp)', '', '130亿元'],
    ['rank(town.c.gdp, town.*.gdp)', '', '1'],
    ['rank(town.a.gdp, town.*.gdp)', '', '3'],
    ['count(town.*.gdp)', ', unit: 个', '3个'],
    ['round(gdp / 3, 1) * 3', '', '1218.9亿元'],
    ['gdp / 3 * 3', '', '1219.0亿元'],
    ['gdp * share / 100 * 100', ', decimals: 1', '547.3亿元'],
    ['abs(first - second)', '', '640.0亿元'],
    ['-first + (second - 0.5)', '', '639.5亿元'],
    ['0.1 + 0.2', '', '0.3'],
    ['（first＋second）×2', '', '1522.0亿元'],
    ['"first" + 1', '', '61.5亿元'],
    ['first * 10%', ', decimals: 2', '6.05亿元'],
  ])('%s%s gives %s', (value, more, text) => {
    const found = follow(value, more);
    expect(found.told).toEqual([]);
    expect(found.text).toBe(text);
  });

  it('follows for each period that its parts have', () => {
    expect(follow('gdp / population', ', unit: 元, decimals: 0').series).toEqual([
      ['2022', 58075],
      ['2023', 61711],
      ['2024', 65187],
    ]);
  });

  it('may stand in a cell, and name others that are worked out', () => {
    const rows = 'id,label,value,unit,period\na,甲,10,个,2024\nb,乙,= a * 2,个,2024\nc,丙,= b + a,个,2024\n';
    expect(follow('c', ', period: 2024', { 'figures.csv': rows })).toMatchObject({ text: '30个', told: [] });
  });

  it('reads columns and cells of tables', () => {
    const yaml =
      'tables:\n  towns: { head: [乡镇, 人口（万人）, 面积], rows: [[甲, "1,200.5", 10], [乙, 300, —]] }\n' +
      'derive:\n  x: { label: 某, value: \'sum(column("towns", "人口"))\' }\n  y: { label: 某, value: \'cell("towns", "甲", "人口") / 10\', unit: 万人 }\n';
    const { value, told } = readFrom(withYaml(yaml));
    expect(told).toEqual([]);
    expect(value?.figures.get('x')).toMatchObject({ quantity: { value: 1500.5 }, unit: '万人' });
    expect(value?.figures.get('y')).toMatchObject({ quantity: { value: 120.1 }, unit: '万人' });
  });

  it('shows its formula and what went into it', () => {
    expect(follow('gdp / population', ', unit: 元, decimals: 0').derivations?.[0]).toEqual({
      part: 'value',
      formula: 'gdp / population',
      inputs: [
        { id: 'gdp', printed: '1219.0亿元' },
        { id: 'population', printed: '187.0万人' },
      ],
    });
  });

  it.each([
    ['gdp / (first - first)', 'division-by-zero'],
    ['gdp + population', 'units-differ'],
    ['gdp + share', 'units-differ'],
    ['gdp / population', 'units-differ'],
    ['gdb / population', 'unknown-in-formula'],
    ['gdp@2019', 'missing-period'],
    ['first@-1', 'missing-period'],
    ['x + 1', 'circular-formula'],
    ['gdp +', 'formula-syntax'],
    ['gdp ? 1', 'formula-syntax'],
    ['(gdp', 'formula-syntax'],
    ['median(gdp)', 'unknown-in-formula'],
    ['share(gdp)', 'formula-argument'],
    ['town.*.gdp', 'formula-argument'],
    ['growth(new)', 'division-by-zero'],
    ['sum(column("none", "a"))', 'unknown-in-formula'],
  ])('%s is told as %s, once and in its place', (value, code) => {
    const { told } = follow(value, ', period: 2024');
    expect(told).toEqual([expect.stringMatching(new RegExp(`^data/r/report\\.yaml:8:\\d+ ${code} `))]);
  });

  it('is bounded in depth and length', () => {
    for (const value of [`${'('.repeat(60)}1${')'.repeat(60)}`, `1${'+1'.repeat(400)}`])
      expect(follow(value).told).toEqual([expect.stringContaining('formula-syntax')]);
  });

  it('names the place inside the expression', () => {
    const { told } = follow('gdp / population + gdb', ', unit: 元');
    // The text begins in column 25, behind its quotation mark.
    expect(told[0]).toMatch(/^data\/r\/report\.yaml:8:44 unknown-in-formula .*did you mean "gdp"/);
  });
});

describe('a circle of figures', () => {
  it('is told once', () => {
    const rows = 'id,label,value,unit,period\na,甲,= b + 1,个,2024\nb,乙,= c + 1,个,2024\nc,丙,= a + 1,个,2024\n';
    const { told } = readFrom({ 'figures.csv': rows });
    expect(told).toEqual([expect.stringMatching(/figures\.csv:\d:\d+ circular-formula .*→/)]);
  });
});

describe('a rank', () => {
  const rows =
    'id,label,value,unit,period,among,scope,better,rank\nt.a,甲,30,亿元,2024,t.*,全县,,\nt.b,乙,500000,万元,2024,t.*,全县,,\nt.c,丙,40,亿元,2024,towns,全县,lower,\nt.d,丁,10,亿元,2024,t.*,全县,,2\n';
  const yaml = withYaml('groups:\n  towns: [t.a, t.b, t.c]\n');

  it('among a pattern or a group follows from the values, converted', () => {
    const { value } = readFrom({ ...yaml, 'figures.csv': rows });
    const places = ['t.a', 't.b', 't.c'].map((id) => value?.figures.get(id)?.rank);
    expect(places).toEqual([
      { place: 3, scope: '全县' },
      { place: 1, scope: '全县' },
      { place: 2, scope: '全县' },
    ]);
  });

  it('that was typed and is another is told with both', () => {
    expect(readFrom({ ...yaml, 'figures.csv': rows }).told).toEqual([
      expect.stringMatching(/figures\.csv:5:\d+ rank-disagrees .*place 2, but is in place 4/),
    ]);
  });
});

describe('a typed value that follows from parts', () => {
  const told = (typed: string) =>
    readFrom({
      ...withYaml('derive:\n  total: "a + b"\n'),
      'figures.csv': `id,label,value,unit,period\na,甲,1.5,亿元,2024\nb,乙,2.5,亿元,2024\ntotal,总量,${typed},亿元,2024\n`,
    }).told;

  it('is told with both numbers where it is another', () => {
    expect(told('4.3')).toEqual([
      'data/r/figures.csv:4:10 value-disagrees "total" says 4.3亿元, but 4.0亿元 follows from a + b',
    ]);
  });

  it('may be off by what rounding does', () => {
    expect(told('4.1')).toEqual([]);
  });
});
