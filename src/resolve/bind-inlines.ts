/** Inlines with references to inlines with figures as printed. */
import { assertNever } from '../model/assert-never.js';
import { figureLacks } from '../diagnostics/messages.js';
import { printReference } from '../locale/print-reference.js';
import type {
  DraftInline,
  FigureInline,
  FigureReference,
  FootnoteInline,
  FootnoteReference,
  Inline,
} from '../model/document.js';
import type { Figure, FigurePart } from '../model/figure.js';
import type { Words } from '../model/report.js';
import { findFigure } from './binding.js';
import type { Binding } from './binding.js';
import { revise } from './revise.js';

export function bindInlines(inlines: readonly DraftInline[], binding: Binding): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    switch (inline.kind) {
      case 'text':
      case 'value':
      case 'break':
        return [inline];
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'superscript':
      case 'subscript':
      case 'link':
        return [{ ...inline, children: bindInlines(inline.children, binding) }];
      case 'figure-reference':
        return bindFigure(inline, binding);
      case 'footnote-reference':
        return bindFootnote(inline, binding);
      default:
        return assertNever(inline);
    }
  });
}

/** Words of one paragraph; of a longer passage its paragraphs, parted by breaks. */
export function bindWords(words: Words | null, binding: Binding): readonly Inline[] {
  if (words === null) return [];
  const inlines = binding.data.words.get(words);
  if (inlines !== undefined) return bindInlines(inlines, binding);
  return (binding.data.passages.get(words) ?? []).flatMap((block, index) =>
    block.kind !== 'paragraph'
      ? []
      : [...(index > 0 ? [{ kind: 'break' as const }] : []), ...bindInlines(block.inlines, binding)],
  );
}

const partNames: Readonly<Record<FigurePart, string>> = {
  full: 'value',
  value: 'value',
  number: 'number',
  unit: 'unit',
  qualifier: 'qualifier',
  change: 'change',
  rank: 'rank',
  label: 'label',
  award: 'award',
  prior: 'prior',
  target: 'target',
  period: 'period',
};

function bindFigure(reference: FigureReference, binding: Binding): readonly FigureInline[] {
  const { id, part, span } = reference;
  const figure = findFigure(id, span, binding);
  if (figure === null) return [];
  const print = (each: Figure): string => printReference(each, reference, binding.language);
  // A figure that is still to be filled in says so, whichever part is asked for.
  const open = figure.isTold === true && figure.award !== null ? figure.award : '';
  const text = print(figure) || open;
  if (text === '' && figure.isTold !== true) binding.tell(figureLacks(id, partNames[part], span));
  return text === '' ? [] : [{ kind: 'figure', id: figure.id, part, text, span, ...revise(figure, print, binding) }];
}

/** Nothing for a name that no text around defines: that was told when the text was read. */
function bindFootnote({ name, scope, span }: FootnoteReference, binding: Binding): readonly FootnoteInline[] {
  const draft = scope.find(name);
  if (draft === null) return [];
  let note = binding.footnotes.get(draft);
  if (note === undefined) {
    note = { ...draft, paragraphs: draft.paragraphs.map((paragraph) => bindInlines(paragraph, binding)) };
    binding.footnotes.set(draft, note);
  }
  return [{ kind: 'footnote', note, span }];
}
