/** `briefkit build --mark-changes`: a draft that shows what changed since an earlier state. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPackage } from '../readers/check-package.js';
import { accessibilityFaults } from '../readers/accessibility-faults.js';
import { objectsOf } from '../readers/pdf-objects-of.js';
import { readPdf, type PdfContent, type PdfPiece } from '../readers/read-pdf.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { editedReport, type EditedReport } from './edited-report.js';

let report: EditedReport;
beforeEach(async () => {
  report = editedReport();
  await report.briefkit('build', 'report', '--out', 'out');
});
afterEach(() => {
  report.remove();
});

const changeGrain = (): void => {
  report.edit('figures.csv', 'grain,粮食产量,2.5,万吨,,2024,3.2', 'grain,粮食产量,2.6,万吨,,2024,3.4');
};
const changeProse = (): void => {
  report.edit('narrative/harvest.md', '早稻收得早。', '早稻收得更早。');
};

const mark = async (...words: readonly string[]): Promise<void> => {
  const { code, stderr } = await report.briefkit('build', 'report', '--out', 'out', '--mark-changes', 'out', ...words);
  expect([code, stderr.includes('error')]).toEqual([0, false]);
};

const part = (path: string): string | undefined => {
  const found = unzipSync(report.bytes('out/deck.marked.pptx'))[path];
  return found === undefined ? undefined : strFromU8(found);
};

const slides = (): readonly { readonly xml: string; readonly comments: readonly string[] }[] => {
  const found: { xml: string; comments: readonly string[] }[] = [];
  for (let number = 1; part(`ppt/slides/slide${number}.xml`) !== undefined; number++) {
    const comments = [...(part(`ppt/comments/comment${number}.xml`) ?? '').matchAll(/<p:text>([^<]*)<\/p:text>/g)].map(
      ([, text]) => text!,
    );
    found.push({ xml: part(`ppt/slides/slide${number}.xml`)!, comments });
  }
  return found;
};

const withMarkedBriefing = async <Result>(look: (pdf: PdfContent) => Result | Promise<Result>): Promise<Result> => {
  const pdf = await readPdf(report.bytes('out/briefing.marked.pdf'));
  const result = await look(pdf);
  await pdf.close();
  return result;
};

/** The share of dark pixels on a row or in a column of a page, at three pixels a point. */
const scale = 3;
type Grey = Awaited<ReturnType<PdfContent['render']>>['grey'];
const darkShare = (
  { width, pixels }: Grey,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): number => {
  let [dark, all] = [0, 0];
  for (let y = Math.round(box.y * scale); y < (box.y + box.height) * scale; y++) {
    for (let x = Math.round(box.x * scale); x < (box.x + box.width) * scale; x++) {
      all += 1;
      if (pixels[y * width + x]! < 190) dark += 1;
    }
  }
  return dark / all;
};

describe('the files of a draft with marks', () => {
  it('have names of their own and leave the clean ones and their record alone', async () => {
    const clean = ['out/deck.pptx', 'out/briefing.pdf', 'out/build.json'].map((path) => report.bytes(path));
    changeGrain();
    await mark();
    expect(
      ['deck.marked.pptx', 'briefing.marked.pdf'].every((name) => existsSync(join(report.folder, 'out', name))),
    ).toBe(true);
    expect(['out/deck.pptx', 'out/briefing.pdf', 'out/build.json'].map((path) => report.bytes(path))).toEqual(clean);
  });

  it('are the clean ones where nothing changed', async () => {
    await mark();
    expect(Buffer.compare(report.bytes('out/briefing.marked.pdf'), report.bytes('out/briefing.pdf'))).toBe(0);
    expect(Buffer.compare(report.bytes('out/deck.marked.pptx'), report.bytes('out/deck.pptx'))).toBe(0);
  });

  it('have the same bytes when made again', async () => {
    changeGrain();
    changeProse();
    await mark();
    const first = [report.bytes('out/briefing.marked.pdf'), report.bytes('out/deck.marked.pptx')];
    await mark();
    expect(
      [report.bytes('out/briefing.marked.pdf'), report.bytes('out/deck.marked.pptx')].map((bytes, index) =>
        Buffer.compare(bytes, first[index]!),
      ),
    ).toEqual([0, 0]);
  });

  it('are not made where there is no such state before', async () => {
    const { code, stderr } = await report.briefkit(
      'build',
      'report',
      '--out',
      'elsewhere',
      '--mark-changes',
      'nowhere',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('"nowhere" is no report folder');
    expect(existsSync(join(report.folder, 'elsewhere'))).toBe(false);
  });
});

describe('on paper', () => {
  const readAloud = (): readonly string[] =>
    [...objectsOf(report.bytes('out/briefing.marked.pdf')).matchAll(/\/ActualText <FEFF([0-9a-f]+)>/g)]
      .map(([, hex]) => Buffer.from(hex!, 'hex').swap16().toString('utf16le'))
      .filter((text) => text.includes('原'));
  const isOld = ({ text }: PdfPiece): boolean => text.includes('2.5');

  it('an old value stands behind the new one, smaller', async () => {
    changeGrain();
    await mark();
    await withMarkedBriefing((pdf) => {
      expect(
        pdf.pages
          .map(({ text }) => text)
          .join('')
          .replace(/\s/gu, ''),
      ).toContain('全年粮食产量2.6万吨2.5万吨，同比增长3.4%同比增长3.2%；新修机耕路14公里，');
      const pieces = pdf.pages.flatMap((page) => page.pieces);
      const old = pieces.filter(isOld);
      expect(old.length).toBeGreaterThan(3);
      for (const piece of old.filter(({ size }) => size < 9))
        expect(
          pieces.some(({ text, y, size }) => text.includes('2.6') && size > piece.size && Math.abs(y - piece.y) < 60),
        ).toBe(true);
    });
  });

  it('a line runs through it', async () => {
    changeGrain();
    await mark();
    await withMarkedBriefing(async (pdf) => {
      const page = pdf.pages.findIndex(({ pieces }) => pieces.some(isOld));
      const { grey } = await pdf.render(page, scale);
      for (const { x, y, width, size, text } of pdf.pages[page]!.pieces.filter(isOld)) {
        const row = {
          x: x + size * (text.startsWith(' ') ? 0.4 : 0.1),
          y: y - size * 0.36 - 1 / scale,
          width: width - size * 0.6,
          height: 2 / scale,
        };
        expect(darkShare(grey, row), text).toBeGreaterThan(0.45);
      }
    });
  });

  it('a bar stands in the margin beside its line, and beside no other', async () => {
    changeGrain();
    await mark();
    await withMarkedBriefing(async (pdf) => {
      const number = pdf.pages.findIndex(({ text }) => text.includes('早稻收得早'));
      const { grey } = await pdf.render(number, scale);
      const { pieces } = pdf.pages[number]!;
      const besides = ({ y, size }: PdfPiece): number =>
        darkShare(grey, { x: 48 - 11, y: y - size * 0.8, width: 2, height: size * 0.8 });
      expect(besides(pieces.find(({ text }) => text.includes('全年'))!)).toBeGreaterThan(0.9);
      expect(besides(pieces.find(({ text }) => text.includes('早稻'))!)).toBe(0);
    });
  });

  it('a paragraph of another wording has a bar', async () => {
    changeProse();
    await mark();
    await withMarkedBriefing(async (pdf) => {
      const number = pdf.pages.findIndex(({ text }) => text.includes('早稻收得更早'));
      const { grey } = await pdf.render(number, scale);
      const besides = (word: string): number => {
        const { y, size } = pdf.pages[number]!.pieces.find(({ text }) => text.includes(word))!;
        return darkShare(grey, { x: 48 - 11, y: y - size * 0.8, width: 2, height: size * 0.8 });
      };
      expect([besides('早稻'), besides('晚稻')]).toEqual([1, 0]);
    });
  });

  it('a chart says below what it showed before', async () => {
    changeGrain();
    await mark();
    await withMarkedBriefing((pdf) => {
      expect(
        pdf.pages
          .map(({ text }) => text)
          .join('')
          .replace(/\s/gu, ''),
      ).toContain('修改：粮食产量+3.4%+3.2%');
    });
  });

  it('is read aloud as what it was, and keeps the rules of PDF/UA', async () => {
    changeGrain();
    changeProse();
    await mark();
    expect(readAloud()).toContain('（原为2.5万吨）');
    expect(readAloud()).toContain('（原为同比增长3.2%）');
    expect(await accessibilityFaults(report.bytes('out/briefing.marked.pdf'))).toEqual([]);
  });

  it('a card strikes what changed of its figure, and no more', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5,', 'grain,粮食产量,2.6,');
    await mark();
    expect([...new Set(readAloud())]).toEqual(['（原为2.5万吨）']);
  });

  it('works for the register alone and for a print shop', async () => {
    changeGrain();
    await mark('--only', 'figures.pdf,briefing-print.pdf');
    for (const name of ['figures.marked.pdf', 'briefing-print.marked.pdf'])
      expect(await accessibilityFaults(report.bytes(`out/${name}`))).toEqual([]);
  });
});

describe('in the deck', () => {
  it('a comment on each slide that shows the figure says old and new', async () => {
    changeGrain();
    await mark();
    const marked = slides().filter(({ comments }) =>
      comments.some((text) => text.includes('粮食产量：2.5万吨 → 2.6万吨')),
    );
    expect(marked.length).toBeGreaterThan(1);
    for (const { xml } of marked) expect(xml).toContain('2.6');
    const without = slides().filter(({ comments }) => comments.length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const { xml } of without) expect(xml).not.toContain('2.6万吨');
    // The old value stands in the comment and in what the slide says of itself, never in what it shows.
    const shown = slides().flatMap(({ xml }) => [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text!));
    expect(shown.join('\n')).not.toContain('2.5万吨');
  });

  it('an outline stands around what shows it', async () => {
    changeGrain();
    await mark();
    for (const { xml, comments } of slides()) {
      const outlines = xml.match(/<p:cNvPr [^>]*name="修改 \d+"/g) ?? [];
      expect(outlines.length).toBe(comments.filter((text) => !text.startsWith('备注')).length);
    }
  });

  it('tells of the speaker notes, too', async () => {
    changeGrain();
    await mark();
    expect(slides().flatMap(({ comments }) => comments)).toContain('备注 粮食产量：2.5万吨 → 2.6万吨');
  });

  it('comments on other wording with the old one', async () => {
    report.edit('report.yaml', '- 新修机耕路{{figure "road"}}', '- 全年新修机耕路{{figure "road"}}');
    await mark();
    expect(slides().flatMap(({ comments }) => comments)).toContain('文字有修改，原文：新修机耕路14公里');
  });

  it('says which figure is new', async () => {
    report.edit('figures.csv', 'road,', 'lane,新修小路,3,公里,,2024,,,,,,higher,小镇统计站,\nroad,');
    await mark();
    expect(
      slides()
        .flatMap(({ comments }) => comments)
        .some((text) => text.includes('新修小路：新增，3公里')),
    ).toBe(true);
  });

  it("has one author, the report's date, and no error for the validator", async () => {
    changeGrain();
    changeProse();
    await mark();
    const all = slides().flatMap(({ comments }) => comments).length;
    expect(part('ppt/commentAuthors.xml')).toContain(`name="briefkit" initials="BK" lastIdx="${all}"`);
    const numbers = slides().flatMap((_, index) =>
      [
        ...(part(`ppt/comments/comment${index + 1}.xml`) ?? '').matchAll(/dt="2025-01-31T00:00:00\.000" idx="(\d+)"/g),
      ].map(([, number]) => Number(number)),
    );
    expect(numbers).toEqual(Array.from({ length: all }, (_, index) => index + 1));
    const bytes = report.bytes('out/deck.marked.pptx');
    expect(checkPackage(bytes)).toEqual([]);
    expect(await validatorErrors(bytes)).toEqual([]);
  });

  it('is listed on pages at its end where it is a PDF, and there slides are named as links', async () => {
    changeGrain();
    await mark('--only', 'deck.pdf,handout.pdf');
    const bytes = report.bytes('out/deck.marked.pdf');
    const pdf = await readPdf(bytes);
    const last = pdf.pages.at(-1)!;
    expect(last.text.replace(/\s/gu, '')).toMatch(/修改对照表.*幻灯片第\d+页.*粮食产量：2.5万吨→2.6万吨/u);
    expect(last.links.every(({ page }) => page !== null && page < pdf.pages.length - 1)).toBe(true);
    await pdf.close();
    for (const name of ['deck.marked.pdf', 'handout.marked.pdf'])
      expect(await accessibilityFaults(report.bytes(`out/${name}`)), name).toEqual([]);
  });

  it('has the word of a draft besides, where both are asked for', async () => {
    changeGrain();
    await mark('--draft');
    expect(part('ppt/slideMasters/slideMaster1.xml')).toContain('草稿');
    await withMarkedBriefing((pdf) => {
      expect(pdf.pages.every(({ pieces }) => pieces[0]!.text === '草稿')).toBe(true);
    });
  });
});
