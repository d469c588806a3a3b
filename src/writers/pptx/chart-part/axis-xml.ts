/** The axes of a chart part (ISO 29500-1, 21.2.2.25 catAx, 21.2.2.226 valAx). */
import type { NativeAxis } from '../../../model/native-chart.js';
import { element, fragment, setting, type Xml } from '../../xml/element.js';
import { lineXml, richTextXml, shapeXml, textLookXml, type Flow, type TextLook } from './drawing-ml.js';

export const categoryAxisId = 111_111_111;
export const valueAxisId = 222_222_222;
export const secondCategoryAxisId = 333_333_333;
export const secondValueAxisId = 444_444_444;

interface CategoryAxisForm {
  /** That of the plots with a second value axis. */
  readonly second?: boolean;
  readonly levels: 1 | 2;
}

/** An axis that runs by categories, in the order of CT_CatAx. */
export const categoryAxisXml = (axis: NativeAxis, { second = false, levels }: CategoryAxisForm): Xml =>
  element(
    'c:catAx',
    {},
    openingXml(
      axis,
      second ? secondCategoryAxisId : categoryAxisId,
      second ? secondValueAxisId : valueAxisId,
      axis.every === 1 ? 'wrap' : 'skip',
    ),
    setting('c:auto', 0),
    setting('c:lblAlgn', 'ctr'),
    setting('c:lblOffset', 60),
    // Left to itself PowerPoint leaves names out.
    setting('c:tickLblSkip', axis.every),
    setting('c:noMultiLvlLbl', levels === 1),
  );

export const valueAxisXml = (axis: NativeAxis, second = false): Xml =>
  element(
    'c:valAx',
    {},
    openingXml(axis, second ? secondValueAxisId : valueAxisId, second ? secondCategoryAxisId : categoryAxisId, 'line'),
    setting('c:crossBetween', 'between'),
    stepXml(axis),
  );

/** The lower axis of a scatter: its numbers run across. */
export const acrossAxisXml = (axis: NativeAxis): Xml =>
  element(
    'c:valAx',
    {},
    openingXml(axis, categoryAxisId, valueAxisId, 'line'),
    setting('c:crossBetween', 'midCat'),
    stepXml(axis),
  );

const stepXml = ({ step }: NativeAxis): Xml | null => (step === null ? null : setting('c:majorUnit', step));

const sides = { bottom: 'b', left: 'l', top: 't', right: 'r' } as const;
const labelPlaces = { low: 'low', high: 'high', axis: 'nextTo', none: 'none' } as const;
const crossings = { zero: 'autoZero', max: 'max', min: 'min' } as const;

const labelLook = ({ labelSize, labelColor }: NativeAxis): TextLook => ({
  size: labelSize,
  bold: false,
  color: labelColor,
});

/** What all kinds of axis begin with. */
function openingXml(axis: NativeAxis, id: number, crossed: number, flow: Flow): Xml {
  const { gridlines, title } = axis;
  return fragment(
    setting('c:axId', id),
    scalingXml(axis),
    setting('c:delete', !axis.visible),
    setting('c:axPos', sides[axis.side]),
    gridlines !== null && element('c:majorGridlines', {}, element('c:spPr', {}, lineXml(gridlines))),
    title !== undefined && titleXml(title, axis),
    element('c:numFmt', { formatCode: axis.format, sourceLinked: 0 }),
    setting('c:majorTickMark', 'none'),
    setting('c:minorTickMark', 'none'),
    setting('c:tickLblPos', labelPlaces[axis.labelsAt]),
    shapeXml(null, axis.line),
    textLookXml(labelLook(axis), flow),
    setting('c:crossAx', crossed),
    setting('c:crosses', crossings[axis.crosses]),
  );
}

const scalingXml = ({ log, reversed, min, max }: NativeAxis): Xml =>
  element(
    'c:scaling',
    {},
    log === true && setting('c:logBase', 10),
    setting('c:orientation', reversed ? 'maxMin' : 'minMax'),
    max !== null && setting('c:max', max),
    min !== null && setting('c:min', min),
  );

/** Beside an axis on the left PowerPoint would turn the title; in the chart's corner it stands upright. */
const corner = element(
  'c:layout',
  {},
  element(
    'c:manualLayout',
    {},
    setting('c:xMode', 'edge'),
    setting('c:yMode', 'edge'),
    setting('c:x', 0),
    setting('c:y', 0),
  ),
);

const titleXml = (title: string, axis: NativeAxis): Xml =>
  element('c:title', {}, richTextXml(title, labelLook(axis)), axis.side === 'left' && corner, setting('c:overlay', 1));
