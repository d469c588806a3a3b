/** The shapes of a slide, those within groups and within alternatives too. */
import type { Relation } from '../package/relations.js';
import { childOf, childrenOf, everyElement, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import type { EditedShape, EditedTable } from './edited-deck.js';
import { paragraphsOf } from './paragraphs.js';

type Relations = ReadonlyMap<string, Relation>;

const holders: ReadonlySet<string> = new Set(['p:grpSp', 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback']);

export function readShapes(tree: XmlElement | null, relations: Relations): readonly EditedShape[] {
  return (tree?.children ?? []).flatMap((element) => {
    const extended = element.name === 'mc:AlternateContent' ? readExtended(element, relations) : null;
    if (extended !== null) return extended;
    if (holders.has(element.name)) return readShapes(element, relations);
    const shape = readShape(element, relations);
    return shape === null ? [] : [shape];
  });
}

/**
 * A chart of PowerPoint 2016, and the chart or the picture beside it; words and lines of a drawing there are nobody's
 * to edit. Null for other alternatives.
 */
function readExtended(element: XmlElement, relations: Relations): readonly EditedShape[] | null {
  const beside = childOf(element, 'mc:Fallback');
  const shown = readShapes(childOf(element, 'mc:Choice'), relations);
  const charts = shown.filter((shape) => shape.kind === 'chart' && shape.beside !== undefined);
  if (charts.length === 0) return null;
  const others = readShapes(beside, relations).filter(({ kind }) => kind === 'chart' || kind === 'picture');
  return [
    ...shown.map((shape) => (shape.kind === 'chart' && shape.beside !== undefined ? { ...shape, beside } : shape)),
    ...others.map((shape): EditedShape => ({ ...shape, isBeside: true })),
  ];
}

/** Groups with an alternative text of their own: charts that are drawn of plain shapes, or with arrows upon them. */
export const readGroups = (tree: XmlElement | null): readonly EditedShape[] =>
  (tree?.children ?? []).flatMap((element) =>
    holders.has(element.name) ? [...readGroup(element), ...readGroups(element)] : [],
  );

function readGroup(element: XmlElement): readonly EditedShape[] {
  const properties = findElement(element, 'p:nvGrpSpPr', 'p:cNvPr');
  const alt = properties?.attributes['descr'] ?? '';
  if (properties === null || alt === '') return [];
  const name = properties.attributes['name'] ?? '';
  return [{ properties, element, name, creationId: creationIdOf(properties), box: null, alt, kind: 'plain' }];
}

function readShape(element: XmlElement, relations: Relations): EditedShape | null {
  const properties = childOf(
    element.children.find(({ name }) => /^p:nv\w+Pr$/.test(name)),
    'p:cNvPr',
  );
  if (properties === null) return null;
  const base = {
    properties,
    element,
    name: properties.attributes['name'] ?? '',
    creationId: creationIdOf(properties),
    box: boxOf(element),
    alt: properties.attributes['descr'] ?? '',
  };
  if (element.name === 'p:pic') return { ...base, kind: 'picture', media: mediaOf(element, relations) };
  if (element.name === 'p:graphicFrame') {
    const data = findElement(element, 'a:graphic', 'a:graphicData');
    const table = childOf(data, 'a:tbl');
    if (table !== null) return { ...base, kind: 'table', table: readTable(table) };
    const chart = childOf(data, 'c:chart');
    if (chart !== null)
      return { ...base, kind: 'chart', part: relations.get(chart.attributes['r:id'] ?? '')?.target ?? null };
    const extended = childOf(data, 'cx:chart');
    if (extended !== null) {
      const part = relations.get(extended.attributes['r:id'] ?? '')?.target ?? null;
      return { ...base, kind: 'chart', part, beside: null };
    }
    return { ...base, kind: 'plain' };
  }
  const body = childOf(element, 'p:txBody');
  return body === null ? { ...base, kind: 'plain' } : { ...base, kind: 'text', paragraphs: paragraphsOf(body) };
}

/** In capitals, of `p:cNvPr`; null where it was lost. */
export function creationIdOf(properties: XmlElement): string | null {
  const extensions = childOf(properties, 'a:extLst');
  const found = extensions && [...everyElement(extensions)].find(({ name }) => name === 'a16:creationId');
  return found?.attributes['id']?.toUpperCase() ?? null;
}

/** Null for a shape that takes its placeholder's. */
export function boxOf(element: XmlElement): EditedShape['box'] {
  const frame = childOf(element, 'p:xfrm') ?? findElement(element, 'p:spPr', 'a:xfrm');
  return boxIn(childOf(frame, 'a:off'), childOf(frame, 'a:ext'));
}

/** In EMU; null where one of the four is not said. */
export function boxIn(offset: XmlElement | null, extent: XmlElement | null): EditedShape['box'] {
  const [x, y, cx, cy] = [numberOf(offset, 'x'), numberOf(offset, 'y'), numberOf(extent, 'cx'), numberOf(extent, 'cy')];
  return x === null || y === null || cx === null || cy === null ? null : { x, y, cx, cy };
}

const mediaOf = (element: XmlElement, relations: Relations): string | null => {
  const fill = findElement(element, 'p:blipFill', 'a:blip');
  const relation = relations.get(fill?.attributes['r:embed'] ?? '');
  return relation === undefined || relation.external ? null : relation.target;
};

function readTable(table: XmlElement): EditedTable {
  return {
    element: table,
    columns: childrenOf(childOf(table, 'a:tblGrid'), 'a:gridCol').map((column) => lineId(column, 'a16:colId')),
    rows: childrenOf(table, 'a:tr').map((row) => ({
      element: row,
      id: lineId(row, 'a16:rowId'),
      cells: childrenOf(row, 'a:tc').flatMap((cell, column) =>
        // What a merged cell covers is seen by nobody.
        isSet(cell.attributes['hMerge']) || isSet(cell.attributes['vMerge'])
          ? []
          : [
              {
                column,
                across: numberOf(cell, 'gridSpan') ?? 1,
                down: numberOf(cell, 'rowSpan') ?? 1,
                paragraphs: paragraphsOf(childOf(cell, 'a:txBody')),
              },
            ],
      ),
    })),
  };
}

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

function lineId(element: XmlElement, name: string): number | null {
  const extensions = childOf(element, 'a:extLst');
  return extensions === null
    ? null
    : numberOf(
        [...everyElement(extensions)].find((each) => each.name === name),
        'val',
      );
}
