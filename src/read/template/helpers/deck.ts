/** Slides and their parts. */
import { helperNeedsParent, helperNotHere, missingKey, textOutsideSlide } from '../../../diagnostics/messages.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { DraftBlock, DraftInline } from '../../../model/document.js';
import { idArgument, inlineOption, textOption } from './arguments.js';
import { sayInlines } from '../../markdown/say-inlines.js';
import type { Frame, SlideFrame } from '../frames.js';
import type { Helper, HelperCall } from '../helper.js';
import { bodyBlocks, bodyInlines } from './structure-helpers.js';

export const deckHelpers = {
  chapter: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { id: 'text', title: 'words', number: 'text' },
    run(call) {
      const { frame } = call.run;
      if (frame?.kind !== 'deck' || frame.chapter !== null)
        return call.run.tell(helperNotHere(call.name, 'inside a chapter or a slide', ['slide', 'notes'], call.span));
      const title = sayInlines(inlineOption(call, 'title'), call.run.data.say);
      if (title === '') call.run.tell(missingKey('title', 'this chapter', call.made));
      const id = textOption(call, 'id') ?? title;
      call.run.takeId('chapter', id, call.options.get('id')?.span ?? call.made);
      const [stray] = bodyBlocks(call, {
        kind: 'deck',
        slides: frame.slides,
        chapter: { id, title, number: textOption(call, 'number') },
      });
      if (stray !== undefined) call.run.tell(outside(stray));
    },
  },
  slide: {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing but options',
    options: { layout: 'text', title: 'words', subtitle: 'words', kicker: 'words', id: 'text' },
    run(call) {
      const { frame } = call.run;
      if (frame?.kind !== 'deck') return call.run.tell(helperNeedsParent(call.name, ['chapter'], call.span));
      const layout = textOption(call, 'layout') || null;
      const id = textOption(call, 'id');
      if (id !== null) call.run.takeId('slide', id, call.options.get('id')?.span ?? call.made);
      const parts: SlideFrame = { kind: 'slide', lines: new Map(), regions: new Map(), notes: [] };
      const blocks = bodyBlocks(call, parts);
      const line = (name: string): readonly DraftInline[] => parts.lines.get(name) ?? inlineOption(call, name);
      frame.slides.push({
        layout,
        title: line('title'),
        subtitle: line('subtitle'),
        kicker: line('kicker'),
        blocks,
        regions: Object.fromEntries(parts.regions),
        notes: parts.notes,
        chapter: frame.chapter,
        id,
        span: call.made,
        layoutSpan: call.options.get('layout')?.span ?? call.made,
      });
    },
  },
  title: line('title', ['slide']),
  subtitle: line('subtitle', ['slide']),
  kicker: line('kicker', ['slide']),
  region: {
    form: 'block',
    takes: [1, 1],
    expects: 'the name of a region',
    options: {},
    run(call) {
      const frame = slideFrame(call);
      const name = idArgument(call, 'the name of a region');
      if (frame !== null && name !== null)
        frame.regions.set(name, [...(frame.regions.get(name) ?? []), ...bodyBlocks(call)]);
    },
  },
  notes: { form: 'block', takes: [0, 0], expects: 'nothing', options: {}, run: addNotes },
} satisfies Record<string, Helper>;

/** A line of a slide or a masthead: its title and the like. */
export function line(name: string, parents: readonly string[]): Helper {
  return {
    form: 'block',
    takes: [0, 0],
    expects: 'nothing',
    options: {},
    run(call) {
      const { frame } = call.run;
      if (frame !== null && hasLines(frame) && parents.includes(frame.kind)) frame.lines.set(name, bodyInlines(call));
      else call.run.tell(helperNeedsParent(call.name, parents, call.span));
    },
  };
}

const hasLines = (frame: Frame): frame is Extract<Frame, { lines: unknown }> =>
  frame.kind === 'slide' || frame.kind === 'masthead';

function addNotes(call: HelperCall): void {
  slideFrame(call)?.notes.push(...bodyBlocks(call));
}

function slideFrame(call: HelperCall): SlideFrame | null {
  const { frame } = call.run;
  if (frame?.kind === 'slide') return frame;
  call.run.tell(helperNeedsParent(call.name, ['slide'], call.span));
  return null;
}

/** The mistake of blocks that stand where only slides may. */
export function outside(block: DraftBlock): Diagnostic {
  const text =
    block.kind === 'paragraph' || block.kind === 'heading'
      ? sayInlines(block.inlines, () => '')
      : block.kind === 'block-reference'
        ? block.what
        : block.kind;
  return textOutsideSlide(text.slice(0, 24), block.span);
}
