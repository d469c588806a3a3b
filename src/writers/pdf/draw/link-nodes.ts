/** Links in a paragraph: where they stand, and the nodes that carry them. */
import type { Pt } from '../../../model/length.js';
import type { Fragment, Line, Tag } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import type { Target } from '../structure/links.js';

/** The links of one paragraph: a node for each, and a box for each line that it stands on. */
export class LinkNodes {
  /** Made with the first: most paragraphs have none. */
  private nodes: Map<Target, number> | null = null;
  private open: {
    readonly link: Target;
    readonly node: number;
    left: Pt;
    right: Pt;
    readonly top: Pt;
    readonly height: Pt;
    words: string;
  } | null = null;

  constructor(
    private readonly canvas: Canvas,
    private readonly tag: Tag,
  ) {}

  /** Null where nothing is to be tagged: without a link, and in artifacts, which no reader can follow. */
  nodeFor(link: Target | null): number | null {
    if (link === null || this.tag === 'artifact') return null;
    this.nodes ??= new Map();
    let node = this.nodes.get(link);
    if (node === undefined) this.nodes.set(link, (node = this.addNode(link, this.tag)));
    return node;
  }

  /** The mark of a footnote is a reference, and the link stands in that (ISO 32000-1, 14.8.4.4). */
  private addNode(link: Target, tag: number): number {
    const { structure } = this.canvas.shared;
    return structure.addInline('Link', link.kind === 'note' ? structure.addInline('Reference', tag) : tag);
  }

  /** Adds a fragment to the link's box on this line, or begins one. */
  extend(link: Target, node: number, line: Line, fragment: Fragment, size: Pt, x: Pt, y: Pt): void {
    const left = x + fragment.x;
    const right = left + fragment.advances.reduce((sum, advance) => sum + advance, 0);
    if (this.open?.link === link) {
      this.open.right = right;
      this.open.words += fragment.text;
      return;
    }
    this.endBox();
    this.open = { link, node, left, right, top: y + line.baseline - size, height: size * 1.25, words: fragment.text };
  }

  endBox(): void {
    if (this.open === null) return;
    const { link, node, left, right, top, height, words } = this.open;
    this.canvas.link(node, link, { x: left, y: top, width: right - left, height }, words);
    this.open = null;
  }
}
