/**
 * The word of a draft, leaning across the middle of the page: an artifact (ISO 32000-1, 14.8.2.2), which is not read
 * aloud.
 */
import type { Watermark } from '../../../model/page.js';
import type { Canvas } from './canvas.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';

/** From the middle of a line's letters down to the baseline, as a share of its size: capitals and Chinese alike. */
const middleToBaseline = 0.36;

export function drawWatermark(canvas: Canvas, { text, style, width, angle, opacity }: Watermark): void {
  const {
    content,
    page: { size },
  } = canvas;
  const radians = (angle * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  canvas.mark('artifact');
  content.save();
  // The page's axes point down, so what leans up to the right turns by the negative angle.
  content.transform([cosine, -sine, sine, cosine, size.width / 2, size.height / 2]);
  const state = canvas.shared.graphicsState({ ca: opacity });
  content.graphicsState(state.name, state.reference);
  canvas.fillText(style.color);
  const advances = naturalAdvances(canvas, style, text);
  drawGlyphs(canvas, style, { text, advances, x: -width / 2, y: style.size * middleToBaseline });
  content.restore();
}
