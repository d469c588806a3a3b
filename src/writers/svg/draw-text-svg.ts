/** Set paragraphs as text that can be selected, searched and read aloud; what is bound to a figure says so. */
import type { Pt } from '../../model/length.js';
import type { Fragment, Link, Run, SetParagraph, TextItem } from '../../model/page.js';
import { paragraphTops } from '../../text/stack-paragraphs.js';
import { drawnStyle, riseOf } from '../../text/characters/script.js';
import { drawGlyphs } from './draw-glyphs-svg.js';
import type { PageDrawing } from './page-drawing.js';
import { attributesOf, svgElement, type Attributes } from './svg-markup.js';

/** The text of a box or a cell, within its insets. */
export function drawTextBox(
  drawing: PageDrawing,
  { box, inset, valign, paragraphs }: Pick<TextItem, 'box' | 'inset' | 'valign' | 'paragraphs'>,
  link: Link | null,
): void {
  const tops = paragraphTops({ box, inset, valign, paragraphs });
  paragraphs.forEach((paragraph, index) => drawParagraph(drawing, paragraph, box.x + inset.left, tops[index]!, link));
}

function drawParagraph(drawing: PageDrawing, paragraph: SetParagraph, x: Pt, y: Pt, boxLink: Link | null): void {
  const { surface } = drawing;
  if (paragraph.lines.length === 0) return;
  drawing.groups.mark(paragraph.tag);
  const number = drawing.texts.push(paragraph.runs.map(({ text }) => text).join('')) - 1;
  surface.add(`<g data-text="${number}">`);
  if (paragraph.bullet !== null) drawBullet(drawing, paragraph, x, y);
  for (const line of paragraph.lines)
    for (const fragment of line.fragments) {
      const run = paragraph.runs[fragment.run]!;
      const address = addressOf(drawing, run.link ?? boxLink, paragraph.tag === 'artifact');
      if (address !== null) surface.add(`<a${attributesOf(address)}>`);
      drawFragment(drawing, run, fragment, x, y + line.baseline);
      if (address !== null) surface.add('</a>');
    }
  surface.add('</g>');
}

/** Decoration is not read aloud, so no keyboard may stop in it. */
function addressOf({ surface }: PageDrawing, link: Link | null, isDecoration: boolean): Attributes | null {
  if (link === null) return null;
  const stop = isDecoration ? { tabindex: '-1' } : {};
  if (link.kind === 'page') return { href: surface.shared.pageAddress(link.page), ...stop };
  return /^(?:https?|mailto):/i.test(link.url)
    ? { href: link.url, target: '_blank', rel: 'noopener noreferrer', ...stop }
    : null;
}

function drawFragment({ surface }: PageDrawing, run: Run, fragment: Fragment, x: Pt, baseline: Pt): void {
  const { style } = run;
  const fill = surface.hex(style.color);
  const place = { x: x + fragment.x, y: baseline - riseOf(style) };
  drawGlyphs(surface, drawnStyle(style), fragment.text, fragment.advances, place, {
    fill,
    'data-figure': run.figure,
    'aria-label': run.struck,
  });
  const width = fragment.advances.reduce((sum, advance) => sum + advance, 0);
  if (fragment.hyphen === true)
    drawGlyphs(
      surface,
      style,
      '-',
      surface.naturalAdvances(style.font, style.bold, style.size, '-'),
      { x: place.x + width, y: place.y },
      { fill, 'aria-hidden': 'true', class: 'h' },
    );
  if (run.struck !== undefined || style.strike) {
    const y = baseline - style.size * strikeHeight;
    surface.add(
      svgElement('path', {
        d: `M${x + fragment.x} ${y}h${width}`,
        stroke: fill,
        'stroke-width': style.size * strikeThickness,
      }),
    );
  }
}

/** How high above the baseline the line through a struck value runs, and how thick it is, as shares of the size. */
const strikeHeight = 0.36;
const strikeThickness = 0.07;

function drawBullet({ surface }: PageDrawing, { bullet, lines }: SetParagraph, x: Pt, y: Pt): void {
  const { text, style, x: left } = bullet!;
  const advances = surface.naturalAdvances(style.font, style.bold, style.size, text);
  const place = { x: x + left, y: y + lines[0]!.baseline };
  drawGlyphs(surface, style, text, advances, place, { fill: surface.hex(style.color) });
}
