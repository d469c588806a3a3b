/** Set paragraphs to text operators: each character stands where `text` put it. */
import type { Pt } from '../../model/length.js';
import type { Link, SetParagraph, TextItem } from '../../model/page.js';
import { spaceBetween, stackHeight } from '../../text/stack-paragraphs.js';
import type { Canvas } from './canvas.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';
import { splitByLanguage } from './run-language.js';
import { LinkNodes } from './link-nodes.js';

/** The text of a box or a cell, within its insets. */
export function drawTextBox(
  canvas: Canvas, { box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>, link: Link | null,
): void {
  const room = box.height - inset.top - inset.bottom - stackHeight(paragraphs);
  let y = box.y + inset.top + room * { top: 0, middle: 0.5, bottom: 1 }[valign];
  paragraphs.forEach((paragraph, index) => {
    y += spaceBetween(paragraphs[index - 1], paragraph);
    drawParagraph(canvas, paragraph, box.x + inset.left, y, link);
    y += paragraph.height;
  });
}

function drawParagraph(canvas: Canvas, paragraph: SetParagraph, x: Pt, y: Pt, boxLink: Link | null): void {
  if (paragraph.bullet !== null && paragraph.lines.length > 0) drawBullet(canvas, paragraph, x, y);
  const links = new LinkNodes(canvas, paragraph.tag);
  for (const line of paragraph.lines) {
    for (const fragment of line.fragments) {
      const run = paragraph.runs[fragment.run]!;
      const link = run.link ?? boxLink;
      const node = links.nodeFor(link);
      for (const part of splitByLanguage(fragment, canvas.shared.language)) {
        canvas.mark(node ?? paragraph.tag, paragraph.tag === 'artifact' ? null : part.language);
        canvas.fillText(run.style.color);
        drawGlyphs(canvas, run.style, part.text, part.advances, x + part.x, y + line.baseline, part.hyphen);
      }
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
