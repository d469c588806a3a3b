/** slideMaster1.xml: where every layout takes from what it does not say itself: title, body, date, footer, slide number. */
import type { Box } from '../../../model/length.js';
import type { TextStyle } from '../../../model/theme.js';
import type { DeckPlan, PlaceholderPlan, PlaceholderType } from '../plan/deck-plan.js';
import { plainStyle } from '../plan/plan-layouts.js';
import { emptyGroup, fillXml, namespaces, xmlHeader } from '../../xml/presentation-xml.js';
import { watermarkShape } from './watermark-shape.js';
import { levelAttributes, levelProperties, listLevels, placeholderShape } from './placeholder-shape.js';

export function masterPart(plan: DeckPlan): string {
  const watermark = plan.watermark === null ? [] : [watermarkShape(plan.watermark, 2, plan)];
  const placeholders = masterPlaceholders(plan)
    .map((placeholder, index) =>
      placeholderShape(placeholder, index + 2 + watermark.length, plan.meta.language, plan.theme.fonts),
    )
    .join('');
  // Ids of layouts count from 2^31 up; the master's own is 2147483648 (ISO 29500-1, 19.7.14).
  const layouts = plan.layouts
    .map((_layout, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="rId${index + 1}"/>`)
    .join('');
  return (
    `${xmlHeader}<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr>${fillXml({ slot: 'lt1' })}<a:effectLst/></p:bgPr></p:bg>` +
    `<p:spTree>${emptyGroup}${watermark.join('')}${placeholders}</p:spTree></p:cSld>` +
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    `<p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst>${textStyles(plan)}</p:sldMaster>`
  );
}

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
    const lent = all.find((placeholder) => placeholder.type === type);
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

function textStyles(plan: DeckPlan): string {
  const title = titleStyle(plan);
  const body = bodyStyle(plan);
  return (
    `<p:txStyles><p:titleStyle><a:lvl1pPr ${levelAttributes(title)}>${levelProperties(title, plan.theme.fonts)}</a:lvl1pPr></p:titleStyle>` +
    `<p:bodyStyle>${listLevels(body, 9, plan.theme.fonts)}</p:bodyStyle><p:otherStyle><a:defPPr><a:defRPr lang="${plan.meta.language}"/></a:defPPr>${otherLevels}</p:otherStyle></p:txStyles>`
  );
}

export const otherLevels = Array.from(
  { length: 9 },
  (_none, level) =>
    `<a:lvl${level + 1}pPr marL="${level * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">` +
    '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>' +
    `</a:lvl${level + 1}pPr>`,
).join('');
