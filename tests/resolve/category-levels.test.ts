/** Categories that belong to others, as the columns of a table name them. */
import { expect, it } from 'vitest';
import { inLevels } from '../../src/resolve/category-levels.js';

const series = [{ name: '支出', points: [] }];

it('are named by all columns; where the outermost are empty those of the row above go on', () => {
  const { categories, parents } = inLevels(
    [
      ['民生', '', '', '治理'],
      ['教育', '', '卫生', ''],
    ],
    { categories: ['小学', '中学', '医院', '公安'], series },
    null,
  );
  expect(categories).toEqual(['小学', '中学', '医院', '公安']);
  expect(parents).toEqual([['民生', '教育'], ['民生', '教育'], ['民生', '卫生'], ['治理']]);
});

it('are called by the last that they belong to where they have no name of their own', () => {
  const { categories, parents } = inLevels(
    [
      ['民生', '治理'],
      ['教育', '公安'],
    ],
    { categories: ['小学', ''], series },
    null,
  );
  expect(categories).toEqual(['小学', '公安']);
  expect(parents?.[1]).toEqual(['治理']);
});
