/** slideLayoutN.xml: a layout of the bundle with its name, background, decorations and placeholders. */
import { partName } from '../../../locale/part-words.js';
import type { Decoration } from '../../../model/slide-layout.js';
import type { DeckPlan, LayoutPlan, LogoPlan } from '../plan/deck-plan.js';
import { emu, fillXml, noLine, presetGeometry } from '../../xml/drawing-ml.js';
import { element, xmlPart, type Xml } from '../../xml/element.js';
import { backgroundXml, emptyGroup, mastersColors, namespaces } from '../../xml/presentation-ml.js';
import { decorativeMark } from './decorative-mark.js';
import { logoShapes } from './logo-shapes.js';
import { placeholderShape, transform } from './placeholder-shape.js';
import { watermarkShape } from './watermark-shape.js';

export function layoutPart(layout: LayoutPlan, plan: DeckPlan): string {
  const { meta, theme } = plan;
  const { logo } = layout;
  // 1 is the group, so shapes count from 2.
  const decorations = layout.decorations.map((decoration, index) =>
    decorationShape(decoration, index + 2, meta.language),
  );
  const afterDecorations = 2 + layout.decorations.length;
  const own = logo === undefined ? [] : ownOfMaster(logo, afterDecorations, plan);
  const placeholders = layout.placeholders.map((placeholder, index) =>
    placeholderShape(placeholder, index + afterDecorations + own.length, meta.language, theme.fonts),
  );
  return xmlPart(
    element(
      'p:sldLayout',
      { ...namespaces, showMasterSp: logo === undefined ? null : 0, preserve: 1, userDrawn: 1 },
      element(
        'p:cSld',
        { name: layout.label },
        backgroundXml(layout.background),
        element('p:spTree', {}, emptyGroup, decorations, own, placeholders),
      ),
      mastersColors,
    ),
  );
}

/** The first relationship is the master. */
export const layoutLogoRelation = 2;

/** A layout that hides its master for another logo says again what else the master shows. */
const ownOfMaster = (logo: LogoPlan, firstId: number, plan: DeckPlan): readonly Xml[] => {
  const watermark = plan.watermark === null ? [] : [watermarkShape(plan.watermark, firstId, plan)];
  return [
    ...watermark,
    ...logoShapes(logo, { firstId: firstId + watermark.length, firstRelation: layoutLogoRelation }),
  ];
};

/** A line is a connector for PowerPoint, and any other shape has a text body, be it empty. */
function decorationShape(decoration: Decoration, id: number, language: string): Xml {
  const identity = element('p:cNvPr', { id, name: partName('decoration', language, String(id - 1)) }, decorativeMark);
  const own = element('p:nvPr', { userDrawn: 1 });
  const properties = decorationProperties(decoration);
  if (decoration.shape === 'line')
    return element('p:cxnSp', {}, element('p:nvCxnSpPr', {}, identity, element('p:cNvCxnSpPr'), own), properties);
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, identity, element('p:cNvSpPr'), own),
    properties,
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), element('a:p', {}, element('a:endParaRPr'))),
  );
}

const decorationProperties = ({ shape, box, fill, stroke, strokeWidth }: Decoration): Xml =>
  element(
    'p:spPr',
    {},
    transform(box),
    presetGeometry(shape),
    shape !== 'line' && fillXml(fill),
    stroke === null || strokeWidth === 0 ? noLine : element('a:ln', { w: emu(strokeWidth) }, fillXml(stroke)),
  );
