/** Figures inside a line. They stay references by name; `resolve` binds them. */
import type { FigurePart } from '../../../model/figure.js';
import { RichInlines } from '../../markdown/rich-value.js';
import { idArgument, plainOptions } from './arguments.js';
import type { Helper, HelperCall, OptionKind } from '../helper.js';

const parts: readonly FigurePart[] = [
  'full',
  'value',
  'number',
  'unit',
  'qualifier',
  'change',
  'rank',
  'label',
  'award',
];
const printing: Readonly<Record<string, OptionKind>> = { numerals: ['arabic', 'chinese'], signed: 'boolean' };
const expects = 'the id of a figure';

export const figureHelpers = {
  figure: {
    form: 'leaf',
    takes: [1, 1],
    expects,
    options: { part: parts, ...printing },
    run: (call) => reference(call, (call.options.get('part')?.value as FigurePart | undefined) ?? 'full'),
  },
  change: { form: 'leaf', takes: [1, 1], expects, options: printing, run: (call) => reference(call, 'change') },
  rank: { form: 'leaf', takes: [1, 1], expects, options: printing, run: (call) => reference(call, 'rank') },
  label: { form: 'leaf', takes: [1, 1], expects, options: {}, run: (call) => reference(call, 'label') },
} satisfies Record<string, Helper>;

function reference(call: HelperCall, part: FigurePart): RichInlines | undefined {
  const id = idArgument(call, expects);
  if (id === null || !call.run.data.has('figure', id, call.span)) return undefined;
  const { part: _, ...options } = plainOptions(call);
  return new RichInlines([{ kind: 'figure-reference', id, part, options, span: call.span }]);
}
