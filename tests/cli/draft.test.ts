/** A draft says across every page and slide that it is one. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPackage } from '../readers/check-package.js';
import { accessibilityFaults } from '../readers/accessibility-faults.js';
import { allNodes, readPdf } from '../readers/read-pdf.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { editedReport, type EditedReport } from './edited-report.js';

let report: EditedReport;
beforeEach(() => {
  report = editedReport();
});
afterEach(() => {
  report.remove();
});

const build = async (...words: readonly string[]): Promise<void> => {
  const { code, stderr } = await report.briefkit('build', 'report', '--out', 'out', ...words);
  expect([code, stderr.includes('error')]).toEqual([0, false]);
};

/** Of each page: whether the word is the first text drawn, and whether a screen reader meets it. */
const wordOnPages = async (
  file: string,
  word: string,
): Promise<readonly { readonly first: boolean; readonly read: boolean }[]> => {
  const pdf = await readPdf(report.bytes(`out/${file}`));
  const pages = pdf.pages.map(({ pieces, structure }) => ({
    first: pieces[0]?.text === word,
    read: allNodes(structure).some(({ text }) => text.includes(word)),
  }));
  await pdf.close();
  return pages;
};

const parts = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(report.bytes('out/deck.pptx')))
      .filter(([path]) => path.endsWith('.xml'))
      .map(([path, part]) => [path, strFromU8(part)]),
  );

describe('a draft on paper', () => {
  it.each(['briefing.pdf', 'deck.pdf'])(
    'has the word behind all else on every page of %s, and a screen reader passes over it',
    async (file) => {
      await build('--draft', '--only', file);
      const pages = await wordOnPages(file, '草稿');
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.every(({ first, read }) => first && !read)).toBe(true);
      expect(await accessibilityFaults(report.bytes(`out/${file}`))).toEqual([]);
    },
  );

  it("has it once on each slide of a handout, and on the pages of a printer's sheet", async () => {
    await build('--draft', '--only', 'handout.pdf,briefing-print.pdf,deck.pdf');
    const count = async (file: string): Promise<number> => {
      const pdf = await readPdf(report.bytes(`out/${file}`));
      const found = pdf.pages.flatMap(({ pieces }) => pieces).filter(({ text }) => text === '草稿').length;
      await pdf.close();
      return found;
    };
    const slides = (await wordOnPages('deck.pdf', '草稿')).length;
    expect(await count('handout.pdf')).toBe(slides);
    expect((await count('briefing-print.pdf')) % 4).toBe(0);
  });

  it('leaves every letter of the text as dark as it was', async () => {
    const darkest = async (...words: readonly string[]): Promise<number> => {
      await build('--only', 'briefing.pdf', ...words);
      const pdf = await readPdf(report.bytes('out/briefing.pdf'));
      const { grey } = await pdf.render(0);
      await pdf.close();
      return grey.pixels.filter((value) => value < 100).length;
    };
    const plain = await darkest();
    expect(Math.abs((await darkest('--draft')) - plain) / plain).toBeLessThan(0.05);
  });
});

describe('a draft as a deck', () => {
  it('has the word once, on the master, behind its placeholders', async () => {
    await build('--draft', '--only', 'deck.pptx');
    const found = [...parts()].filter(([, xml]) => xml.includes('草稿')).map(([path]) => path);
    expect(found).toEqual(['ppt/slideMasters/slideMaster1.xml']);
    const master = parts().get('ppt/slideMasters/slideMaster1.xml')!;
    expect(master.indexOf('草稿')).toBeLessThan(master.indexOf('<p:ph '));
    expect(master).toMatch(/<a:xfrm rot="\d+">[\s\S]*<a:alpha val="\d+"\/>/);
    const bytes = report.bytes('out/deck.pptx');
    expect(checkPackage(bytes)).toEqual([]);
    expect(await validatorErrors(bytes)).toEqual([]);
  });
});

describe('the word', () => {
  it("is the report's own where it names one, without any option", async () => {
    report.edit('report.yaml', 'bundle:', 'draft: 征求意见稿\nbundle:');
    await build('--only', 'briefing.pdf');
    expect((await wordOnPages('briefing.pdf', '征求意见稿')).every(({ first }) => first)).toBe(true);
  });

  it('is DRAFT in an English report', async () => {
    report.edit('report.yaml', 'locale: zh-CN', 'locale: en-GB\ndraft: true');
    await build('--only', 'briefing.pdf');
    expect((await wordOnPages('briefing.pdf', 'DRAFT')).every(({ first }) => first)).toBe(true);
  });

  it('is not there unless asked for, nor where the report says false', async () => {
    report.edit('report.yaml', 'bundle:', 'draft: false\nbundle:');
    await build();
    expect((await wordOnPages('briefing.pdf', '草稿')).some(({ first }) => first)).toBe(false);
    expect([...parts().values()].some((xml) => xml.includes('草稿'))).toBe(false);
  });

  it('is an error at its place where the font lacks a character', async () => {
    report.edit('report.yaml', 'bundle:', 'draft: 稿\u{1F600}\nbundle:');
    const { code, stderr } = await report.briefkit('build', 'report', '--out', 'out');
    expect(code).toBe(1);
    expect(stderr).toMatch(/report\/report\.yaml:1:8 .*no font of the theme has the character/);
  });
});
