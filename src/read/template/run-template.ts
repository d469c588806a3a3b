/**
 * Walks a template's tree with a report's data and writes text and nodes. A mistake is reported and the walk goes on.
 */
import { assertNever } from '../../model/assert-never.js';
import {
  blockHelperAsLeaf,
  helperNotHere,
  leafHelperAsBlock,
  notAText,
  notOneOf,
  partialTooDeep,
  tooManySteps,
  unknownName,
  wrongArguments,
  wrongOption,
} from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { FootnoteScope } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import type { Frame } from './frames.js';
import type { Argument, Body, Helper, HelperCall, OptionKind, Run, RunData } from './helper.js';
import { deepestPartial, mostSteps } from '../../model/limits.js';
import { OutputText } from '../markdown/output-text.js';
import { RichBlocks, RichInlines, valueInlines } from '../markdown/rich-value.js';
import { itemPlace, keyPlace } from './authors-place.js';
import { innerScope, lookUp, rootScope } from './scope.js';
import type { Scope } from './scope.js';
import type { SourceText } from '../source/source-text.js';
import type { Template } from './parse-template.js';
import type { Call, Expression, Program, TemplateNode } from './template-nodes.js';

export interface RunSettings {
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly partials: ReadonlyMap<string, Template>;
  readonly data: RunData;
  readonly root: Readonly<Record<string, unknown>>;
  /** Where the template stands, said where a helper is not of its set: `in the words of a report`. */
  readonly where: string;
  /** Helpers of other templates: named in a hint, not taken. */
  readonly elsewhere: ReadonlySet<string>;
  /** Those of the report. */
  readonly footnotes: FootnoteScope;
  /** Notes an id of the document; one that was taken before is reported. */
  readonly takeId: (what: string, id: string, span: Span) => void;
}

/**
 * Runs a template; `frame` takes the parts that stand at its top: a deck's slides. A loop may report the same mistake
 * again: see `tellOnce`.
 */
export function runTemplate(
  template: Template,
  settings: RunSettings,
  tell: Tell,
  frame: Frame | null = null,
): OutputText {
  const walk = new Walk(settings, tell);
  try {
    return walk.capture(template.program, template.source, rootScope(settings.root), frame, settings.footnotes);
  } catch (cause) {
    if (!(cause instanceof OutOfSteps)) throw cause;
    tell(tooManySteps(mostSteps, cause.span));
    return new OutputText(settings.footnotes);
  }
}

/** Ends a run that would not end by itself in any time worth waiting for. */
class OutOfSteps extends Error {
  constructor(readonly span: Span) {
    super('out of steps');
  }
}

/** `scope` is that of the caller, for the body that a partial is given. */
interface InlinePartial {
  readonly program: Program;
  readonly source: SourceText;
  readonly scope?: Scope;
}

class Walk {
  private output = new OutputText();
  private frame: Frame | null = null;
  private depth = 0;
  private steps = 0;
  /** Where the key of the report stands that a block around asks about. */
  private asked: Span | null = null;
  private inlinePartials: ReadonlyMap<string, InlinePartial> = new Map();

  constructor(
    private readonly settings: RunSettings,
    private readonly tell: Tell,
  ) {}

  /** @param around the text that this one is a part of, or the report's footnotes. */
  capture(
    program: Program,
    source: SourceText,
    scope: Scope,
    frame: Frame | null,
    around: OutputText | FootnoteScope,
  ): OutputText {
    const outer = { output: this.output, frame: this.frame };
    const own = new OutputText(around);
    this.output = own;
    this.frame = frame;
    this.program(program, source, scope);
    this.output = outer.output;
    this.frame = outer.frame;
    return own;
  }

  private program(program: Program, source: SourceText, scope: Scope): void {
    const outer = this.inlinePartials;
    for (const node of program.nodes) this.node(node, source, scope);
    this.inlinePartials = outer;
  }

  private node(node: TemplateNode, source: SourceText, scope: Scope): void {
    this.steps += 1;
    if (this.steps > mostSteps) throw new OutOfSteps(placeOf(node, source));
    switch (node.kind) {
      case 'text':
        return this.output.addText(node.text, source, node.offset);
      case 'mustache':
        return this.emit(this.call(node.call, source, scope, null), node.call.span);
      case 'block':
        return this.emit(this.call(node.call, source, scope, node), node.call.span);
      case 'partial':
        return this.partial(node, source, scope);
      case 'inline-partial':
        this.inlinePartials = new Map([...this.inlinePartials, [node.name, { program: node.body, source }]]);
        return;
      default:
        return assertNever(node);
    }
  }

  /** Puts a value into the text: nodes as they are, everything else as text that is never markup. */
  private emit(value: unknown, span: Span): void {
    if (value === undefined || value === null || value === '') return;
    const rich = this.rich(value, span);
    if (rich !== null) this.output.addToken(rich, span);
    else this.tell(notAText(Array.isArray(value) ? 'a list' : 'a thing with fields', span));
  }

  private rich(value: unknown, span: Span): RichInlines | RichBlocks | null {
    if (value instanceof RichInlines || value instanceof RichBlocks) return value;
    if (typeof value === 'string') return new RichInlines(valueInlines(value, span));
    if (typeof value === 'number' || typeof value === 'boolean')
      return new RichInlines(valueInlines(String(value), span));
    return typeof value === 'object' && value !== null ? this.settings.data.words(value) : null;
  }

  private call(
    call: Call,
    source: SourceText,
    scope: Scope,
    block: Extract<TemplateNode, { kind: 'block' }> | null,
  ): unknown {
    const { callee } = call;
    if (callee.kind === 'literal') return callee.value;
    if (callee.kind === 'call') return this.call(callee, source, scope, null);
    const helper =
      callee.depth === 0 && !callee.data && !callee.scoped && callee.parts.length === 1
        ? this.settings.helpers.get(callee.name)
        : undefined;
    const bare = block === null && call.params.length === 0 && call.hash.size === 0;
    if (helper !== undefined && !(bare && helper.form === 'block' && this.isVariable(scope, callee.name)))
      return this.help(helper, callee.name, call, source, scope, block);
    if (
      bare &&
      (callee.parts.length !== 1 ||
        callee.data ||
        callee.depth > 0 ||
        callee.scoped ||
        this.isVariable(scope, callee.name))
    )
      return lookUp(scope, callee, this.tell);
    this.reportUnknownCallee(callee.name, callee.span, bare, callee, scope);
    return undefined;
  }

  private isVariable(scope: Scope, name: string): boolean {
    const has = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return has(scope.context) || has(scope.named) || has(scope.root);
  }

  private reportUnknownCallee(
    name: string,
    span: Span,
    bare: boolean,
    callee: Extract<Expression, { kind: 'path' }>,
    scope: Scope,
  ): void {
    const { helpers, elsewhere, where } = this.settings;
    if (elsewhere.has(name)) return this.tell(helperNotHere(name, where, [...helpers.keys()], span));
    const nearest = nearestName(name, helpers.keys());
    if (bare && nearest === null && Object.keys(scope.root).length > 0) return void lookUp(scope, callee, this.tell);
    this.tell(unknownName('helper', name, span, nearest === null ? null : { name: nearest }, [...helpers.keys()]));
  }

  private help(
    helper: Helper,
    name: string,
    call: Call,
    source: SourceText,
    scope: Scope,
    block: Extract<TemplateNode, { kind: 'block' }> | null,
  ): unknown {
    if (block === null && helper.form === 'block') return void this.tell(blockHelperAsLeaf(name, call.span));
    if (block !== null && helper.form !== 'block') return void this.tell(leafHelperAsBlock(name, call.span));
    const item = itemPlace(scope);
    const made = item ?? this.asked ?? keyPlace(call, this.settings.data.keys) ?? call.span;
    const params = call.params.map(
      (param): Argument => ({ value: this.evaluate(param, source, scope), span: param.span }),
    );
    const options = this.options(helper, name, call, source, scope);
    const [least, most] = helper.takes;
    if (params.length < least || params.length > most)
      return void this.tell(wrongArguments(name, helper.expects, call.span));
    // A name that is unknown has been reported; to go on with nothing would only report again.
    if (params.some(({ value }) => value === undefined)) return undefined;
    const run: Run = { tell: this.tell, frame: this.frame, data: this.settings.data, takeId: this.settings.takeId };
    const helperCall: HelperCall = {
      name,
      span: call.span,
      made,
      params,
      options,
      scope,
      run,
      body: block === null ? null : this.body(block, source),
    };
    const outer = this.asked;
    if (block !== null) this.asked = keyPlace(call, this.settings.data.keys) ?? outer;
    const result = helper.run(helperCall);
    this.asked = outer;
    return result;
  }

  private body(block: Extract<TemplateNode, { kind: 'block' }>, source: SourceText): Body {
    return {
      blockParams: block.body.blockParams,
      render: (scope) => this.program(block.body, source, scope),
      renderElse: (scope) => {
        if (block.otherwise !== null) this.program(block.otherwise, source, scope);
      },
      capture: (scope, frame) => this.capture(block.body, source, scope, frame ?? null, this.output),
    };
  }

  private options(
    helper: Helper,
    name: string,
    call: Call,
    source: SourceText,
    scope: Scope,
  ): ReadonlyMap<string, Argument> {
    const options = new Map<string, Argument>();
    for (const [key, { value: expression, span: keySpan }] of call.hash) {
      const value = this.evaluate(expression, source, scope);
      const kind = Object.hasOwn(helper.options, key) ? helper.options[key] : undefined;
      if (kind === undefined) {
        const known = Object.keys(helper.options);
        const nearest = nearestName(key, known);
        this.tell(unknownName('option', key, keySpan, nearest === null ? null : { name: nearest }, known));
      } else if (value !== undefined && value !== null) {
        // A value that the report gives is mended there.
        const span = expression.kind === 'literal' ? expression.span : (itemPlace(scope) ?? expression.span);
        if (isOfKind(value, kind)) options.set(key, { value, span });
        else if (typeof kind !== 'string')
          this.tell(notOneOf(key, String(value), kind, span, nearestName(String(value), kind)));
        else this.tell(wrongOption(name, key, sayKind(kind), expression.span));
      }
    }
    return options;
  }

  private evaluate(expression: Expression, source: SourceText, scope: Scope): unknown {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'path':
        return lookUp(scope, expression, this.tell);
      case 'call':
        return this.call(expression, source, scope, null);
      default:
        return assertNever(expression);
    }
  }

  private partial(node: Extract<TemplateNode, { kind: 'partial' }>, source: SourceText, scope: Scope): void {
    const { call } = node;
    const name = call.callee.kind === 'path' ? call.callee.name : String(this.evaluate(call.callee, source, scope));
    const found: InlinePartial | undefined = this.inlinePartials.get(name) ?? this.settings.partials.get(name);
    if (found === undefined) {
      if (node.body !== null && name !== '@partial-block') return this.program(node.body, source, scope);
      const known = [...this.settings.partials.keys(), ...this.inlinePartials.keys()];
      const nearest = nearestName(name, known);
      return this.tell(unknownName('partial', name, call.span, nearest === null ? null : { name: nearest }, known));
    }
    if (this.depth >= deepestPartial) return this.tell(partialTooDeep(name, call.span));
    const outer = this.inlinePartials;
    if (node.body !== null)
      this.inlinePartials = new Map([...outer, ['@partial-block', { program: node.body, source, scope }]]);
    this.depth++;
    this.program(found.program, found.source, found.scope ?? this.partialScope(call, source, scope));
    this.depth--;
    this.inlinePartials = outer;
  }

  private partialScope(call: Call, source: SourceText, scope: Scope): Scope {
    const [given] = call.params;
    const context = given === undefined ? scope.context : this.evaluate(given, source, scope);
    if (given === undefined && call.hash.size === 0) return scope;
    const hash = Object.fromEntries(
      [...call.hash].map(([key, { value }]) => [key, this.evaluate(value, source, scope)]),
    );
    const fields = typeof context === 'object' && context !== null && !Array.isArray(context) ? context : {};
    return innerScope(scope, call.hash.size === 0 ? context : { ...fields, ...hash });
  }
}

const placeOf = (node: TemplateNode, source: SourceText): Span => {
  if (node.kind === 'text') return source.at(node.offset);
  return node.kind === 'inline-partial' ? source.at(0) : node.call.span;
};

function isOfKind(value: unknown, kind: OptionKind): boolean {
  if (typeof kind !== 'string') return typeof value === 'string' && kind.includes(value);
  switch (kind) {
    case 'text':
      return typeof value === 'string' || typeof value === 'number';
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'words':
      return !Array.isArray(value);
    case 'any':
      return true;
    default:
      return assertNever(kind);
  }
}

const sayKind = (kind: Extract<OptionKind, string>): string =>
  ({ text: 'a text', number: 'a number', boolean: 'true or false', list: 'a list', words: 'a text', any: 'anything' })[
    kind
  ];
