/** A short report of invented figures to learn from, in Chinese and in English: its files by their names. */
import { isChinese } from '../language.js';

/** Empty for what the sample says itself. */
export interface SampleHead {
  readonly title: string;
  readonly place: string;
  readonly period: string;
  readonly bundle: string;
  readonly theme: string;
  readonly date: string;
}

export function sampleFiles(language: string, head: SampleHead): Readonly<Record<string, string>> {
  const sample = isChinese(language) ? chinese : english;
  const lines = {
    bundle: head.bundle,
    theme: head.theme,
    locale: language,
    title: JSON.stringify(head.title === '' ? sample.title : head.title),
    place: JSON.stringify(head.place === '' ? sample.place : head.place),
    period: JSON.stringify(head.period === '' ? '2024' : head.period),
    date: JSON.stringify(head.date),
  };
  return {
    'report.yaml': `${sample.top}${Object.entries(lines)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('')}${sample.report}`,
    'figures.csv': sample.figures,
    'economy.md': sample.prose,
  };
}

interface Sample {
  readonly title: string;
  readonly place: string;
  readonly top: string;
  readonly report: string;
  readonly figures: string;
  readonly prose: string;
}

const chinese: Sample = {
  title: '青禾县经济简报（示例）',
  place: '青禾县',
  top: '# 一份可以照着改的报告。县名和数字都是虚构的。\n# 数字只写在 figures.csv，正文一律按 id 引用；字段说明见 data/README.md。\n',
  report: `outputs: [deck.pptx, briefing.pdf]

# 首页要览的指标
highlights: [gdp, income]

sections:
  - id: economy
    title: 经济运行
    findings:
      - id: growth
        # 标题说结论；{{figure "gdp"}} 是报告期的数，period= 指定别的时期
        title: '地区生产总值由上年的{{figure "gdp" period="2023"}}增至{{figure "gdp"}}'
        points: |-
          - 居民人均可支配收入{{figure "income"}}
          - 上年为{{figure "income" period="2023"}}
        # 给纸质版的文字，写在 Markdown 文件里
        narrative: economy.md
        chart: industries
        table: industries

# 图从表中取数：type 是图的种类，category 之外的列都是系列
charts:
  industries:
    type: column
    title: 各产业增加值
    table: industries
    unit: 亿元

tables:
  industries:
    caption: 各产业增加值（亿元）
    head: [产业, 上年, 本年]
    # 也可以用 file: 指向一个 CSV 或 Excel 文件
    rows:
      - [农业, '{{figure "farming" period="2023" part="number"}}', '{{figure "farming" part="number"}}']
      - [工业, '{{figure "industry" period="2023" part="number"}}', '{{figure "industry" part="number"}}']
      - [服务业, '{{figure "services" period="2023" part="number"}}', '{{figure "services" part="number"}}']

# 已看过、认可的提示，写明理由
silence:
  - code: mostly-empty
    reason: 示例很短，留白属正常
`,
  figures: `id,label,value,unit,period,source
gdp,地区生产总值,119.6,亿元,2023,虚构数据
gdp,地区生产总值,128.4,亿元,2024,虚构数据
income,居民人均可支配收入,4.05,万元,2023,虚构数据
income,居民人均可支配收入,4.28,万元,2024,虚构数据
farming,农业增加值,14.2,亿元,2023,虚构数据
farming,农业增加值,14.9,亿元,2024,虚构数据
industry,工业增加值,56.3,亿元,2023,虚构数据
industry,工业增加值,60.1,亿元,2024,虚构数据
services,服务业增加值,49.1,亿元,2023,虚构数据
services,服务业增加值,53.4,亿元,2024,虚构数据
`,
  prose: `全县地区生产总值{{figure "gdp"}}，上年为{{figure "gdp" period="2023"}}。居民人均可支配收入{{figure "income"}}。

各产业的增加值都比上年多，工业最大。这段文字和其中的数字都是示例：改 figures.csv 里的一个数，再运行一次，所有用到它的地方都会跟着改。
`,
};

const english: Sample = {
  title: 'Greenfield in brief (an example)',
  place: 'Greenfield',
  top: '# A report to start from. The town and its numbers are invented.\n# Numbers stand in figures.csv alone and are named by their id; data/README.md describes every field.\n',
  report: `outputs: [deck.pptx, briefing.pdf]

# Figures of the overview
highlights: [output, income]

sections:
  - id: economy
    title: The economy
    findings:
      - id: growth
        # A title states the finding. {{figure "output"}} is that of the report's period, period= names another.
        title: 'Output went from {{figure "output" period="2023"}} to {{figure "output"}}'
        points: |-
          - Income a head stood at {{figure "income"}}
          - The year before it was {{figure "income" period="2023"}}
        # Prose for paper, in a Markdown file
        narrative: economy.md
        chart: industries
        table: industries

# A chart takes its numbers from a table: all columns but the first are series.
charts:
  industries:
    type: column
    title: Output by industry
    table: industries
    unit: million

tables:
  industries:
    caption: Output by industry, million
    head: [Industry, The year before, This year]
    # file: names a CSV or Excel file instead.
    rows:
      - [Farming, '{{figure "farming" period="2023" part="number"}}', '{{figure "farming" part="number"}}']
      - [Manufacturing, '{{figure "manufacturing" period="2023" part="number"}}', '{{figure "manufacturing" part="number"}}']
      - [Services, '{{figure "services" period="2023" part="number"}}', '{{figure "services" part="number"}}']

# What was looked at and is meant so, with the reason.
silence:
  - code: mostly-empty
    reason: An example is short, and leaves room.
`,
  figures: `id,label,value,unit,period,source
output,Output,119.6,million,2023,Invented
output,Output,128.4,million,2024,Invented
income,Income a head,40.5,thousand,2023,Invented
income,Income a head,42.8,thousand,2024,Invented
farming,Output of farming,14.2,million,2023,Invented
farming,Output of farming,14.9,million,2024,Invented
manufacturing,Output of manufacturing,56.3,million,2023,Invented
manufacturing,Output of manufacturing,60.1,million,2024,Invented
services,Output of services,49.1,million,2023,Invented
services,Output of services,53.4,million,2024,Invented
`,
  prose: `Output was {{figure "output"}}, against {{figure "output" period="2023"}} the year before. Income a head came to {{figure "income"}}.

All three industries gained, and manufacturing is the largest. This text and its numbers are an example: change a number in figures.csv, build again, and every place that shows it follows.
`,
};
