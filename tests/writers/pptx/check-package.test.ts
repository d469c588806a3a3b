import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPackage } from '../../readers/check-package.js';
import { deckParts } from './deck-parts.js';
import { samplePages } from './sample-pages.js';

describe('the package checks', () => {
  let sound: Record<string, Uint8Array>;
  beforeAll(async () => {
    sound = unzipSync((await deckParts(samplePages())).bytes);
  });

  const slide = 'ppt/slides/slide2.xml';
  const broken = (path: string, change: (xml: string) => string): readonly string[] =>
    checkPackage(zipSync({ ...sound, [path]: strToU8(change(strFromU8(sound[path]!))) }));

  it('find nothing in a sound deck', () => {
    expect(checkPackage(zipSync(sound))).toEqual([]);
  });

  it.each([
    [
      'an override without its part',
      '[Content_Types].xml',
      (xml: string) => xml.replace('slideMaster1.xml"', 'slideMaster2.xml"'),
      'content type for a part that is not there: ppt/slideMasters/slideMaster2.xml',
    ],
    [
      'a relationship to nothing',
      'ppt/slides/_rels/slide4.xml.rels',
      (xml: string) => xml.replace('image1.png', 'image9.png'),
      'relationship to nothing in ppt/slides/_rels/slide4.xml.rels: ../media/image9.png',
    ],
    [
      'an orphan part',
      'ppt/slides/_rels/slide4.xml.rels',
      (xml: string) => xml.replaceAll('image1.png', 'image9.png'),
      'part that nothing leads to: ppt/media/image1.png',
    ],
    [
      'an absolute target',
      'ppt/slides/_rels/slide4.xml.rels',
      (xml: string) => xml.replaceAll('../media/', '/ppt/media/'),
      'absolute target in ppt/slides/_rels/slide4.xml.rels: /ppt/media/image1.png',
    ],
    [
      'an id that no relationship has',
      slide,
      (xml: string) => xml.replace(/r:id="rId\d+"/, 'r:id="rId99"'),
      'relationship id without a relationship in ppt/slides/slide2.xml: rId99',
    ],
    [
      'a shape id twice',
      slide,
      (xml: string) => xml.replace('<p:cNvPr id="3"', '<p:cNvPr id="2"'),
      'shape id twice in ppt/slides/slide2.xml: 2',
    ],
    [
      'paragraph properties behind a run',
      slide,
      (xml: string) => xml.replace('</a:r></a:p>', '</a:r><a:pPr/></a:p>'),
      'a:pPr that is not first',
    ],
    [
      'an undefined value',
      slide,
      (xml: string) => xml.replace('lang="zh-CN"', 'lang="undefined"'),
      'an undefined value in ppt/slides/slide2.xml',
    ],
    [
      'a template expression',
      slide,
      (xml: string) => xml.replace('第一', '{{figure "gdp"}}'),
      'a template expression in ppt/slides/slide2.xml',
    ],
    [
      'a path of a machine',
      slide,
      (xml: string) => xml.replace(/name="正文"/, 'name="/home/me/a.png"'),
      'a path of a machine in ppt/slides/slide2.xml',
    ],
    [
      'a second title',
      slide,
      (xml: string) => xml.replace('<p:ph type="body"', '<p:ph type="title"'),
      'more than one title on ppt/slides/slide2.xml',
    ],
    [
      'text without a language',
      slide,
      (xml: string) => xml.replace(' lang="zh-CN"', ''),
      'text without a language in ppt/slides/slide2.xml',
    ],
    [
      'a picture without words',
      'ppt/slides/slide4.xml',
      (xml: string) => xml.replace(/ descr="[^"]*"/, ''),
      'no alternative text in ppt/slides/slide4.xml',
    ],
    [
      'a control character',
      slide,
      (xml: string) => xml.replace('第一', '第\u0001一'),
      'a control character in ppt/slides/slide2.xml',
    ],
    [
      'a theme reference that never arrived',
      slide,
      (xml: string) => xml.replace('+mn-lt', '+briefkit-body'),
      'a theme reference on its way in ppt/slides/slide2.xml',
    ],
    [
      'a layout with the id of its master',
      'ppt/slideMasters/slideMaster1.xml',
      (xml: string) => xml.replace('<p:sldLayoutId id="2147483649"', '<p:sldLayoutId id="2147483648"'),
      'id of two masters or layouts: 2147483648',
    ],
    [
      'a layout that its master does not list',
      'ppt/slideMasters/slideMaster1.xml',
      (xml: string) => xml.replace(/<p:sldLayoutId id="\d+" r:id="rId1"\/>/, ''),
      'layout that its master does not list: ppt/slideLayouts/slideLayout1.xml',
    ],
    [
      'a layout of another master',
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      (xml: string) => xml.replace('slideMaster1.xml', 'slideMaster9.xml'),
      'layout of another master: ppt/slideLayouts/slideLayout1.xml',
    ],
    [
      'a slide listed twice',
      'ppt/_rels/presentation.xml.rels',
      (xml: string) => xml.replace('slides/slide2.xml', 'slides/slide1.xml'),
      'slide listed twice: ppt/slides/slide1.xml',
    ],
    [
      'a placeholder that the layout lacks',
      slide,
      (xml: string) => xml.replace(/(<p:ph type="body"[^>]*) idx="\d+"/, '$1 idx="77"'),
      'placeholder that its layout lacks on ppt/slides/slide2.xml: body 77',
    ],
    [
      'a placeholder filled twice',
      slide,
      (xml: string) => xml.replace(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*<p:ph type="body"[\s\S]*?<\/p:sp>/, '$&$&'),
      'placeholder filled twice on ppt/slides/slide2.xml',
    ],
    [
      'a slide without a layout',
      'ppt/slides/_rels/slide2.xml.rels',
      (xml: string) => xml.replace('/slideLayout"', '/other"'),
      'slide with 0 layouts: ppt/slides/slide2.xml',
    ],
    [
      'a section of a slide that is not there',
      'ppt/presentation.xml',
      (xml: string) => xml.replace('<p14:sldId id="256"/>', '<p14:sldId id="999"/>'),
      'section of a slide that is not there: 999',
    ],
    [
      "a template's type",
      '[Content_Types].xml',
      (xml: string) => xml.replace('presentation.main+xml', 'template.main+xml'),
      'a .pptx whose main part is',
    ],
    [
      'a table style that is not there',
      'ppt/slides/slide5.xml',
      (xml: string) => xml.replace(/(<a:tableStyleId>)[^<]*/, '$1{00000000-0000-0000-0000-000000000000}'),
      'table style that is not there on ppt/slides/slide5.xml',
    ],
  ])('find %s', (_what, path, change, finding) => {
    expect(broken(path, change).join('\n')).toContain(finding);
  });

  it('find a chart of two frames, and a theme of two masters', () => {
    const charts = Object.keys(sound).filter(
      (path) => /slides\/_rels\//.test(path) && strFromU8(sound[path]!).includes('charts/'),
    );
    const [own, other] = [charts[0]!, charts.at(-1)!];
    const target = /\.\.\/charts\/chart\d+\.xml/;
    const doubled = strFromU8(sound[own]!).replace(
      '</Relationships>',
      `<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="${target.exec(strFromU8(sound[other]!))![0]}"/></Relationships>`,
    );
    const found = checkPackage(zipSync({ ...sound, [own]: strToU8(doubled) }));
    expect(found.join('\n')).toContain('chart of two frames');
    const master = strFromU8(sound['ppt/slideMasters/_rels/slideMaster1.xml.rels']!);
    const twoThemes = master.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="../theme/theme1.xml"/></Relationships>',
    );
    const shared = checkPackage(
      zipSync({ ...sound, 'ppt/slideMasters/_rels/slideMaster1.xml.rels': strToU8(twoThemes) }),
    );
    expect(shared.join('\n')).toContain('theme of two masters');
  });
});
