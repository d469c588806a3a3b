/** Set paragraphs to text operators: each character stands where `text` put it. */
import type { Pt } from '../../model/length.js';
import type { Fragment, Line, Link, RunStyle, SetParagraph, Tag, TextItem } from '../../model/page.js';
import type { Canvas } from './canvas.js';
import type { EmbeddedFont } from './fonts/embedded-font.js';

/** The text of a box or a cell, within its insets. */
export function drawTextBox(
  canvas: Canvas, { box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>, link: Link | null,
): void {
  const room = box.height - inset.top - inset.bottom - heightOf(paragraphs);
  let y = box.y + inset.top + room * { top: 0, middle: 0.5, bottom: 1 }[valign];
  paragraphs.forEach((paragraph, index) => {
    y += gapAbove(paragraphs, index);
    drawParagraph(canvas, paragraph, box.x + inset.left, y, link);
    y += paragraph.height;
  });
}

const heightOf = (paragraphs: readonly SetParagraph[]): Pt =>
  paragraphs.reduce((sum, paragraph, index) => sum + paragraph.height + gapAbove(paragraphs, index), 0);

/** Space stands between paragraphs only, not at the edges of their box; of two wishes the larger counts, as layout has it. */
const gapAbove = (paragraphs: readonly SetParagraph[], index: number): Pt =>
  index === 0 ? 0 : Math.max(paragraphs[index - 1]!.spaceAfter, paragraphs[index]!.spaceBefore);

function drawParagraph(canvas: Canvas, paragraph: SetParagraph, x: Pt, y: Pt, boxLink: Link | null): void {
  if (paragraph.bullet !== null && paragraph.lines.length > 0) drawBullet(canvas, paragraph, x, y);
  const links = new LinkNodes(canvas, paragraph.tag);
  for (const line of paragraph.lines) {
    for (const fragment of line.fragments) {
      const run = paragraph.runs[fragment.run]!;
      const link = run.link ?? boxLink;
      const node = links.nodeFor(link);
      canvas.mark(node ?? paragraph.tag);
      drawFragment(canvas, run.style, fragment, x, y + line.baseline);
      if (node !== null && link !== null) links.extend(link, node, line, fragment, run.style.size, x, y);
    }
    links.endLine();
  }
}

function drawBullet(canvas: Canvas, { bullet, lines, tag }: SetParagraph, x: Pt, y: Pt): void {
  const { text, style, ordered } = bullet!;
  const label = tag === 'artifact' ? null : canvas.shared.structure.labelFor(tag, ordered);
  canvas.mark(label ?? tag);
  drawString(canvas, style, text, x + bullet!.x, y + lines[0]!.baseline);
}

/** Text on one line at its natural advances. */
export function drawString(canvas: Canvas, style: RunStyle, text: string, x: Pt, y: Pt, letterSpacing: Pt = 0): void {
  const face = canvas.shared.book.face(style.font, style.bold);
  const advances = Array.from(text, (character) => face.advance(character.codePointAt(0)!) * style.size + letterSpacing);
  canvas.fill(style.color);
  drawGlyphs(canvas, style, text, advances, x, y);
}

function drawFragment(canvas: Canvas, style: RunStyle, fragment: Fragment, x: Pt, y: Pt): void {
  canvas.fill(style.color);
  drawGlyphs(canvas, style, fragment.text, fragment.advances, x + fragment.x, y);
}

/**
 * Writes glyphs of one font as one TJ array. The pen moves by the font's own widths; where it would be off its mark by more
 * than half a thousandth of an em, an adjustment brings it back, so errors never add up.
 */
export function drawGlyphs(
  canvas: Canvas, { font: role, bold, italic, size }: Omit<RunStyle, 'color'>, text: string, advances: readonly Pt[], startX: Pt, y: Pt,
): void {
  const { book } = canvas.shared;
  const face = book.face(role, bold);
  const unit = size / 1000;
  let font: EmbeddedFont | null = null;
  let shown = '';
  let start = startX;
  let pen = startX;
  let target = startX;
  let index = 0;
  const flush = (): void => {
    if (font !== null && shown !== '') canvas.content.text(font, size, italic, start, y, `${shown}>`, pen);
    shown = '';
  };
  for (const character of text) {
    const glyph = book.glyph(face, character.codePointAt(0)!, canvas.page);
    if (glyph !== null) {
      if (glyph.font !== font || shown === '') {
        flush();
        font = glyph.font;
        start = pen = target;
        shown = '<';
      }
      const adjustment = Math.round((pen - target) / unit);
      if (adjustment !== 0) {
        shown += shown === '<' ? '' : `>${adjustment}<`;
        pen -= adjustment * unit;
      }
      shown += glyph.hex;
      pen += glyph.width * unit;
    }
    target += advances[index] ?? 0;
    index++;
  }
  flush();
}

/** The links of one paragraph: a node for each, and a box for each line that it stands on. */
class LinkNodes {
  private readonly nodes = new Map<Link, number>();
  private open: { readonly link: Link; readonly node: number; left: Pt; right: Pt; readonly top: Pt; readonly height: Pt; words: string } | null = null;

  constructor(private readonly canvas: Canvas, private readonly tag: Tag) {}

  /** Null where nothing is to be tagged: without a link, and in artifacts, which no reader can follow. */
  nodeFor(link: Link | null): number | null {
    if (link === null || this.tag === 'artifact') return null;
    let node = this.nodes.get(link);
    if (node === undefined) this.nodes.set(link, node = this.canvas.shared.structure.addLink(this.tag));
    return node;
  }

  extend(link: Link, node: number, line: Line, fragment: Fragment, size: Pt, x: Pt, y: Pt): void {
    const left = x + fragment.x;
    const right = left + fragment.advances.reduce((sum, advance) => sum + advance, 0);
    if (this.open?.link === link) {
      this.open.right = right;
      this.open.words += fragment.text;
      return;
    }
    this.endLine();
    this.open = { link, node, left, right, top: y + line.baseline - size, height: size * 1.25, words: fragment.text };
  }

  endLine(): void {
    if (this.open === null) return;
    const { link, node, left, right, top, height, words } = this.open;
    this.canvas.link(node, link, { x: left, y: top, width: right - left, height }, words);
    this.open = null;
  }
}
