/** A report of one chart over one table, built as a deck: the slide on which the chart stands, with its group. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { CompileResult } from '../../src/compile.js';
import { compileReport } from './compile-report.js';

interface DeckOfChart {
  readonly result: CompileResult;
  readonly deck: Uint8Array;
  /** XML of the chart's frame with what belongs to it. */
  readonly group: string;
}

/** @param spec keys of the chart `c`, in YAML's braces, without its table: that is `table`, a CSV. */
export async function deckOfChart(spec: string, table: string): Promise<DeckOfChart> {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-chart-'));
  try {
    mkdirSync(join(folder, 'tables'));
    writeFileSync(join(folder, 'tables/t.csv'), table);
    writeFileSync(
      join(folder, 'report.yaml'),
      `bundle: chart-gallery
theme: celadon
outputs: [deck.pptx]
title: 图
date: '2025-01-31'
sections:
  - { id: s, title: 节, findings: [{ id: a, title: 增长, charts: [c], points: '- x' }] }
charts:
  c: { table: t, ${spec} }
tables:
  t: { file: tables/t.csv }
`,
    );
    const { result } = await compileReport(folder);
    const deck = result.outputs.find(({ name }) => name === 'deck.pptx')!.bytes;
    const slide = strFromU8(unzipSync(deck)['ppt/slides/slide3.xml']!);
    return { result, deck, group: /<p:grpSp>.*?<\/p:grpSp>/s.exec(slide)![0] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
