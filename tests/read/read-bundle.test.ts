import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';

const frame =
  'background: lt2\nregions:\n  title: { accepts: [title], box: [0, 0, 100, 10], placeholder: title }\n  body: { accepts: [list], box: [0, 20, 100, 10] }\n';
const bundleOf = (layouts: Record<string, string>) => {
  const diagnostics: Diagnostic[] = [];
  const files = memoryFiles({
    'templates/plain/deck.hbs': '',
    ...Object.fromEntries(
      Object.entries(layouts).map(([name, text]) => [`templates/plain/layouts/${name}.yaml`, text]),
    ),
  });
  const bundle = readBundle('plain', { files, tell: (diagnostic) => void diagnostics.push(diagnostic) });
  return { layouts: bundle!.layouts, codes: diagnostics.map(({ code }) => code) };
};

describe('a layout that extends a frame', () => {
  it('has its regions and its ground, and its own regions in their place', () => {
    const { layouts, codes } = bundleOf({
      _frame: frame,
      chart: 'label: 图\nextends: frame\nregions:\n  body: { accepts: [chart], box: [0, 20, 50, 10] }\n',
    });
    const chart = layouts.get('chart')!;
    expect(codes).toEqual([]);
    expect(chart.background).toEqual({ slot: 'lt2' });
    expect(chart.regions.map(({ name, accepts, box }) => [name, accepts, box.width])).toEqual([
      ['title', ['title'], 100],
      ['body', ['chart'], 50],
    ]);
  });

  it('leaves the frame itself out of the layouts', () => {
    expect([...bundleOf({ _frame: frame, text: 'extends: frame\nregions: {}\n' }).layouts.keys()]).toEqual(['text']);
  });

  it('tells of a frame that is not there', () => {
    expect(bundleOf({ text: 'extends: frmae\nregions: {}\n' }).codes).toEqual(['unknown-frame']);
  });
});
