/** What is said of a chart: its title, and the unit of its numbers once. */
import { describe, expect, it } from 'vitest';
import { measureLine } from '../../src/locale/chart-words.js';

describe('the line above a chart', () => {
  it.each([
    ['Revenue', '$m', 'en', 'Revenue, $m'],
    ['Revenue, $m', '$m', 'en', 'Revenue, $m'],
    ['Revenue by segment, USD million, unaudited', 'USD million', 'en', 'Revenue by segment, USD million, unaudited'],
    ['Revenue (USD million) by segment', 'USD million', 'en', 'Revenue (USD million) by segment'],
    ['What people want', 'people', 'en', 'What people want, people'],
    ['people', 'people', 'en', 'people'],
    ['营业收入', '亿元', 'zh-CN', '营业收入，亿元'],
    ['营业收入（亿元）', '亿元', 'zh-CN', '营业收入（亿元）'],
    ['营业收入，亿元，未经审计', '亿元', 'zh-CN', '营业收入，亿元，未经审计'],
  ])('of “%s” in %s', (title, measured, language, line) => {
    expect(measureLine({ title, measured, language })).toBe(line);
  });
});
