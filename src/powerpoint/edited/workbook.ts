/** The workbook behind a chart: its cells, and changes of some of them that leave all else as it is. */
import { readCellName } from '../../model/cell-name.js';
import { openPackage, type OpenedPackage } from '../package/open-package.js';
import { relationsOf, targetsOf } from '../package/relations.js';
import { everyElement, parseXml, type XmlElement } from '../xml/parse-xml.js';
import { escapeText, splice, type Splice } from './edit-xml.js';

export interface WorkbookCell {
  readonly value: string | number | null;
  readonly element: XmlElement;
  /** Of which it is worked out; null for a cell that was typed. */
  readonly formula: string | null;
}

export interface EditedWorkbook {
  readonly pack: OpenedPackage;
  readonly sheet: { readonly path: string; readonly xml: string };
  /** By column and row, both from 0: `0:0` is A1. */
  readonly cells: ReadonlyMap<string, WorkbookCell>;
}

export const cellKey = (column: number, row: number): string => `${column}:${row}`;

/**
 * Null where the bytes are no workbook. `name`: the sheet that a chart reads; the first one where there is none of
 * that name.
 */
export function readWorkbook(bytes: Uint8Array, name: string | null): EditedWorkbook | null {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') return null;
  const main = targetsOf(pack, '', 'officeDocument')[0] ?? 'xl/workbook.xml';
  const book = parseXml(pack.text(main) ?? '');
  if (book === null) return null;
  const sheets = [...everyElement(book)].filter((element) => element.name.endsWith(':sheet'));
  const chosen = sheets.find(({ attributes }) => attributes['name'] === name) ?? sheets[0];
  const path = relationsOf(pack, main).find(({ id }) => id === chosen?.attributes['r:id'])?.target;
  const xml = path === undefined ? null : pack.text(path);
  const root = xml === null ? null : parseXml(xml);
  if (path === undefined || xml === null || root === null) return null;
  const shared = sharedTexts(pack, targetsOf(pack, main, 'sharedStrings')[0]);
  const cells = [...everyElement(root)].filter((element) => element.name === ':c');
  return {
    pack,
    sheet: { path, xml },
    cells: new Map(
      cells.flatMap((element) => {
        const cell = readCellName(element.attributes['r'] ?? '');
        return cell === null ? [] : [[cellKey(cell.column - 1, cell.row - 1), readCell(element, shared)] as const];
      }),
    ),
  };
}

const textIn = (element: XmlElement): string =>
  [...everyElement(element)].flatMap((each) => (each.name === ':t' ? [each.text] : [])).join('');

function sharedTexts(pack: OpenedPackage, path: string | undefined): readonly string[] {
  const root = path === undefined ? null : parseXml(pack.text(path) ?? '');
  return (root?.children ?? []).map(textIn);
}

function readCell(element: XmlElement, shared: readonly string[]): WorkbookCell {
  const formula = element.children.find(({ name }) => name === ':f')?.text ?? null;
  const value = element.children.find(({ name }) => name === ':v')?.text ?? null;
  const type = element.attributes['t'];
  if (type === 'inlineStr') return { element, formula, value: textIn(element) };
  // A formula that no program has worked out yet has no value.
  if (value === null || (value === '' && type !== 'str')) return { element, formula, value: null };
  if (type === 's') return { element, formula, value: shared[Number(value)] ?? '' };
  return { element, formula, value: type === 'str' || Number.isNaN(Number(value)) ? value : Number(value) };
}

/**
 * The cell with another value.
 * @param isWorkedOut whether a formula in it stays, with this as what it came to
 */
export function cellSplice(
  xml: string,
  { element, formula: own }: WorkbookCell,
  value: string | number,
  isWorkedOut: boolean,
): Splice {
  const tag = xml.slice(element.start, element.contentStart);
  const prefix = /^<([\w.-]+:)?c[\s/>]/.exec(tag)?.[1] ?? '';
  const opening = tag.replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/, '').replace(/\s*\/?>$/, '');
  const formula = own !== null && isWorkedOut ? element.children.find(({ name }) => name === ':f')! : null;
  const kept = formula === null ? '' : xml.slice(formula.start, formula.end);
  if (typeof value === 'number')
    return {
      start: element.start,
      end: element.end,
      text: `${opening}>${kept}<${prefix}v>${value}</${prefix}v></${prefix}c>`,
    };
  const text = escapeText(value);
  return {
    start: element.start,
    end: element.end,
    text:
      kept === ''
        ? `${opening} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`
        : `${opening} t="str">${kept}<${prefix}v>${text}</${prefix}v></${prefix}c>`,
  };
}

export const editSheet = ({ sheet }: EditedWorkbook, splices: readonly Splice[]): string => splice(sheet.xml, splices);
