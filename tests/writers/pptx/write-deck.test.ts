import { drawingOf } from '../../../src/svg/read-svg.js';
import { writeSvgFile } from '../../../src/writers/svg/svg-file.js';
import { loadImage } from 'canvas';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageSet } from '../../../src/model/page.js';
import type { Theme } from '../../../src/model/theme.js';
import { checkPackage } from '../../readers/check-package.js';
import { deckParts, shapeNamed, textsOf } from './deck-parts.js';
import type { DeckParts } from './deck-parts.js';
import { validatorErrors } from './validator.js';
import { chartItem, layouts, page, paragraph, picture, run, samplePages, table, text } from './sample-pages.js';

const withPages = (pages: PageSet['pages']): PageSet => ({ ...samplePages(), pages });

describe('a deck with every kind of item', () => {
  let deck: DeckParts;
  beforeAll(async () => {
    deck = await deckParts(samplePages());
  });

  it('has no error for the Open XML SDK validator', async () => {
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);

  it("raises a footnote's mark as PowerPoint does, in the size of its text", async () => {
    const noted = await deckParts(
      withPages([
        page([text('正文', [48, 110, 420, 380], [paragraph([run('增长8.1%'), run('[1]', { script: 'super' })])])]),
      ]),
    );
    expect(await validatorErrors(noted.bytes)).toEqual([]);
    const [words, mark] = noted
      .slide(1)
      .match(/<a:r>.*?<\/a:r>/gs)!
      .filter((each) => /增长|\[1\]/.test(each));
    expect([mark!.includes('baseline="30000"'), words!.includes('baseline')]).toEqual([true, false]);
    expect(/sz="\d+"/.exec(mark!)![0]).toBe(/sz="\d+"/.exec(words!)![0]);
  });

  it('lowers small characters as PowerPoint does', async () => {
    const lowered = await deckParts(
      withPages([page([text('正文', [48, 110, 420, 380], [paragraph([run('CO'), run('2', { script: 'sub' })])])])]),
    );
    expect(await validatorErrors(lowered.bytes)).toEqual([]);
    const small = lowered
      .slide(1)
      .match(/<a:r>.*?<\/a:r>/gs)!
      .find((each) => each.includes('<a:t>2<'));
    expect(small).toContain('baseline="-25000"');
  });

  it('is a sound package', () => {
    expect(checkPackage(deck.bytes)).toEqual([]);
  });

  it('says what the pages say, in their order', () => {
    expect(textsOf(deck.slide(1))).toEqual(['慈溪奋勇争先再启新征程', '2024年地区生产总值增长5.7%']);
    expect(textsOf(deck.slide(2)).slice(0, 8)).toEqual([
      '要点与链接',
      '规上工业增加值达546.6亿元，同比增长8.1%。',
      '跨境电商出口额达30亿元（“一类事”）',
      'AI and R&amp;D &lt;2024&gt;',
      '下一级',
      '第一',
      '第二',
      '第三换行',
    ]);
    expect(textsOf(deck.slide(5)).slice(1, 12)).toEqual([
      '指标',
      '数值与增减',
      '',
      '工业',
      '546.6亿元',
      '8.1%',
      '',
      '30亿元',
      '25%',
      '合并',
      '',
    ]);
  });

  it('keeps its slide size, sections and notes', () => {
    const presentation = deck.part('ppt/presentation.xml');
    expect(presentation).toContain('<p:sldSz cx="12192000" cy="6858000"/>');
    const sections = [
      ...presentation.matchAll(/<p14:section name="([^"]+)"[^>]*><p14:sldIdLst>(.*?)<\/p14:sldIdLst>/g),
    ];
    expect(sections.map(([, name, slides]) => [name, slides!.match(/sldId /g)!.length])).toEqual([
      ['慈溪市2024年度简报', 1],
      ['创新驱动', 2],
      ['融合发展', 2],
    ]);
    expect(textsOf(deck.part('ppt/notesSlides/notesSlide2.xml'))).toEqual([
      '先讲工业，再讲外贸。',
      'Then pause.',
      '',
      // The number of its slide.
      '2',
    ]);
  });

  it('takes its dates and names from the report alone', () => {
    const core = deck.part('docProps/core.xml');
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2025-01-20T00:00:00Z</dcterms:created>');
    expect(core).toContain('<dc:title>慈溪市2024年度简报</dc:title>');
    expect(core).not.toContain('PptxGenJS');
    expect(deck.part('docProps/app.xml')).toContain('<vt:lpstr>要点与链接</vt:lpstr>');
  });
});

describe('the theme', () => {
  it('lends its two fonts to prose and quotations without one of their own, and names the others', async () => {
    const sample = samplePages();
    const item = text(
      '引文',
      [48, 110, 420, 60],
      [paragraph([run('奋勇争先', { font: 'quote' }), run('2024', { font: 'prose' })])],
    );
    const facesWith = async (change: Partial<Theme['fonts']>): Promise<string[]> => {
      const deck = await deckParts({
        ...sample,
        theme: { ...sample.theme, fonts: { ...sample.theme.fonts, ...change } },
        pages: [page([item])],
      });
      expect(await validatorErrors(deck.bytes)).toEqual([]);
      return [
        ...shapeNamed(deck.slide(1), '引文').matchAll(/<a:latin typeface="([^"]*)"\/><a:ea typeface="([^"]*)"\/>/g),
      ].map(([, latin, eastAsian]) => `${latin} ${eastAsian}`);
    };
    expect(await facesWith({})).toEqual(['+mn-lt +mn-ea', '+mn-lt +mn-ea']);
    expect(await facesWith({ quote: { latin: 'R&D', eastAsian: 'KaiTi', regular: [], bold: [] } })).toEqual([
      'R&amp;D KaiTi',
      '+mn-lt +mn-ea',
    ]);
  }, 30_000);

  it('has the twelve colours and, for each font, its Latin and East Asian face', async () => {
    const theme = (await deckParts(samplePages())).part('ppt/theme/theme1.xml');
    expect(theme).toContain('<a:accent1><a:srgbClr val="1B6CA8"/></a:accent1>');
    expect(theme).toContain(
      '<a:majorFont><a:latin typeface="Georgia"/><a:ea typeface="黑体"/><a:cs typeface=""/><a:font script="Hans" typeface="黑体"/>',
    );
  });

  it('is what every colour and font of slides, layouts and master refers to', async () => {
    const deck = await deckParts(samplePages());
    for (const path of deck.paths.filter((path) =>
      /ppt\/(?:slides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(path),
    )) {
      const xml = deck.part(path);
      expect(xml, path).not.toContain('srgbClr');
      expect(
        [...xml.matchAll(/<a:(?:latin|ea|cs) typeface="([^"]*)"/g)].every(([, face]) =>
          /^\+m[jn]-(?:lt|ea|cs)$/.test(face!),
        ),
        path,
      ).toBe(true);
    }
    expect(shapeNamed(deck.slide(2), '图形2')).toContain(
      '<a:schemeClr val="accent1"><a:lumMod val="85000"/><a:lumOff val="15000"/></a:schemeClr>',
    );
  });
});

describe('slide layouts', () => {
  it('stand under their names, with decorations and real placeholders', async () => {
    const layout = (await deckParts(samplePages())).part('ppt/slideLayouts/slideLayout2.xml');
    expect(layout).toContain('<p:cSld name="标题与图表">');
    expect([...layout.matchAll(/<p:ph [^>]*>/g)].map(([placeholder]) => placeholder)).toEqual([
      '<p:ph type="title"/>',
      '<p:ph type="body" idx="1"/>',
      '<p:ph type="pic" idx="14"/>',
      '<p:ph type="ftr" sz="quarter" idx="11"/>',
      '<p:ph type="sldNum" sz="quarter" idx="12"/>',
    ]);
    expect(layout).toContain('<p:cxnSp>');
  });

  it('are what the slides use', async () => {
    const deck = await deckParts(samplePages());
    expect(deck.part('ppt/slides/_rels/slide1.xml.rels')).toContain('Target="../slideLayouts/slideLayout1.xml"');
    expect(deck.part('ppt/slides/_rels/slide4.xml.rels')).toContain('Target="../slideLayouts/slideLayout2.xml"');
  });

  it('give a title its place and look, so that the slide says neither', async () => {
    const marked = shapeNamed((await deckParts(samplePages())).slide(2), '标题');
    // The mark by which the shape is known again has tests of its own.
    const title = marked.replace(/(<p:cNvPr [^>]*)><a:extLst>.*?<\/a:extLst><\/p:cNvPr>/, '$1/>');
    expect(title).toBe(
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="标题"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>' +
        '<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>要点与链接</a:t></a:r></a:p></p:txBody></p:sp>',
    );
  });

  it('have bullets where their region is a list, and a plain paragraph in it says that it has none', async () => {
    const listed = layouts.map((layout) => ({
      ...layout,
      regions: layout.regions.map((region) => (region.name === 'body' ? { ...region, style: 'bullet' } : region)),
    }));
    const deck = await deckParts({ ...samplePages(), layouts: listed });
    expect(deck.part('ppt/slideLayouts/slideLayout2.xml')).toContain('<a:lvl2pPr marL="508000" indent="-254000"');
    expect(shapeNamed(deck.slide(2), '正文')).toMatch(
      /<a:pPr marL="0" indent="0"[^>]*>(?:(?!<\/a:pPr>).)*<a:buNone\/><\/a:pPr><a:r>(?:(?!<a:t>).)*<a:t>规上工业/,
    );
  });

  it('yield to what a slide sets otherwise', async () => {
    const slide = (await deckParts(samplePages())).slide(1);
    expect(shapeNamed(slide, '封面标题')).toContain('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>');
    expect(shapeNamed(slide, '副标题')).toContain('algn="ctr"');
  });

  it('draw their decorations once, even where a page has them among its items', async () => {
    const line = {
      kind: 'shape',
      name: '线',
      tag: 'artifact',
      shape: 'line',
      box: { x: 48, y: 92, width: 864, height: 0 },
      fill: null,
      stroke: { slot: 'accent1' },
      strokeWidth: 1,
      dash: false,
    } as const;
    expect((await deckParts(withPages([page([line])]))).slide(1)).not.toContain('cxnSp');
  });

  it('have a blank one beside them for a page that names none of them', async () => {
    const deck = await deckParts(withPages([page([], { layout: null })]));
    expect(deck.part('ppt/slideLayouts/slideLayout3.xml')).toContain('<p:cSld name="空白">');
  });

  it('leave a slide without a title on it one that only outlines and screen readers see', async () => {
    const deck = await deckParts(withPages([page([], { layout: null, title: '全幅照片' })]));
    expect(deck.slide(1)).toMatch(/<p:ph type="title"\/>.*全幅照片/);
    const layout = /slideLayout\d+\.xml/.exec(deck.part('ppt/slides/_rels/slide1.xml.rels'))![0];
    expect(deck.part(`ppt/slideLayouts/${layout}`)).toMatch(/<p:ph type="title"\/>.*<a:off x="0" y="-762000"\/>/);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);
});

describe('text', () => {
  it('joins runs of one look, and parts them where the look changes', async () => {
    const body = shapeNamed((await deckParts(samplePages())).slide(2), '正文');
    expect([...body.matchAll(/<a:t>([^<]*)<\/a:t>/g)].slice(0, 3).map(([, words]) => words)).toEqual([
      '规上工业增加值达',
      '546.6',
      '亿元，同比增长8.1%。',
    ]);
  });

  it('has exact line spacing, space around paragraphs, insets, an anchor and no autofit', async () => {
    const card = shapeNamed((await deckParts(samplePages())).slide(2), '卡片');
    expect(card).toContain(
      '<a:lnSpc><a:spcPts val="2240"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>',
    );
    expect(card).toContain(
      'lIns="101600" tIns="50800" rIns="101600" bIns="50800" rtlCol="0" anchor="ctr"><a:noAutofit/>',
    );
  });

  it('hangs bullets and counts ordered lists on', async () => {
    const body = shapeNamed((await deckParts(samplePages())).slide(2), '正文');
    expect(body).toContain('marL="254000" indent="-254000"');
    expect(body).toContain(
      '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>',
    );
    expect(body.match(/<a:buAutoNum type="arabicPeriod"\/>/g)).toHaveLength(3);
  });

  it('links to addresses and to slides', async () => {
    const deck = await deckParts(samplePages());
    expect(deck.part('ppt/slides/_rels/slide2.xml.rels')).toContain(
      'Target="https://www.cixi.gov.cn/?a=1&amp;b=%E5%B9%B4" TargetMode="External"',
    );
    expect(shapeNamed(deck.slide(2), '正文')).toMatch(/<a:hlinkClick r:id="rId\d+" action="ppaction:\/\/hlinksldjump"/);
    expect(shapeNamed(deck.slide(2), '卡片')).toMatch(
      /<p:cNvPr [^>]*><a:hlinkClick r:id="rId\d+" action="ppaction:\/\/hlinksldjump"\/>/,
    );
  });

  it('is not underlined where its box leads to the same slide', async () => {
    const link = { kind: 'page', page: 0 } as const;
    const deck = await deckParts(
      withPages([
        page([text('目录一', [48, 110, 400, 40], [paragraph([run('创新驱动', {}, undefined, link)])], { link })]),
      ]),
    );
    expect(shapeNamed(deck.slide(1), '目录一').match(/hlinkClick/g)).toHaveLength(1);
  });

  it('loses what XML cannot hold, with a warning that says what and where', async () => {
    const deck = await deckParts(
      withPages([
        page([text('坏字', [48, 110, 400, 40], [paragraph([run('甲\u0007乙\uD83D丙')])])], { title: '坏字' }),
      ]),
    );
    expect(textsOf(deck.slide(1))).toContain('甲乙丙');
    expect(deck.diagnostics).toMatchObject([{ severity: 'warning', code: 'characters-removed' }]);
    expect(deck.diagnostics[0]!.message).toContain('U+0007, U+D83D');
  });

  it('keeps a blank that is a run of its own, in boxes and in cells', async () => {
    const runs = [run('甲'), run(' ', { bold: true }), run('乙')];
    const cell = { ...table.rows[1]![1]!, paragraphs: [paragraph(runs)] };
    const deck = await deckParts(
      withPages([
        page([
          text('空格', [48, 110, 400, 40], [paragraph(runs)]),
          { ...table, rows: [[cell, { ...cell, across: 2, down: 2 }], [cell]], rowHeights: [30, 30] },
        ]),
      ]),
    );
    expect(textsOf(deck.slide(1))).toEqual(['甲 乙', '甲 乙', '甲 乙', '', '甲 乙', '', '']);
  });

  it('keeps markup in a value as words', async () => {
    const deck = await deckParts(
      withPages([page([text('“<&>"', [48, 110, 400, 40], [paragraph([run("<a:t>&amp; $1 $& 'x'")])])])]),
    );
    expect(textsOf(deck.slide(1))).toContain('&lt;a:t&gt;&amp;amp; $1 $&amp; &apos;x&apos;');
    expect(checkPackage(deck.bytes)).toEqual([]);
  });
});

describe('a chart that PowerPoint does not have', () => {
  it('stands as a picture with its words, and a warning says so', async () => {
    const chart = { ...chartItem.chart, kind: 'polar-area' as const };
    const deck = await deckParts(withPages([page([{ ...chartItem, chart }])]));
    expect(deck.diagnostics).toMatchObject([{ severity: 'warning', code: 'chart-as-picture', span: chart.span }]);
    expect(shapeNamed(deck.slide(1), '增速图')).toMatch(
      /^<p:pic>.*descr="柱形图：规上工业增长8.1%，跨境电商增长25%。"/,
    );
    expect(checkPackage(deck.bytes)).toEqual([]);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);
});

describe('a picture that is an SVG', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 80"><rect width="160" height="80" fill="#176b6b"/><circle cx="80" cy="40" r="30" fill="#fff"/></svg>';
  const bytes = new TextEncoder().encode(svg);
  const item = {
    ...picture,
    crop: { x: 0, y: 0, width: 1, height: 1 },
    picture: { ...picture.picture, format: 'svg' as const, bytes, vector: bytes, width: 160, height: 80 },
  };
  let deck: DeckParts;
  beforeAll(async () => {
    deck = await deckParts(withPages([page([item]), page([item])]));
  });

  it('is there as it is, for PowerPoint, and as pixels beside it, once for all slides', async () => {
    const shape = shapeNamed(deck.slide(1), '杨梅');
    const [pixels, vectors] = [/<a:blip r:embed="(\w+)">/, /<asvg:svgBlip [^>]*r:embed="(\w+)"\/>/].map(
      (pattern) => pattern.exec(shape)?.[1],
    );
    const relationships = deck.part('ppt/slides/_rels/slide1.xml.rels');
    expect(relationships).toMatch(new RegExp(`Id="${pixels}" [^>]*Target="../media/image1.png"`));
    expect(relationships).toMatch(new RegExp(`Id="${vectors}" [^>]*Target="../media/image2.svg"`));
    expect(deck.paths.filter((path) => path.startsWith('ppt/media/'))).toEqual([
      'ppt/media/image1.png',
      'ppt/media/image2.svg',
    ]);
    // As briefkit understood it: paths and plain colours, which every program shows alike.
    expect(deck.part('ppt/media/image2.svg')).toBe(new TextDecoder().decode(writeSvgFile(drawingOf(bytes))));
    expect(deck.part('ppt/media/image2.svg')).toMatch(
      /^<svg [^>]*viewBox="0 0 160 80"><path d="M0 0L160 0[^>]*fill="#176b6b"/,
    );
    expect(deck.part('[Content_Types].xml')).toContain('<Default Extension="svg" ContentType="image/svg+xml"/>');
    const image = await loadImage(Buffer.from(unzipSync(deck.bytes)['ppt/media/image1.png']!));
    expect(image.width, 'sharp at the size at which it stands').toBeGreaterThanOrEqual((item.box.width / 72) * 220);
  });

  it('becomes no more pixels than a machine can hold, however tall it is', async () => {
    const tall = {
      ...item,
      crop: { x: 0, y: 0, width: 1, height: 0.000001 },
      picture: { ...item.picture, width: 1, height: 1_000_000 },
    };
    const { bytes: made } = await deckParts(withPages([page([tall])]));
    const image = await loadImage(Buffer.from(unzipSync(made)['ppt/media/image1.png']!));
    expect([image.width, image.height]).toEqual([1, 10_000]);
  });

  it('is sound, also for the Open XML SDK validator', async () => {
    expect(checkPackage(deck.bytes)).toEqual([]);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);
});

describe('speed and size', () => {
  it('writes a part once however often its picture is shown, and stores it as it is', async () => {
    const deck = await deckParts(samplePages());
    expect(deck.paths.filter((path) => path.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
  });

  it('gives each chart a part of its own, numbered within its deck', async () => {
    const deck = await deckParts(withPages([page([chartItem]), page([{ ...chartItem }])]));
    expect(deck.paths.filter((path) => /charts\/chart/.test(path))).toEqual([
      'ppt/charts/chart1.xml',
      'ppt/charts/chart2.xml',
    ]);
  });

  it('leaves the pages that it is given as they are', async () => {
    const pages = deepFreeze(samplePages());
    await expect(deckParts(pages)).resolves.toBeDefined();
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
