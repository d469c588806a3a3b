/** Parts of a briefing: its masthead and headings. */
import { wrongArguments } from '../../../diagnostics/messages.js';
import { RichBlocks } from '../../markdown/rich-value.js';
import { idArgument, inlineOption, textOption } from './arguments.js';
import { line } from './deck.js';
import type { MastheadFrame } from '../frames.js';
import type { Helper } from '../helper.js';
import { bodyBlocks, bodyInlines, refuseText } from './structure-helpers.js';

export const briefingHelpers = {
  masthead: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing',
    options: { compact: 'boolean' },
    run(call) {
      const frame: MastheadFrame = { kind: 'masthead', lines: new Map() };
      refuseText(call, frame, 'title');
      const lineOf = (name: string) => frame.lines.get(name) ?? [];
      return new RichBlocks([
        {
          kind: 'masthead',
          ...(call.options.get('compact')?.value === true && { isCompact: true as const }),
          title: lineOf('title'),
          subtitle: lineOf('subtitle'),
          slogan: lineOf('slogan'),
          edition: lineOf('edition'),
          span: call.made,
        },
      ]);
    },
  },
  keep: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing',
    options: {},
    run: (call) =>
      new RichBlocks([
        { kind: 'columns', columns: [{ weight: 1, blocks: bodyBlocks(call) }], keep: true, span: call.made },
      ]),
  },
  title: line('title', ['masthead']),
  subtitle: line('subtitle', ['masthead']),
  slogan: line('slogan', ['masthead']),
  edition: line('edition', ['masthead']),
  heading: {
    form: 'block',
    takes: [1, 1],
    expects: 'a level from 1 to 3',
    options: { id: 'text', number: 'text', style: 'text' },
    run(call) {
      const level = Number(call.params[0]!.value);
      if (level !== 1 && level !== 2 && level !== 3)
        return call.run.tell(wrongArguments(call.name, 'a level from 1 to 3', call.params[0]!.span));
      const id = textOption(call, 'id') ?? '';
      if (id !== '') call.run.takeId('heading', id, call.options.get('id')?.span ?? call.made);
      const style = textOption(call, 'style');
      return new RichBlocks([
        {
          kind: 'heading',
          level,
          id,
          number: textOption(call, 'number'),
          inlines: bodyInlines(call),
          ...(style !== null && { style }),
          span: call.made,
        },
      ]);
    },
  },
  area: {
    form: 'block',
    takes: [1, 1],
    expects: 'the name of an area of the grid',
    options: {},
    run(call) {
      const name = idArgument(call, 'the name of an area of the grid');
      if (name === null) return;
      return new RichBlocks([{ kind: 'area', name, blocks: bodyBlocks(call), span: call.span }]);
    },
  },
  story: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { id: 'text', letter: 'text', title: 'words', line: 'words', upright: 'boolean' },
    run(call) {
      const id = textOption(call, 'id') ?? '';
      if (id !== '') call.run.takeId('heading', id, call.options.get('id')?.span ?? call.made);
      return new RichBlocks([
        {
          kind: 'story',
          id,
          letter: textOption(call, 'letter'),
          title: inlineOption(call, 'title'),
          line: inlineOption(call, 'line'),
          upright: call.options.get('upright')?.value === true,
          blocks: bodyBlocks(call),
          span: call.span,
        },
      ]);
    },
  },
  spare: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing',
    options: {},
    run: (call) => new RichBlocks([{ kind: 'spare', blocks: bodyBlocks(call), span: call.span }]),
  },
} satisfies Record<string, Helper>;
