/**
 * A build that takes over results of the one before gives the bytes of a clean one, whatever was edited between them.
 */
import { describe, expect, it } from 'vitest';
import { markOfBytes } from '../../src/memo/content-mark.js';
import { keepResults } from '../../src/memo/keep-results.js';
import { smallTemplate, usualLayouts } from '../powerpoint/template/small-template.js';
import { build, filesBelow, read, templates } from './random-edits.js';

const marksOf = ({ outputs, record, diagnostics }: Awaited<ReturnType<typeof build>>): unknown => ({
  outputs: outputs.map(({ name, bytes }) => `${name} ${markOfBytes(bytes)}`),
  record,
  diagnostics,
});

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

  it('tells again of an unknown figure in words that are as they were', async () => {
    const report = 'data/halden-2024';
    const files = { ...templates, ...Object.fromEntries(filesBelow(report).map((path) => [path, read(path)])) };
    const words = (files[`${report}/report.yaml`] as string).replace(
      /^subtitle: .*$/m,
      'subtitle: \'{{figure "nowhere"}}\'',
    );
    const memo = keepResults();
    const told = async (comment: string): Promise<readonly string[]> => {
      const { diagnostics } = await build({ ...files, [`${report}/report.yaml`]: `${words}\n# ${comment}\n` }, report, {
        memo,
      });
      memo.turn();
      return diagnostics.map(({ message }) => message);
    };
    expect(await told('one')).toContain('unknown figure "nowhere"');
    expect(await told('two')).toContain('unknown figure "nowhere"');
  });

  it('gives the bytes of a clean build after each of several figures that changed one after another', async () => {
    const report = 'data/halden-2024';
    const files = { ...templates, ...Object.fromEntries(filesBelow(report).map((path) => [path, read(path)])) };
    const lines = (files[`${report}/figures.csv`] as string).split('\n');
    // Of the rows 1, 5 and 9 another value, one after another; then the first as it was.
    const other = (row: number): string =>
      lines[row]!.replace(/^((?:[^,]*,){2})(-?[\d.]+)/, (_, before: string, value: string) => {
        const digits = value.split('.')[1]?.length ?? 0;
        return before + (Number(value) * 1.37).toFixed(digits);
      });
    const memo = keepResults();
    const changed = new Set<number>();
    for (const row of [0, 1, 5, 9, 1]) {
      if (changed.has(row)) changed.delete(row);
      else if (row > 0) changed.add(row);
      const table = lines.map((line, index) => (changed.has(index) ? other(index) : line)).join('\n');
      const sources = { ...files, [`${report}/figures.csv`]: table };
      const next = await build(sources, report, { memo });
      memo.turn();
      expect(next.outputs.length).toBeGreaterThan(1);
      expect(marksOf(next)).toEqual(marksOf(await build(sources, report)));
    }
    expect(changed).toEqual(new Set([5, 9]));
  });

  it('gives the bytes of a clean build on a template, whichever of report and template changed', async () => {
    const report = 'data/halden-2024';
    const files = { ...templates, ...Object.fromEntries(filesBelow(report).map((path) => [path, read(path)])) };
    const figures = `${report}/figures.csv`;
    const lines = (files[figures] as string).split('\n');
    const otherFigures = lines
      .map((line, row) => (row === 1 ? line.replace(/,(\d+),/, (_, value: string) => `,${Number(value) + 1},`) : line))
      .join('\n');
    const usual = smallTemplate({ layouts: usualLayouts, slides: [{ title: 'Sample', layout: 2 }] });
    const fewer = smallTemplate({ layouts: usualLayouts.slice(0, 3) });
    const states: readonly (readonly [figures: string, template: Uint8Array | null, draft: boolean])[] = [
      [lines.join('\n'), usual, false],
      [otherFigures, usual, false],
      [otherFigures, fewer, false],
      [lines.join('\n'), null, false],
      [lines.join('\n'), usual, true],
      [otherFigures, usual, true],
    ];
    const memo = keepResults();
    const job = { template: 'brand.pptx', templateFonts: 'none', only: ['deck.pptx'] };
    for (const [table, template, draft] of states) {
      const sources = { ...files, [figures]: table, ...(template && { 'brand.pptx': template }) };
      const next = await build(sources, report, { ...job, draft, memo });
      memo.turn();
      expect(next.outputs).toHaveLength(template === null ? 0 : 1);
      expect(marksOf(next)).toEqual(marksOf(await build(sources, report, { ...job, draft })));
    }
  }, 60_000);
});
