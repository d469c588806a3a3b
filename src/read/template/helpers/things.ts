/** Things placed by name: charts, tables, pictures, cards of figures, narratives; and the contents. */
import { kpiKinds, kpiLooks, type BlockReference } from '../../../model/document.js';
import { notAText } from '../../../diagnostics/messages.js';
import { RichBlocks, RichInlines, valueInlines } from '../../markdown/rich-value.js';
import { idArgument, idArguments, numberOption, plainOptions, textOption } from './arguments.js';
import type { Helper, HelperCall, NamedThing, OptionKind } from '../helper.js';

export const thingHelpers = {
  chart: named('chart', 'the id of a chart', { height: 'number' }),
  table: named('table', 'the id of a table'),
  picture: named('picture', 'the id of a picture'),
  narrative: named('narrative', 'the path of a narrative file'),
  kpis: {
    form: 'leaf',
    takes: [1, 99],
    expects: 'ids of figures, or a list of them',
    options: { across: 'number', look: kpiLooks, show: kpiKinds },
    run(call) {
      const ids = figureIds(call, 'ids of figures, or a list of them');
      return ids.length === 0 ? undefined : block(call, 'kpis', ids);
    },
  },
  register: {
    form: 'leaf',
    takes: [0, 99],
    expects: 'nothing, or ids of figures',
    options: { from: 'number', to: 'number', caption: 'text', columns: 'text' },
    run: (call) => block(call, 'register', figureIds(call, 'nothing, or ids of figures')),
  },
  contents: {
    form: 'leaf',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { depth: 'number', chapter: 'text' },
    run(call) {
      const chapter = textOption(call, 'chapter');
      return new RichBlocks([
        {
          kind: 'contents',
          depth: chapter !== null || numberOption(call, 'depth') === 2 ? 2 : 1,
          ...(chapter !== null && { chapter }),
          span: call.made,
        },
      ]);
    },
  },
  words: {
    form: 'leaf',
    takes: [1, 1],
    expects: 'words of the report',
    options: {},
    run(call) {
      const { value, span } = call.params[0]!;
      if (value === null) return undefined;
      if (value instanceof RichInlines || value instanceof RichBlocks) return value;
      if (typeof value !== 'object') return new RichInlines(valueInlines(String(value), span));
      const rich = call.run.data.words(value);
      if (rich === null) call.run.tell(notAText(Array.isArray(value) ? 'a list' : 'a thing with fields', span));
      return rich ?? undefined;
    },
  },
} satisfies Record<string, Helper>;

export const briefingThings = {
  'page-break': {
    form: 'leaf',
    takes: [0, 0],
    expects: 'nothing',
    options: {},
    run: (call) => new RichBlocks([{ kind: 'page-break', span: call.made }]),
  },
} satisfies Record<string, Helper>;

function named(
  what: Exclude<NamedThing, 'figure'>,
  expects: string,
  options: Readonly<Record<string, OptionKind>> = {},
): Helper {
  return {
    form: 'leaf',
    takes: [1, 1],
    expects,
    options,
    run(call) {
      const id = idArgument(call, expects);
      return id !== null && call.run.data.has(what, id, call.span) ? block(call, what, [id]) : undefined;
    },
  };
}

const figureIds = (call: HelperCall, expects: string): readonly string[] =>
  idArguments(call, expects).filter((id) => call.run.data.has('figure', id, call.span));

const block = (call: HelperCall, what: BlockReference['what'], ids: readonly string[]): RichBlocks =>
  new RichBlocks([{ kind: 'block-reference', what, ids, options: plainOptions(call), span: call.made }]);
