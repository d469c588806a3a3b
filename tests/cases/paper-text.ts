/** A PDF's bytes as text that people can read, line by line, page by page, through a reader that is not ours. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

export async function paperText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(
      [`== ${number}`, ...linesOf(items.filter((item): item is typeof item & TextPiece => 'str' in item)), ''].join(
        '\n',
      ),
    );
  }
  await task.destroy();
  return pages.join('\n');
}

/** Pieces in the order of the file; a new baseline starts a new line. */
function linesOf(pieces: readonly TextPiece[]): readonly string[] {
  const lines: { baseline: number; text: string }[] = [];
  for (const { str, transform } of pieces) {
    const baseline = Math.round(transform[5] ?? 0);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.baseline - baseline) <= 1) last.text += str;
    else if (str.trim() !== '') lines.push({ baseline, text: str });
  }
  // Justified Chinese has gaps that a reader takes for spaces.
  return lines.map(({ text }) => `  ${text.trim().replace(/(?<=[^\0-\x7F]) (?=\S)|(?<=\S) (?=[^\0-\x7F])/g, '')}`);
}
