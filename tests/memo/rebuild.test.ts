/**
 * A build that takes over results of the one before gives the bytes of a clean one, whatever was edited between them.
 */
import { describe, expect, it } from 'vitest';
import { keepResults } from '../../src/memo/keep-results.js';
import { build, filesBelow, read, templates } from './random-edits.js';

describe('a build after another', () => {
  it('lays and draws again only the slides, charts and parts that show the changed figure', async () => {
    const sources = {
      ...templates,
      ...Object.fromEntries(filesBelow('data/cixi-2024').map((path) => [path, read(path)])),
    };
    const memo = keepResults();
    await build(sources, 'data/cixi-2024', { memo });
    const first = new Map(memo.done);
    const later = keepResults(memo.pack());
    const table = sources['data/cixi-2024/figures.csv'] as string;
    const changed = {
      ...sources,
      'data/cixi-2024/figures.csv': table.replace(/^(ecology\.air,[^,]*),86\.6,/m, '$1,86.7,'),
    };
    const { record } = await build(changed, 'data/cixi-2024', { memo: later });
    const figure = record?.figures.find(({ id }) => id === 'ecology.air');
    const slides = new Set(figure?.places.flatMap(({ document, page }) => (document === 'deck' ? [page] : [])));
    expect(figure?.printed.full).toBe('86.7%');
    expect(slides.size).toBeGreaterThan(1);
    expect(later.done.get('slide')).toBe(slides.size);
    expect(later.done.get('slide part')).toBe(slides.size);
    expect(later.done.get('native chart')).toBe(1);
    expect(later.done.get('chart drawing')).toBe(1);
    expect(later.done.get('data file')).toBeUndefined();
    expect(later.done.get('template')).toBeUndefined();
    expect(first.get('slide')).toBeGreaterThan(15);
  });
});
