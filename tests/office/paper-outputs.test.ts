/** The PDFs that a report may ask for beside its briefing, in the tools of those who take them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample, pageCount, runTool } from './office-tools.js';

const names = ['deck.pdf', 'handout.pdf', 'briefing-print.pdf', 'figures.pdf', 'briefing.pdf'] as const;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-paper-'));
  await buildSample(folder, '--only', names.join(','));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
const textOf = async (name: string): Promise<string> =>
  withoutSpace(await runTool('pdftotext', join(folder, name), '-'));

describe.each(names)('%s', (name) => {
  it('is sound, tagged, and drawn without a complaint', async () => {
    expect(await runTool('qpdf', '--check', join(folder, name))).toContain('No syntax or stream encoding errors found');
    expect(await runTool('pdfinfo', join(folder, name))).toMatch(/^Tagged:\s+yes$/m);
    expect(
      await runTool('mutool', 'draw', '-q', '-o', join(folder, `${name}-%d.png`), '-r', '30', join(folder, name)),
    ).toBe('');
  });

  it('embeds every font as a subset with its Unicode map', async () => {
    const fonts = (await runTool('pdffonts', join(folder, name))).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
  });
});

describe('what they say', () => {
  it("is the same on a printer's sheet as in the briefing, in the same order", async () => {
    expect(await textOf('briefing-print.pdf')).toBe(await textOf('briefing.pdf'));
  });

  it('is cut to the size of the page, with bleed around it', async () => {
    const boxes = await runTool('pdfinfo', '-box', join(folder, 'briefing-print.pdf'));
    expect(boxes).toMatch(/^TrimBox:\s+28\.\d+\s+28\.\d+\s/m);
    expect(boxes).toMatch(/^BleedBox:\s+20\.00\s+20\.00\s/m);
    expect((await pageCount(join(folder, 'briefing-print.pdf'))) % 4).toBe(0);
  });
});
