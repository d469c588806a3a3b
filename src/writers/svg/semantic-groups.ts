/**
 * The structure tree of a document as groups with ARIA roles, opened and closed as a page is drawn in reading order.
 */
import type { StructureNode, StructureRole, Tag } from '../../model/page.js';
import { attributesOf, type Attributes } from './svg-markup.js';
import type { SvgSurface } from './svg-surface.js';

export class SemanticGroups {
  /** Tags of the open groups, the outermost first. */
  private open: number[] = [];
  private hidden = false;

  constructor(
    private readonly surface: SvgSurface,
    private readonly nodes: readonly StructureNode[],
  ) {}

  /** What is drawn from here on belongs to this node; decoration is hidden from assistive technology. */
  mark(tag: Tag): void {
    if (tag === 'artifact') {
      if (!this.hidden) this.surface.add('<g aria-hidden="true">');
      this.hidden = true;
      return;
    }
    this.show();
    const path = this.pathTo(tag);
    let shared = 0;
    while (shared < this.open.length && this.open[shared] === path[shared]) shared += 1;
    this.surface.add('</g>'.repeat(this.open.length - shared));
    for (const node of path.slice(shared)) this.surface.add(`<g${attributesOf(ariaOf(this.nodes[node]!))}>`);
    this.open = path;
  }

  end(): void {
    this.show();
    this.surface.add('</g>'.repeat(this.open.length));
    this.open = [];
  }

  private show(): void {
    if (this.hidden) this.surface.add('</g>');
    this.hidden = false;
  }

  /** The nodes from the root down that say something to a reader; a figure's insides are its own. */
  private pathTo(tag: number): number[] {
    const path: number[] = [];
    for (let at: number | null = tag; at !== null; at = this.nodes[at]!.parent)
      if (roles[this.nodes[at]!.role] !== null) path.unshift(at);
    const figure = path.findIndex((node) => this.nodes[node]!.role === 'Figure');
    return figure < 0 ? path : path.slice(0, figure + 1);
  }
}

/** WAI-ARIA 1.2; null where a group would say nothing. */
const roles: Readonly<Record<StructureRole, string | null>> = {
  Document: null,
  Sect: null,
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  P: null,
  L: 'list',
  LI: 'listitem',
  Lbl: null,
  LBody: null,
  Table: 'table',
  THead: 'rowgroup',
  TBody: 'rowgroup',
  TR: 'row',
  TH: 'columnheader',
  TD: 'cell',
  Figure: 'img',
  Caption: null,
  TOC: 'list',
  TOCI: 'listitem',
  Link: null,
  Reference: null,
  BlockQuote: 'blockquote',
  Note: 'note',
  Div: null,
  Span: null,
};

function ariaOf({ role, alt, scope, language, columnSpan, rowSpan }: StructureNode): Attributes {
  const level = /^H([123])$/.exec(role)?.[1] ?? null;
  return {
    role: role === 'TH' && scope === 'Row' ? 'rowheader' : roles[role],
    'aria-level': level,
    'aria-label': role === 'Figure' || role === 'Table' ? (alt === '' ? null : alt) : null,
    'aria-colspan': columnSpan > 1 ? columnSpan : null,
    'aria-rowspan': rowSpan > 1 ? rowSpan : null,
    lang: language,
  };
}
