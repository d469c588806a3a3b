/** What pptxgenjs is known to get wrong in a deck, row by row: none of it is left in ours. */
import { beforeAll, describe, expect, it } from 'vitest';
import { deckParts, shapeNamed, textsOf } from './deck-parts.js';
import type { DeckParts } from './deck-parts.js';
import { chartItem, page, picture, samplePages } from './sample-pages.js';
import { validatorErrors } from './validator.js';

describe('what pptxgenjs gets wrong', () => {
  let deck: DeckParts;
  beforeAll(async () => {
    deck = await deckParts(samplePages());
  });

  const partsLike = (pattern: RegExp): readonly string[] => deck.paths.filter((path) => pattern.test(path));

  it('presentation.xml: the notes master stands before the slides', () => {
    expect(
      [
        ...deck
          .part('ppt/presentation.xml')
          .matchAll(/<p:(sldMasterIdLst|notesMasterIdLst|sldIdLst|sldSz|notesSz|defaultTextStyle|extLst)[ >]/g),
      ].map(([, name]) => name),
    ).toEqual(['sldMasterIdLst', 'notesMasterIdLst', 'sldIdLst', 'sldSz', 'notesSz', 'defaultTextStyle', 'extLst']);
  });

  it('content types: one slide master, and none for parts that are not there', () => {
    expect(deck.part('[Content_Types].xml').match(/slideMaster\d+\.xml/g)).toEqual(['slideMaster1.xml']);
  });

  it('notes master: a theme of its own, and no date of 2019', () => {
    expect(deck.part('ppt/notesMasters/_rels/notesMaster1.xml.rels')).toContain('Target="../theme/theme2.xml"');
    expect(deck.part('ppt/notesMasters/notesMaster1.xml')).not.toContain('7/23/19');
  });

  it('shapes: each has a text body, a background has its effects, a line is a connector', () => {
    const shapes = deck.slide(2).match(/<p:sp>[\s\S]*?<\/p:sp>/g)!;
    expect(shapes.every((shape) => shape.includes('<p:txBody>'))).toBe(true);
    expect(deck.slide(3)).toContain(
      '<p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr>',
    );
    expect(shapeNamed(deck.slide(2), '图形3')).toMatch(/^<p:cxnSp>/);
  });

  it('charts: the part and its workbook are our own', () => {
    const chart = deck.part('ppt/charts/chart1.xml');
    expect(chart).not.toMatch(/multiLvlStrRef|invertIfNegative val="1"/);
    expect(chart.match(/<c:axId /g)).toHaveLength(4);
    expect(deck.part('ppt/charts/_rels/chart1.xml.rels')).toContain(
      'Target="../embeddings/Microsoft_Excel_Worksheet1.xlsx"',
    );
  });

  it('text runs: Chinese is Chinese, English is English, and each script has its face', () => {
    const body = shapeNamed(deck.slide(2), '正文');
    expect(body).toMatch(/<a:rPr lang="zh-CN"[^>]*\/?>(?:(?!<a:t>).)*<a:t>规上工业增加值达/);
    expect(body).toMatch(/<a:rPr lang="en-US"[^>]*\/?>(?:(?!<a:t>).)*<a:t>AI and R&amp;D/);
    expect(body).not.toContain('altLang');
    expect(shapeNamed(deck.slide(2), '卡片')).toContain(
      '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
    );
  });

  it('paragraphs: properties once, and first', () => {
    for (const paragraph of deck.slide(2).match(/<a:p>[\s\S]*?<\/a:p>/g)!)
      expect(paragraph.lastIndexOf('<a:pPr')).toBeLessThanOrEqual('<a:p>'.length);
  });

  it('images: their words, not their paths', () => {
    expect(shapeNamed(deck.slide(4), '杨梅')).toContain('descr="一篮“杨梅” &amp; 叶子"');
    // What a slide says of itself names the picture as the report does.
    const shown = (path: string): string => deck.part(path).replace(/<briefkit:slide [\s\S]*?<\/briefkit:slide>/, '');
    expect(partsLike(/slides\/slide/).some((path) => /preencoded|bayberry/.test(shown(path)))).toBe(false);
  });

  it('charts and tables: described, and the head of a table flagged', () => {
    expect(shapeNamed(deck.slide(3), '增速图')).toContain('descr="柱形图：规上工业增长8.1%，跨境电商增长25%。"');
    expect(shapeNamed(deck.slide(5), '指标表')).toContain('descr="三项指标的数值与增减"');
    expect(shapeNamed(deck.slide(5), '指标表')).toContain('<a:tblPr firstRow="1"><a:tableStyleId>');
  });

  it('decoration: marked as such, and without words', () => {
    expect(shapeNamed(deck.slide(2), '图形1')).toMatch(
      /<p:cNvPr id="\d+" name="图形1"><a:extLst>.*<a:ext uri="\{C183D7F6-B498-43B3-948B-1728B52AA6E4\}"><adec:decorative [^>]*val="1"\/>/,
    );
  });

  it('notes: paragraphs in their language, and no page for a slide that has none', () => {
    expect(partsLike(/notesSlide\d+\.xml$/)).toEqual([
      'ppt/notesSlides/notesSlide2.xml',
      'ppt/notesSlides/notesSlide4.xml',
    ]);
    expect(deck.part('ppt/notesSlides/notesSlide2.xml')).toContain('<a:rPr lang="zh-CN"/><a:t>先讲工业，再讲外贸。');
    expect(deck.part('ppt/notesSlides/notesSlide2.xml')).toContain('<a:rPr lang="en-US"/><a:t>Then pause.');
    expect(deck.part('ppt/slides/_rels/slide1.xml.rels')).not.toContain('notesSlide');
  });

  it('notes: an address is a link, without the mark that ends its sentence, and their words are whole', async () => {
    const notes = [
      '数据见https://example.org/a?b=1&c=2，口径见 http://example.org/x.',
      'https://example.org/a?b=1&c=2',
    ];
    const linked = await deckParts({ ...samplePages(), pages: [page([], { title: '链接', notes })] });
    const part = linked.part('ppt/notesSlides/notesSlide1.xml');
    expect(textsOf(part)).toEqual([...notes.map((text) => text.replaceAll('&', '&amp;')), '1']);
    expect(part.match(/<a:hlinkClick r:id="rId3"\/>/g)).toHaveLength(2);
    const relations = linked.part('ppt/notesSlides/_rels/notesSlide1.xml.rels');
    expect(relations).toContain('Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"');
    expect(relations).toContain('Target="http://example.org/x" TargetMode="External"');
    expect(await validatorErrors(linked.bytes)).toEqual([]);
  }, 30_000);

  it('master: guides at the margins, in eighths of a point', () => {
    const { margin } = samplePages().theme.deck;
    const places = [...deck.part('ppt/slideMasters/slideMaster1.xml').matchAll(/<p15:guide [^>]*pos="(\d+)"/g)];
    expect(places.map(([, at]) => Number(at))).toContain(margin.left * 8);
    expect(places).toHaveLength(4);
  });

  it('a deck without notes has no notes master', async () => {
    const plain = await deckParts({ ...samplePages(), pages: [page([])] });
    expect(plain.paths.some((path) => path.includes('notes'))).toBe(false);
  });

  it('placeholders: none is left with its prompt', () => {
    for (let number = 1; number <= 5; number++) {
      for (const shape of deck.slide(number).match(/<p:sp>[\s\S]*?<\/p:sp>/g)!)
        if (shape.includes('<p:ph ')) expect(textsOf(shape).join('')).not.toBe('');
    }
    expect(deck.slide(3)).not.toContain('type="body"');
  });

  it('fit: nothing shrinks or grows by itself, and a table stays on its slide', () => {
    for (const path of partsLike(/slide(?:Layouts|s)\/[^/]+\.xml$/))
      expect(deck.part(path)).not.toMatch(/normAutofit|spAutoFit/);
    expect(partsLike(/slides\/slide\d+\.xml$/)).toHaveLength(5);
  });

  it("slide numbers: a field in the deck's language", () => {
    expect(shapeNamed(deck.slide(2), '页码')).toMatch(
      /<a:fld id="\{[0-9A-F-]+\}" type="slidenum"><a:rPr lang="zh-CN"\/><a:t>2<\/a:t><\/a:fld>/,
    );
  });

  it('sections: upper-case GUIDs that stay the same', async () => {
    const guids = deck.part('ppt/presentation.xml').match(/id="\{[^}]+\}"/g)!;
    expect(guids).toHaveLength(3);
    expect(guids.every((guid) => /^id="\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}"$/.test(guid))).toBe(true);
    expect((await deckParts(samplePages())).part('ppt/presentation.xml').match(/id="\{[^}]+\}"/g)).toEqual(guids);
  });

  it('photos: cropped to the shares that layout chose', () => {
    expect(shapeNamed(deck.slide(4), '杨梅')).toContain(
      '<a:srcRect l="10000" t="25000" r="10000" b="25000"/><a:stretch>',
    );
  });

  it("photos: one that fills the layout's picture frame is in its placeholder", () => {
    expect(shapeNamed(deck.slide(4), '杨梅')).toContain('<p:ph type="pic" idx="14"/>');
    expect(shapeNamed(deck.slide(4), '杨梅二')).not.toContain('<p:ph');
    expect(picture.picture.alt).not.toBe('');
  });

  it('tables: unique ids, merged cells whole, borders only where there is a rule', () => {
    const table = shapeNamed(deck.slide(5), '指标表');
    expect(table.match(/<a:tc[ >]/g)).toHaveLength(15);
    expect(table.match(/<a:txBody>/g)).toHaveLength(15);
    expect(table).toContain('<a:tc rowSpan="2" gridSpan="2">');
    expect(table).not.toMatch(/<a:ln[LRT] /);
    expect(table.match(/<a:gridCol w="2540000">/g)).toHaveLength(3);
    expect(table.match(/<a:tr h="381000">/g)).toHaveLength(5);
  });

  it('size: parts are packed', () => {
    const unpacked = deck.paths.reduce((sum, path) => sum + deck.part(path).length, 0);
    expect(deck.bytes.length).toBeLessThan(unpacked / 2);
  });

  it('relationship targets: relative', () => {
    for (const path of partsLike(/\.rels$/)) expect(deck.part(path)).not.toMatch(/Target="\//);
  });

  it('same input, same bytes, whatever was written before', async () => {
    await deckParts({ ...samplePages(), pages: [page([chartItem]), page([{ ...chartItem }])] });
    expect(Buffer.compare((await deckParts(samplePages())).bytes, deck.bytes)).toBe(0);
  });
});
