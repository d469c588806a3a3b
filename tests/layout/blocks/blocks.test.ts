import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Block, Inline, TableBlock } from '../../../src/model/document.js';
import { inlineRuns } from '../../../src/layout/galley/inline-runs.js';
import { runStyle, styleOf } from '../../../src/layout/galley/block.js';
import { layBlock } from '../../../src/layout/blocks/lay-block.js';
import { chart, lines, paragraph, span, text } from '../briefing/sample-briefing.js';
import { sampleContext } from './sample-context.js';

const cell = (words: string, across = 1, down = 1) => ({ inlines: [text(words)], across, down });
const tableOf = (columns: TableBlock<Inline>['columns'], ...rows: ReturnType<typeof cell>[][]): TableBlock<Inline> => ({
  kind: 'table',
  id: null,
  caption: [],
  alt: '',
  notes: [],
  span,
  columns,
  head: [],
  rows: rows.map((cells) => ({ cells, emphasis: 'none' })),
});
const plain = { align: 'start', weight: null } as const;

describe('inlines as runs', () => {
  it('set strong in bold, keep a figure whole with its id, and give a link its target', () => {
    const context = sampleContext();
    const base = runStyle(styleOf(context, 'body'));
    const runs = inlineRuns(
      [
        { kind: 'strong', children: [text('重')] },
        { kind: 'figure', id: 'gdp', part: 'full', text: '5.7%', span },
        { kind: 'link', href: 'https://example.org', children: [text('见')], span },
      ],
      base,
      context,
    );
    expect(runs.map((run) => [run.text, run.style.bold, run.figure, run.whole, run.link?.kind ?? null])).toEqual([
      ['重', true, null, false, null],
      ['5.7%', false, 'gdp', true, null],
      ['见', false, null, false, 'url'],
    ]);
  });
});

describe('a list', () => {
  const list = (ordered: boolean, ...items: Block[][]): Block => ({
    kind: 'list',
    ordered,
    items: items as never,
    span,
  });
  it('hangs its bullets, numbers its items and sets a list below further in', () => {
    const laid = layBlock(
      list(true, [paragraph('一')], [paragraph('二'), list(false, [paragraph('三')])]),
      400,
      sampleContext(),
    );
    const paragraphs = laid.items.flatMap((item) =>
      item.kind === 'text' ? item.paragraphs.map((each) => ({ ...each, x: item.box.x })) : [],
    );
    expect(paragraphs.map(({ bullet }) => bullet?.text)).toEqual(['1.', '2.', '–']);
    expect(paragraphs[2]!.x).toBeGreaterThan(paragraphs[0]!.x);
  });
});

describe('columns', () => {
  it('draw a row of figures at one height, so that their captions align', () => {
    const picture: Block = {
      kind: 'picture',
      caption: [text('图')],
      span,
      picture: {
        id: 'p',
        file: 'p.png',
        format: 'png',
        bytes: new Uint8Array(),
        width: 300,
        height: 900,
        focus: { x: 0.5, y: 0.5 },
        alt: '',
      },
    };
    const laid = layBlock(
      {
        kind: 'columns',
        span,
        columns: [
          { weight: 1, blocks: [chart('a')] },
          { weight: 1, blocks: [picture] },
        ],
      } as Block,
      540,
      sampleContext(),
    );
    const drawn = laid.items.filter((item) => item.kind === 'chart' || item.kind === 'picture').map((item) => item.box);
    expect(drawn).toHaveLength(2);
    expect(drawn[0]!.height).toBeCloseTo(drawn[1]!.height);
    expect(laid.floats).toBe(true);
  });

  it('break across, each column by itself', () => {
    const laid = layBlock(
      {
        kind: 'columns',
        span,
        columns: [
          { weight: 1, blocks: [lines(10)] },
          { weight: 1, blocks: [lines(2)] },
        ],
      } as Block,
      400,
      sampleContext(),
    );
    const parts = laid.split!(150)!;
    expect(parts.head.height).toBeLessThanOrEqual(150);
    expect(parts.head.height + parts.rest.height).toBeCloseTo(laid.height);
  });
});

describe('a table', () => {
  it('fills its width, gives long text the room and keeps numbers on one line', () => {
    const laid = layBlock(
      tableOf([plain, { align: 'end', weight: null }], [cell('长'.repeat(90)), cell('1234567')]),
      400,
      sampleContext(),
    );
    const item = laid.items.find((each) => each.kind === 'table')!;
    expect(item.columnWidths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400);
    expect(item.rows[0]![1]!.paragraphs[0]!.lines).toHaveLength(1);
    expect(item.rows[0]![0]!.paragraphs[0]!.lines.length).toBeGreaterThan(1);
  });

  it('sets decimal points under one another', () => {
    const laid = layBlock(
      tableOf([plain, { align: 'decimal', weight: null }], [cell('甲'), cell('12.5')], [cell('乙'), cell('3.25')]),
      400,
      sampleContext(),
    );
    const item = laid.items.find((each) => each.kind === 'table')!;
    const points = item.rows.map((row) => {
      const number = row[1]!;
      const words = number.paragraphs[0]!.runs[0]!.text;
      return number.inset.right + (words.length - words.indexOf('.')) * 5;
    });
    expect(points[0]).toBeCloseTo(points[1]!);
  });

  it('aligns numbers at their right ends where rows measure different things', () => {
    const laid = layBlock(
      tableOf(
        [plain, { align: 'decimal', weight: null }],
        [cell('Revenue, $m'), cell('1847.1')],
        [cell('Employees'), cell('6240')],
      ),
      400,
      sampleContext(),
    );
    const item = laid.items.find((each) => each.kind === 'table')!;
    expect(new Set(item.rows.map((row) => row[1]!.inset.right)).size).toBe(1);
  });

  it('raises low rows first where it has room to fill, until all are even', () => {
    const laid = layBlock(
      tableOf([plain, plain], [cell('甲'), cell('长'.repeat(60))], [cell('乙'), cell('2')], [cell('丙'), cell('3')]),
      400,
      { ...sampleContext(), room: 400 },
    );
    const heightsAt = (height: number): readonly number[] =>
      laid.stretch!.to(height).items.flatMap((item) => (item.kind === 'table' ? item.rowHeights : []));
    const [tall, low, same] = heightsAt(laid.height + 4) as [number, number, number];
    expect([low, tall > low]).toEqual([same, true]);
    expect(new Set(heightsAt(laid.height + 400).map((height) => Math.round(height))).size).toBe(1);
  });

  it('never breaks inside a cell that covers rows', () => {
    const laid = layBlock(
      tableOf([plain, plain], [cell('甲', 1, 3), cell('1')], [cell('2')], [cell('3')], [cell('乙'), cell('4')]),
      400,
      sampleContext(),
    );
    expect(laid.split!(50)).toBeNull();
    expect(laid.split!(75)).not.toBeNull();
  });

  it('that is long and too wide is told, and none of its rows is set', () => {
    const diagnostics: Diagnostic[] = [];
    const wide = tableOf(
      Array.from({ length: 90 }, () => plain),
      Array.from({ length: 90 }, () => cell('长字长字')),
    );
    const long = { ...wide, rows: Array.from({ length: 40 }, () => wide.rows[0]!) };
    const laid = layBlock(long, 400, sampleContext(diagnostics));
    expect(diagnostics.map(({ code }) => code)).toEqual(['table-too-wide']);
    expect(laid.items).toEqual([]);
  });

  it('of far too many columns is a diagnostic', () => {
    const diagnostics: Diagnostic[] = [];
    layBlock(
      tableOf(
        Array.from({ length: 500 }, () => plain),
        Array.from({ length: 500 }, () => cell('长字长字')),
      ),
      400,
      sampleContext(diagnostics),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['table-too-wide']);
  });
});
