/**
 * The word of a draft on the master: one shape behind every slide, out of reach of a click on a slide, and gone with
 * one deletion.
 */
import type { Watermark } from '../../../model/page.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import { languageOf } from '../../xml/text-language.js';
import { emu, fillXml, fontXml, hundredths, noFill, placeXml, presetGeometry } from '../../xml/drawing-ml.js';
import { element, textElement, type Xml } from '../../xml/element.js';
import { decorativeMark } from './decorative-mark.js';
import { bodyProperties } from './placeholder-shape.js';

/** The height of the box, in sizes of its letters. */
const leading = 1.4;
/** A font of the viewer's may be wider than the one measured: the box's width, in widths of the text. */
const spareWidth = 1.15;

/** Sixty thousandths of a degree, clockwise (ISO 29500-1, 20.1.10.3). */
const rotation = (angle: number): number => Math.round((360 - angle) * 60_000);

const noInset = { top: 0, right: 0, bottom: 0, left: 0 };

export function watermarkShape(
  watermark: Watermark,
  id: number,
  { size, meta, theme }: Pick<DeckPlan, 'size' | 'meta' | 'theme'>,
): Xml {
  const { text, style, width, angle } = watermark;
  const box = { width: width * spareWidth, height: style.size * leading };
  const [left, top] = [(size.width - box.width) / 2, (size.height - box.height) / 2];
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: text }, decorativeMark),
      element('p:cNvSpPr', { txBox: 1 }),
      element('p:nvPr', { userDrawn: 1 }),
    ),
    element(
      'p:spPr',
      {},
      placeXml(emu(left), emu(top), emu(box.width), emu(box.height), rotation(angle)),
      presetGeometry('rect'),
      noFill,
    ),
    element(
      'p:txBody',
      {},
      bodyProperties(noInset, 'middle', 'none'),
      element('a:lstStyle'),
      wordParagraph(watermark, languageOf(text, meta.language), theme),
    ),
  );
}

const wordParagraph = ({ text, style, opacity }: Watermark, lang: string, { fonts }: DeckPlan['theme']): Xml =>
  element(
    'a:p',
    {},
    element('a:pPr', { algn: 'ctr' }),
    element(
      'a:r',
      {},
      element(
        'a:rPr',
        { lang, sz: hundredths(Math.round(style.size)), b: style.bold },
        fillXml({ ...style.color, alpha: opacity }),
        fontXml(style.font, fonts),
      ),
      textElement('a:t', text),
    ),
  );
