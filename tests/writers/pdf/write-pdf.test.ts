import { describe, expect, it } from 'vitest';
import type { PageSet } from '../../../src/model/page.js';
import type { SlideLayout } from '../../../src/model/slide-layout.js';
import { stackHeight } from '../../../src/text/stack-paragraphs.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { allNodes, readPdf } from '../../readers/read-pdf.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import {
  collectingContext,
  node,
  page,
  pageSet,
  paragraph,
  run,
  samplePages,
  style,
  textItem,
} from './sample-pages.js';

const write = (pages: PageSet): Promise<Uint8Array> => writePdf(pages, collectingContext());
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** One paragraph on one page. */
const onePage = (text: string): PageSet =>
  pageSet(
    [page('1', textItem({ x: 56, y: 56, width: 483, height: 40 }, 1, paragraph(text, 483, 1)))],
    [node('Document', null), node('P', 0)],
  );

describe('a written PDF', async () => {
  const bytes = await write(samplePages());
  const pdf = await readPdf(bytes);

  it('gives its text back in reading order', () => {
    expect(withoutSpaces(pdf.pages[0]!.text)).toBe(
      '慈溪年报2024稳进提质，交出高分答卷' +
        '2024年，全市实现地区生产总值2862.03亿元，按可比价格计算，比上年增长5.9%。其中规上工业增加',
    );
    expect(withoutSpaces(pdf.pages[1]!.text)).toContain(
      '•工业经济稳中向好指标数值财政收入412.8亿元图1杭州湾数据见统计公报，目录在第1页。',
    );
  });

  it('puts each character where the lines say', () => {
    const last = pdf.pages[0]!.pieces.at(-1)!;
    expect(last.x).toBeCloseTo(56, 1);
    expect(last.x + last.width).toBeCloseTo(56 + 483, 1); // a justified line ends at the edge
  });

  it('reads a paragraph that runs over two pages as one', async () => {
    const parts = pdf.pages.map(({ structure }) => allNodes(structure).find(({ role }) => role === 'P')!.text);
    expect(withoutSpaces(parts.join(''))).toMatch(/^2024年.*规上工业增加值增长8\.1%.*3\.9%。$/);
    expect(objectsOf(bytes).match(/\/S \/P /g)).toHaveLength(2); // it, and the one with links
  });

  it('nests lists, tables and captions as they were structured', () => {
    const roles = allNodes(pdf.pages[1]!.structure).map(({ role }) => role);
    expect(roles.join(' ')).toBe(
      'Root Document P L LI Lbl LBody Table THead TR TH TH TBody TR TH TD Figure Caption P Link Link',
    );
  });

  it('gives each figure its words and its box', () => {
    const figure = allNodes(pdf.pages[1]!.structure).find(({ role }) => role === 'Figure')!;
    expect(figure.alt).toBe('杭州湾的傍晚');
    expect(figure.bbox).toEqual([56, 842 - 350, 256, 842 - 250]);
  });

  it('links to addresses and to pages, each with words for who cannot see it', () => {
    expect(pdf.pages[1]!.links).toEqual([
      { url: 'https://www.cixi.gov.cn/%E7%BB%9F%E8%AE%A1', page: null, contents: '统计公报' },
      { url: null, page: 0, contents: '第1页' },
    ]);
  });

  it('has bookmarks and page labels', () => {
    expect(pdf.outline).toEqual([
      { title: '稳进提质', page: 0, children: [{ title: '主要指标', page: 1, children: [] }] },
    ]);
    expect(pdf.pages.map(({ label }) => label)).toEqual(['i', '1']);
  });

  it('says alike in both places what it is', () => {
    expect(pdf.info).toMatchObject({
      Title: '慈溪 & 2024 <年报>',
      Author: '统计局',
      Keywords: '经济, 2024',
      CreationDate: 'D:20250118000000Z',
      ModDate: 'D:20250118000000Z',
    });
    expect(pdf.xmp).toContain('慈溪 &#38; 2024 &#60;年报&#62;');
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.xmp).toContain('<xmp:CreateDate>2025-01-18T00:00:00Z</xmp:CreateDate>');
    expect([pdf.language, pdf.tagged]).toEqual(['zh-CN', true]);
  });

  it('draws ink, not only text that can be copied', async () => {
    for (const index of [0, 1]) expect((await pdf.render(index)).inked).toBeGreaterThan(0.01);
  });

  it('is the same, byte for byte, each time', async () => {
    expect(Buffer.compare(await write(samplePages()), bytes)).toBe(0);
  });
});

describe('text of all kinds', () => {
  it('stands as far apart as layout measures: the larger of the spaces between two paragraphs', async () => {
    const set = [
      [9, 4],
      [2, 6],
      [10, 3],
    ].map(([spaceBefore, spaceAfter]) => ({
      ...paragraph('段', 483, 1),
      spaceBefore: spaceBefore!,
      spaceAfter: spaceAfter!,
    }));
    const pdf = await readPdf(
      await write(
        pageSet(
          [page('1', textItem({ x: 56, y: 56, width: 483, height: 90 }, 1, ...set))],
          [node('Document', null), node('P', 0)],
        ),
      ),
    );
    const [first, second, third] = pdf.pages[0]!.pieces.map(({ y }) => y) as [number, number, number];
    expect([first - second, second - third].map(Math.abs).map(Math.round)).toEqual([18 + 4, 18 + 10]);
    expect(stackHeight(set)).toBe(18 + 4 + 18 + 10 + 18);
    await pdf.close();
  });

  it('reports a character that no font has, once, with its page, and draws no box for it', async () => {
    const context = collectingContext();
    const pdf = await readPdf(await writePdf(onePage('山𪚥水𪚥'), context));
    expect(context.reported).toHaveLength(1);
    expect(context.reported[0]).toMatchObject({ code: 'missing-glyph', span: { file: 'briefing.hbs' } });
    expect(context.reported[0]!.message).toContain('U+2A6A5');
    expect(withoutSpaces(pdf.pages[0]!.text)).toBe('山水');
  });

  it('leaves control characters out, in text and in the title', async () => {
    const pages = onePage('慈\u0000溪\u0007年\u001f报');
    const pdf = await readPdf(await write({ ...pages, meta: { ...pages.meta, title: '年\u0000报\ud800' } }));
    expect(pdf.pages[0]!.text).toBe('慈溪年报');
    expect(pdf.info['Title']).toBe('年 报 ');
  });

  it('copies characters that share a glyph as they were written', async () => {
    const pdf = await readPdf(await write(onePage('a\u00a0b c－d·e•—…“”')));
    expect(pdf.pages[0]!.text.normalize('NFC')).toContain('－d·e•—…“”');
  });

  it('draws accented letters, which fonts compose of two glyphs', async () => {
    const plain = await readPdf(await write(onePage('e')));
    const accented = await readPdf(await write(onePage('é')));
    expect((await accented.render(0, 2)).inked).toBeGreaterThan((await plain.render(0, 2)).inked);
  });

  it('slants what is italic', async () => {
    const italic = paragraph([run('慈溪', style(40, false, { italic: true }))], 483, 1);
    const pages = pageSet(
      [page('1', textItem({ x: 56, y: 56, width: 483, height: 40 }, 1, italic))],
      [node('Document', null), node('P', 0)],
    );
    const pdf = await readPdf(await write(pages));
    expect(pdf.pages[0]!.text).toBe('慈溪');
  });

  it('writes a report without a date or any page content', async () => {
    const empty = pageSet([page('1')], []);
    const pdf = await readPdf(await write({ ...empty, meta: { ...empty.meta, date: '' } }));
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.info['CreationDate']).toBeUndefined();
  });
});

describe('attached files', () => {
  it('come back as they were, in a file that says it is PDF/A-3', async () => {
    const csv = new TextEncoder().encode('id,label\ngdp,地区生产总值\n');
    const bytes = await writePdf(onePage('慈溪'), collectingContext(), [
      { name: 'figures.csv', type: 'text/csv', bytes: csv, description: '指标' },
    ]);
    const pdf = await readPdf(bytes);
    expect(new TextDecoder().decode(pdf.attachments['figures.csv'])).toBe('id,label\ngdp,地区生产总值\n');
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(objectsOf(bytes)).toContain('/AFRelationship /Data');
  });
});

describe('a deck as a PDF', () => {
  it('shows what the slide layout draws behind', async () => {
    const slide = { ...page('1'), layout: 'cover', size: { width: 960, height: 540 } };
    const box = { x: 0, y: 0, width: 960, height: 270 };
    const layout: SlideLayout = {
      name: 'cover',
      label: '封面',
      background: { slot: 'lt1' },
      continues: null,
      regions: [],
      span: { file: 'cover.yaml', line: 1, column: 1 },
      decorations: [{ shape: 'rect', box, fill: { slot: 'accent1' }, stroke: null, strokeWidth: 0 }],
    };
    const deck = pageSet([slide], [node('Document', null)], { kind: 'deck', layouts: [layout] });
    const pdf = await readPdf(await write(deck));
    expect(pdf.pages[0]).toMatchObject({ width: 960, height: 540 });
    expect((await pdf.render(0)).inked).toBeCloseTo(0.5, 2);
  });
});

describe('long documents', () => {
  const pages = (count: number): PageSet => {
    const structure = [node('Document', null)];
    return pageSet(
      Array.from({ length: count }, (_, index) =>
        page(
          String(index + 1),
          ...[0, 1, 2].map((row) => {
            const tag = structure.push(node('P', 0)) - 1;
            return textItem(
              { x: 56, y: 56 + row * 60, width: 483, height: 54 },
              tag,
              paragraph('全市实现地区生产总值2862.03亿元，比上年增长5.9%。'.repeat(3), 483, tag),
            );
          }),
        ),
      ),
      structure,
    );
  };

  it('grow by the page, not faster', async () => {
    const [few, more, many] = await Promise.all([6, 30, 60].map(async (count) => (await write(pages(count))).length));
    const small = (more! - few!) / 24;
    const large = (many! - more!) / 30;
    expect(large / small).toBeLessThan(1.15);
    expect(large).toBeLessThan(1500); // bytes a page of these words
  });

  it('number their pages in one range', async () => {
    const pdf = await readPdf(await write(pages(12)));
    expect(pdf.pages.map(({ label }) => label)).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
  });
});
