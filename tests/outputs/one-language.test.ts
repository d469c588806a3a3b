/** A report in English has no Chinese of ours in any part of any output, and one in Chinese no English of ours. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { allNodes, readPdf } from '../readers/read-pdf.js';
import { buildGiven } from './build-given.js';

const annual = [
  ...['deck.pptx', 'deck.pdf', 'deck.html', 'briefing.pdf', 'briefing.html'],
  ...['handout.pdf', 'briefing-print.pdf', 'figures.pdf'],
];
/** Bundles that are given the same report, with all their outputs. */
const bundles: readonly (readonly [bundle: string, outputs: readonly string[]])[] = [
  ['annual-briefing', annual],
  ['company-review', ['deck.pptx', 'deck.pdf', 'briefing.pdf']],
  ['newspaper', ['newspaper.pdf', 'newspaper.html']],
  ['chart-gallery', ['deck.pptx', 'briefing.pdf']],
];

/** Every text that a file holds, with the part where it stands: of archives within archives too. */
function textsOfPackage(bytes: Uint8Array, within = ''): (readonly [part: string, text: string])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]): (readonly [string, string])[] => {
    const path = `${within}${name}`;
    if (name.endsWith('.xlsx')) return textsOfPackage(part, `${path}!`);
    if (!/\.(?:xml|rels|vml)$/.test(name)) return [];
    const xml = new TextDecoder().decode(part);
    const texts = [...xml.matchAll(/>([^<]+)<|="([^"]*)"/g)].map(([, text = '', value = '']) => text + value);
    return texts.map((text) => [path, text] as const);
  });
}

async function textsOfPdf(bytes: Uint8Array): Promise<(readonly [part: string, text: string])[]> {
  const pdf = await readPdf(bytes);
  const found = pdf.pages.flatMap((page, index) => [
    [`page ${index + 1}`, page.text] as const,
    ...allNodes(page.structure).map(({ alt }) => [`page ${index + 1} alt`, alt ?? ''] as const),
    ...page.links.map(({ contents }) => [`page ${index + 1} link`, contents] as const),
  ]);
  const titles = pdf.outline.map(({ title }) => ['outline', title] as const);
  const facts = [['language', pdf.language ?? ''] as const, ['xmp', pdf.xmp] as const];
  await pdf.close();
  return [...found, ...titles, ...facts];
}

/** What a page says and what its elements are called; scripts and styles are no text. */
function textsOfPage(bytes: Uint8Array): (readonly [part: string, text: string])[] {
  const page = new TextDecoder().decode(bytes).replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  const texts = [...page.matchAll(/>([^<]+)<|(?:lang|title|alt|aria-label|content|name)="([^"]*)"/g)];
  return texts.map(([, text = '', value = '']) => ['page', text + value] as const);
}

const textsOf = (name: string, bytes: Uint8Array) => {
  if (name.endsWith('.pptx')) return Promise.resolve(textsOfPackage(bytes));
  return name.endsWith('.html') ? Promise.resolve(textsOfPage(bytes)) : textsOfPdf(bytes);
};

const kinds = [
  'bar',
  'column',
  'line',
  'area',
  'pie',
  'doughnut',
  'radar',
  'lollipop',
  'stepped',
  'waterfall',
  'funnel',
  'treemap',
];

const englishReport = (bundle: string): Record<string, string> => ({
  'data/r/report.yaml': `bundle: ${bundle}
theme: celadon
locale: en
title: A year in Northfield
slogan: Step by step
place: Northfield
period: '2024'
edition: '2025'
date: '2025-01-31'
author: Office of statistics
footer: A year in Northfield
opening: 'Revenue was {{figure "a"}}, {{change "a"}}.'
closing: Invented figures, for a test.
highlights: [a, b, c]
honours: [d]
draft: true
handout: { slides: 3, beside: lines }
sections:
  - id: s
    title: Trade
    lead: 'Staff was {{figure "b"}}.'
    figures: [a, b]
    findings:
      - id: f
        title: 'Revenue {{change "a"}}'
        points: |-
          - Revenue {{figure "a"}}
            - of which *exports*
          - Margin {{figure "c"}}[^n]
        narrative: narrative/a.md
        notes: 'Say {{figure "a"}}.[^n]'
        tables: [t]
        charts: [combo]
${[...kinds, 'range', 'bullet'].map((kind, index) => `      - { id: f${index}, title: About ${kind}, points: One line, charts: [${kind}] }`).join('\n')}
footnotes:
  n: As of year end.
charts:
${kinds.map((kind) => `  ${kind}: { type: ${kind}, title: Chart ${kind}, table: t, category: Town, series: [Exports], unit: $ million }`).join('\n')}
  range: { type: range, title: Chart range, table: t, category: Town, series: [Imports, Exports] }
  bullet: { type: bullet, title: Chart bullet, table: t, category: Town, series: [Imports, Exports] }
  combo: { type: combo, title: Chart combo, table: t, category: Town, series: [Exports, Imports], lines: [Imports] }
tables:
  t:
    caption: Trade by town
    head: [Town, Imports, Exports]
    rows: [[Ash, '12', '20.5'], [Elm, '8', '14'], [Oak, '5', '9']]
figures: figures.csv
`,
  'data/r/figures.csv': `id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note
a,Revenue,1234.5,$ million,over,2024,8.1,%,year on year,,,higher,Annual accounts,
b,Staff,6842,people,,2024,-3,people,vs 2023,,,,Payroll,
c,Margin,18.3,%,,2024,1.2,pp,year on year,,,higher,Annual accounts,rounded
d,Competitiveness,,,,2024,,,,3,in the national list,,Ranking,
`,
  'data/r/narrative/a.md':
    'It’s “well known” that revenue was {{figure "a"}}.\n\n> Said the mayor.\n\n| Town | Value |\n|---|--:|\n| Ash | 12 |\n',
});

/** The same report, said in Chinese. */
const chineseReport = (bundle: string): Record<string, string> => {
  const words: readonly (readonly [RegExp, string])[] = [
    [/^locale: en$/m, 'locale: zh-CN'],
    [/A year in Northfield/g, '北田一年'],
    [/Step by step/, '一步一步'],
    [/Northfield/g, '北田'],
    [/Office of statistics/, '统计局'],
    [/Revenue was/, '收入'],
    [/Invented figures, for a test\./, '数字为测试所设。'],
    [/Staff was/, '职工'],
    [/title: Trade/, 'title: 贸易'],
    [/Revenue \{\{/g, '收入{{'],
    [/of which \*exports\*/, '其中*出口*'],
    [/Margin/g, '利润率'],
    [/Say \{\{/, '讲{{'],
    [/About (\w+)/g, '图'],
    [/points: One line/g, 'points: 一行'],
    [/title: Chart \w+/g, 'title: 图表'],
    [/\$ million/g, '亿元'],
    [/caption: Trade by town/, 'caption: 各镇贸易'],
    [/\bTown\b/g, '镇'],
    [/\bImports\b/g, '进口'],
    [/\bExports\b/g, '出口'],
    [/\[Ash, /, '[甲镇, '],
    [/\[Elm, /, '[乙镇, '],
    [/\[Oak, /, '[丙镇, '],
    [/As of year end\./, '年末数。'],
  ];
  const yaml = words.reduce((text, [from, to]) => text.replace(from, to), englishReport(bundle)['data/r/report.yaml']!);
  return {
    'data/r/report.yaml': yaml,
    'data/r/figures.csv': `id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note
a,收入,1234.5,亿元,超,2024,8.1,%,同比,,,higher,年度决算,
b,职工,6842,人,,2024,-3,%,比2023年,,,,工资册,
c,利润率,18.3,%,,2024,1.2,百分点,同比,,,higher,年度决算,四舍五入
d,竞争力,,,,2024,,,,3,全国百强,,榜单,
`,
    'data/r/narrative/a.md':
      '“众所周知”，收入为{{figure "a"}}。\n\n> 镇长说。\n\n| 镇 | 值 |\n|---|--:|\n| 甲镇 | 12 |\n',
  };
};

/** A page a month, in either language. */
const monthlyReport = (language: 'en' | 'zh-CN'): Record<string, string> => {
  const say = (english: string, chinese: string): string => (language === 'en' ? english : chinese);
  return {
    'data/r/report.yaml': `bundle: monthly-quality
theme: celadon
locale: ${language}
title: ${say('Falls', '跌倒')}
unit_name: ${say('Cardiology', '心内科')}
organisation: ${say('Northfield Hospital', '北田医院')}
period: 2024-09
date: '2024-10-08'
finding: ${say('Falls rose', '跌倒增加')}
summary: ${say('Two months in a row.', '连续两个月。')}
measures: [falls]
run: run
run_finding: ${say('As seen', '如图')}
causes: causes
areas: areas
actions: ${say('"- More rounds"', '"- 增加巡视"')}
reading: ${say('From left to right.', '从左到右。')}
definitions: ${say('A fall is a fall.', '跌倒即跌倒。')}
charts:
  run: { title: ${say('By month', '按月')}, type: line, table: areas, category: ${say('Room', '房间')}, series: [${say('Number', '次数')}] }
  causes: { title: ${say('By room', '按房间')}, type: bar, table: areas, category: ${say('Room', '房间')}, series: [${say('Number', '次数')}] }
tables:
  areas:
    caption: ${say('Rooms', '房间')}
    head: [${say('Room', '房间')}, ${say('Number', '次数')}]
    rows: [[${say('North', '北')}, 3], [${say('South', '南')}, 1]]
`,
    'data/r/figures.csv': `id,label,value,unit,period,target,better,source\nfalls,${say('Falls', '跌倒')},4,${say('people', '次')},2024-09,2,lower,${say('Log', '登记本')}\n`,
  };
};

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** What names fonts of the theme, which are Chinese by name in a file that may be opened anywhere. */
const isFont = (text: string): boolean =>
  /^[\p{Script=Han}]{2,6}$/u.test(text) && /黑体|宋体|楷体|雅黑|仿宋/.test(text);

/** What a report may say beyond the common is for its bundle to declare. */
const asDeclared = (yaml: string, bundle: string): string => {
  if (bundle === 'company-review') return yaml.replace(/^honours:.*\n/m, '');
  return bundle !== 'chart-gallery'
    ? yaml
    : yaml.replace(
        /^(?:slogan|place|edition|opening|closing|highlights|honours):.*\n|^ +(?:lead|narrative|pictures|picture): .*\n|^ {4}figures: .*\n|^ +tables?: .*\n/gm,
        '',
      );
};

const builtOf = async (
  given: Record<string, string>,
  bundle: string,
  outputs: readonly string[],
): Promise<readonly (readonly [output: string, texts: readonly (readonly [string, string])[]])[]> => {
  const yaml = asDeclared(given['data/r/report.yaml']!, bundle);
  const built = await buildGiven({ ...given, 'data/r/report.yaml': yaml }, outputs);
  expect(built.failed, built.told.join('\n')).toBe(false);
  expect(Object.keys(built.outputs)).toEqual(expect.arrayContaining([...outputs]));
  return Promise.all(
    Object.entries(built.outputs).map(async ([name, bytes]) => [name, await textsOf(name, bytes)] as const),
  );
};

/** Chinese of ours, or a text that is said to be Chinese. */
const isChinese = (text: string): boolean => (han.test(text) && !isFont(text)) || /^zh(?:-|$)/.test(text);

describe('a report in English', () => {
  it.each(bundles)('has no Han in any part: %s', { timeout: 240_000 }, async (bundle, outputs) => {
    for (const [name, texts] of await builtOf(englishReport(bundle), bundle, outputs))
      expect(texts.filter(([, text]) => isChinese(text)).slice(0, 10), name).toEqual([]);
  });

  it('has none on a page a month', { timeout: 120_000 }, async () => {
    for (const [name, texts] of await builtOf(monthlyReport('en'), 'monthly-quality', ['page.pdf', 'page.html']))
      expect(texts.filter(([, text]) => isChinese(text)).slice(0, 10), name).toEqual([]);
  });
});

/** Words that stand in the vocabulary of the file formats themselves are not ours to translate. */
const latin = /[A-Za-z]{2,}/;
const vocabulary =
  /^(?:zh-CN|viewport|width=device-width.*|generator|author|description|default-src .*|Sheet1|briefkit.*)$/;

/** What readers of a file see or hear: its texts, names of its shapes, layouts, series and sheets. */
const seen = (name: string, bytes: Uint8Array) =>
  name.endsWith('.pptx') ? Promise.resolve(seenInPackage(bytes)) : textsOf(name, bytes);

function seenInPackage(bytes: Uint8Array, within = ''): (readonly [part: string, text: string])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]): (readonly [string, string])[] => {
    if (name.endsWith('.xlsx')) return seenInPackage(part, `${name}!`);
    if (
      !/(?:slides|slideLayouts|slideMasters|notesSlides|charts|worksheets)\/[^/]+\.xml$|sharedStrings|workbook\.xml$/.test(
        name,
      )
    )
      return [];
    const xml = new TextDecoder().decode(part);
    const texts = [
      ...xml.matchAll(/<(?:a:t|c:v|t)(?: [^>]*)?>([^<]*)</g),
      ...xml.matchAll(/<(?:p:cNvPr|p:cSld|sheet)\b[^>]*? name="([^"]*)"/g),
      ...xml.matchAll(/ (?:descr|title)="([^"]*)"/g),
    ];
    return texts.map(([, text = '']) => [`${within}${name}`, text] as const);
  });
}

describe('a report in Chinese', () => {
  it.each(bundles)('has no English word of ours: %s', { timeout: 240_000 }, async (bundle, outputs) => {
    const given = chineseReport(bundle);
    const yaml = asDeclared(given['data/r/report.yaml']!, bundle);
    const built = await buildGiven({ ...given, 'data/r/report.yaml': yaml }, outputs);
    expect(built.failed, built.told.join('\n')).toBe(false);
    for (const [name, bytes] of Object.entries(built.outputs)) {
      const texts = await seen(name, bytes);
      expect(texts.length, name).toBeGreaterThan(10);
      const strange = texts.filter(
        ([part, text]) => part !== 'xmp' && latin.test(text) && !vocabulary.test(text.trim()),
      );
      expect(strange.slice(0, 10), name).toEqual([]);
    }
  });

  it('has none on a page a month', { timeout: 120_000 }, async () => {
    const built = await buildGiven(monthlyReport('zh-CN'), ['page.pdf', 'page.html']);
    expect(built.failed, built.told.join('\n')).toBe(false);
    for (const [name, bytes] of Object.entries(built.outputs)) {
      const texts = await seen(name, bytes);
      const strange = texts.filter(
        ([part, text]) => part !== 'xmp' && latin.test(text) && !vocabulary.test(text.trim()),
      );
      expect(strange.slice(0, 10), name).toEqual([]);
    }
  });
});
