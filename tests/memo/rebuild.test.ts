/**
 * A build that takes over results of the one before gives the bytes of a clean one, whatever was edited between them.
 */
import { describe, expect, it } from 'vitest';
import { markOfBytes } from '../../src/memo/content-mark.js';
import { keepResults } from '../../src/memo/keep-results.js';
import { build, filesBelow, read, templates } from './random-edits.js';

describe('a build after another', () => {
  it.each([
    { how: 'as they are', options: {} },
    { how: 'packed at once', options: { mostPacked: Infinity } },
  ])('lays and draws again only what shows the changed figure, from results kept $how', async ({ options }) => {
    const sources = {
      ...templates,
      ...Object.fromEntries(filesBelow('data/cixi-2024').map((path) => [path, read(path)])),
    };
    const memo = keepResults(new Map(), options);
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

  it('makes anew what was forgotten, with the same bytes', async () => {
    const sources = {
      ...templates,
      ...Object.fromEntries(filesBelow('data/cixi-2024').map((path) => [path, read(path)])),
    };
    const few = keepResults(new Map(), { mostPacked: 200_000 });
    const { outputs } = await build(sources, 'data/cixi-2024', { memo: few });
    const later = keepResults(few.pack(), { mostPacked: 200_000 });
    const again = await build(sources, 'data/cixi-2024', { memo: later });
    const clean = await build(sources, 'data/cixi-2024', {});
    const marks = (built: typeof outputs): readonly string[] => built.map(({ bytes }) => markOfBytes(bytes));
    expect(marks(outputs)).toEqual(marks(clean.outputs));
    expect(marks(again.outputs)).toEqual(marks(clean.outputs));
    expect(later.done.get('slide')).toBeGreaterThan(0);
  });
});
