/** Blocks with a body that both decks and briefings have: callouts, columns, cards, quotes, paragraphs of a role. */
import { helperNeedsParent, textNotHere, wrongOption } from '../../../diagnostics/messages.js';
import type { DraftBlock, DraftInline, ParagraphRole } from '../../../model/document.js';
import { readBlocks, readInlines } from '../../markdown/markup.js';
import { RichBlocks } from '../../markdown/rich-value.js';
import { inlineOption, numberOption, textOption } from './arguments.js';
import type { Frame } from '../frames.js';
import type { Helper, HelperCall } from '../helper.js';

const roles: readonly ParagraphRole[] = ['body', 'lead', 'note', 'caption', 'source', 'kicker'];

export const structureHelpers = {
  callout: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { title: 'words' },
    run: (call) =>
      new RichBlocks([
        { kind: 'callout', title: inlineOption(call, 'title'), blocks: bodyBlocks(call), span: call.made },
      ]),
  },
  quote: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing',
    options: {},
    run: (call) => new RichBlocks([{ kind: 'quote', blocks: bodyBlocks(call), span: call.made }]),
  },
  paragraph: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { role: roles, style: 'text' },
    run(call) {
      const role = (call.options.get('role')?.value as ParagraphRole | undefined) ?? 'body';
      const style = textOption(call, 'style');
      const given = { role, ...(style !== null && { style }) };
      return new RichBlocks(
        bodyBlocks(call).map((block) => (block.kind === 'paragraph' ? { ...block, ...given } : block)),
      );
    },
  },
  columns: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { count: 'number' },
    run(call) {
      const flow = numberOption(call, 'count');
      if (flow !== null) {
        if (![1, 2, 3].includes(flow)) return call.run.tell(wrongOption(call.name, 'count', '1, 2 or 3', call.span));
        return new RichBlocks([
          { kind: 'columns', columns: [{ weight: 1, blocks: bodyBlocks(call) }], flow, span: call.made },
        ]);
      }
      const frame: Frame = { kind: 'columns', columns: [] };
      refuseText(call, frame, 'column');
      return frame.columns.length === 0
        ? undefined
        : new RichBlocks([{ kind: 'columns', columns: frame.columns, span: call.made }]);
    },
  },
  column: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { weight: 'number' },
    run(call) {
      const { frame } = call.run;
      if (frame?.kind !== 'columns') return call.run.tell(helperNeedsParent(call.name, ['columns'], call.span));
      frame.columns.push({ weight: numberOption(call, 'weight') ?? 1, blocks: bodyBlocks(call) });
    },
  },
  cards: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { across: 'number', numbers: ['above', 'beside'] },
    run(call) {
      const frame: Frame = { kind: 'cards', cards: [] };
      refuseText(call, frame, 'card');
      return frame.cards.length === 0
        ? undefined
        : new RichBlocks([
            {
              kind: 'cards',
              across: numberOption(call, 'across'),
              ...(textOption(call, 'numbers') === 'beside' && { numbersBeside: true as const }),
              cards: frame.cards,
              span: call.made,
            },
          ]);
    },
  },
  card: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { number: 'text', title: 'words' },
    run(call) {
      const { frame } = call.run;
      if (frame?.kind !== 'cards') return call.run.tell(helperNeedsParent(call.name, ['cards'], call.span));
      frame.cards.push({
        number: textOption(call, 'number'),
        title: inlineOption(call, 'title'),
        text: bodyInlines(call),
        span: call.made,
      });
    },
  },
} satisfies Record<string, Helper>;

/** The body as blocks; what stands in it may fill `frame`. */
export function bodyBlocks(call: HelperCall, frame?: Frame): readonly DraftBlock[] {
  return readBlocks(call.body!.capture(call.scope, frame), call.run.tell);
}

/** The body as one line of text. */
export function bodyInlines(call: HelperCall): readonly DraftInline[] {
  return readInlines(call.body!.capture(call.scope), `{{#${call.name}}}`, call.run.tell);
}

/** Runs the body for what it puts into `frame`; text beside that has no place. */
export function refuseText(call: HelperCall, frame: Frame, part: string): void {
  const [first] = bodyBlocks(call, frame);
  if (first !== undefined) call.run.tell(textNotHere(call.name, part, first.span));
}
