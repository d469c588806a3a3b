/** Loops, conditions and small calculations over lists. */
import { wrongArguments } from '../../../diagnostics/messages.js';
import { innerScope } from '../scope.js';
import type { Scope } from '../scope.js';
import { numberOption } from './arguments.js';
import type { Body, Helper, HelperCall } from '../helper.js';

export const logicHelpers = {
  each: {
    form: 'block',
    takes: [1, 1],
    expects: 'a list',
    options: {},
    run(call) {
      const body = bodyOf(call);
      const entries = entriesOf(call.params[0]!.value);
      if (entries === null) call.run.tell(wrongArguments(call.name, 'a list', call.params[0]!.span));
      else if (entries.length === 0) body.renderElse(call.scope);
      else
        entries.forEach(([key, value], index) => {
          body.render(itemScope(call.scope, body, key, value, index, entries.length));
        });
    },
  },
  if: {
    form: 'block',
    takes: [1, 1],
    expects: 'one condition',
    options: { includeZero: 'boolean' },
    run: (call) => choose(call, isTrue(call)),
  },
  unless: {
    form: 'block',
    takes: [1, 1],
    expects: 'one condition',
    options: { includeZero: 'boolean' },
    run: (call) => choose(call, !isTrue(call)),
  },
  with: {
    form: 'block',
    takes: [1, 1],
    expects: 'one value',
    options: {},
    run(call) {
      const body = bodyOf(call);
      const { value } = call.params[0]!;
      const [name] = body.blockParams;
      if (isTruthy(value)) body.render(innerScope(call.scope, value, {}, name === undefined ? {} : { [name]: value }));
      else body.renderElse(call.scope);
    },
  },
  eq: {
    form: 'value',
    takes: [2, 2],
    expects: 'two values',
    options: {},
    run: ({ params }) => params[0]!.value === params[1]!.value,
  },
  ne: {
    form: 'value',
    takes: [2, 2],
    expects: 'two values',
    options: {},
    run: ({ params }) => params[0]!.value !== params[1]!.value,
  },
  lt: {
    form: 'value',
    takes: [2, 2],
    expects: 'two numbers',
    options: {},
    run: ({ params }) => Number(params[0]!.value) < Number(params[1]!.value),
  },
  gt: {
    form: 'value',
    takes: [2, 2],
    expects: 'two numbers',
    options: {},
    run: ({ params }) => Number(params[0]!.value) > Number(params[1]!.value),
  },
  not: {
    form: 'value',
    takes: [1, 1],
    expects: 'one condition',
    options: {},
    run: ({ params }) => !isTruthy(params[0]!.value),
  },
  and: {
    form: 'value',
    takes: [1, 9],
    expects: 'conditions',
    options: {},
    run: ({ params }) => params.every(({ value }) => isTruthy(value)),
  },
  or: {
    form: 'value',
    takes: [1, 9],
    expects: 'conditions',
    options: {},
    run: ({ params }) => params.some(({ value }) => isTruthy(value)),
  },
  count: {
    form: 'value',
    takes: [1, 1],
    expects: 'a list',
    options: { min: 'number', max: 'number' },
    run(call) {
      const [min, max] = [numberOption(call, 'min'), numberOption(call, 'max')];
      const { length } = listOf(call);
      return min === null && max === null ? length : length >= (min ?? 0) && length <= (max ?? Infinity);
    },
  },
  slice: {
    form: 'value',
    takes: [2, 3],
    expects: 'a list, where to begin (from 0) and where to end',
    options: {},
    run: (call) =>
      listOf(call).slice(
        Number(call.params[1]!.value),
        call.params[2] === undefined ? undefined : Number(call.params[2].value),
      ),
  },
  chunk: {
    form: 'value',
    takes: [2, 2],
    expects: 'a list and how many to take at a time',
    options: {},
    run(call) {
      const list = listOf(call);
      const size = Math.max(1, Math.floor(Number(call.params[1]!.value)) || 1);
      return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
        list.slice(index * size, (index + 1) * size),
      );
    },
  },
  concat: {
    form: 'value',
    takes: [1, 9],
    expects: 'lists',
    options: {},
    run: ({ params }) =>
      params.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : value === null ? [] : [value])),
  },
  lookup: {
    form: 'value',
    takes: [2, 2],
    expects: 'a thing and the name of a field',
    options: {},
    run({ params }) {
      const [thing, name] = params.map(({ value }) => value);
      return typeof thing === 'object' && thing !== null && Object.hasOwn(thing, String(name))
        ? (thing as Record<string, unknown>)[String(name)]
        : null;
    },
  },
  figures: { form: 'value', takes: [0, 0], expects: 'nothing', options: {}, run: ({ run }) => run.data.figures },
} satisfies Record<string, Helper>;

function bodyOf({ body }: HelperCall): Body {
  if (body === null) throw new Error('a block helper was called without a body');
  return body;
}

function choose(call: HelperCall, condition: boolean): void {
  const body = bodyOf(call);
  if (condition) body.render(call.scope);
  else body.renderElse(call.scope);
}

function isTrue({ params, options }: HelperCall): boolean {
  const { value } = params[0]!;
  return isTruthy(value) || (value === 0 && options.get('includeZero')?.value === true);
}

/** As Handlebars has it: an empty list is false. */
const isTruthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] | null {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return typeof value === 'object' ? Object.entries(value as Record<string, unknown>) : null;
}

function itemScope(
  scope: Scope,
  body: Body,
  key: string | number,
  value: unknown,
  index: number,
  length: number,
): Scope {
  const [item, place] = body.blockParams;
  const named = { ...(item === undefined ? {} : { [item]: value }), ...(place === undefined ? {} : { [place]: key }) };
  return innerScope(scope, value, { index, key, first: index === 0, last: index === length - 1 }, named);
}

function listOf(call: HelperCall): readonly unknown[] {
  const { value, span } = call.params[0]!;
  if (Array.isArray(value)) return value;
  if (value !== null) call.run.tell(wrongArguments(call.name, 'a list', span));
  return [];
}
