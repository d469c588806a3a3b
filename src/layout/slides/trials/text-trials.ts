/**
 * Texts of a slide set in silence at the sizes that are tried: each layout asks for its title and its points again,
 * often at a width that another had.
 */
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Block, Inline } from '../../../model/document.js';
import type { Pt } from '../../../model/length.js';
import type { SetParagraph, StructureNode } from '../../../model/page.js';
import type { BlockContext } from '../../galley/block.js';
import { graft, trialStructure } from '../../galley/structure-builder.js';
import { mostTrials } from './silent-trials.js';

export interface TextTrial {
  readonly paragraphs: readonly SetParagraph[];
  /** Those that the paragraphs' tags name, under a root of their own. */
  readonly nodes: readonly StructureNode[];
  /** What setting them told. */
  readonly told: readonly Diagnostic[];
  /** In pt, once somebody asked. */
  height?: Pt;
  /** The same in fonts as wide as a viewer's may be. */
  widest?: Pt;
}

interface KnownTrial {
  readonly parts: readonly object[];
  readonly trial: TextTrial;
}

/** What a text is made of, by identity: a block of the report, or the inlines of one that was made for the trial. */
const partsOf = (blocks: readonly Block[]): readonly object[] =>
  blocks.flatMap((block): readonly object[] =>
    block.kind === 'paragraph' && block.inlines.length > 0 ? [...(block.inlines as readonly Inline[])] : [block],
  );

const roleOf = (block: Block): string =>
  block.kind === 'paragraph' ? `${block.role} ${block.inlines.length}` : block.kind;

/** Sets the text in silence, or finds it as it was set so before. */
export type TryText = (key: string, set: (context: BlockContext) => readonly SetParagraph[]) => TextTrial;

/** For one text, by a key that says how it is set: all that `set` takes that is not the slide's. */
export function textTrials(blocks: readonly Block[], context: BlockContext): TryText {
  const make = (set: (context: BlockContext) => readonly SetParagraph[]): TextTrial => {
    const told: Diagnostic[] = [];
    const structure = trialStructure();
    const paragraphs = set({ ...context, structure, parent: 0, tell: (diagnostic) => void told.push(diagnostic) });
    return { paragraphs, nodes: structure.freeze(), told };
  };
  const parts = partsOf(blocks);
  const [first] = parts;
  if (first === undefined || context.texts === undefined) return (_key, set) => make(set);
  const known = context.texts.get(first) ?? new Map<string, unknown>();
  context.texts.set(first, known);
  const roles = blocks.map(roleOf).join(' ');
  return (key, set) => {
    const full = `${key} ${roles}`;
    const found = known.get(full) as KnownTrial | undefined;
    if (found?.parts.length === parts.length && found.parts.every((part, index) => part === parts[index]))
      return found.trial;
    if (known.size >= mostTrials) known.clear();
    const trial = make(set);
    known.set(full, { parts, trial } satisfies KnownTrial);
    return trial;
  };
}

/** What was tried, told of as much. Where nodes of the structure are kept those of the trial are added, else none. */
export function takeText({ paragraphs, nodes, told }: TextTrial, context: BlockContext): readonly SetParagraph[] {
  const { structure, parent } = context;
  told.forEach(context.tell);
  const tagOf = structure.keeps ? graft(structure, parent, nodes) : () => parent;
  return paragraphs.map((paragraph) => ({ ...paragraph, tag: tagOf(paragraph.tag) }));
}
