/**
 * Binds a draft to its report: references become figures as printed, charts, tables, pictures and cards; with what they
 * were, if asked.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Document, DraftDocument, Slide } from '../model/document.js';
import { bindBlocks } from './bind-blocks.js';
import { bindInlines } from './bind-inlines.js';
import type { Binding, Earlier, Named } from './binding.js';

export function resolveDocument(
  draft: DraftDocument,
  data: Named,
  tell: Tell,
  earlier: Earlier | null = null,
): Document {
  const binding: Binding = {
    data,
    language: draft.meta.language,
    tell,
    earlier,
    headingId: headingIds(),
    footnotes: new Map(),
  };
  switch (draft.kind) {
    case 'deck':
      return { ...draft, slides: draft.slides.map((slide) => bindSlide(slide, binding)) };
    case 'briefing':
      return { ...draft, blocks: bindBlocks(draft.blocks, binding) };
    default:
      throw new Error(`no such document: ${JSON.stringify(draft satisfies never)}`);
  }
}

function bindSlide(slide: Extract<DraftDocument, { kind: 'deck' }>['slides'][number], binding: Binding): Slide {
  return {
    ...slide,
    title: bindInlines(slide.title, binding),
    subtitle: bindInlines(slide.subtitle, binding),
    kicker: bindInlines(slide.kicker, binding),
    blocks: bindBlocks(slide.blocks, binding),
    notes: bindBlocks(slide.notes, binding),
    regions: Object.fromEntries(
      Object.entries(slide.regions).map(([name, blocks]) => [name, bindBlocks(blocks, binding)]),
    ),
  };
}

/** Headings of Markdown have no id of their own: they are numbered. */
function headingIds(): (given: string) => string {
  let count = 0;
  return (given) => (given === '' ? `heading-${++count}` : given);
}

/** For a document that refers to nothing. */
const nothing = new Map<string, never>();
export const noNames: Named = {
  figures: nothing,
  series: nothing,
  charts: nothing,
  tables: nothing,
  pictures: nothing,
  narratives: nothing,
  words: new Map(),
  passages: new Map(),
  defined: { charts: nothing, tables: nothing },
  native: 'classic',
};
