/** Earlier values in a draft: a line through them, and a node that says aloud what they were. */
import type { Pt } from '../../../model/length.js';
import type { Fragment, Run, RunStyle, Tag } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { formatNumber } from '../file/serialize.js';
import type { Structure } from '../structure/structure-tree.js';

/** The struck runs of one paragraph: a node for each, on however many lines it stands. */
export class StruckNodes {
  /** Made with the first: most paragraphs have none. */
  private nodes: Map<Run, number> | null = null;

  constructor(private readonly structure: Structure) {}

  /** `tag` is that of the text around; the run has a node of its own below it where it is struck. */
  tagFor(run: Run, tag: Tag): Tag {
    if (run.struck === undefined || tag === 'artifact') return tag;
    this.nodes ??= new Map();
    let node = this.nodes.get(run);
    if (node === undefined) this.nodes.set(run, (node = this.structure.addSpan(tag, run.struck)));
    return node;
  }
}

/** How high above the baseline the line runs, and how thick it is, as shares of the size. */
const height = 0.36;
const thickness = 0.07;

/** Within the mark that the text stands in. */
export function strikeThrough(
  canvas: Canvas,
  { size, color }: RunStyle,
  { advances, x: left }: Fragment,
  x: Pt,
  baseline: Pt,
): void {
  const y = baseline - size * height;
  canvas.stroke(color);
  canvas.content.add(`${formatNumber(size * thickness, 3)} w [] 0 d`);
  canvas.content.path([
    ['M', x + left, y],
    ['L', x + left + advances.reduce((sum, advance) => sum + advance, 0), y],
  ]);
  canvas.content.add('S');
}
