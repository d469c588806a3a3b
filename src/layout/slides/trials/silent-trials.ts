/**
 * Blocks laid in silence for a slide: each layout that is tried asks for them at its own sizes, and often at those that
 * another had.
 */
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Block } from '../../../model/document.js';
import type { BlockContext, LaidBlock, SilentTrial } from '../../galley/block.js';
import { graft, trialStructure } from '../../galley/structure-builder.js';
import { retagBlock } from './retag-block.js';

/** The same setting for a slide, whose trials are remembered until it is laid, or as long as the context has them. */
export const withTrials = (context: BlockContext): BlockContext => ({
  ...context,
  trials: context.trials ?? new WeakMap(),
  measured: new WeakMap(),
  texts: context.texts ?? new WeakMap(),
});

/** Of a block or a text, so that those of an hour of editing beside it do not gather. */
export const mostTrials = 200;

function trialsOf(block: Block, { trials }: BlockContext): Map<string, SilentTrial> {
  const known = trials?.get(block) ?? new Map<string, SilentTrial>();
  if (known.size >= mostTrials) known.clear();
  trials?.set(block, known);
  return known;
}

/**
 * @param key says how it is laid: all that `lay` takes that is not the slide's.
 * @param context its `tell` hears of what is found later; what was found is in the trial.
 */
export function trySilently(
  block: Block,
  key: string,
  context: BlockContext,
  lay: (context: BlockContext) => LaidBlock,
): SilentTrial {
  const trials = trialsOf(block, context);
  let trial = trials.get(key);
  if (trial === undefined) {
    const told: Diagnostic[] = [];
    const listener = { tell: (diagnostic: Diagnostic): void => void told.push(diagnostic) };
    const structure = trialStructure();
    const laid = lay({ ...context, structure, parent: 0, tell: (diagnostic) => listener.tell(diagnostic) });
    trials.set(key, (trial = { laid, nodes: structure.freeze(), told, listener }));
  }
  // What is found later is not in the trial, and may be found no second time: such a one is made anew.
  trial.listener.tell = (diagnostic) => {
    trials.delete(key);
    context.tell(diagnostic);
  };
  return trial;
}

/**
 * Lays the block, or takes it as it was tried and tells as much; where nodes of the structure are kept, those of the
 * trial are added: a warm deck is laid in 0.9 of the CPU time by it.
 */
export function layOrRecall(
  block: Block,
  key: string,
  context: BlockContext,
  lay: (context: BlockContext) => LaidBlock,
): LaidBlock {
  const { structure } = context;
  if (structure.keeps && context.trials?.get(block)?.has(key) !== true) return lay(context);
  const { laid, nodes, told } = trySilently(block, key, context, lay);
  told.forEach(context.tell);
  return structure.keeps ? retagBlock(laid, graft(structure, context.parent, nodes)) : laid;
}
