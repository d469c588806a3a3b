/**
 * What a font file says it is called and how it looks: the tables `name` and `OS/2` (ISO 14496-22), read in place, so
 * that hundreds of files can be asked without reading them whole.
 */

/** Bytes of a file from `offset`; fewer where it ends before. */
export type ReadRange = (offset: number, length: number) => Uint8Array;

/** One font of a file: a collection holds several. */
export interface FontFacts {
  /** Its place in its file, from 0. */
  readonly member: number;
  /** Folded, in every language of the file: names under which programs list it (1), and its family's (16). */
  readonly listed: readonly string[];
  readonly families: readonly string[];
  /** With the style: `source sans semibold` (4). */
  readonly fullNames: readonly string[];
  /** 100 to 900. */
  readonly weight: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** As names are compared: spaces and letters' case do not count. */
export const foldedName = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** No file has more fonts than this, in a collection that is sound. */
const mostMembers = 64;
const mostTables = 128;

/** Empty where the file is no font, or is damaged. */
export function readFontNames(read: ReadRange): readonly FontFacts[] {
  try {
    const start = viewOf(read(0, 12 + 4 * mostMembers));
    if (start.byteLength < 12) return [];
    if (start.getUint32(0) !== 0x74746366) return [factsAt(read, 0, 0)].flatMap((facts) => facts ?? []);
    const count = Math.min(start.getUint32(8), mostMembers);
    return Array.from({ length: count }, (_none, member) =>
      factsAt(read, start.getUint32(12 + 4 * member), member),
    ).flatMap((facts) => facts ?? []);
  } catch (problem) {
    if (problem instanceof RangeError) return [];
    throw problem;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const flavors: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);

function factsAt(read: ReadRange, offset: number, member: number): FontFacts | null {
  const head = viewOf(read(offset, 12 + 16 * mostTables));
  if (head.byteLength < 12 || !flavors.has(head.getUint32(0))) return null;
  const table = (tag: number): DataView | null => {
    for (let index = 0; index < Math.min(head.getUint16(4), mostTables); index++) {
      const record = 12 + 16 * index;
      if (head.getUint32(record) === tag) return viewOf(read(head.getUint32(record + 8), head.getUint32(record + 12)));
    }
    return null;
  };
  const [name, os2] = [table(0x6e616d65), table(0x4f532f32)];
  if (name === null) return null;
  const names = readNames(name);
  const styles = (names.get(2) ?? []).join(' ');
  const selection = os2 === null || os2.byteLength < 64 ? null : os2.getUint16(62);
  return {
    member,
    listed: names.get(1) ?? [],
    families: names.get(16) ?? [],
    fullNames: names.get(4) ?? [],
    weight: os2 === null || os2.byteLength < 6 ? 400 : os2.getUint16(4),
    bold: selection === null ? /\bbold\b/.test(styles) : (selection & 0x20) !== 0,
    italic: selection === null ? /\b(?:italic|oblique)\b/.test(styles) : (selection & 0x201) !== 0,
  };
}

/** Names by their number, folded, each once. */
function readNames(name: DataView): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  const strings = name.getUint16(4);
  for (let index = 0; index < name.getUint16(2); index++) {
    const record = 6 + 12 * index;
    const [platform, id] = [name.getUint16(record), name.getUint16(record + 6)];
    if (![1, 2, 4, 16].includes(id)) continue;
    const [length, at] = [name.getUint16(record + 8), strings + name.getUint16(record + 10)];
    if (at + length > name.byteLength) continue;
    const text = foldedName(decoded(name, at, length, platform !== 1));
    const known = found.get(id) ?? [];
    if (text !== '' && !known.includes(text)) found.set(id, [...known, text]);
  }
  return found;
}

/** UTF-16, or one byte a character of an old Macintosh, of which ASCII is enough. */
function decoded(view: DataView, at: number, length: number, isWide: boolean): string {
  let text = '';
  for (let index = 0; index + (isWide ? 1 : 0) < length; index += isWide ? 2 : 1)
    text += String.fromCharCode(isWide ? view.getUint16(at + index) : view.getUint8(at + index));
  return text;
}

/** How well a font serves as `name` in that weight, 0 best; null where it is another font. `name` is folded. */
export function fitOf(
  { listed, families, fullNames, weight, bold, italic }: FontFacts,
  name: string,
  asked: string,
): number | null {
  if (italic) return null;
  const wantsBold = asked === '700';
  if (listed.includes(name) && bold === wantsBold) return 0;
  if (families.includes(name) && Math.abs(weight - Number(asked)) <= 50) return 1;
  return !wantsBold && fullNames.includes(name) ? 2 : null;
}
