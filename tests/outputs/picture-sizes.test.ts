/** What the pictures of the sample report weigh, and how sharp they are where they stand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from '../readers/pictures-of.js';
import { buildOutputs, type Built } from './build-outputs.js';

const stated = 250;
let built: Readonly<Record<string, Built>> = {};
beforeAll(async () => {
  built = await buildOutputs(['briefing.pdf', 'deck.pptx', 'deck.pdf']);
});

/** Pixels to an inch of the sample's drawings over the whole width of a page: they have no more. */
const allPixels = 231;

describe('the sample briefing', () => {
  it('stays under 600,000 bytes', () => {
    expect(built['briefing.pdf']!.bytes.length).toBeLessThan(600_000);
  });

  it('has four pictures, each in the resolution that is promised, and no more than 1.7 times as much, for each brings two sizes', async () => {
    const pictures = await picturesOf(built['briefing.pdf']!.bytes);
    expect(pictures.length).toBe(4);
    for (const { resolution } of pictures) {
      expect(resolution).toBeGreaterThanOrEqual(Math.min(stated, allPixels) * 0.99);
      expect(resolution).toBeLessThan(stated * 1.7);
    }
  });
});

describe('the sample deck', () => {
  it('stays under 780,000 bytes, its slides in finer pictures than the briefing', async () => {
    expect(built['deck.pptx']!.bytes.length).toBeLessThan(780_000);
    const widths = (await picturesOf(built['deck.pdf']!.bytes)).map(({ width }) => width);
    expect([...new Set(widths)]).toEqual([1600]);
  });
});

describe("a resolution of the report's own", () => {
  it('brings finer pictures, coarser ones, or all pixels', { timeout: 60_000 }, async () => {
    const of = async (resolution: string): Promise<number[]> => {
      const outputs = await buildOutputs(['briefing.pdf'], `resolution: { briefing.pdf: ${resolution} }`);
      return (await picturesOf(outputs['briefing.pdf']!.bytes)).map((picture) => Math.round(picture.resolution));
    };
    const [coarse, fine, all] = [await of('96'), await of('300'), await of('original')];
    for (const resolution of coarse) expect(resolution).toBeLessThan(96 * 1.7);
    for (const resolution of fine) expect(resolution).toBeGreaterThanOrEqual(Math.min(300, allPixels) * 0.99);
    expect(all.every((resolution) => resolution >= allPixels * 0.99)).toBe(true);
  });

  it('names an output that there is', async () => {
    await expect(buildOutputs(['briefing.pdf'], 'resolution: { brief.pdf: 300 }')).rejects.toThrow(
      'there is no output "brief.pdf"',
    );
  });
});
