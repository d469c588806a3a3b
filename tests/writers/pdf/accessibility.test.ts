import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { allNodes, readPdf } from '../../readers/read-pdf.js';
import { objectsOf } from './objects-of.js';
import { collectingContext, samplePages } from './sample-pages.js';

const painting = new Set<number>([
  OPS.showText, OPS.showSpacedText, OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke, OPS.shadingFill, OPS.paintImageXObject,
]);

describe('rules of PDF/UA', async () => {
  const bytes = await writePdf(samplePages(), collectingContext());
  const pdf = await readPdf(bytes);
  const nodes = pdf.pages.flatMap(({ structure }) => allNodes(structure));

  it('mark all that is drawn as content of a node or as an artifact', async () => {
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    for (let number = 1; number <= document.numPages; number++) {
      const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
      let depth = 0;
      let painted = 0;
      fnArray.forEach((operator, index) => {
        if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++;
        if (operator === OPS.endMarkedContent) depth--;
        const paints = painting.has(operator) || (operator === OPS.constructPath && painting.has((argsArray[index] as number[])[0]!));
        if (paints) painted++;
        if (paints) expect(depth, `operator ${index} of page ${number}`).toBe(1);
      });
      expect(depth).toBe(0);
      expect(painted).toBeGreaterThan(3);
    }
  });

  it('give each figure alternative words and a box', () => {
    const figures = nodes.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect([figure.alt, figure.bbox?.length]).toEqual([expect.stringMatching(/./), 4]);
  });

  it('give each head cell a scope, each list its numbering, each table its summary', () => {
    const text = objectsOf(bytes);
    expect(text.match(/\/S \/TH /g)).toHaveLength(3);
    expect(text.match(/\/Scope \/(Row|Column)/g)).toHaveLength(3);
    expect(text).toContain('/ListNumbering /Disc');
    expect(text).toContain('/Summary ');
  });

  it('show the title, keep the order of tabs, name a language and an sRGB output intent', () => {
    const text = objectsOf(bytes);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text.match(/\/Tabs \/S/g)).toHaveLength(2);
    expect(text).toContain('/S /GTS_PDFA1');
    expect(text.match(/\/Subtype \/Link \/F 4/g)).toHaveLength(2);
  });

  it('map every code of every font back to text', () => {
    for (const { structure } of pdf.pages) for (const { text } of allNodes(structure)) expect(text).not.toMatch(/[\ufffd\u0000]/);
  });
});
