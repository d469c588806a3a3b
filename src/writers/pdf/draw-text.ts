/** Set paragraphs to text operators: each character stands where `text` put it. */
import type { Pt } from '../../model/length.js';
import type { Fragment, Link, RunStyle, SetParagraph, Tag, TextItem } from '../../model/page.js';
import type { Canvas } from './canvas.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';
import { splitByLanguage } from './run-language.js';
import { LinkNodes } from './link-nodes.js';

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
      const tag = node ?? paragraph.tag;
      const parts = splitByLanguage(fragment, canvas.shared.language);
      if (parts === null) drawPart(canvas, run.style, tag, null, fragment, x, y + line.baseline);
      else for (const part of parts) drawPart(canvas, run.style, tag, paragraph.tag === 'artifact' ? null : part.language, part, x, y + line.baseline);
      if (node !== null && link !== null) links.extend(link, node, line, fragment, run.style.size, x, y);
      else links.endBox();
    }
    links.endBox();
  }
}

function drawBullet(canvas: Canvas, { bullet, lines, tag }: SetParagraph, x: Pt, y: Pt): void {
  const { text, style, ordered } = bullet!;
  const label = tag === 'artifact' ? null : canvas.shared.structure.labelFor(tag, ordered);
  canvas.mark(label ?? tag);
  canvas.fillText(style.color);
  drawGlyphs(canvas, style, text, naturalAdvances(canvas, style, text), x + bullet!.x, y + lines[0]!.baseline);
}

function drawPart(canvas: Canvas, style: RunStyle, tag: Tag, language: string | null, part: Omit<Fragment, 'run'>, x: Pt, y: Pt): void {
  canvas.mark(tag, language);
  canvas.fillText(style.color);
  drawGlyphs(canvas, style, part.text, part.advances, x + part.x, y, part.hyphen);
}
