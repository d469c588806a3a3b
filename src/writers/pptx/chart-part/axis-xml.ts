/** The two axes of a chart part (ISO 29500-1, 21.2.2.25 catAx, 21.2.2.226 valAx). */
import type { NativeAxis } from '../../../model/native-chart.js';
import { lineXml, richTextXml, shapeXml, textLookXml } from './drawing-ml.js';
import { escapeXml } from '../../xml/xml-text.js';

export const categoryAxisId = 111_111_111;
export const valueAxisId = 222_222_222;
export const secondCategoryAxisId = 333_333_333;
export const secondValueAxisId = 444_444_444;

function titleXml(title: string, axis: NativeAxis): string {
  const corner =
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout>';
  return `<c:title>${richTextXml(title, { size: axis.labelSize, bold: false, color: axis.labelColor })}${axis.side === 'left' ? corner : ''}<c:overlay val="1"/></c:title>`;
}

/** The lower axis of a scatter: its numbers run across. */
export const acrossAxisXml = (axis: NativeAxis): string =>
  `<c:valAx>${openingXml(axis, categoryAxisId, valueAxisId, 'line')}<c:crossBetween val="midCat"/>${axis.step === null ? '' : `<c:majorUnit val="${axis.step}"/>`}</c:valAx>`;

const sides = { bottom: 'b', left: 'l', top: 't', right: 'r' } as const;

/** What both kinds begin with. */
function openingXml(axis: NativeAxis, id: number, crossed: number, flow: 'wrap' | 'line' | 'auto'): string {
  return (
    `<c:axId val="${id}"/>` +
    `<c:scaling>${axis.log === true ? '<c:logBase val="10"/>' : ''}<c:orientation val="${axis.reversed ? 'maxMin' : 'minMax'}"/>${axis.max === null ? '' : `<c:max val="${axis.max}"/>`}${axis.min === null ? '' : `<c:min val="${axis.min}"/>`}</c:scaling>` +
    `<c:delete val="${axis.visible ? 0 : 1}"/><c:axPos val="${sides[axis.side]}"/>` +
    (axis.gridlines === null
      ? ''
      : `<c:majorGridlines><c:spPr>${lineXml(axis.gridlines)}</c:spPr></c:majorGridlines>`) +
    (axis.title === undefined ? '' : titleXml(axis.title, axis)) +
    `<c:numFmt formatCode="${escapeXml(axis.format)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="${{ low: 'low', high: 'high', axis: 'nextTo', none: 'none' }[axis.labelsAt]}"/>` +
    shapeXml(null, axis.line) +
    textLookXml({ size: axis.labelSize, bold: false, color: axis.labelColor }, flow) +
    `<c:crossAx val="${crossed}"/><c:crosses val="${{ zero: 'autoZero', max: 'max', min: 'min' }[axis.crosses]}"/>`
  );
}

export const categoryAxisXml = (axis: NativeAxis, second = false): string =>
  `<c:catAx>${openingXml(axis, second ? secondCategoryAxisId : categoryAxisId, second ? secondValueAxisId : valueAxisId, axis.every === 1 ? 'wrap' : 'auto')}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${axis.every === 1 ? '' : `<c:tickLblSkip val="${axis.every}"/>`}<c:noMultiLvlLbl val="1"/></c:catAx>`;

export const valueAxisXml = (axis: NativeAxis, second = false): string =>
  `<c:valAx>${openingXml(axis, second ? secondValueAxisId : valueAxisId, second ? secondCategoryAxisId : categoryAxisId, 'line')}<c:crossBetween val="between"/>${axis.step === null ? '' : `<c:majorUnit val="${axis.step}"/>`}</c:valAx>`;
