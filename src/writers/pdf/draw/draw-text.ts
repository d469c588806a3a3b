/** Set paragraphs to text operators: each character stands where `text` put it. */
import type { Pt } from '../../../model/length.js';
import type { Link, Run, RunStyle, SetParagraph, Tag, TextItem } from '../../../model/page.js';
import { paragraphTops } from '../../../text/stack-paragraphs.js';
import { drawnStyle, riseOf } from '../../../text/characters/script.js';
import type { Canvas } from './canvas.js';
import { drawGlyphs, naturalAdvances, type GlyphLine } from './draw-glyphs.js';
import type { Target } from '../structure/links.js';
import { splitByLanguage } from './run-language.js';
import { LinkNodes } from './link-nodes.js';
import { strikeThrough, StruckNodes } from './struck-text.js';

/** The text of a box or a cell, within its insets. */
export function drawTextBox(
  canvas: Canvas,
  { box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>,
  link: Link | null,
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
      const link = targetOf(run, boxLink);
      const node = links.nodeFor(link);
      const tag = struck.tagFor(run, node ?? paragraph.tag);
      const baseline = y + line.baseline - riseOf(run.style);
      const parts = splitByLanguage(fragment, canvas.shared.language);
      if (parts === null) drawPart(canvas, tag, run.style, glyphLine(fragment, x, baseline), null);
      else for (const part of parts) drawPart(canvas, tag, run.style, glyphLine(part, x, baseline), part.language);
      if (run.note !== undefined && paragraph.tag !== 'artifact')
        canvas.noteStands('mark', run.note, {
          x: x + fragment.x,
          y: y + line.baseline - run.style.size,
          width: 0,
          height: 0,
        });
      if (run.struck !== undefined || run.style.strike)
        strikeThrough(canvas, run.style, fragment, x, y + line.baseline);
      if (node !== null && link !== null) links.extend(link, node, line, fragment, run.style.size, x, y);
      else links.endBox();
    }
    links.endBox();
  }
}

/** @param language null for the document's own. */
function drawPart(canvas: Canvas, tag: Tag, style: RunStyle, line: GlyphLine, language: string | null): void {
  canvas.mark(tag, tag === 'artifact' ? null : language);
  canvas.fillText(style.color);
  drawGlyphs(canvas, drawnStyle(style), line);
}

/** A part of a line, whose x is from the paragraph's left, on the page. */
const glyphLine = ({ text, advances, quotes, hyphen, x }: Omit<GlyphLine, 'y'>, left: Pt, y: Pt): GlyphLine => ({
  text,
  advances,
  quotes,
  hyphen,
  x: left + x,
  y,
});

/** A footnote's mark leads to the note, wherever it stands. */
const targetOf = ({ note, link }: Run, boxLink: Link | null): Target | null =>
  note === undefined ? (link ?? boxLink) : { kind: 'note', label: note };

function drawBullet(canvas: Canvas, { bullet, lines, tag, note }: SetParagraph, x: Pt, y: Pt): void {
  const { text, style, ordered } = bullet!;
  const { structure } = canvas.shared;
  const place = { x: x + bullet!.x, y: y + lines[0]!.baseline };
  const advances = naturalAdvances(canvas, style, text);
  const label =
    tag === 'artifact' ? null : note === undefined ? structure.labelFor(tag, ordered) : structure.labelOfNote(tag);
  const link = note === undefined || label === null ? null : structure.addInline('Link', label);
  canvas.mark(link ?? label ?? tag);
  canvas.fillText(style.color);
  drawGlyphs(canvas, style, { text, advances, ...place });
  if (note === undefined) return;
  const box = {
    x: place.x,
    y: place.y - style.size,
    width: advances.reduce((sum, advance) => sum + advance, 0),
    height: style.size * 1.25,
  };
  canvas.noteStands('note', note, box);
  if (link !== null) canvas.link(link, { kind: 'mark', label: note }, box, text);
}
