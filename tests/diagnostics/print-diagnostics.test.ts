import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { tellOnce } from '../../src/diagnostics/tell-once.js';
import { countDiagnostics, printDiagnostics } from '../../src/diagnostics/print-diagnostics.js';

const at = (file: string, line: number, column: number): Diagnostic => ({
  severity: 'error',
  code: 'unknown-figure',
  message: `unknown figure at ${line}`,
  span: { file, line, column },
  hint: null,
});

describe('diagnostics in print', () => {
  it('name file, line and column, and put the hint below', () => {
    const diagnostic: Diagnostic = { ...at('data/a/report.yaml', 3, 9), hint: 'did you mean "gdp"?' };
    expect(printDiagnostics([diagnostic], { color: false })).toBe(
      'data/a/report.yaml:3:9  error  unknown figure at 3\n  hint: did you mean "gdp"?',
    );
  });

  it('name the cell of a table', () => {
    const diagnostic: Diagnostic = {
      ...at('figures.csv', 3, 9),
      span: { file: 'figures.csv', line: 3, column: 9, heading: 'unit' },
    };
    expect(printDiagnostics([diagnostic], { color: false })).toContain('figures.csv:3:9 (unit)  error');
  });

  it('name the sheet and the cell of a workbook', () => {
    const diagnostic: Diagnostic = {
      ...at('figures.xlsx', 7, 3),
      span: { file: 'figures.xlsx', line: 7, column: 3, cell: '指标!C7' },
    };
    expect(printDiagnostics([diagnostic], { color: false })).toBe('figures.xlsx:指标!C7  error  unknown figure at 7');
  });

  it('of one workbook come sheet by sheet, of one cell on two sheets apart', () => {
    const cell = (sheet: string, line: number): Diagnostic => ({
      ...at('a.xlsx', 0, 1),
      span: { file: 'a.xlsx', line, column: 1, cell: `${sheet}!A${line}` },
    });
    const told: Diagnostic[] = [];
    const tell = tellOnce((diagnostic) => void told.push(diagnostic));
    [cell('b', 1), cell('a', 10), cell('a', 9), cell('a', 1), cell('a', 1)].forEach(tell);
    expect(
      printDiagnostics(told, { color: false })
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['a.xlsx:a!A1', 'a.xlsx:a!A9', 'a.xlsx:a!A10', 'a.xlsx:b!A1']);
  });

  it('come in the order of files and lines, by number', () => {
    const printed = printDiagnostics([at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 1)], { color: false });
    expect(printed.split('\n').map((line) => line.split(' ')[0])).toEqual(['a:9:1', 'a:9:2', 'a:10:1', 'b:1:1']);
  });

  it('are said once when two outputs found the same', () => {
    expect(printDiagnostics([at('a', 1, 1), at('a', 1, 1)], { color: false }).split('\n')).toHaveLength(1);
    expect(countDiagnostics([at('a', 1, 1), at('a', 1, 1), { ...at('a', 2, 1), severity: 'warning' }])).toBe(
      '1 error, 1 warning',
    );
  });

  it('are coloured only where asked', () => {
    expect(printDiagnostics([at('a', 1, 1)], { color: true })).toContain('\u001B[31merror');
    expect(printDiagnostics([at('a', 1, 1)], { color: false })).not.toContain('\u001B');
  });
});
