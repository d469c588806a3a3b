/**
 * A small report with an input of every kind that briefkit reads: what mutants are made of. Its numbers are invented.
 */
import canvas from 'canvas';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { cutWebFont } from '../../src/writers/svg/web-font-file.js';
import { encodePng } from '../../src/raster/encode-png.js';
import { projectFolder } from '../cli/recording-world.js';
import { smallTemplate, usualLayouts } from '../powerpoint/template/small-template.js';
import { handmadeParts } from '../read/data/workbook/handmade-workbook.js';

export type Inputs = Readonly<Record<string, string | Uint8Array>>;

/** The report's folder. */
export const reportFolder = 'data/f';

const yaml = `bundle: own
theme: small
locale: zh-CN
outputs: [deck.pptx, deck.pdf, briefing.pdf]
title: '山水县{{figure "gdp" period="2024"}}'
subtitle: '数据为虚构，{{change "gdp"}}'
place: 山水县
period: '2024'
date: '2025-01-16'
edition: '2025'
footer: 山水县2024年度简报
keywords: [山水, 示例]
names: [三年行动]
units: [盏]
cover: photo
figures:
  - figures.csv
  - { file: more.xlsx, sheet: 指标 }
  - more.json
derive:
  gdp.share: { label: 工业占比, value: 'share(industry, gdp)' }
highlights: [gdp, industry, lamps]
footnotes:
  scope: 规模以上。
tables:
  towns: { file: tables/towns.csv, caption: 各镇, totals: [合计], notes: [示例。] }
  tsv: { file: tables/rows.tsv, markup: false }
  book: { file: tables/book.xlsx, sheet: 财政, head: 1 }
  typed: { caption: 写在这里, head: [项, 值], align: [start, decimal], rows: [[甲, '1.5'], [乙, '{{figure "lamps"}}']] }
charts:
  growth: { type: column, title: 生产总值, figures: [gdp], last: 3, unit: 亿元 }
  towns: { type: bar, title: 各镇人口, table: towns, series: 人口（万人）, top: 3, emphasise: [甲镇] }
  share: { type: doughnut, title: 结构, table: book, series: 数额 }
  own:
    type: chartjs
    title: 自己的图
    chartjs: { type: line, data: { labels: [a, b, c], datasets: [{ label: x, data: [1, 3, 2] }] }, options: { scales: { y: { beginAtZero: true } } } }
pictures:
  photo: { file: pictures/photo.jpg, caption: 照片（示意图）, alt: 一片颜色, focus: { x: 0.4, y: 0.6 } }
  pixel: { file: pictures/pixel.png, caption: 像素 }
  drawing: { file: pictures/drawing.svg, caption: 图形 }
checks:
  - { label: 合计, sum: [industry, services], equals: gdp, tolerance: 400 }
silence:
  - { code: unused-figure, at: services, reason: 只作核对 }
sections:
  - id: work
    title: '工业{{figure "industry"}}'
    lead: '{{figure "industry"}}，{{change "industry"}}。'
    figures: [industry]
    findings:
      - { id: one, title: '增加值{{change "industry"}}', narrative: narrative/one.md, points: "- 要点{{figure \\"gdp.share\\"}}\\n- 又一点[^scope]", charts: [growth], notes: 先讲工业。 }
      - { id: two, title: 各镇, tables: [towns], charts: [towns] }
      - { id: three, title: 图形, pictures: [drawing] }
      - { id: four, title: 图, charts: [share, own], points: 两图。 }
      - { id: five, title: 表, tables: [book], charts: [towns] }
      - { id: six, title: 两表, tables: [typed] }
      - { id: seven, title: 像素, tables: [tsv] }
      - { id: eight, title: 照片, pictures: [pixel], points: 一点。 }
programme: { title: 下一年, strategies: [{ title: 一, text: 做好 }], actions: [二], areas: [三] }
closing: 示例，数据为虚构。
`;

const figures = `id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note
gdp,地区生产总值,1080.2,亿元,,2022,,,,,,higher,示例年鉴,
gdp,,1150.3,,,2023,,,,,,,,
gdp,,1219.0,,,2024,,,同比,,,,,
industry,工业增加值,546.6,亿元,超,2024,8.1,%,同比,6,百强县,higher,示例年鉴,"含, 逗号"
services,服务业增加值,=gdp - industry,亿元,,2024,,,,,,,示例年鉴,
lamps,路灯,1200,盏,余,2024,-3.5,%,同比,,,lower,示例年鉴,
`;

const narrative = `2024年，工业增加值{{figure "industry"}}，{{change "industry"}}[^a]。**重点**、*强调*、~~删去~~和[链接](https://example.org/a)。

- 第一点
  1. 里层
  2. 又一
- 第二点

| 项 | 值 |
|---|--:|
| 甲 | {{figure "lamps"}} |
| 乙<br>丙 | 2.5 |

> 引一句话。

[^a]: 注脚{{figure "gdp"}}。
`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><style>.a{fill:#1b7472}path{fill:rgb(20 30 40 / 50%)}</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="teal"/></linearGradient></defs>
<g transform="translate(4 4) rotate(3)"><rect class="a" width="50" height="30" rx="4"/><circle cx="80" cy="30" r="20" fill="url(#g)"/></g>
<path class="b" d="M10 60 C 20 40 40 80 60 60 S 90 50 110 70 Z" opacity=".5"/><use href="#p" x="3"/><polygon id="p" points="5,70 20,60 30,75"/></svg>`;

const theme = (celadon: string): string =>
  celadon
    .replace(/name: celadon/, 'name: small')
    .replaceAll(/regular: \[[^\]]*\]/g, `regular: [${reportFolder}/fonts/a.ttf, ${reportFolder}/fonts/b.ttf]`)
    .replaceAll(/bold: \[[^\]]*\]/g, `bold: [${reportFolder}/fonts/b.ttf]`);

const picture = (): Buffer => {
  const drawn = canvas.createCanvas(64, 40);
  const context = drawn.getContext('2d');
  for (let column = 0; column < 64; column++) {
    context.fillStyle = `hsl(${column * 5} 60% 50%)`;
    context.fillRect(column, 0, 1, 40);
  }
  return drawn.toBuffer('image/jpeg', 90 as never);
};

const pixels = (): Uint8Array =>
  Uint8Array.from({ length: 24 * 16 * 4 }, (_, index) => (index % 4 === 3 ? 200 : (index * 7) % 256));

const cell = (name: string, text: string): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;

const book = (sheet: string, rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  zipSync(
    handmadeParts({
      formats: ['0.0', '0.0%', '#,##0.00', 'yyyy-mm-dd'],
      sheets: [
        {
          name: sheet,
          rows: rows
            .map(
              (cells, row) =>
                `<row r="${row + 1}">${cells
                  .map((value, column) => {
                    const name = `${String.fromCharCode(65 + column)}${row + 1}`;
                    return typeof value === 'string' ? cell(name, value) : `<c r="${name}" s="1"><v>${value}</v></c>`;
                  })
                  .join('')}</row>`,
            )
            .join(''),
        },
      ],
    }),
  );

/** Every file of a folder of the project, by a new name. */
function copied(folder: string, to: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(projectFolder, folder)).flatMap((name): [string, string][] => {
      const path = `${folder}/${name}`;
      if (statSync(join(projectFolder, path)).isDirectory())
        return /pictures/.test(name) ? [] : Object.entries(copied(path, `${to}/${name}`));
      return /\.(?:hbs|yaml)$/.test(name) ? [[`${to}/${name}`, readFileSync(join(projectFolder, path), 'utf8')]] : [];
    }),
  );
}

/** By paths from the working folder. */
export function baseReport(): Inputs {
  const templates = copied('templates/annual-briefing', 'templates/own');
  const files: Record<string, string | Uint8Array> = {
    [`${reportFolder}/report.yaml`]: yaml,
    [`${reportFolder}/figures.csv`]: figures,
    [`${reportFolder}/more.json`]: '{ "roads": { "label": "道路", "value": 12.5, "unit": "公里", "period": "2024" } }',
    [`${reportFolder}/more.xlsx`]: book('指标', [
      ['id', 'label', 'value', 'unit', 'period'],
      ['trees', '树木', 5.0, '个', '2024'],
    ]),
    [`${reportFolder}/narrative/one.md`]: narrative,
    [`${reportFolder}/tables/towns.csv`]:
      '镇,人口（万人）,说明\n甲镇,12.5,**大**\n乙镇,8.0,-\n丙镇,3.1,"两行\n字"\n合计,23.6,\n',
    [`${reportFolder}/tables/rows.tsv`]: '城市, 县\t2023\t2024\n甲\t1\t2\n乙\t3\t4\n',
    [`${reportFolder}/tables/book.xlsx`]: book('财政', [
      ['项目', '数额'],
      ['教育', 62.4],
      ['卫生', 35.1],
      ['农林', 28.6],
    ]),
    [`${reportFolder}/pictures/photo.jpg`]: new Uint8Array(picture()),
    [`${reportFolder}/pictures/pixel.png`]: encodePng(pixels(), 24, 16, 'best'),
    [`${reportFolder}/pictures/drawing.svg`]: svg,
    [`${reportFolder}/brand.pptx`]: smallTemplate({ layouts: usualLayouts, slides: [{ title: 'Sample', layout: 1 }] }),
    'templates/themes/small/theme.yaml': theme(
      readFileSync(join(projectFolder, 'templates/themes/celadon/theme.yaml'), 'utf8'),
    ),
    ...templates,
  };
  return { ...files, ...fonts(files) };
}

/** Two fonts: one of Latin letters and digits, one of every character that the texts have. */
function fonts(files: Inputs): Record<string, Uint8Array> {
  const said = Object.values(files).filter((file): file is string => typeof file === 'string');
  const own = readdirSync(join(projectFolder, 'src/locale'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(projectFolder, 'src/locale', name), 'utf8'));
  const inBooks = '\u2002\u3000树木教育卫生农林①②③—–…·•▲▼−≈“”‘’、。，；：（）《》？！零一二三四五六七八九十百千万亿';
  const all = [...new Set([...said, ...own, inBooks].join(''))];
  const codes = all.map((character) => character.codePointAt(0)!).sort((one, other) => one - other);
  const source = new Uint8Array(
    readFileSync(
      join(projectFolder, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    ),
  );
  return {
    [`${reportFolder}/fonts/a.ttf`]: cutWebFont(
      source,
      codes.filter((code) => code < 0x80),
    ),
    [`${reportFolder}/fonts/b.ttf`]: cutWebFont(source, codes),
  };
}
