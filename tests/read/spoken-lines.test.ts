/** Figures in titles and other lines that are properties of a file or names as well. */
import { expect, it } from 'vitest';
import { blocksOf, readFrom, reportYaml, slidesOf, textOf, withYaml } from './report-files.js';

const titled = {
  'report.yaml': reportYaml.replace(
    'title: 慈溪',
    `title: '增加值{{figure "industry.added"}}，{{change "industry.added"}}'`,
  ),
};

it('a title says its figures, in the file properties in plain text', () => {
  const { value, told } = readFrom(titled);
  expect(told).toEqual([]);
  expect(value!.title).toBe('增加值546.6亿元，同比增长8.1%');
  expect(value!.meta.title).toBe('增加值546.6亿元，同比增长8.1%');
});

it('a title that a template prints has its figures bound', () => {
  const { blocks, told } = blocksOf('# {{report.title}}', { report: titled });
  expect(told).toEqual([]);
  const [heading] = blocks;
  const inlines = heading?.kind === 'heading' ? heading.inlines : [];
  expect(textOf(inlines)).toBe('增加值546.6亿元，同比增长8.1%');
  expect(inlines.flatMap((inline) => (inline.kind === 'figure' ? [inline.id] : []))).toEqual([
    'industry.added',
    'industry.added',
  ]);
});

it('a chapter and a slide are called by what their titles say', () => {
  const sections = `sections: [{ id: a, title: '工业{{figure "industry.added"}}' }]\n`;
  const { slides, told } = slidesOf(
    '{{#each report.sections}}{{#chapter id=this.id title=this.title}}{{#slide layout="text" title=this.title}}{{/slide}}{{/chapter}}{{/each}}',
    { report: withYaml(sections) },
  );
  expect(told).toEqual([]);
  expect(slides[0]!.chapter!.title).toBe('工业546.6亿元');
  expect(textOf(slides[0]!.title)).toBe('工业546.6亿元');
});

it('a footer and the title of a chart say them too; other braces stay as they are', () => {
  const yaml = `footer: 'a {{b}} {{label "gdp.growth"}}'\nslogan: '{{not}} a figure'\ncharts:\n  c: { type: bar, title: '{{label "gdp.growth"}}一览', figures: [industry.added] }\n`;
  const { value, told } = readFrom(withYaml(yaml.replace(' {{b}}', '')));
  expect(told).toEqual([]);
  expect(value!.meta.footer).toBe('a 地区生产总值');
  expect(value!.fields['slogan']).toBe('{{not}} a figure');
  expect(value!.charts.get('c')!.title).toBe('地区生产总值一览');
});

it('an unknown figure in a title is told at its place', () => {
  const { told } = readFrom({ 'report.yaml': reportYaml.replace('title: 慈溪', `title: '{{figure "gdp.grwth"}}'`) });
  expect(told).toEqual([expect.stringContaining('data/r/report.yaml:3:9 unknown-figure')]);
});
