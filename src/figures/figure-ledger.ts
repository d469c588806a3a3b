/** All rows of figures by id and period, typed and to be worked out: what expressions look into. */
import { nearestName } from '../diagnostics/nearest-name.js';
import { readPeriod } from '../locale/read-period.js';
import { periodId } from '../model/figure-id.js';
import { inYear, periodKey, periodOrdinal, seriesStep, shiftPeriod, type Period } from '../model/period.js';
import { namesIn, type Expression } from './expression/expression.js';
import { parseExpression } from './expression/parse-expression.js';
import { readSpanOfPeriods } from './choose-periods.js';
import type { FigureDraft, FigureFormula } from './figure-draft.js';
import { keyOfPeriod } from './find-figure.js';
import { matchIds, type FigureGroups } from './match-ids.js';
import { ReckoningFault } from './numbers/reckoning-fault.js';

/** An expression with the cell that it stands in; null in place of one that could not be read. */
export interface ReadFormula {
  readonly formula: FigureFormula;
  readonly expression: Expression | null;
  /** As it is shown: without the =. */
  readonly text: string;
}

/** What the report has under one id. */
export interface LedgerEntry {
  readonly id: string;
  /** Rows of one period each, by its key; '' where a row has none. */
  readonly rows: ReadonlyMap<string, FigureDraft>;
  /** A row that is worked out for every period that its parts have. */
  readonly open: FigureDraft | null;
}

export class FigureLedger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  private readonly formulas = new Map<FigureFormula, ReadFormula>();
  private readonly periods = new Map<string, readonly string[]>();

  /** @param fault takes what is wrong with a formula's text. */
  constructor(
    drafts: readonly FigureDraft[],
    private readonly groups: FigureGroups,
    private readonly fault: (formula: FigureFormula, fault: ReckoningFault) => void,
  ) {
    this.entries = entriesOf(drafts);
  }

  formulaOf(draft: FigureDraft, part: FigureFormula['part']): ReadFormula | null {
    const formula = draft.formulas.find((each) => each.part === part);
    if (formula === undefined) return null;
    let read = this.formulas.get(formula);
    if (read === undefined) this.formulas.set(formula, (read = this.read(formula)));
    return read;
  }

  private read(formula: FigureFormula): ReadFormula {
    const text = formula.text.replace(/^=\s*/, '').trim();
    const parsed = parseExpression(text, (id) => this.entries.has(id));
    if (!('fault' in parsed)) return { formula, expression: parsed, text };
    this.fault(formula, new ReckoningFault('formula-syntax', parsed.fault, parsed.at));
    return { formula, expression: null, text };
  }

  /** Keys of the periods that a figure has, or may have once it is worked out. */
  keysOf(id: string): readonly string[] {
    let keys = this.periods.get(id);
    if (keys === undefined) {
      // While it is looked for, a figure that leads back to itself has none of its own.
      this.periods.set(id, []);
      this.periods.set(id, (keys = this.findKeys(id)));
    }
    return keys;
  }

  private findKeys(id: string): readonly string[] {
    const entry = this.entries.get(id);
    if (entry === undefined) return [];
    const typed = [...entry.rows.keys()];
    const expression = entry.open === null ? null : this.formulaOf(entry.open, 'value')?.expression;
    if (!expression) return typed;
    const free = [...namesIn(expression)].filter(({ period }) => period === null || /^[-+−]/.test(period));
    const found = new Set(typed);
    for (const { name } of free) {
      for (const part of this.match(name)) for (const key of this.keysOf(part)) if (key !== '') found.add(key);
    }
    return [...found];
  }

  /** Ids that a name means; none where nothing has it. */
  match(name: string): readonly string[] {
    return matchIds(name, this.entries, this.groups);
  }

  groupNames(): readonly string[] {
    return [...this.groups.keys()];
  }

  idsOf(name: string, at: number): readonly string[] {
    const ids = this.match(name);
    if (ids.length > 0) return ids;
    const near = nearestName(name, [...this.entries.keys(), ...this.groups.keys()]);
    throw new ReckoningFault(
      'unknown-in-formula',
      `no figure is called "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
      at,
    );
  }

  /** Keys behind an @: `2023`, `-1`, `2020..2024`; `year` is the same period of the year before, or the one before. */
  keysAsked(id: string, asked: string, key: string, at: number): readonly string[] {
    if (asked === 'year') return [this.yearBefore(id, key, at)];
    if (/^[-+−]\d+$/.test(asked)) return [this.shifted(id, key, Number(asked.replace('−', '-')), at)];
    const span = readSpanOfPeriods(asked);
    if (span === null || readPeriod(asked) !== null) return [keyOfPeriod(asked)];
    return this.between(span.from, span.to, key, at);
  }

  private yearBefore(id: string, key: string, at: number): string {
    const period = periodOf(key, at);
    const lastYear = periodKey(inYear(period, period.year - 1));
    return this.keysOf(id).includes(lastYear) || period.kind === 'year' ? lastYear : this.shifted(id, key, -1, at);
  }

  private shifted(id: string, key: string, steps: number, at: number): string {
    const period = periodOf(key, at);
    const ordinals = this.keysOf(id)
      .flatMap((each) => {
        const other = readPeriod(each);
        return other?.kind === period.kind ? [periodOrdinal(other)] : [];
      })
      .sort((one, other) => one - other);
    return periodKey(shiftPeriod(period, steps * seriesStep(ordinals)));
  }

  private between(from: string | null, to: string | null, key: string, at: number): readonly string[] {
    const [first, last] = [periodOf(from ?? key, at), periodOf(to ?? key, at)];
    const count = periodOrdinal(last) - periodOrdinal(first) + 1;
    if (first.kind !== last.kind || count < 1 || count > 600)
      throw new ReckoningFault('formula-argument', 'the periods must lead from an earlier to a later one', at);
    return Array.from({ length: count }, (_, index) => periodKey(shiftPeriod(first, index)));
  }
}

export function periodOf(key: string, at: number): Period {
  const period = readPeriod(key);
  if (period === null)
    throw new ReckoningFault(
      'missing-period',
      key === '' ? 'the figure has no period to count from' : `"${key}" is no period that can be counted from`,
      at,
    );
  return period;
}

function entriesOf(drafts: readonly FigureDraft[]): ReadonlyMap<string, LedgerEntry> {
  const entries = new Map<string, { id: string; rows: Map<string, FigureDraft>; open: FigureDraft | null }>();
  for (const draft of drafts) {
    const { id, period } = draft.figure;
    let entry = entries.get(id);
    if (entry === undefined) entries.set(id, (entry = { id, rows: new Map(), open: null }));
    const isOpen = period === null && draft.formulas.some(({ part }) => part === 'value');
    const key = keyOfPeriod(period);
    if (isOpen) entry.open ??= draft;
    else if (!entry.rows.has(key)) entry.rows.set(key, draft);
  }
  return entries;
}

/** As a figure is called outside: `gdp@2023`, or `gdp` where it has no period. */
export const inputId = (id: string, key: string): string => (key === '' ? id : periodId(id, key));
