/**
 * Decks made inside templates of our own, as LibreOffice sets them: a page a slide, no text out of its box or off the
 * slide, none that its ground hides, every title in a title's placeholder.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTemplate, usualLayouts, type SmallTemplate } from '../powerpoint/template/small-template.js';
import { slideTexts } from '../readers/slide-texts.js';
import { buildSample, convertTo } from './office-tools.js';
import { pageRasters } from './page-raster.js';
import { setGlyphs } from './set-glyphs.js';
import { textFaults } from './text-faults.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-office-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [wide, high] = [12_192_000, 6_858_000];
/** The usual layouts on slides of another size, in EMU. */
const layoutsFor = (width: number, height: number): typeof usualLayouts =>
  usualLayouts.map((layout) => ({
    ...layout,
    placeholders: layout.placeholders.map(({ box, ...placeholder }) => ({
      ...placeholder,
      ...(box !== undefined && {
        box: box.map((length, side) =>
          Math.round(length * (side % 2 === 0 ? width / wide : height / high)),
        ) as unknown as typeof box,
      }),
    })),
  }));

/** The tools are waited for: between two of them the runner hears that the test goes on. */
const breath = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

const dark = { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' };
const templates: Readonly<Record<string, SmallTemplate>> = {
  'the usual layouts': { layouts: usualLayouts },
  'a dark template of 4:3': {
    layouts: layoutsFor(9_144_000, high),
    colorMap: dark,
    size: [9_144_000, high],
  },
  'one layout on A4': { layouts: [usualLayouts[3]!], size: [9_906_000, high] },
  'a template of 720 × 405 pt': { layouts: layoutsFor(9_144_000, 5_143_500), size: [9_144_000, 5_143_500] },
};

describe.each(Object.entries(templates))('the sample report on %s', (name, template) => {
  it('is set within its boxes, on the slide, so that it can be read', async () => {
    const target = join(folder, name.replace(/\W/g, ''));
    const file = join(folder, 'brand.pptx');
    writeFileSync(file, smallTemplate(template));
    await buildSample(target, '--template', file, '--only', 'deck.pptx');
    await breath();
    const deck = slideTexts(new Uint8Array(readFileSync(join(target, 'deck.pptx'))));
    await convertTo('pdf', join(target, 'deck.pptx'), target);
    await breath();
    const pdf = join(target, 'deck.pdf');
    expect(textFaults(deck, await setGlyphs(pdf), await pageRasters(pdf))).toEqual([]);
    for (const { path, texts } of deck.slides)
      expect([path, texts.filter((text) => text.isTitle).length]).toEqual([path, 1]);
  }, 300_000);
});
