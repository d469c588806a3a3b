/** The figure: one number of the report, with all that is known of it. It stays a figure until layout prints it. */
import type { Span } from './span.js';

/** A number as it was written: `546.6` keeps one decimal, `5.0` too. Never rounded, never re-computed. */
export interface Quantity {
  readonly value: number;
  /** Digits behind the decimal point in the source. */
  readonly decimals: number;
}

/** A change against an earlier period: +8.1 %, −16.6 %, +0.3 百分点. */
export interface Change {
  readonly quantity: Quantity;
  /** `%`, `百分点`, or any unit that the locale knows. */
  readonly unit: string;
  /** 同比, 环比, 比上年末 …; null where the source names none. */
  readonly basis: string | null;
}

/** A place in a ranking: 全省第七. */
export interface Rank {
  readonly place: number;
  /** Among whom: 全省, 宁波, 全国百强县. */
  readonly scope: string;
}

/** Which direction is good news: decides the colour of a change, never its arrow. */
export type Better = 'higher' | 'lower' | 'neutral';

/** The cells of a figure's row, each with the place where it was read. */
export type FigureField =
  | 'id'
  | 'label'
  | 'value'
  | 'unit'
  | 'qualifier'
  | 'period'
  | 'change'
  | 'change_unit'
  | 'basis'
  | 'rank'
  | 'scope'
  | 'better'
  | 'source'
  | 'note'
  | 'decimals'
  | 'prior'
  | 'target'
  | 'among';

/**
 * One figure. At least one of `quantity`, `change`, `rank` and `award` is there.
 * A bare award (首夺, 蝉联) is a figure without a number: it too has a source and a place where it stands.
 */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly quantity: Quantity | null;
  /** A unit that the locale knows (亿元, %, 个 …), or null where the figure has no quantity. */
  readonly unit: string | null;
  /** 超, 近, 首破, 余, 连续 …; null for a plain number. */
  readonly qualifier: string | null;
  /** `2024`, `2024-09-30`, `2024Q3` …; null where it has none. */
  readonly period: string | null;
  readonly change: Change | null;
  readonly rank: Rank | null;
  /** 首夺, 蝉联, 摘得, 再夺: the qualifier of a figure that has no number. */
  readonly award: string | null;
  readonly better: Better;
  readonly source: string | null;
  readonly note: string | null;
  /** What it was in the period before, and what was aimed at, in its unit; where the source says so. */
  readonly prior?: Quantity;
  readonly target?: Quantity;
  /** Which of its numbers follow from others, and from which. */
  readonly derivations?: readonly Derivation[];
  /** Its number does not follow, which was told: that it lacks one is no other mistake. */
  readonly isTold?: true;
  /** The row; `cells` has each cell. */
  readonly span: Span;
  readonly cells: Readonly<Partial<Record<FigureField, Span>>>;
}

/** How a number came about that nobody typed. */
export interface Derivation {
  readonly part: 'value' | 'change' | 'rank';
  /** As written, or the rule in the same words: `gdp / population`, `growth(gdp)`. */
  readonly formula: string;
  /** Each figure that went into it, once, with its number as printed. */
  readonly inputs: readonly { readonly id: string; readonly printed: string }[];
}

/**
 * All periods of a figure that has more than one, earliest first. The one of the report's period stands for the series
 * and has its id; the others are called `id@period`, with the key of the period: see `model/period.ts`.
 */
export interface FigureSeries {
  readonly id: string;
  /** `key` is the period's, or its text where it is none that can be reckoned with. */
  readonly points: readonly { readonly key: string; readonly figure: Figure }[];
}

/** What a figure was in an earlier state of its report, beside what it is now. Of drafts with marks. */
export interface Revision {
  /** As the earlier figure would stand in the same place; null where there was none. */
  readonly was: string | null;
  /** Read aloud in place of the struck value: （原为540.1亿元）. */
  readonly spoken: string;
  /** 规上工业增加值：540.1亿元 → 546.6亿元. */
  readonly note: string;
}

/** Which words of a figure are printed: see `locale/format-figure.ts`. */
export type FigurePart =
  | 'full'
  | 'value'
  | 'number'
  | 'unit'
  | 'qualifier'
  | 'change'
  | 'rank'
  | 'label'
  | 'award'
  | 'prior'
  | 'target'
  | 'period';

/** A figure's printed parts, for a card or a register row. Every text comes from `locale`. */
export interface FigureText {
  readonly label: string;
  /** The large numeral of a card: `546.6`, `第六`, `首夺`. */
  readonly numeral: string;
  /** What stands small before it: 超. */
  readonly before: string | null;
  /** What stands small behind it: 亿元. */
  readonly after: string | null;
  /** Which of the two stand against the numeral, without a gap: $, %. Left out where neither does. */
  readonly tight?: { readonly before: boolean; readonly after: boolean };
  /** `同比增长8.1%`, where the figure has a change beside its numeral. */
  readonly change: string | null;
  /** The way of the change: decides the arrow's shape. */
  readonly direction: 'up' | 'down' | 'flat' | null;
  /** Whether the change is for the better: decides its colour. */
  readonly tone: 'good' | 'bad' | 'neutral';
  /** `全省第七`, where the figure has a rank beside its numeral. */
  readonly rank: string | null;
  readonly period: string | null;
  /** True of an award without a number: `numeral` is its verb, and `label` what was won. */
  readonly isAward?: true;
  /** `2023年 2018亿元`: what it was before, where the source says so. */
  readonly prior?: string;
  /** How far it is to its target, or which share of a whole it is. */
  readonly meter?: FigureMeter;
  /** Where it stands in a list of many, where it has a rank. */
  readonly place?: { readonly place: number; readonly scope: string; readonly words: string };
}

/** A bar at the foot of a card. */
export interface FigureMeter {
  /** How much of the bar is filled, and where its target stands: 0 to 1; null without one. */
  readonly filled: number;
  readonly tick: number | null;
  /** Whether the target was met; null without one. */
  readonly isMet: boolean | null;
  /** `目标 2200亿元`, `达成`; empty without a target. */
  readonly words: string;
  readonly state: string;
}
