/**
 * The rule of Handlebars for tags that stand alone on their lines: the line goes with the tag. It follows the parser's own
 * `whitespace-control.js`, with the same results, for templates without `~`.
 */

/** A node while white space is cut; `value` shrinks. */
export type DraftNode =
  | { readonly kind: 'text'; readonly original: string; value: string; leftCut: boolean; rightCut: boolean }
  /** A comment or a partial. */
  | { readonly kind: 'lone' }
  | { readonly kind: 'mustache' }
  | { readonly kind: 'block'; readonly body: DraftProgram; readonly otherwise: DraftProgram | null };

export interface DraftProgram {
  readonly nodes: readonly DraftNode[];
  /** Whether it is what follows `{{else if}}`. */
  readonly chained: boolean;
}

export function cutStandaloneTags(program: DraftProgram): void {
  cutProgram(program.nodes, true);
}

function cutProgram(nodes: readonly DraftNode[], isRoot: boolean): void {
  nodes.forEach((node, index) => {
    if (node.kind === 'text' || node.kind === 'mustache') return;
    const ends = node.kind === 'block' ? cutBlock(node) : null;
    const [before, behind] = [endsLine(nodes, index, isRoot), startsLine(nodes, index, isRoot)];
    if (node.kind === 'lone' && before && behind) {
      cutRight(nodes[index + 1]);
      cutLeft(nodes[index - 1]);
    }
    if (node.kind !== 'block' || ends === null) return;
    if (ends.open && before) {
      cutRight(node.body.nodes[0]);
      cutLeft(nodes[index - 1]);
    }
    if (ends.close && behind) {
      cutRight(nodes[index + 1]);
      cutLeft((node.otherwise ?? node.body).nodes.at(-1));
    }
  });
}

/** Whether the tags that open and close a block could stand alone, by what is inside. */
function cutBlock({ body, otherwise }: Extract<DraftNode, { kind: 'block' }>): { readonly open: boolean; readonly close: boolean } {
  cutProgram(body.nodes, false);
  if (otherwise !== null) cutProgram(otherwise.nodes, false);
  const [chain] = otherwise?.nodes ?? [];
  const other = otherwise === null ? null : otherwise.chained && chain?.kind === 'block' ? chain.body : otherwise;
  const ends = { open: startsLine(body.nodes, -1, false), close: endsLine((other ?? body).nodes, (other ?? body).nodes.length, false) };
  if (other !== null && endsLine(body.nodes, body.nodes.length, false) && startsLine(other.nodes, -1, false)) {
    cutLeft(body.nodes.at(-1));
    cutRight(other.nodes[0]);
  }
  return ends;
}

// U+3000 and its like are text, not white space: only these may be cut.
const blank = ' \\t\\n\\v\\f\\r';
const lineBefore = new RegExp(`\\n[${blank}]*$`);
const lineBehind = new RegExp(`^[${blank}]*?\\n`);
const allBlank = new RegExp(`^[${blank}]*$`);

/** Whether nothing but white space stands between a line's start and the node at `index`. */
function endsLine(nodes: readonly DraftNode[], index: number, isRoot: boolean): boolean {
  const node = nodes[index - 1];
  if (node === undefined) return isRoot;
  if (node.kind !== 'text') return false;
  return lineBefore.test(node.original) || (isRoot && nodes[index - 2] === undefined && allBlank.test(node.original));
}

function startsLine(nodes: readonly DraftNode[], index: number, isRoot: boolean): boolean {
  const node = nodes[index + 1];
  if (node === undefined) return isRoot;
  if (node.kind !== 'text') return false;
  return lineBehind.test(node.original) || (isRoot && nodes[index + 2] === undefined && allBlank.test(node.original));
}

function cutRight(node: DraftNode | undefined): void {
  if (node?.kind !== 'text' || node.rightCut) return;
  const cut = node.value.replace(/^[ \t]*\r?\n?/, '');
  node.rightCut = cut !== node.value;
  node.value = cut;
}

function cutLeft(node: DraftNode | undefined): void {
  if (node?.kind !== 'text' || node.leftCut) return;
  const cut = node.value.replace(/[ \t]+$/, '');
  node.leftCut = cut !== node.value;
  node.value = cut;
}
