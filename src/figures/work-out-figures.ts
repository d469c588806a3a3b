/** Numbers that follow from others, worked out when they are asked for, each once. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { formulaFault } from '../diagnostics/figure-messages.js';
import type { Quantity } from '../model/figure.js';
import { periodOrdinal } from '../model/period.js';
import type { Span } from '../model/span.js';
import { reckon } from './expression/reckon.js';
import type { ReckoningWorld } from './expression/reckoning.js';
import type { FigureDraft, FigureFormula } from './figure-draft.js';
import { FigureLedger, inputId, periodOf, type ReadFormula } from './figure-ledger.js';
import type { FigureGroups } from './match-ids.js';
import { amountOf, inUnit, UnitFault, type Amount } from './numbers/amount.js';
import { roundFraction, type Fraction } from './numbers/fraction.js';
import { ReckoningFault } from './numbers/reckoning-fault.js';
import type { NumberTable } from './number-table.js';

export interface WorkedOut {
  readonly quantity: Quantity;
  readonly unit: string | null;
  readonly formula: string;
  /** Names of what went into it. */
  readonly inputs: readonly string[];
  /** Not rounded. */
  readonly exact: Amount;
}

export interface WorkGiven {
  readonly drafts: readonly FigureDraft[];
  readonly groups: FigureGroups;
  readonly language: string;
  /** Cells of a table of the report; null where there is none. */
  readonly table: (id: string) => NumberTable | null;
  readonly tell: Tell;
}

/** More inside each other is a circle that never closes. */
const mostDeep = 1000;

export class FigureWork {
  readonly ledger: FigureLedger;
  private readonly done = new Map<string, WorkedOut | ReckoningFault>();
  private readonly underWay: string[] = [];
  private inputs: Set<string> = new Set();
  /** Typed numbers that are taken for others, to see how much they weigh. */
  private shifted: ReadonlyMap<string, Fraction> = new Map();

  private readonly world: ReckoningWorld;

  constructor(private readonly given: WorkGiven) {
    this.world = this.worldOf(given.language);
    this.ledger = new FigureLedger(given.drafts, given.groups, (formula, fault) => this.tellFault(formula, fault));
  }

  /** The value of an open row in one period, or of a row of that period; a fault where it does not follow. */
  valueOf(id: string, key: string, draft: FigureDraft): WorkedOut | ReckoningFault {
    const name = inputId(id, key);
    const known = this.done.get(name);
    if (known !== undefined) return known;
    const formula = this.ledger.formulaOf(draft, 'value')!;
    const found = this.attempt(name, formula, key, draft.figure.unit, draft.decimals);
    this.done.set(name, found);
    return found;
  }

  /** A change or a rank that an expression gives. */
  partOf(
    draft: FigureDraft,
    part: 'change' | 'rank',
    key: string,
    unit: string | null,
  ): WorkedOut | ReckoningFault | null {
    const formula = this.ledger.formulaOf(draft, part);
    const decimals = part === 'rank' ? 0 : draft.decimals;
    return formula === null
      ? null
      : this.attempt(`${inputId(draft.figure.id, key)} ${part}`, formula, key, unit, decimals);
  }

  tellFault(formula: FigureFormula, fault: ReckoningFault): void {
    if (!fault.isTold)
      this.given.tell(formulaFault(fault.code, fault.message, formula.text, spanAt(formula, fault.at)));
  }

  private attempt(
    name: string,
    read: ReadFormula,
    key: string,
    unit: string | null,
    decimals: number | null,
  ): WorkedOut | ReckoningFault {
    const outer = this.inputs;
    this.inputs = new Set();
    this.underWay.push(name);
    try {
      return this.workOut(read, key, unit, decimals);
    } catch (cause) {
      if (cause instanceof ReckoningFault) return cause;
      throw cause;
    } finally {
      this.underWay.pop();
      this.inputs = outer;
    }
  }

  private workOut(
    { expression, text }: ReadFormula,
    key: string,
    unit: string | null,
    decimals: number | null,
  ): WorkedOut {
    if (expression === null) throw new ReckoningFault('formula-syntax', 'it cannot be read', 0, true);
    const amount = reckon(expression, { world: this.world, key });
    const inside = this.inUnit(amount, unit);
    const isAsIs = inside.unit === amount.unit || amount.isPlain;
    const places = decimals ?? (isAsIs ? amount.decimals : null) ?? 1;
    const quantity = roundFraction(inside.value, places);
    if (quantity === null) throw new ReckoningFault('formula-argument', 'it comes out with more than 15 digits', 0);
    return { quantity, unit: inside.unit, formula: text, inputs: [...this.inputs], exact: { ...amount, ...inside } };
  }

  private inUnit(amount: Amount, unit: string | null): ReturnType<typeof inUnit> {
    try {
      return inUnit(amount, unit);
    } catch (cause) {
      if (cause instanceof UnitFault) throw new ReckoningFault('units-differ', cause.message, 0);
      throw cause;
    }
  }

  /** How far rounding of the typed numbers that went into it can move a value. */
  slackOf(id: string, key: string, draft: FigureDraft, found: WorkedOut): number {
    const formula = this.ledger.formulaOf(draft, 'value')!;
    let slack = 0;
    for (const input of found.inputs) {
      const typed = this.typedQuantity(input);
      if (typed === null) continue;
      const { over, under } = amountOf(typed, null).value;
      const shifted = {
        over: over * 2n * 10n ** BigInt(typed.decimals) + under,
        under: under * 2n * 10n ** BigInt(typed.decimals),
      };
      this.shifted = new Map([[input, shifted]]);
      const moved = this.attempt(`${inputId(id, key)} shifted`, formula, key, draft.figure.unit, 0);
      this.shifted = new Map();
      if (!(moved instanceof ReckoningFault))
        slack += Math.abs(numberOf(moved.exact.value) - numberOf(found.exact.value));
    }
    return slack;
  }

  private typedQuantity(input: string): Quantity | null {
    const at = input.lastIndexOf('@');
    const [id, key] = at < 0 ? [input, ''] : [input.slice(0, at), input.slice(at + 1)];
    return this.ledger.entries.get(id)?.rows.get(key)?.figure.quantity ?? null;
  }

  private worldOf(language: string): ReckoningWorld {
    return {
      language,
      amountAt: (id, key, at) => this.amountAt(id, key, at),
      idsOf: (name, at) => this.ledger.idsOf(name, at),
      keysOf: (id, asked, key, at) => this.ledger.keysAsked(id, asked, key, at),
      targetAt: (id, key, at) => this.targetAt(id, key, at),
      distance: (from, to, at) => periodOrdinal(periodOf(to, at)) - periodOrdinal(periodOf(from, at)),
      column: (table, column, at) => this.tableAt(table, at).column(column, at),
      cell: (table, row, column, at) => this.tableAt(table, at).cell(row, column, at),
    };
  }

  private rowAt(id: string, key: string): { readonly draft: FigureDraft; readonly key: string } | null {
    const entry = this.ledger.entries.get(id)!;
    const exact = entry.rows.get(key);
    if (exact !== undefined) return { draft: exact, key };
    // A number without a period holds in all of them.
    const timeless = entry.rows.get('');
    return timeless === undefined ? null : { draft: timeless, key: '' };
  }

  private amountAt(id: string, key: string, at: number): Amount {
    const row = this.rowAt(id, key);
    if (row?.draft.figure.quantity) {
      const name = inputId(id, row.key);
      this.inputs.add(name);
      const { quantity, unit } = row.draft.figure;
      const amount = amountOf(quantity, unit);
      const shifted = this.shifted.get(name);
      return shifted === undefined ? amount : { ...amount, value: shifted };
    }
    const open = row !== null && hasFormula(row.draft) ? row.draft : this.ledger.entries.get(id)!.open;
    if (open === null) throw missing(id, key, this.ledger.keysOf(id), row !== null, at);
    const own = row !== null && open === row.draft ? row.key : key;
    const name = inputId(id, own);
    this.inputs.add(name);
    const circle = this.underWay.indexOf(name);
    if (circle >= 0 || this.underWay.length > mostDeep)
      throw new ReckoningFault(
        'circular-formula',
        `it leads back to itself: ${[...this.underWay.slice(Math.max(0, circle)).slice(0, 8), name].join(' → ')}`,
        at,
      );
    const found = this.valueOf(id, own, open);
    if (!(found instanceof ReckoningFault)) return found.exact;
    // Where it stands itself it was told; a period that it lacks is a gap of what follows from it.
    const isTold = found.code !== 'missing-period';
    throw new ReckoningFault(found.code, `"${name}" does not follow: ${found.message}`, at, isTold);
  }

  private targetAt(id: string, key: string, at: number): Amount {
    const figure = this.rowAt(id, key)?.draft.figure;
    if (figure?.target === undefined)
      throw new ReckoningFault('missing-period', `"${inputId(id, key)}" has no target`, at);
    this.inputs.add(inputId(id, key));
    return amountOf(figure.target, figure.unit);
  }

  private tableAt(id: string, at: number): NumberTable {
    const table = this.given.table(id);
    if (table === null) throw new ReckoningFault('unknown-in-formula', `no table is called "${id}"`, at);
    this.inputs.add(`table ${id}`);
    return table;
  }
}

const hasFormula = ({ formulas }: FigureDraft): boolean => formulas.some(({ part }) => part === 'value');

function missing(id: string, key: string, has: readonly string[], isThere: boolean, at: number): ReckoningFault {
  const known = has.filter((each) => each !== '');
  const words = isThere
    ? `"${id}" has no value`
    : `"${id}" has no ${key === '' ? 'number without a period' : key}${known.length === 0 ? '' : `; it has ${known.length > 4 ? `${known[0]} … ${known.at(-1)}` : known.join(', ')}`}`;
  return new ReckoningFault('missing-period', words, at);
}

/**
 * The place inside an expression that stands on one line of a text file; the whole cell where it stands in a workbook.
 */
function spanAt({ span, text }: FigureFormula, at: number): Span {
  const before = /^=\s*/.exec(text)?.[0].length ?? 0;
  return span.cell === undefined ? { ...span, column: span.column + before + at } : span;
}

const numberOf = ({ over, under }: Fraction): number => Number((over * 10n ** 12n) / under) / 1e12;
