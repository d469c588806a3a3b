/** What is kept of the findings of thousands of rows. */
import { describe, expect, it } from 'vitest';
import { BatchFindings } from '../../src/batch/batch-findings.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const finding = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
  severity,
  code: 'unknown-figure',
  message,
  span: { file: 'deck.hbs', line: 3, column: 1 },
  hint: null,
});

describe('findings of a batch', () => {
  it('are kept once where many reports have the same', () => {
    const findings = new BatchFindings();
    for (let row = 0; row < 3; row += 1) findings.warn(`row ${row}`, [finding('warning', 'too long')]);
    const [first, , third] = findings.warnings;
    expect(findings.warnings.map(({ title }) => title)).toEqual(['row 0', 'row 1', 'row 2']);
    expect(third!.diagnostics[0]).toBe(first!.diagnostics[0]);
    expect(findings.untold).toBe(0);
  });

  it('are counted, and not kept, where there are more different ones than anybody reads', () => {
    const findings = new BatchFindings();
    for (let row = 0; row < 3_000; row += 1) findings.warn(`row ${row}`, [finding('warning', `note ${row}`)]);
    expect(findings.warnings).toHaveLength(1_000);
    expect(findings.untold).toBe(2_000);
  });

  it('always tell why a report failed', () => {
    const findings = new BatchFindings();
    for (let row = 0; row < 1_200; row += 1)
      findings.fail(`row ${row}`, [finding('warning', `note ${row}`), finding('error', `no figure ${row}`)]);
    expect(findings.failures).toHaveLength(1_200);
    expect(findings.failures.at(-1)!.diagnostics.map(({ message }) => message)).toEqual(['no figure 1199']);
  });
});
