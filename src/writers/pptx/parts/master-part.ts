/**
 * slideMaster1.xml: where every layout takes from what it does not say itself: title, body, date, footer, slide number.
 */
import type { Box } from '../../../model/length.js';
import type { TextStyle } from '../../../model/theme.js';
import type { DeckPlan, PlaceholderPlan, PlaceholderType } from '../plan/deck-plan.js';
import { plainStyle } from '../plan/plan-layouts.js';
import { element, xmlPart, type Xml } from '../../xml/element.js';
import { backgroundXml, colorMap, emptyGroup, namespaces } from '../../xml/presentation-ml.js';
import { watermarkShape } from './watermark-shape.js';
import { guidesExtension } from './guides-extension.js';
import { defaultLanguage, defaultLevels, listLevels, plainLevel } from './level-properties.js';
import { logoShapes } from './logo-shapes.js';
import { placeholderShape } from './placeholder-shape.js';

export function masterPart(plan: DeckPlan): string {
  const watermark = plan.watermark === null ? [] : [watermarkShape(plan.watermark, 2, plan)];
  const logo = logoShapes(plan.logo ?? [], {
    firstId: 2 + watermark.length,
    firstRelation: masterLogoRelation(plan),
  });
  const behind = [...watermark, ...logo];
  const placeholders = masterPlaceholders(plan).map((placeholder, index) =>
    placeholderShape(placeholder, index + 2 + behind.length, plan.meta.language, plan.theme.fonts),
  );
  // Ids of layouts count from 2^31 up; the master's own is 2147483648 (ISO 29500-1, 19.7.14).
  const layouts = plan.layouts.map((_layout, index) =>
    element('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': `rId${index + 1}` }),
  );
  return xmlPart(
    element(
      'p:sldMaster',
      namespaces,
      element('p:cSld', {}, backgroundXml({ slot: 'lt1' }), element('p:spTree', {}, emptyGroup, behind, placeholders)),
      colorMap,
      element('p:sldLayoutIdLst', {}, layouts),
      textStyles(plan),
      element('p:extLst', {}, guidesExtension(plan)),
    ),
  );
}

/** Relationships of the master: its layouts, its theme, then what the logo is made of. */
export const masterLogoRelation = ({ layouts }: DeckPlan): number => layouts.length + 2;

/** The first layout that has a placeholder of a kind lends it to the master. */
function masterPlaceholders(plan: DeckPlan): readonly PlaceholderPlan[] {
  const { width, height } = plan.size;
  const margin = plan.theme.deck.margin;
  const inner = width - margin.left - margin.right;
  const foot = height - margin.bottom;
  const boxes: readonly (readonly [PlaceholderType, number | null, Box])[] = [
    ['title', null, { x: margin.left, y: margin.top, width: inner, height: 60 }],
    ['body', 1, { x: margin.left, y: margin.top + 80, width: inner, height: foot - margin.top - 80 }],
    ['dt', 10, { x: margin.left, y: foot, width: inner / 3, height: 20 }],
    ['ftr', 11, { x: margin.left + inner / 3, y: foot, width: inner / 3, height: 20 }],
    ['sldNum', 12, { x: margin.left + (inner * 2) / 3, y: foot, width: inner / 3, height: 20 }],
  ];
  const all = plan.layouts.flatMap((layout) => layout.placeholders);
  return boxes.map(([type, index, box]) => {
    // The text of a slide, not a line above its title: what a layout that somebody adds by hand begins with.
    const lent = all.find(
      (placeholder) => placeholder.type === type && (type !== 'body' || placeholder.index === index),
    );
    if (lent) return { ...lent, index };
    const style = type === 'title' ? titleStyle(plan) : bodyStyle(plan);
    return {
      region: type,
      type,
      index,
      box,
      inset: { top: 0, right: 0, bottom: 0, left: 0 },
      valign: 'top',
      style,
      bulleted: type === 'body',
      prompt: '',
    };
  });
}

const titleStyle = (plan: DeckPlan): TextStyle =>
  plan.theme.deck.styles['title'] ?? { ...plainStyle, font: 'heading', size: 28, lineHeight: 36 };
const bodyStyle = (plan: DeckPlan): TextStyle => plan.theme.deck.styles['body'] ?? plainStyle;

const textStyles = (plan: DeckPlan): Xml =>
  element(
    'p:txStyles',
    {},
    element('p:titleStyle', {}, plainLevel(titleStyle(plan), plan.theme.fonts)),
    element('p:bodyStyle', {}, listLevels(bodyStyle(plan), 9, plan.theme.fonts)),
    element('p:otherStyle', {}, defaultLanguage(plan.meta.language), defaultLevels(18)),
  );
