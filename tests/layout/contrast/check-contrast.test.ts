import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { checkContrast, contrastOf } from '../../../src/layout/contrast/check-contrast.js';
import type { PageItem } from '../../../src/model/page.js';
import type { Color } from '../../../src/model/theme.js';
import { page, paragraph, picture, run, samplePages, table, text, theme } from '../../writers/pptx/sample-pages.js';

const judged = (items: readonly PageItem[], background: Color = { slot: 'lt1' }): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  checkContrast(
    { ...samplePages(), pages: [page(items, { background, title: '一页' }), page(items, { background })] },
    (diagnostic) => diagnostics.push(diagnostic),
  );
  return diagnostics;
};
const inColor = (color: Color, more: Parameters<typeof run>[1] = {}): PageItem =>
  text('话', [100, 100, 200, 40], [paragraph([run('一句话', { color, size: 12, ...more })])]);
const light: Color = { slot: 'accent5', lighten: 0.4 };

describe('the contrast of text with its ground', () => {
  it('is 21 to 1 at most, and sees what lightening does', () => {
    const extremes = { ...theme, colors: { ...theme.colors, dk1: '000000', lt1: 'FFFFFF' } };
    expect(contrastOf({ slot: 'dk1' }, { slot: 'lt1' }, extremes)).toBeCloseTo(21);
    expect(contrastOf({ slot: 'dk1', lighten: 1 }, { slot: 'lt1' }, extremes)).toBeCloseTo(1);
  });

  it('is told once for each pair of colours, with its place', () => {
    expect(judged([inColor(light), inColor(light)])).toMatchObject([
      { severity: 'warning', code: 'low-contrast', span: { file: 'deck.hbs' } },
    ]);
    expect(judged([inColor(light)])[0]!.message).toMatch(
      /^"一句话" on "一页" has a contrast of 2\.\d to 1 with its ground \(accent5\+40% on lt1\), less than 4\.5 to 1$/,
    );
    expect(judged([inColor({ slot: 'dk1' })])).toEqual([]);
  });

  it('may be less for large text', () => {
    const middle: Color = { slot: 'accent2', lighten: 0 };
    expect(contrastOf(middle, { slot: 'lt1' }, theme)).toBeLessThan(3);
    const grey: Color = { slot: 'accent5', lighten: 0.15 };
    expect(judged([inColor(grey)])).toHaveLength(1);
    expect(judged([inColor(grey, { size: 18 })])).toEqual([]);
    expect(judged([inColor(grey, { size: 14, bold: true })])).toEqual([]);
  });

  it('is that with the card, the cell or the shape on which the text stands', () => {
    const white: Color = { slot: 'lt1' };
    expect(judged([inColor(white)])).toHaveLength(1);
    expect(judged([inColor(white)], { slot: 'dk2' })).toEqual([]);
    const ground: PageItem = {
      kind: 'shape',
      shape: 'rect',
      name: '底',
      tag: 'artifact',
      box: { x: 90, y: 90, width: 300, height: 100 },
      fill: { slot: 'dk2' },
      stroke: null,
      strokeWidth: 0,
      dash: false,
    };
    expect(judged([ground, inColor(white)])).toEqual([]);
    expect(judged([{ ...ground, box: { ...ground.box, width: 50 } } as PageItem, inColor(white)])).toHaveLength(1);
    const cell = { ...table.rows[1]![1]!, paragraphs: [paragraph([run('白', { color: white })])] };
    expect(judged([{ ...table, rows: [[{ ...cell, fill: { slot: 'dk2' } }]] }])).toEqual([]);
    expect(judged([{ ...table, rows: [[cell]] }])).toHaveLength(1);
  });

  it('is not judged on a picture', () => {
    expect(judged([{ ...picture, box: { x: 0, y: 0, width: 960, height: 540 } }, inColor({ slot: 'lt1' })])).toEqual(
      [],
    );
  });
});
