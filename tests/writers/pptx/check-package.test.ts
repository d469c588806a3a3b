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
  ])('find %s', (_what, path, change, finding) => {
    expect(broken(path, change).join('\n')).toContain(finding);
  });
});
