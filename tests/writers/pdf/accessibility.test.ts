import { describe, expect, it } from 'vitest';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import { allNodes, readPdf } from '../../readers/read-pdf.js';
import {
  collectingContext,
  node,
  page,
  pageSet,
  paragraph,
  run,
  samplePages,
  style,
  textItem,
} from './sample-pages.js';

describe('rules of PDF/UA and PDF/A', async () => {
  const bytes = await writePdf(samplePages(), collectingContext());
  const objects = objectsOf(bytes);

  it('are kept', async () => {
    expect(await accessibilityFaults(bytes)).toEqual([]);
  });

  it('give each head cell a scope, each list its numbering, each table its summary', () => {
    expect(objects.match(/\/S \/TH /g)).toHaveLength(3);
    expect(objects.match(/\/Scope \/(Row|Column)/g)).toHaveLength(3);
    expect(objects).toContain('/ListNumbering /Disc');
    expect(objects).toContain('/Summary ');
  });

  it('keep the order of tabs, print links, and bring an sRGB output intent', () => {
    expect(objects.match(/\/Tabs \/S/g)).toHaveLength(2);
    expect(objects.match(/\/Subtype \/Link \/F 4/g)).toHaveLength(2);
    expect(objects).toContain('/S /GTS_PDFA1');
  });

  it('keep a cell that is empty, and no other empty node', async () => {
    const structure = [
      node('Document', null),
      node('P', 0),
      node('Table', 0),
      node('TR', 2),
      node('TD', 3),
      node('L', 0),
      node('LI', 5),
    ];
    const written = objectsOf(await writePdf(pageSet([page('1')], structure), collectingContext()));
    expect(written.match(/\/S \/(\w+) (?=\/P )/g)).toEqual(['/S /Document ', '/S /Table ', '/S /TR ', '/S /TD ']);
  });

  it('give each footnote an ID, a label and links there and back', async () => {
    const label = { text: '[1]' };
    const structure = [node('Document', null), node('P', 0), node('Note', 0), node('Lbl', 2), node('P', 2)];
    const text = paragraph(
      [run('增长'), { ...run('[1]', style(10.5, false, { script: 'super' })), note: label }],
      200,
      1,
    );
    const noted = {
      ...paragraph('说明', 200, 4, { text: '[1]', ordered: false, level: 0, style: style(8) }),
      note: label,
    };
    const pages = (nodes: typeof structure) =>
      pageSet(
        [
          page(
            '1',
            textItem({ x: 50, y: 50, width: 200, height: 20 }, 1, text),
            textItem({ x: 50, y: 90, width: 200, height: 20 }, 4, noted),
          ),
        ],
        nodes,
      );
    const written = await writePdf(pages(structure), collectingContext());
    expect(await accessibilityFaults(written)).toEqual([]);
    const {
      pages: [read],
    } = await readPdf(written);
    expect(allNodes(read!.structure).map(({ role, text: words }) => `${role} ${words.trim()}`)).toEqual([
      'Root ',
      'Document ',
      'P 增长',
      'Reference ',
      'Link [1]',
      'Note ',
      'Lbl ',
      'Link [1]',
      'P 说明',
    ]);
    expect(read!.links.map(({ page: to, contents }) => [to, contents])).toEqual([
      [0, '[1]'],
      [0, '[1]'],
    ]);
    const bare = structure.map((each, index) => (index === 3 ? node('Span', 2) : each));
    expect(await accessibilityFaults(await writePdf(pages(bare), collectingContext()))).toEqual([
      'the note note-00000002 has no label',
    ]);
  });

  it('name the rule that is broken', async () => {
    const figure = node('Figure', 0);
    const heading = node('H3', 0);
    const box = { x: 10, y: 10, width: 10, height: 10 };
    const shape = {
      kind: 'shape' as const,
      shape: 'rect' as const,
      box,
      fill: { slot: 'dk1' as const },
      stroke: null,
      strokeWidth: 0,
      dash: false,
    };
    const broken = pageSet(
      [page('1', { ...shape, name: 'a', tag: 1 }, { ...shape, name: 'b', tag: 2 })],
      [node('Document', null), figure, heading],
    );
    expect(await accessibilityFaults(await writePdf(broken, collectingContext()))).toEqual([
      'heading "" of level 3 follows one of level 0',
      'page 1: a figure has no words',
    ]);
  });
});
