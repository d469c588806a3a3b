/** A report in English has no Chinese of ours in any part of any output, and one in Chinese no English of ours. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { allNodes, readPdf } from '../readers/read-pdf.js';
import { buildGiven } from './build-given.js';

const outputs = ['deck.pptx', 'deck.pdf', 'briefing.pdf', 'handout.pdf', 'briefing-print.pdf', 'figures.pdf'];

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

const textsOf = (name: string, bytes: Uint8Array) =>
  name.endsWith('.pptx') ? Promise.resolve(textsOfPackage(bytes)) : textsOfPdf(bytes);

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
${[...kinds, 'range', 'bullet'].map((kind) => `      - { id: f-${kind}, title: About ${kind}, points: One line, charts: [${kind}] }`).join('\n')}
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

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** What names fonts of the theme, which are Chinese by name in a file that may be opened anywhere. */
const isFont = (text: string): boolean =>
  /^[\p{Script=Han}]{2,6}$/u.test(text) && /黑体|宋体|楷体|雅黑|仿宋/.test(text);

describe('a report in English', () => {
  it.each(['annual-briefing', 'chart-gallery'])('has no Han in any part: %s', { timeout: 240_000 }, async (bundle) => {
    const only = bundle === 'annual-briefing' ? outputs : ['deck.pptx', 'briefing.pdf'];
    const given = englishReport(bundle);
    // What a report may say beyond the common is for its bundle to declare.
    const yaml =
      bundle === 'annual-briefing'
        ? given['data/r/report.yaml']!
        : given['data/r/report.yaml']!.replace(
            /^(?:slogan|place|edition|opening|closing|highlights|honours):.*\n|^ +(?:lead|narrative|pictures|picture): .*\n|^ {4}figures: .*\n|^ +tables?: .*\n/gm,
            '',
          );
    const built = await buildGiven({ ...given, 'data/r/report.yaml': yaml }, only);
    expect(built.told.filter((line) => han.test(line))).toEqual([]);
    expect(built.failed, built.told.join('\n')).toBe(false);
    for (const [name, bytes] of Object.entries(built.outputs)) {
      const strange = (await textsOf(name, bytes)).filter(([, text]) => han.test(text) && !isFont(text));
      expect(strange.slice(0, 10), name).toEqual([]);
    }
  });
});

/** Words that stand in the vocabulary of the file formats themselves are not ours to translate. */
const ours =
  /\b(?:Title|Subtitle|Text|Footer|Page number|Table|Chart|Card|Figure|Series|Total|Other|Increase|Decrease|Labels|Contents|Sources?|continued|Notes|Slide)\b/;

describe('a report in Chinese', () => {
  it('has no English word of ours', { timeout: 120_000 }, async () => {
    const built = await buildGiven(
      {
        'data/r/report.yaml': `bundle: annual-briefing
theme: celadon
title: 小镇一年
place: 小镇
period: '2024'
date: '2025-01-31'
opening: '粮食产量{{figure "a"}}。'
highlights: [a]
sections:
  - id: s
    title: 田里
    findings:
      - { id: f, title: 粮食, points: '粮食产量{{figure "a"}}', charts: [w] }
charts:
  w: { type: waterfall, title: 变化, table: t, category: 项, series: [值] }
tables:
  t: { caption: 表, head: [项, 值], rows: [[甲, '3'], [乙, '-1'], [丙, '5']] }
figures: figures.csv
`,
        'data/r/figures.csv': 'id,label,value,unit\na,粮食产量,12,万吨\n',
      },
      ['deck.pptx', 'briefing.pdf'],
    );
    expect(built.failed, built.told.join('\n')).toBe(false);
    const deck = Object.entries(unzipSync(built.outputs['deck.pptx']!))
      .filter(([name]) => /^ppt\/(?:slides|slideLayouts)\/[^/]+\.xml$/.test(name))
      .flatMap(([name, part]) =>
        [...new TextDecoder().decode(part).matchAll(/ name="([^"]*)"|<a:t>([^<]*)</g)].map(
          ([, shape = '', text = '']) => [name, shape + text] as const,
        ),
      );
    expect(deck.length).toBeGreaterThan(50);
    expect(deck.filter(([, text]) => ours.test(text)).slice(0, 10)).toEqual([]);
    const paper = await textsOfPdf(built.outputs['briefing.pdf']!);
    expect(paper.filter(([part, text]) => part !== 'xmp' && ours.test(text))).toEqual([]);
  });
});
