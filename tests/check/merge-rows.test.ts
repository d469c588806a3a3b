import { describe, expect, it } from 'vitest';
import { mergeRows } from '../../src/check/merge-rows.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

const at = (line: number, message: string, code = 'unit-clash'): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  span: { file: 'report.yaml', line, column: 3 },
  hint: null,
});
const towns = ['Ash', 'Birch', 'Cedar', 'Dill', 'Elder'];
const shownOf = (all: (town: string) => readonly Diagnostic[], of = towns): readonly string[] =>
  mergeRows(of.map((title) => ({ title, found: { shown: all(title), silenced: [] } }))).shown.map(
    ({ message }) => message,
  );

describe('findings of the reports of a batch', () => {
  it('are told once without names where all reports have them', () => {
    expect(shownOf(() => [at(4, 'units clash')])).toEqual(['units clash']);
  });

  it('name the reports that have them, three at most', () => {
    const some = (town: string): readonly Diagnostic[] => (town === 'Ash' ? [] : [at(4, 'units clash')]);
    expect(shownOf(some)).toEqual(['Birch; Cedar; Dill; and 1 more: units clash']);
  });

  it('are told once for a place that is wrong in many, in each with its own values', () => {
    expect(shownOf((town) => [at(4, `${town} has no value`)])).toEqual([
      'Ash; Birch; Cedar; and 2 more: Ash has no value; each of the others has it with its own values',
    ]);
  });

  it('stay apart for a few reports, at several places, and where one report has two at a place', () => {
    expect(shownOf((town) => [at(4, `${town} has no value`)], ['Ash', 'Birch'])).toHaveLength(2);
    expect(shownOf((town) => [at(town.length * 10 + towns.indexOf(town), 'no value')])).toHaveLength(5);
    expect(shownOf((town) => [at(4, `${town}: first`), at(4, `${town}: second`)])).toHaveLength(10);
  });
});
