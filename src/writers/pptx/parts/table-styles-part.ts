/**
 * The table style of a deck (ISO 29500-1, 20.1.4.2): what tables look like before a cell says anything itself, so that
 * rows that a person adds look like the others, and a change of the style changes all tables.
 */
import { ownTableStyle, plainCellColor } from '../plan/own-tables.js';
import { usualTableStyle } from '../../../powerpoint/table-styles/built-in-table-styles.js';
import type { TableLook, TableRowLook, TableRule } from '../../../model/theme.js';
import { colorXml, emu, fillXml, noFill } from '../../xml/drawing-ml.js';
import { element, xmlPart, type Xml } from '../../xml/element.js';
import { drawingNamespace } from '../../xml/presentation-ml.js';

/** With which a new table begins; without a look it is PowerPoint's own. */
export const tableStylesPart = (look: TableLook | null): string =>
  xmlPart(
    element(
      'a:tblStyleLst',
      { 'xmlns:a': drawingNamespace, def: look === null ? usualTableStyle : ownTableStyle },
      look !== null && tableStyleElement(look),
    ),
  );

/** In the order of CT_TableStyle. */
export const tableStyleElement = ({ top, head, body, band, total, bottom }: TableLook): Xml =>
  element(
    'a:tblStyle',
    { styleId: ownTableStyle, styleName: 'briefkit' },
    partOf('a:wholeTbl', body, { top, bottom, insideH: body.rule }),
    band !== null &&
      element('a:band1H', {}, element('a:tcStyle', {}, element('a:tcBdr'), element('a:fill', {}, fillXml(band)))),
    partOf('a:lastRow', total, {}),
    partOf('a:firstRow', head, { bottom: head.rule }),
  );

const partOf = (
  name: string,
  { fill, color, bold }: TableRowLook,
  borders: Partial<Record<'top' | 'bottom' | 'insideH', TableRule | null>>,
): Xml =>
  element(
    name,
    {},
    element(
      'a:tcTxStyle',
      { b: bold === true ? 'on' : null },
      element('a:fontRef', { idx: 'minor' }, element('a:prstClr', { val: 'black' })),
      colorXml(color ?? plainCellColor),
    ),
    element(
      'a:tcStyle',
      {},
      element(
        'a:tcBdr',
        {},
        (['top', 'bottom', 'insideH'] as const).map((side) => borderXml(side, borders[side] ?? null)),
      ),
      element('a:fill', {}, fill === null ? noFill : fillXml(fill)),
    ),
  );

const borderXml = (side: string, rule: TableRule | null): Xml | null =>
  rule === null ? null : element(`a:${side}`, {}, element('a:ln', { w: emu(rule.width) }, fillXml(rule.color)));
