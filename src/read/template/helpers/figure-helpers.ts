/** Figures inside a line. They stay references by name; `resolve` binds them. */
import { choosePeriods } from '../../../figures/choose-periods.js';
import { isChinese } from '../../../locale/language.js';
import { listComma } from '../../../locale/table-words.js';
import type { DraftInline } from '../../../model/document.js';
import { periodId } from '../../../model/figure-id.js';
import type { FigurePart } from '../../../model/figure.js';
import { RichInlines } from '../../markdown/rich-value.js';
import { idArgument, numberOption, plainOptions, textOption } from './arguments.js';
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
  'prior',
  'target',
  'period',
];
/** `period`: one of the figure's series, `2023`, or so many from the report's, `-1`. */
const inTime: Readonly<Record<string, OptionKind>> = { period: 'any' };
const printing: Readonly<Record<string, OptionKind>> = {
  ...inTime,
  numerals: ['arabic', 'chinese'],
  signed: 'boolean',
};
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
  label: { form: 'leaf', takes: [1, 1], expects, options: inTime, run: (call) => reference(call, 'label') },
  series: {
    form: 'leaf',
    takes: [1, 1],
    expects,
    options: { last: 'number', from: 'any', to: 'any', signed: 'boolean', part: ['full', 'value', 'number', 'change'] },
    run: seriesInline,
  },
} satisfies Record<string, Helper>;

/** For templates that say each period in their own way. */
export const periodHelpers = {
  periods: {
    form: 'value',
    takes: [1, 1],
    expects,
    options: { last: 'number', from: 'any', to: 'any' },
    run: (call) => periodsAsked(call).map(({ key }) => key),
  },
} satisfies Record<string, Helper>;

/** Each period with its number, in order: 2022年1080.2亿元、2023年1150.3亿元. */
function seriesInline(call: HelperCall): RichInlines | undefined {
  const id = idArgument(call, expects);
  const periods = periodsAsked(call);
  if (id === null || periods.length === 0) return undefined;
  const { part = 'full', signed } = plainOptions(call);
  const { span } = call;
  return new RichInlines(
    periods.flatMap(({ key }, index): DraftInline[] => {
      const reference = { kind: 'figure-reference', id: periodId(id, key), span } as const;
      return [
        ...(index === 0 ? [] : [{ kind: 'value', text: listComma(call.run.data.language), span } as const]),
        { ...reference, part: 'period', options: {} },
        ...(isChinese(call.run.data.language) ? [] : [{ kind: 'value', text: ': ', span } as const]),
        { ...reference, part: part as FigurePart, options: signed === undefined ? {} : { signed } },
      ];
    }),
  );
}

function periodsAsked(call: HelperCall): ReturnType<HelperCall['run']['data']['periods']> {
  const id = idArgument(call, expects);
  if (id === null || !call.run.data.has('figure', id, call.span)) return [];
  const text = (name: string): string | null => textOption(call, name);
  return choosePeriods(call.run.data.periods(id), {
    from: text('from'),
    to: text('to'),
    last: numberOption(call, 'last'),
  });
}

function reference(call: HelperCall, part: FigurePart): RichInlines | undefined {
  const id = idArgument(call, expects);
  if (id === null) return undefined;
  const { part: _, period, ...options } = plainOptions(call);
  const asked = period === undefined ? id : periodId(id, String(period));
  if (!call.run.data.has('figure', asked, call.span)) return undefined;
  return new RichInlines([{ kind: 'figure-reference', id: asked, part, options, span: call.span }]);
}
