/**
 * The texts of a deck's slides with the boxes that they may stand in, placeholders with what they inherit from their
 * layout and master. In the order in which they are drawn; in pt from the slide's top left.
 */
import type { Box, Size } from '../../src/model/length.js';
import { openPackage, type OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { targetsOf } from '../../src/powerpoint/package/relations.js';
import { boxOf, placeholderOf, shapesOf } from '../../src/powerpoint/template/read-obstacles.js';
import { nameOf } from '../../src/powerpoint/template/read-placeholders.js';
import { readTemplate } from '../../src/powerpoint/template/read-template.js';
import type { Template } from '../../src/powerpoint/template/template.js';
import {
  childOf,
  childrenOf,
  everyElement,
  findElement,
  parseXml,
  textOf,
  type XmlElement,
} from '../../src/powerpoint/xml/parse-xml.js';

export interface SlideText {
  readonly name: string;
  readonly text: string;
  readonly box: Box;
  readonly isTitle: boolean;
  /** A footer or a number, which programs draw when they like. */
  readonly isFurniture: boolean;
  /** Of a table its whole frame: rows may share its height as a program likes. */
  readonly isTable: boolean;
}

export interface SlideTexts {
  readonly path: string;
  readonly texts: readonly SlideText[];
}

export interface DeckTexts {
  readonly size: Size;
  /** Those that are shown, in the order of the deck. */
  readonly slides: readonly SlideTexts[];
}

export function slideTexts(deck: Uint8Array): DeckTexts {
  const template = readTemplate(deck);
  const pack = openPackage(deck);
  if (typeof template === 'string' || typeof pack === 'string') throw new Error(`no deck: ${String(template)}`);
  const slides = template.slides.filter(({ hidden }) => !hidden);
  return {
    size: template.size,
    slides: slides.map(({ path }) => ({ path, texts: textsOfSlide(pack, path, template) })),
  };
}

function textsOfSlide(pack: OpenedPackage, path: string, template: Template): readonly SlideText[] {
  const tree = findElement(parseXml(pack.text(path) ?? ''), 'p:cSld', 'p:spTree');
  const layout = template.layouts.find((one) => one.path === targetsOf(pack, path, 'slideLayout')[0]);
  return leavesOf(tree).flatMap((shape): SlideText[] => {
    const text = paragraphsOf(shape);
    if (text.trim() === '') return [];
    const reference = placeholderOf(shape);
    const kind = reference === null ? null : (reference.attributes['type'] ?? 'obj');
    const index = Number(reference?.attributes['idx'] ?? 0);
    const own = boxOf(findElement(shape, 'p:spPr', 'a:xfrm') ?? childOf(shape, 'p:xfrm'));
    const inherited = layout?.placeholders.find(
      (one) => reference !== null && one.index === index && one.kind === kind,
    );
    const box = own ?? inherited?.box ?? null;
    if (box === null) throw new Error(`${path}: "${nameOf(shape)}" has no box`);
    return [
      {
        name: nameOf(shape),
        text,
        box,
        isTitle: kind === 'title' || kind === 'ctrTitle',
        isFurniture: ['ftr', 'sldNum', 'dt'].includes(kind ?? ''),
        isTable: shape.name === 'p:graphicFrame',
      },
    ];
  });
}

/** Groups of ours share the slide's own space, so that what they hold stands where it says. */
const leavesOf = (tree: XmlElement | null): readonly XmlElement[] =>
  shapesOf(tree).flatMap((shape) => (shape.name === 'p:grpSp' ? leavesOf(shape) : [shape]));

/** Fields that a program fills, such as the number of the slide, are left out. */
const paragraphsOf = (shape: XmlElement): string =>
  [...everyElement(shape)]
    .filter(({ name }) => name === 'a:p')
    .map((paragraph) => childrenOf(paragraph, 'a:r').map(textOf).join(''))
    .join('\n');
