/** Newspaper pages of other reports: in English, of one chapter, of far too much text. */
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { allText, layNewspaper, overlaps } from './lay-newspaper.js';

const sentence = '各项工作平稳有序推进，重点项目建设提速，营商环境持续改善，居民生活更加便利，产业结构进一步优化。';

/** A report of invented words: so many chapters, each of so many paragraphs. */
const reportOf = (chapters: number, paragraphs: number, more = ''): Readonly<Record<string, string>> => ({
  'data/words/report.yaml': `bundle: annual-briefing
theme: celadon
locale: zh-CN
title: 虚构的文字
date: '2025-01-16'
figures: figures.csv
${more}
sections:
${Array.from(
  { length: chapters },
  (_, chapter) => `  - id: c${chapter}
    title: 第${chapter + 1}章说一件事
    findings:
      - id: f${chapter}
        title: 结论写在这里
        points: |-
${Array.from({ length: paragraphs }, () => `          ${sentence}${sentence}\n`).join('\n')}`,
).join('\n')}
`,
  'data/words/figures.csv': 'id,label,value,unit\na,虚构指标,1,个\n',
});

const sevenTenths = 0.7;

describe('a newspaper page of a company, in English', () => {
  it('has no Chinese on it, its charts beside its words, and nothing upon anything else', {
    timeout: 60_000,
  }, async () => {
    const { pages, bytes, told } = await layNewspaper('data/halden-2024');
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pages!.pages).toHaveLength(1);
    expect(allText(pages!)).not.toMatch(/\p{Script=Han}/u);
    expect(pages!.pages[0]!.items.filter(({ kind }) => kind === 'chart').length).toBeGreaterThanOrEqual(3);
    expect(overlaps(pages!)).toEqual([]);
    expect(await accessibilityFaults(bytes!)).toEqual([]);
  });
});

describe('a newspaper page of one chapter', () => {
  it('is one story over all columns, and is told to be empty where it is', { timeout: 60_000 }, async () => {
    const { pages, told } = await layNewspaper('data/words', reportOf(1, 3));
    expect(pages!.pages).toHaveLength(1);
    expect(told.map(({ code }) => code)).toEqual(['page-half-empty']);
    expect(overlaps(pages!)).toEqual([]);
  });

  it('goes on at a second page, with a mark at both places', { timeout: 60_000 }, async () => {
    const { pages, bytes, told } = await layNewspaper('data/words', reportOf(1, 110));
    expect(told).toEqual([]);
    expect(pages!.pages).toHaveLength(2);
    const text = allText(pages!);
    expect(text).toContain('（下转第2版）');
    expect(text).toContain('（上接第1版）第1章说一件事');
    expect(overlaps(pages!)).toEqual([]);
    expect(await accessibilityFaults(bytes!)).toEqual([]);
  });
});

describe('a newspaper page of too much text', () => {
  it('is told with its place, and with how much is over', { timeout: 60_000 }, async () => {
    const { bytes, told } = await layNewspaper('data/words', reportOf(3, 200));
    expect(bytes).toBeNull();
    expect(told.map(({ code, span }) => `${span?.file}:${span?.line} ${code}`)).toEqual([
      'data/words/report.yaml:15 stories-too-long',
    ]);
    const [, all, over] = /(\d+) characters, .* about (\d+) characters too many/.exec(told[0]!.message) ?? [];
    expect(Number(over) / Number(all)).toBeGreaterThan(sevenTenths);
    expect(Number(over)).toBeLessThan(Number(all));
  });

  it('flows to a second page where it is less', { timeout: 60_000 }, async () => {
    const { pages, told } = await layNewspaper('data/words', reportOf(4, 24));
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pages!.pages).toHaveLength(2);
    const text = allText(pages!).replace(/\s/gu, '');
    expect(text.split(sentence.slice(0, 8)).length - 1).toBeGreaterThan(4 * 24);
    expect(overlaps(pages!)).toEqual([]);
  });
});

describe('what a page on a grid has no place for', () => {
  it('is told where it stands: text outside, an area of another name, a style that nobody has', {
    timeout: 60_000,
  }, async () => {
    const template = `{{#area "bannr"}}{{report.title}}{{/area}}

A line.

{{#area "banner"}}{{#paragraph style="bannner"}}{{report.title}}{{/paragraph}}{{/area}}
{{#each report.sections}}{{#story id=this.id title=this.title}}{{words this.lead}}{{/story}}{{/each}}
`;
    const { told } = await layNewspaper('data/words', {
      ...reportOf(1, 3),
      'data/words/templates/newspaper.hbs': template,
    });
    expect(
      told.filter(({ severity }) => severity === 'error').map(({ code, span }) => `${span?.line} ${code}`),
    ).toEqual(expect.arrayContaining(['1 unknown-area', '3 outside-grid', '5 unknown-style']));
  });
});
