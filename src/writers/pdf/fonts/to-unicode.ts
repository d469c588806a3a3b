/** The map from codes back to text (ISO 32000-1, 9.10.3): what a reader copies, searches and speaks. */
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';

/** A block of a CMap may have no more entries. */
const blockSize = 100;

/** @param codePoints of the codes 1, 2, 3 … */
export function writeToUnicode(file: PdfFile, codePoints: readonly number[]): PdfReference {
  const blocks: string[] = [];
  for (let start = 0; start < codePoints.length; start += blockSize) {
    const block = codePoints.slice(start, start + blockSize);
    const entries = block.map((codePoint, index) => `<${hex(start + index + 1)}> <${utf16(codePoint)}>`);
    blocks.push(`${block.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  const map = file.ref();
  map.end(
    Buffer.from(
      `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`,
      'latin1',
    ),
  );
  return map;
}

const hex = (code: number): string => code.toString(16).padStart(4, '0');
const utf16 = (codePoint: number): string =>
  Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
