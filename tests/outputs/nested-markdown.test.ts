/**
 * Every construct of Markdown inside every other, three deep, on paper and on slides: a screen reader follows all of
 * it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';
import { accessibilityFaults } from '../readers/accessibility-faults.js';
import { allNodes, readPdf } from '../readers/read-pdf.js';
import { buildGiven } from './build-given.js';

const layout = (name: string): string =>
  readFileSync(join(projectFolder, 'templates/annual-briefing/layouts', name), 'utf8');

const report = (templates: Readonly<Record<string, string>>, more = '') => ({
  'data/r/report.yaml': `bundle: own\ntheme: celadon\ntitle: 示例\ndate: '2025-01-16'\nfigures: figures.csv\n${more}`,
  'data/r/figures.csv': 'id,label,value,unit\na,甲,1,个\n',
  'templates/own/layouts/_frame.yaml': layout('_frame.yaml'),
  'templates/own/layouts/text.yaml': layout('text.yaml'),
  ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`templates/own/${name}`, text])),
});

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
/** What may hold others, each around a text that may be of many lines. */
const containers: Readonly<Record<string, (inside: string) => string>> = {
  bullets: (inside) => `- 项\n\n  ${indent(inside, '  ')}\n- 又`,
  numbers: (inside) => `3. 三\n\n   ${indent(inside, '   ')}\n4. 四`,
  tasks: (inside) => `- [ ] 待办\n\n  ${indent(inside, '  ')}\n- [x] 已办`,
  quote: (inside) => `> 引\n>\n> ${indent(inside, '> ')}`,
};
const leaf = '**粗**、*重*、~~删~~、[链](https://example.org/a)与 https://example.org[^n]。';
const names = Object.keys(containers);
const nested = names.flatMap((one) =>
  names.flatMap((two) => names.map((three) => containers[one]!(containers[two]!(containers[three]!(leaf))))),
);
/** Neighbouring lists would be one: a sentence stands between. */
const all = (texts: readonly string[]): string => texts.join('\n\n段落。\n\n');
const table = '| 项 | 值 |\n|---|--:|\n| 一<br>二 | 1 |\n| 少 |\n';

describe('Markdown three deep', () => {
  it('keeps the rules of PDF/UA on paper', { timeout: 180_000 }, async () => {
    const { outputs, told } = await buildGiven(
      report({
        'briefing.hbs': `### 先是三级\n\n${all(nested.filter((_, index) => index % 3 === 1))}\n\n# 一级\n\n### 三级\n\n${table}\n\n[^n]: 注。\n`,
      }),
      ['briefing.pdf'],
    );
    expect(told).toEqual([]);
    expect(await accessibilityFaults(outputs['briefing.pdf']!)).toEqual([]);
  });

  it('keeps them on slides', { timeout: 180_000 }, async () => {
    const slides = nested
      .filter((_, index) => index % 3 === 2)
      .map((text, index) => `{{#slide layout="text" title="页${index}"}}\n${text}\n\n[^n]: 注。\n{{/slide}}`);
    const { outputs, told } = await buildGiven(report({ 'deck.hbs': slides.join('\n') }), ['deck.pdf']);
    expect(told).toEqual([]);
    expect(await accessibilityFaults(outputs['deck.pdf']!)).toEqual([]);
  });

  it('has each list in the body of an item, and each quotation in a quotation', { timeout: 180_000 }, async () => {
    const { outputs } = await buildGiven(report({ 'briefing.hbs': '- 一\n  - 二\n    - 三\n\n> 外\n>\n> > 内\n' }), [
      'briefing.pdf',
    ]);
    const pdf = await readPdf(outputs['briefing.pdf']!);
    const nodes = allNodes(pdf.pages[0]!.structure);
    expect(
      nodes.filter(({ role, children }) => role === 'LBody' && children.some((child) => child.role === 'L')),
    ).toHaveLength(2);
    expect(
      nodes.filter(
        ({ role, children }) => role === 'BlockQuote' && children.some((child) => child.role === 'BlockQuote'),
      ),
    ).toHaveLength(1);
    await pdf.close();
  });
});

describe('what is empty', () => {
  it('leaves no half of a structure: a register of nothing, an empty passage', { timeout: 180_000 }, async () => {
    const given = report({
      'briefing.hbs': '# 一\n\n{{register}}\n\n{{#if report.closing}}{{words report.closing}}{{/if}}\n',
    });
    const { outputs, told } = await buildGiven({ ...given, 'data/r/figures.csv': 'id,label,value,unit\n' }, [
      'briefing.pdf',
    ]);
    expect(told).toEqual([]);
    expect(await accessibilityFaults(outputs['briefing.pdf']!)).toEqual([]);
  });

  it('is told of where it is a table with a head alone', async () => {
    const { failed, told } = await buildGiven(
      report(
        { 'briefing.hbs': '{{table "t"}}\n\n| 项 | 值 |\n|---|---|\n' },
        'tables:\n  t: { head: [项, 值], rows: [] }\n',
      ),
      ['briefing.pdf'],
    );
    expect(failed).toBe(true);
    expect(told).toEqual([
      'data/r/report.yaml:7:3 table-without-rows the table "t" has a head and no row below it',
      'templates/own/briefing.hbs:3:1 table-without-rows a table has a head and no row below it',
    ]);
  });

  it('is told of where a row has more cells than the head', async () => {
    const { told } = await buildGiven(report({ 'briefing.hbs': '| 项 | 值 |\n|---|---|\n| 多 | 3 | 4 |\n' }), [
      'briefing.pdf',
    ]);
    expect(told).toEqual([
      'templates/own/briefing.hbs:3:9 extra-cell this row has 3 cells, but the table has 2 columns',
    ]);
  });

  it('is told of where a tag of HTML stands that Markdown has no word for', async () => {
    const { told } = await buildGiven(report({ 'briefing.hbs': '一<br>二 a < b\n\n<u>三</u>\n\n`<u>`\n' }), [
      'briefing.pdf',
    ]);
    expect(told).toEqual([
      'templates/own/briefing.hbs:3:1 unsupported-markup the HTML tag <u> has no place in a report',
      'templates/own/briefing.hbs:3:5 unsupported-markup the HTML tag </u> has no place in a report',
    ]);
  });
});

describe('what Markdown says', () => {
  it('is raised and lowered, below and over the line', { timeout: 60_000 }, async () => {
    const { outputs, told } = await buildGiven(report({ 'briefing.hbs': 'aaaa^2^ bbbb~3~ CO₂\n' }), ['briefing.pdf']);
    expect(told).toEqual([]);
    const pdf = await readPdf(outputs['briefing.pdf']!);
    expect(pdf.pages[0]!.text.replace(/\s/g, '')).toContain('aaaa2bbbb3CO2');
    await pdf.close();
  });

  it('is printed: first numbers, boxes of tasks, line ends, what is struck', { timeout: 180_000 }, async () => {
    const { outputs } = await buildGiven(
      report({
        'briefing.hbs': '3. 第三\n4. 第四\n\n文\n\n2024. 年度总结\n\n文\n\n- [ ] 未\n- [x] 已\n\n第一<br>第二\n',
      }),
      ['briefing.pdf'],
    );
    const pdf = await readPdf(outputs['briefing.pdf']!);
    const lines = pdf.pages[0]!.text.replace(/[^\S\n]/gu, '');
    for (const said of ['3.第三', '4.第四', '2024.年度总结', '□未', '✓已', '第一\n第二'])
      expect(lines.replaceAll('\n', said.includes('\n') ? '\n' : '')).toContain(said);
    await pdf.close();
  });
});

describe('a template', () => {
  it('sees every key of report.yaml that is a text or a list', async () => {
    const { told, outputs } = await buildGiven(
      report(
        {
          'briefing.hbs':
            '# {{report.footer}}·{{report.author}}·{{report.subject}}·{{report.date}}·{{report.locale}}\n\n{{#each report.keywords}}{{this}} {{/each}}{{#each report.names}}{{this}}{{/each}}\n',
        },
        'footer: 页脚\nauthor: 某局\nsubject: 主题\nkeywords: [一, 二]\nnames: [三年行动]\n',
      ),
      ['briefing.pdf'],
    );
    expect(told).toEqual([]);
    const pdf = await readPdf(outputs['briefing.pdf']!);
    const text = pdf.pages[0]!.text.replace(/\s/g, '');
    expect(text).toContain('页脚·某局·主题·2025年1月16日·zh-CN');
    expect(text).toContain('一二三年行动');
    await pdf.close();
  });

  it.each(['title', 'slogan'])('prints a figure in the %s as it prints it in a text', async (key) => {
    const given = report({ 'briefing.hbs': '# {{report.title}}\n\n{{report.slogan}}\n' });
    const plain = given['data/r/report.yaml'].replace(/^title:.*\n/m, key === 'title' ? '' : 'title: 示例\n');
    const yaml = `${plain}${key}: '达{{figure "a"}}'\n`;
    const { told, outputs } = await buildGiven({ ...given, 'data/r/report.yaml': yaml }, ['briefing.pdf']);
    expect(told).toEqual([]);
    const pdf = await readPdf(outputs['briefing.pdf']!);
    expect(pdf.pages[0]!.text.replace(/\s/g, '')).toMatch(/达[\d.]+/);
    await pdf.close();
  });

  it('tells an unknown figure in the title at its place', async () => {
    const given = report({ 'briefing.hbs': '# {{report.title}}\n' });
    const yaml = given['data/r/report.yaml'].replace(/^title:.*\n/m, `title: '达{{figure "nothing"}}'\n`);
    const { told } = await buildGiven({ ...given, 'data/r/report.yaml': yaml }, ['briefing.pdf']);
    expect(told).toEqual([expect.stringMatching(/^data\/r\/report\.yaml:\d+:\d+ unknown-figure /)]);
  });
});
