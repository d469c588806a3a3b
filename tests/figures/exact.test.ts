import { describe, expect, it } from 'vitest';
import { blocksOf, readFrom, textOf, withYaml } from '../read/report-files.js';

/** Numbers that come again with their seed. */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
};

/** A plain fraction, not reduced: another way to the same number. */
type Rational = readonly [over: bigint, under: bigint];
const rational = (text: string): Rational => {
  const [whole = '0', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
};
const operators: Readonly<Record<string, (left: Rational, right: Rational) => Rational>> = {
  '+': ([a, b], [c, d]) => [a * d + c * b, b * d],
  '-': ([a, b], [c, d]) => [a * d - c * b, b * d],
  '*': ([a, b], [c, d]) => [a * c, b * d],
  '/': ([a, b], [c, d]) => [a * d, b * c],
};

/** Halves away from zero. */
function rounded([over, under]: Rational, decimals: number): string {
  const isBelow = over < 0n !== under < 0n;
  const size = (number: bigint): bigint => (number < 0n ? -number : number);
  const scaled = (size(over) * 10n ** BigInt(decimals) * 2n + size(under)) / (2n * size(under));
  const digits = String(scaled).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return isBelow && scaled !== 0n ? `-${text}` : text;
}

describe('expressions at random', () => {
  it.each([1, 2, 3])('come to what plain fractions come to, digit for digit: seed %i', (seed) => {
    const random = randomOf(seed);
    const pick = (count: number): number => Math.floor(random() * count);
    const texts = Array.from({ length: 12 }, () => {
      const decimals = pick(4);
      return (random() * 900 + 1).toFixed(decimals);
    });
    const grow = (depth: number): { readonly text: string; readonly value: Rational } => {
      if (depth === 0 || random() < 0.2) {
        const at = pick(texts.length);
        return { text: `f${at}`, value: rational(texts[at]!) };
      }
      const operator = ['+', '-', '*', '/'][pick(4)]!;
      const [left, right] = [grow(depth - 1), grow(depth - 1)];
      const isDivided = operator === '/' && right.value[0] === 0n;
      const sign = isDivided ? '+' : operator;
      return { text: `(${left.text} ${sign} ${right.text})`, value: operators[sign]!(left.value, right.value) };
    };
    const cases = Array.from({ length: 60 }, () => ({ ...grow(3), decimals: pick(4) })).filter(
      ({ value: [over, under], decimals }) => under !== 0n && rounded([over, under], decimals).length < 15,
    );
    const rows = texts.map((text, index) => `f${index},某,${text},2024`).join('\n');
    const derive = cases
      .map(
        ({ text, decimals }, index) =>
          `  d${index}: { label: 某, value: "${text}", decimals: ${decimals}, period: 2024 }`,
      )
      .join('\n');
    const { value, told } = readFrom({
      ...withYaml(`derive:\n${derive}\n`),
      'figures.csv': `id,label,value,period\n${rows}\n`,
    });
    expect(told).toEqual([]);
    expect(cases.length).toBeGreaterThan(40);
    const found = cases.map((_, index) => {
      const { quantity } = value!.figures.get(`d${index}`)!;
      return quantity!.value.toFixed(quantity!.decimals);
    });
    expect(found).toEqual(cases.map(({ value: exact, decimals }) => rounded(exact, decimals)));
  });
});

describe('a table of a file', () => {
  const csv =
    '乡镇,产值（亿元）,去年（亿元）,人口（万人）\n甲,30.0,25.0,2\n乙,50.0,50.0,5\n丙,20.0,16.0,—\n全县,100.0,91.0,7\n';
  const rowsOf = (spec: string) => {
    const { blocks, told } = blocksOf('{{table "t"}}', {
      report: { ...withYaml(`tables:\n  t:\n    file: t.csv\n${spec}`), 't.csv': csv },
    });
    const [block] = blocks;
    const texts = (row: { readonly cells: readonly { readonly inlines: Parameters<typeof textOf>[0] }[] }): string =>
      row.cells.map(({ inlines }) => textOf(inlines)).join(' ');
    return { told, rows: block?.kind === 'table' ? [...block.head, ...block.rows].map(texts) : [] };
  };

  it('gains columns, an order, a total and a row of units', () => {
    const { rows, told } = rowsOf(
      `    derive: { 占比（%）: 'share("产值")', 位次: 'rank("产值")', 增速: 'growth("产值", "去年")', 人均（元）: '"产值" / "人口"' }
    sort: 产值
    totals: [全县]
    columns: [乡镇, 产值（亿元）, 占比（%）, 位次, 增速, 人均（元）]
    unit_row: true
`,
    );
    expect(told).toEqual([]);
    expect(rows).toEqual([
      '乡镇 产值 占比 位次 增速 人均',
      '单位 亿元 %   元',
      '乙 50.0 50.0 1 0.0% 100000.0',
      '甲 30.0 30.0 2 20.0% 150000.0',
      '丙 20.0 20.0 3 25.0% ',
      '全县 100.0    ',
    ]);
  });

  it('is cut to its top rows, with their sum', () => {
    expect(
      rowsOf(
        '    sort: { by: 产值, order: ascending }\n    top: 2\n    total: 合计\n    totals: [全县]\n    columns: [乡镇, 产值（亿元）]\n',
      ).rows,
    ).toEqual(['乡镇 产值（亿元）', '丙 20.0', '甲 30.0', '合计 50.0', '全县 100.0']);
  });

  it('tells of a column that it lacks, in the expression', () => {
    expect(rowsOf(`    derive: { 差: '"产值" - "明年"' }\n`).told).toEqual([
      expect.stringMatching(/report\.yaml:\d+:\d+ unknown-in-formula .*no column "明年"/),
    ]);
  });
});
