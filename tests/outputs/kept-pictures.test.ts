/**
 * Each page of a small report that stays as it is, beside a picture of it that was looked at and kept:
 * `npx vitest run tests/outputs -u` keeps new ones.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeGrey, differenceOf, encodeGrey, type GreyPicture } from '../readers/grey-picture.js';
import { readPdf } from '../readers/read-pdf.js';
import { projectFolder } from '../cli/recording-world.js';
import { buildOutputs, type Built } from './build-outputs.js';

const names = ['briefing.pdf', 'deck.pdf', 'handout.pdf', 'briefing-print.pdf', 'figures.pdf'] as const;
const options = 'handout: { slides: 4, beside: notes }\nprint: { booklet: A4 }';
let built: Readonly<Record<string, Built>> = {};
beforeAll(async () => {
  built = await buildOutputs(names, options, 'tests/cases/minimal/report');
});

describe.each(names)('%s', (name) => {
  it('looks as it did, page by page', { timeout: 60_000 }, async () => {
    const pdf = await readPdf(built[name]!.bytes);
    const differing: string[] = [];
    for (let page = 0; page < pdf.pages.length; page++) {
      const fault = compareWithKept(
        `${name.replace('.pdf', '')}-${String(page + 1).padStart(2, '0')}.png`,
        (await pdf.render(page, dotsPerInch / 72)).grey,
      );
      if (fault !== null) differing.push(fault);
    }
    expect(differing, 'look at the pages; if they are right, `npx vitest run tests/outputs -u` keeps them').toEqual([]);
    await pdf.close();
  });
});

const dotsPerInch = 40;
/** How far a page may be from its kept picture: rendering differs a little between machines. */
const tolerance = { mean: 3, changed: 0.01 };

function compareWithKept(name: string, picture: GreyPicture): string | null {
  const folder = join(projectFolder, 'tests/outputs/expected');
  const path = join(folder, name);
  const kept = existsSync(path);
  if (!kept && updateMode() === 'none') return `${name} was never kept`;
  if (!kept || updateMode() === 'all') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, encodeGrey(picture));
    return null;
  }
  // Both in sixteen greys, or an even ground would differ by its rounding.
  const difference = differenceOf(decodeGrey(readFileSync(path)), decodeGrey(encodeGrey(picture)));
  if (difference === null) return `${name} has another size`;
  const far = difference.mean > tolerance.mean || difference.changed > tolerance.changed;
  return far
    ? `${name} differs by ${difference.mean.toFixed(1)} of 255 on average, ${(difference.changed * 100).toFixed(1)} % of it strongly`
    : null;
}

/** As for the other kept files: `all` with `-u`, `none` where nothing may be written. */
const updateMode = (): string | undefined =>
  (expect.getState() as unknown as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot;
