import { describe, expect, it } from 'vitest';
import { applySilences } from '../../src/check/apply-silences.js';
import { missingPeriod, missingSource, rankOutOfRange, unknownFigure } from '../../src/diagnostics/messages.js';
import type { Silence } from '../../src/model/silence.js';
import { readFrom, withYaml } from '../read/report-files.js';

const span = { file: 'data/r/figures.csv', line: 3, column: 1 };
const silence = (code: string, at: string | null): Silence => ({
  code,
  at,
  reason: '说明',
  span: { file: 'data/r/report.yaml', line: 9, column: 3 },
});
const shown = (silences: readonly Silence[]): readonly string[] =>
  applySilences(
    [missingSource('a', span), missingPeriod('a', span), rankOutOfRange('r', 9, '五强', 5, span)],
    silences,
    'data/r',
  ).shown.map(({ code }) => code);

describe('a silence', () => {
  it('covers its code at a file, a line, a name, or everywhere', () => {
    for (const at of ['figures.csv', 'figures.csv:3', 'a', null])
      expect(shown([silence('missing-source', at)]), String(at)).toEqual(['missing-period', 'rank-out-of-range']);
  });

  it('covers its code at a cell of a workbook', () => {
    const cell = { file: 'data/r/figures.xlsx', line: 3, column: 1, cell: '指标!A3' };
    const left = (at: string): readonly string[] =>
      applySilences([missingSource('a', cell)], [silence('missing-source', at)], 'data/r').shown.map(
        ({ code }) => code,
      );
    expect([left('figures.xlsx:指标!A3'), left('figures.xlsx'), left('figures.xlsx:指标!A4')]).toEqual([
      [],
      [],
      ['missing-source', 'unused-silence'],
    ]);
  });

  it('that covers nothing is told of', () => {
    for (const at of ['figures.csv:4', 'b'])
      expect(shown([silence('missing-source', at)]), at).toEqual([
        'missing-source',
        'missing-period',
        'rank-out-of-range',
        'unused-silence',
      ]);
  });

  it('covers errors that are judgements, and no other', () => {
    expect(shown([silence('rank-out-of-range', null)])).toEqual(['missing-source', 'missing-period']);
    expect(
      applySilences([unknownFigure('x', span, null)], [silence('unknown-figure', null)], 'data/r').shown.map(
        ({ code }) => code,
      ),
    ).toEqual(['unknown-figure', 'cannot-silence']);
  });

  it('needs a reason', () => {
    expect(readFrom(withYaml('silence: [{ code: missing-source, at: a }]\n')).told.join('\n')).toContain('reason');
    expect(
      readFrom(withYaml('silence: [{ code: missing-source, at: a, reason: 内部数据 }]\n')).value?.silences,
    ).toMatchObject([{ code: 'missing-source', at: 'a', reason: '内部数据' }]);
  });
});
