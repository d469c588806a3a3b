/** What all sheets of a workbook share: their names and parts, texts, and number formats. */
import { posix } from 'node:path';
import { builtInFormats } from '../../../locale/workbook-formats.js';
import { readNumberFormat } from './number-format.js';
import type { NumberFormat } from './number-format.js';
import type { WorkbookPackage } from './open-package.js';
import { decodeEscapes, enough, parseXml } from './parse-xml.js';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

export interface WorkbookParts {
  /** The workbook's own path, as diagnostics show it. */
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
  /** By the style of a cell. */
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as Excel for the Macintosh once did. */
  readonly from1904: boolean;
}

/** Null where a part is missing, not well-formed or cannot be unpacked. */
export function readWorkbookParts(contents: WorkbookPackage): WorkbookParts | 'too many texts' | null {
  const main = relationsOf('', contents)?.find(({ type }) => type === 'officeDocument')?.path;
  const xml = main === undefined ? null : contents.read(main);
  const relations = main === undefined ? null : relationsOf(main, contents);
  if (xml === null || relations === null) return null;
  const sheets: SheetPart[] = [];
  let from1904 = false;
  const isWhole = parseXml(xml, {
    open(name, { name: title, state, date1904, 'r:id': id }, parent) {
      if (name === 'workbookPr' && parent === 'workbook') from1904 = date1904 === '1' || date1904 === 'true';
      // Sheets that hold a chart alone have no cells.
      const relation =
        name === 'sheet' && parent === 'sheets'
          ? relations.find((known) => known.id === id && known.type === 'worksheet')
          : undefined;
      if (relation !== undefined)
        sheets.push({
          name: decodeEscapes(title ?? ''),
          isHidden: state === 'hidden' || state === 'veryHidden',
          path: relation.path,
        });
    },
  });
  const pathOf = (type: string): string => relations.find((relation) => relation.type === type)?.path ?? '';
  const [textsPath, stylesPath] = [pathOf('sharedStrings'), pathOf('styles')];
  const [textsPart, stylesPart] = [contents.read(textsPath), contents.read(stylesPath)];
  // A part that is named and there must be one that can be unpacked.
  if ((textsPart === null && contents.has(textsPath)) || (stylesPart === null && contents.has(stylesPath))) return null;
  const [texts, formats] = [readSharedTexts(textsPart), readFormats(stylesPart)];
  if (texts === 'too many texts') return texts;
  return isWhole && texts !== null && formats !== null ? { path: main!, sheets, texts, formats, from1904 } : null;
}

interface Relation {
  readonly id: string;
  /** The last word of its address. */
  readonly type: string;
  readonly path: string;
}

/** Those of a part, or with '' of the package (ISO 29500-2, 6.5). */
export function relationsOf(part: string, contents: WorkbookPackage): readonly Relation[] | null {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = contents.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  const isWhole =
    xml !== null &&
    parseXml(xml, {
      open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
        if (name !== 'Relationship' || mode === 'External') return;
        const path = resolvePath(folder, target.replaceAll('\\', '/'));
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path });
      },
    });
  return isWhole ? found : null;
}

/** A path inside the package: one that climbs out names nothing. */
const resolvePath = (folder: string, target: string): string =>
  target.startsWith('/') ? posix.normalize(target).slice(1) : posix.normalize(folder + target);

/** So many texts, and so long ones, a workbook of tables has; Excel itself takes no longer text in a cell. */
const mostTexts = 1_000_000;
const longestText = 32_767;
const mostElements = 4 * mostTexts;

/**
 * Runs of rich text are joined; readings that are printed over characters are left out (ISO 29500-1, 18.4). Read no
 * further where there are too many.
 */
function readSharedTexts(xml: string | null): readonly string[] | 'too many texts' | null {
  const texts: string[] = [];
  if (xml === null) return texts;
  let text = '';
  let isText = false;
  let elements = 0;
  const isWhole = parseXml(xml, {
    open(name, _, parent) {
      if (name === 'si') text = '';
      // Those of readings stand in `rPh`.
      isText = name === 't' && (parent === 'si' || parent === 'r');
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      isText = false;
      if (text.length > longestText || texts.length > mostTexts || ++elements > mostElements) enough();
      if (name === 'si') texts.push(cleanText(decodeEscapes(text)));
    },
  });
  const isBounded = text.length <= longestText && texts.length <= mostTexts && elements <= mostElements;
  if (!isBounded) return 'too many texts';
  return isWhole ? texts : null;
}

function readFormats(xml: string | null): readonly NumberFormat[] | null {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const isWhole =
    xml === null ||
    parseXml(xml, {
      // Formats of conditions and of tables (`dxfs`) have numbers of their own.
      open(name, { numFmtId, formatCode }, parent) {
        if (name === 'numFmt' && parent === 'numFmts') codes.set(Number(numFmtId), formatCode ?? 'General');
        if (name === 'xf' && parent === 'cellXfs') styles.push(Number(numFmtId ?? 0));
      },
    });
  const known = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    const format = known.get(id) ?? readNumberFormat(codes.get(id) ?? builtInFormats[id] ?? 'General');
    known.set(id, format);
    return format;
  };
  return isWhole ? styles.map(formatOf) : null;
}

/** Line ends of a cell are `\n`, whatever wrote them. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
