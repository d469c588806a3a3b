import { describe, expect, it } from 'vitest';
import {
  aroundParagraphs,
  elementsOf,
  findElement,
  mapElements,
  replaceElement,
} from '../../../../src/writers/pptx/slides/draft-elements.js';

const cell = '<a:tc rowSpan="2"><a:p><a:pPr/><a:r><a:t>一</a:t></a:r></a:p><a:p></a:p><a:tcPr/></a:tc>';

describe('elements of what pptxgenjs wrote', () => {
  it('are found by their whole name, closed by a tag or by themselves', () => {
    expect(elementsOf(cell, 'a:p')).toEqual(['<a:p><a:pPr/><a:r><a:t>一</a:t></a:r></a:p>', '<a:p></a:p>']);
    expect(elementsOf(cell, 'a:pPr')).toEqual(['<a:pPr/>']);
    expect(findElement(cell, 'a:tr')).toBeNull();
    expect(findElement(cell, 'a:tcPr')).toEqual({ from: cell.indexOf('<a:tcPr/>'), to: cell.indexOf('</a:tc>') });
  });

  it('are written anew, with what stands between them', () => {
    const row = `<a:tr>${cell} ${cell}</a:tr>`;
    expect(
      mapElements(
        row,
        'a:tc',
        () => 'cell',
        (xml) => xml.trim(),
      ),
    ).toBe('<a:tr>cellcell</a:tr>');
  });

  it('are replaced by a text that is taken as it is', () => {
    expect(replaceElement(cell, 'a:tcPr', '$&')).toBe(cell.replace('<a:tcPr/>', () => '$&'));
    expect(replaceElement(cell, 'a:bodyPr', '$&')).toBe(cell);
  });

  it('stand before and behind paragraphs', () => {
    expect(aroundParagraphs(cell)).toEqual([
      '<a:tc rowSpan="2">',
      '<a:p><a:pPr/><a:r><a:t>一</a:t></a:r></a:p><a:p></a:p>',
      '<a:tcPr/></a:tc>',
    ]);
    expect(aroundParagraphs('<a:tc/>')).toEqual(['<a:tc/>', '', '']);
  });
});
