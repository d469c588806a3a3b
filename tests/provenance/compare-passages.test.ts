import { describe, expect, it } from 'vitest';
import { comparePassages, shortenPassage } from '../../src/provenance/compare-passages.js';
import type { Passage } from '../../src/provenance/compare-passages.js';

/** Changed pieces in brackets. */
const marked = (passage: Passage): string =>
  passage.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const both = (before: string, after: string): readonly string[] => comparePassages(before, after).map(marked);

describe('two wordings of a passage', () => {
  it('are cut where they differ', () => {
    expect(both('是经济工作的战略指引，坚持不懈。', '是经济工作的主线，坚持不懈。')).toEqual([
      '是经济工作的[战略指引]，坚持不懈。',
      '是经济工作的[主线]，坚持不懈。',
    ]);
  });

  it('keep a number and a word whole', () => {
    expect(both('达546.6亿元', '达551.2亿元')).toEqual(['达[546.6]亿元', '达[551.2]亿元']);
    expect(both('the growth rate', 'the growing rate')).toEqual(['the [growth] rate', 'the [growing] rate']);
  });

  it('have an empty piece where the other one says more', () => {
    expect(both('通过验收。这一年', '通过验收，获评优秀。这一年')).toEqual([
      '通过验收[]。这一年',
      '通过验收[，获评优秀]。这一年',
    ]);
  });

  it('show each of several changes', () => {
    expect(both('甲乙丙丁戊己庚辛', '甲乙天丁戊己地辛')).toEqual(['甲乙[丙]丁戊己[庚]辛', '甲乙[天]丁戊己[地]辛']);
  });

  it('do not keep single characters between two changes', () => {
    expect(both('首先抓好的是工业经济', '首先办成了是外贸增长')).toEqual([
      '首先[抓好的是工业经济]',
      '首先[办成了是外贸增长]',
    ]);
  });

  it('are wholly other where nothing is the same, and the same where all is', () => {
    expect(both('甲乙', '丙丁')).toEqual(['[甲乙]', '[丙丁]']);
    expect(both('甲乙', '甲乙')).toEqual(['甲乙', '甲乙']);
    expect(both('', '甲乙')).toEqual(['[]', '[甲乙]']);
  });

  it('are compared by their ends where they are very long', () => {
    const long = '前'.repeat(2100);
    expect(both(`甲${long}乙`, `甲${'后'.repeat(2100)}乙`)[0]).toBe(`甲[${long}]乙`);
  });
});

describe('a passage for a slide', () => {
  it('is cut to what surrounds its changes', () => {
    const [, after] = comparePassages(
      `${'前'.repeat(40)}旧${'中'.repeat(50)}旧${'后'.repeat(40)}`,
      `${'前'.repeat(40)}新${'中'.repeat(50)}新${'后'.repeat(40)}`,
    );
    expect(marked(shortenPassage(after))).toBe(
      `…${'前'.repeat(16)}[新]${'中'.repeat(16)}…${'中'.repeat(16)}[新]${'后'.repeat(16)}…`,
    );
  });

  it('is left whole where it is short', () => {
    expect(marked(shortenPassage(comparePassages('增长快', '增长较快')[1]))).toBe('增长[较]快');
  });
});
