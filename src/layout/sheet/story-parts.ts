/** A story's blocks by what becomes of them: text that runs through columns, and figures that it runs around. */
import type { Block } from '../../model/document.js';

export type Story = Extract<Block, { readonly kind: 'story' }>;
export type Figure = Extract<Block, { readonly kind: 'chart' | 'picture' | 'table' | 'kpis' }>;

export interface StoryParts {
  readonly text: readonly Block[];
  /** In the top row of its columns. */
  readonly pictures: readonly Figure[];
  /** At the foot of its columns: charts, tables, key figures. */
  readonly figures: readonly Figure[];
  /** The same, shown only where room is left. */
  readonly spares: readonly Figure[];
}

const isFigure = (block: Block): block is Figure =>
  block.kind === 'chart' || block.kind === 'picture' || block.kind === 'table' || block.kind === 'kpis';

export const storyParts = ({ blocks }: Story): StoryParts => {
  const figures = blocks.filter(isFigure);
  return {
    text: blocks.filter((block) => !isFigure(block) && block.kind !== 'spare'),
    pictures: figures.filter(({ kind }) => kind === 'picture'),
    figures: figures.filter(({ kind }) => kind !== 'picture'),
    spares: blocks.flatMap((block) => (block.kind === 'spare' ? block.blocks.filter(isFigure) : [])),
  };
};
