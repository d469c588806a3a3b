/** Names that columns of figures have in tables of offices, for tables that are not headed by the fields' own names. */
import type { FigureField } from '../model/figure.js';
import { readPeriod } from './read-period.js';
import { isCurrencyUnit, isKnownUnit } from './units/units.js';

const names: Readonly<Record<FigureField, readonly string[]>> = {
  id: ['编号', '代码', 'code', 'key'],
  label: ['指标', '指标名称', '名称', '项目', '指标项目', 'indicator', 'name', 'item', 'measure'],
  value: ['数值', '本期', '本期数', '实绩', 'amount', 'actual', 'current'],
  unit: ['单位', '计量单位', 'units', 'unit of measure'],
  qualifier: ['限定'],
  period: [
    '时期',
    '年份',
    '年度',
    '期间',
    '报告期',
    'year',
    'quarter',
    'month',
    'date',
    'fiscal year',
    '季度',
    '月份',
    '时间',
  ],
  change: ['增减', '增速', '同比增速', 'growth'],
  change_unit: ['增减单位'],
  basis: ['对比'],
  rank: ['位次', '排名'],
  scope: ['范围'],
  better: [],
  source: ['来源', '数据来源'],
  note: ['备注', '说明', 'remarks'],
  decimals: ['小数位'],
  prior: ['上期', '上年同期', '上年', '上年数', '上期数', 'prior', 'prior year', 'previous', 'last year'],
  target: ['目标', '目标值', '计划', '年度目标', 'plan', 'goal'],
  among: [],
};

const fields: ReadonlyMap<string, FigureField> = new Map(
  (Object.keys(names) as FigureField[]).flatMap((field) =>
    [field, ...names[field]].map((name): [string, FigureField] => [name, field]),
  ),
);

/** The field that a column of this name holds; null for any other name. */
export const figureColumn = (name: string): FigureField | null =>
  fields.get(name.trim().toLowerCase().replaceAll(/\s+/g, ' ')) ?? null;

/**
 * `地区生产总值（亿元）`, `GDP (USD million)`, `产值（亿元） 2024年` to the name and what may be its unit. Behind the brackets only a
 * period may stand, as a head of two rows leaves it. An amount of money needs no brackets: `Spend £m`,
 * `Sales, USD million`.
 */
export function splitUnit(label: string): { readonly name: string; readonly unit: string | null } {
  const money = moneyBehind(label.trim());
  if (money !== null) return money;
  const found = /^(.+?)\s*[（(［[]\s*(?:单位\s*[:：]\s*)?([^（）()［］[\]]{1,16})\s*[）)］\]]\s*(.*)$/u.exec(
    label.trim(),
  );
  const [, name = '', unit = '', rest = ''] = found ?? [];
  if (found === null || (rest !== '' && readPeriod(rest) === null)) return { name: label.trim(), unit: null };
  return { name: rest === '' ? name : `${name} ${rest}`, unit: unit.trim() };
}

/** The name without the unit behind it, where the house knows that unit: `Surplus / (deficit)` stays whole. */
export function nameWithoutUnit(label: string): string {
  const { name, unit } = splitUnit(label);
  return unit !== null && isKnownUnit(unit) ? name : label.trim();
}

/** `Spend £m`, `Turnover, EUR million`; null where no amount of money ends the name. */
function moneyBehind(label: string): { readonly name: string; readonly unit: string } | null {
  const words = label.split(/\s+/);
  for (const count of [2, 1]) {
    const unit = words.slice(-count).join(' ');
    const name = words
      .slice(0, -count)
      .join(' ')
      .replace(/(?:\s+in)?[\s,，–-]+$|\s+in$/iu, '');
    if (name !== '' && isCurrencyUnit(unit)) return { name, unit };
  }
  return null;
}
