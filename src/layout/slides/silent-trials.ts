/**
 * Blocks laid in silence for a slide: each layout that is tried asks for them at its own sizes, and often at those that
 * another had.
 */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Block } from '../../model/document.js';
import type { Medium } from '../../model/theme.js';
import { silently, type BlockContext, type LaidBlock } from '../galley/block.js';

export interface SilentTrial {
  readonly laid: LaidBlock;
  /** What laying it told. */
  readonly told: readonly Diagnostic[];
}

/** A trial, and who is told of what it finds when it is stretched or split later: whoever asked last. */
interface KnownTrial extends SilentTrial {
  readonly listener: { tell: Tell };
}

const known = new WeakMap<Medium, WeakMap<Block, Map<string, KnownTrial>>>();

function trialsOf(block: Block, medium: Medium): Map<string, KnownTrial> {
  let ofMedium = known.get(medium);
  if (ofMedium === undefined) known.set(medium, (ofMedium = new WeakMap()));
  let trials = ofMedium.get(block);
  if (trials === undefined) ofMedium.set(block, (trials = new Map()));
  return trials;
}

/**
 * @param key says how it is laid, beside the medium: all that `lay` takes that is not of the slide.
 * @param context its `tell` hears of what is found later; what was found is in the trial.
 */
export function trySilently(
  block: Block,
  key: string,
  context: BlockContext,
  lay: (context: BlockContext) => LaidBlock,
): SilentTrial {
  const trials = trialsOf(block, context.medium);
  let trial = trials.get(key);
  if (trial === undefined) {
    const told: Diagnostic[] = [];
    const listener = { tell: (diagnostic: Diagnostic): void => void told.push(diagnostic) };
    const laid = lay({ ...silently(context), tell: (diagnostic) => listener.tell(diagnostic) });
    trials.set(key, (trial = { laid, told, listener }));
  }
  trial.listener.tell = context.tell;
  return trial;
}

/**
 * Lays the block: in silence as it was tried, if it was, and told of as much; where nodes of the structure are kept,
 * anew.
 */
export function layOrRecall(
  block: Block,
  key: string,
  context: BlockContext,
  lay: (context: BlockContext) => LaidBlock,
): LaidBlock {
  if (context.structure.keeps) return lay(context);
  const { laid, told } = trySilently(block, key, context, lay);
  told.forEach(context.tell);
  return laid;
}
