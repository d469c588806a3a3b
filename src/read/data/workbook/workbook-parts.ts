/** What all sheets of a workbook share: their names and parts, texts, and number formats. */
import { posix } from 'node:path';
import { builtInFormats, readNumberFormat } from './number-format.js';
import type { NumberFormat } from './number-format.js';
import type { WorkbookPackage } from './open-package.js';
import { decodeEscapes, parseXml } from './parse-xml.js';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
  /** By the style of a cell. */
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as Excel for the Macintosh once did. */
  readonly from1904: boolean;
}

/** Null where a part is missing or not well-formed. */
export function readWorkbookParts(contents: WorkbookPackage): WorkbookParts | null {
  const main = relationsOf('', contents)?.find(({ type }) => type === 'officeDocument')?.path;
  const xml = main === undefined ? null : contents.read(main);
  const relations = main === undefined ? null : relationsOf(main, contents);
  if (xml === null || relations === null) return null;
  const sheets: SheetPart[] = [];
  let from1904 = false;
  const isWhole = parseXml(xml, {
    open(name, { name: title, state, id, date1904 }) {
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      // Sheets that hold a chart alone have no cells.
      const relation =
        name === 'sheet' ? relations.find((known) => known.id === id && known.type === 'worksheet') : undefined;
      if (relation !== undefined)
        sheets.push({
          name: decodeEscapes(title ?? ''),
          isHidden: state === 'hidden' || state === 'veryHidden',
          path: relation.path,
        });
    },
  });
  const partOf = (type: string): string | null =>
    contents.read(relations.find((relation) => relation.type === type)?.path ?? '');
  const [texts, formats] = [readSharedTexts(partOf('sharedStrings')), readFormats(partOf('styles'))];
  return isWhole && texts !== null && formats !== null ? { sheets, texts, formats, from1904 } : null;
}

interface Relation {
  readonly id: string /** The last word of its address. */;
  readonly type: string;
  readonly path: string;
}

/** Those of a part, or with '' of the package (ISO 29500-2, 6.5). */
function relationsOf(part: string, contents: WorkbookPackage): readonly Relation[] | null {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = contents.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  const isWhole =
    xml !== null &&
    parseXml(xml, {
      open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
        if (name === 'Relationship' && mode !== 'External')
          found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolvePath(folder, target) });
      },
    });
  return isWhole ? found : null;
}

/** A path inside the package: one that climbs out names nothing. */
const resolvePath = (folder: string, target: string): string =>
  target.startsWith('/') ? posix.normalize(target).slice(1) : posix.normalize(folder + target);

/** Runs of rich text are joined; readings that are printed over characters are left out (ISO 29500-1, 18.4). */
function readSharedTexts(xml: string | null): readonly string[] | null {
  const texts: string[] = [];
  if (xml === null) return texts;
  let text = '';
  let isText = false;
  let readings = 0;
  const isWhole = parseXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') readings++;
      isText = name === 't' && readings === 0;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') readings--;
      if (name === 'si') texts.push(decodeEscapes(text));
    },
  });
  return isWhole ? texts : null;
}

function readFormats(xml: string | null): readonly NumberFormat[] | null {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  const isWhole =
    xml === null ||
    parseXml(xml, {
      open(name, { numFmtId, formatCode }) {
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? 'General');
        if (name === 'cellXfs') inCellStyles = true;
        if (name === 'xf' && inCellStyles) styles.push(Number(numFmtId ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false;
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
