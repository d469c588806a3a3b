import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../../src/model/page.js';
import { splitByLanguage } from '../../../src/writers/pdf/draw/run-language.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { contentOf } from '../../readers/page-content.js';
import { readPdf } from '../../readers/read-pdf.js';
import { collectingContext, node, page, pageSet, paragraph, textItem } from './sample-pages.js';

const fragment = (text: string): Fragment => ({ run: 0, text, x: 5, advances: Array.from(text, () => 10) });
const partsOf = (text: string, language = 'zh-CN'): string[] =>
  (splitByLanguage(fragment(text), language) ?? [{ text, language: null }]).map(
    (part) => `${part.language ?? ''}:${part.text}`,
  );

describe('the language of a run', () => {
  it('is English for English words, as one stretch', () => {
    expect(partsOf('“Made in Cixi”品牌')).toEqual([':“', 'en:Made in Cixi', ':”品牌']);
    expect(partsOf('智能家电（smart appliances）出口')).toEqual([':智能家电（', 'en:smart appliances', ':）出口']);
  });

  it("is the document's for abbreviations and single letters", () => {
    expect(partsOf('GDP增长，PM2.5下降，附录A、B，a类')).toEqual([':GDP增长，PM2.5下降，附录A、B，a类']);
  });

  it("is the document's where that is written in Latin letters itself", () => {
    expect(partsOf('Growth in Cixi', 'en-GB')).toEqual([':Growth in Cixi']);
  });

  it('keeps every character in its place, beyond the BMP too', () => {
    const parts = splitByLanguage(fragment('😀Cixi Brand。'), 'zh-CN')!;
    expect(parts.map(({ x }) => x)).toEqual([5, 15, 115]);
    expect(parts.map(({ advances }) => advances.length)).toEqual([1, 10, 1]);
  });

  it('is told in the file, whose text stays in order', async () => {
    const text = '打响“Cixi Brand”，走向world-class水平。';
    const set = paragraph(text, 400, 1);
    const bytes = await writePdf(
      pageSet(
        [page('1', textItem({ x: 56, y: 60, width: 400, height: 18 }, 1, set))],
        [node('Document', null), node('P', 0)],
      ),
      collectingContext(),
    );
    expect(await accessibilityFaults(bytes)).toEqual([]);
    expect(contentOf(bytes).match(/\/P <<\/Lang \(en\) \/MCID \d+>> BDC/g)).toHaveLength(2);
    const pdf = await readPdf(bytes);
    expect(pdf.pages[0]!.text.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    await pdf.close();
  });
});
