/** Set paragraphs to text operators: each character stands where `text` put it. */
import type { Pt } from '../../model/length.js';
import type { Link, SetParagraph, TextItem } from '../../model/page.js';
import { paragraphTops } from '../../text/paragraph-tops.js';
import type { Canvas } from './canvas.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';
import { splitByLanguage } from './run-language.js';
import { LinkNodes } from './link-nodes.js';
import { strikeThrough, StruckNodes } from './struck-text.js';

/** The text of a box or a cell, within its insets. */
export function drawTextBox(
  canvas: Canvas, { box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>, link: Link | null,
): void {
  const tops = paragraphTops({ box, inset, valign, paragraphs });
  paragraphs.forEach((paragraph, index) => drawParagraph(canvas, paragraph, box.x + inset.left, tops[index]!, link));
}

function drawParagraph(canvas: Canvas, paragraph: SetParagraph, x: Pt, y: Pt, boxLink: Link | null): void {
  if (paragraph.bullet !== null && paragraph.lines.length > 0) drawBullet(canvas, paragraph, x, y);
  const links = new LinkNodes(canvas, paragraph.tag);
  const struck = new StruckNodes(canvas.shared.structure);
  for (const line of paragraph.lines) {
    for (const fragment of line.fragments) {
      const run = paragraph.runs[fragment.run]!;
      const link = run.link ?? boxLink;
      const node = links.nodeFor(link);
      const tag = struck.tagFor(run, node ?? paragraph.tag);
      for (const part of splitByLanguage(fragment, canvas.shared.language)) {
        canvas.mark(tag, tag === 'artifact' ? null : part.language);
        canvas.fillText(run.style.color);
        drawGlyphs(canvas, run.style, part.text, part.advances, x + part.x, y + line.baseline, part.hyphen);
      }
      if (run.struck !== undefined) strikeThrough(canvas, run.style, fragment, x, y + line.baseline);
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
