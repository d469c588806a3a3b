/**
 * The pictures that a PDF shows, page by page in their order, read by pdfjs-dist: their pixels, and how many make an
 * inch where they stand.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ShownPicture {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
}

type Matrix = readonly [number, number, number, number, number, number];

export async function picturesOf(bytes: Uint8Array): Promise<readonly ShownPicture[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const shown: ShownPicture[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    const saved: Matrix[] = [];
    let matrix: Matrix = [1, 0, 0, 1, 0, 0];
    fnArray.forEach((operator, index) => {
      const given = argsArray[index] as unknown[];
      if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
      else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop()!;
      else if (operator === OPS.transform) matrix = multiply(matrix, given as unknown as Matrix);
      else if (operator === OPS.paintImageXObject) {
        const [, width, height] = given as [string, number, number];
        shown.push({ page: number, width, height, resolution: width / (Math.hypot(matrix[0], matrix[1]) / 72) });
      }
    });
  }
  await pdf.loadingTask.destroy();
  return shown;
}

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
