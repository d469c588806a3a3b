/** What a helper is, and what it is given. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { TimePoint } from '../../figures/choose-periods.js';
import type { Span } from '../../model/span.js';
import type { KeyPlaces } from './authors-place.js';
import type { Frame } from './frames.js';
import type { OutputText } from '../markdown/output-text.js';
import type { RichBlocks, RichInlines } from '../markdown/rich-value.js';
import type { SayFigure } from '../markdown/say-inlines.js';
import type { Scope } from './scope.js';

/** A value with the place where the template names it. */
export interface Argument {
  readonly value: unknown;
  readonly span: Span;
}

/** The kinds of value that an option takes; `words` is text, Words or nodes. */
export type OptionKind = 'text' | 'number' | 'boolean' | 'words' | 'list' | 'any' | readonly string[];

export interface HelperCall {
  readonly name: string;
  /** In the template: of mistakes that are made there. */
  readonly span: Span;
  /** Where the author asked for it, in report.yaml; in the template where that is not known. */
  readonly made: Span;
  readonly params: readonly Argument[];
  readonly options: ReadonlyMap<string, Argument>;
  readonly scope: Scope;
  readonly run: Run;
  /** What stands inside a block helper; null for a leaf. */
  readonly body: Body | null;
}

export interface Body {
  readonly blockParams: readonly string[];
  /** Writes the body where the block stands. */
  render(scope: Scope): void;
  /** Writes what follows `{{else}}`. */
  renderElse(scope: Scope): void;
  /** The body as a text of its own; what stands in it may fill `frame`. */
  capture(scope: Scope, frame?: Frame): OutputText;
}

/** One run of a template. */
export interface Run {
  readonly tell: Tell;
  /** The innermost helper that collects parts: a slide, a masthead, cards, columns. */
  readonly frame: Frame | null;
  readonly data: RunData;
  /** Notes an id of the document; one that was taken before is reported. */
  takeId(what: string, id: string, span: Span): void;
}

/** What a template can name. */
export type NamedThing = 'figure' | 'chart' | 'table' | 'picture' | 'narrative';

/** What helpers may ask of the report. */
export interface RunData {
  /** BCP 47, of the report. */
  readonly language: string;
  /** Ids of all figures, in their order. */
  readonly figures: readonly string[];
  /** The periods of a figure, earliest first; one alone where it is no series. */
  periods(id: string): readonly TimePoint[];
  /** Nodes of a `Words` value; null for any other thing. */
  words(value: object): RichInlines | RichBlocks | null;
  /** A figure as plain text, for what is no more than a name. */
  readonly say: SayFigure;
  /** Where report.yaml has its keys. */
  readonly keys: KeyPlaces;
  /** Whether the report has it; reported where not. */
  has(what: NamedThing, id: string, span: Span): boolean;
}

export interface Helper {
  /** `leaf` stands alone, `block` has a body, `value` gives a value to others. */
  readonly form: 'leaf' | 'block' | 'value';
  /** Least and greatest number of arguments. */
  readonly takes: readonly [number, number];
  /** Said where the number is wrong: `the id of a chart`. */
  readonly expects: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  /** What it gives is put into the text; undefined puts nothing there. */
  run(call: HelperCall): unknown;
}
