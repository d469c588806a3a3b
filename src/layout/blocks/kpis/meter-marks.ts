/** What is drawn on a card beside its words: the bar of a target or a share, and the edge of an award. */
import { partName } from '../../../locale/part-words.js';
import type { FigureMeter } from '../../../model/figure.js';
import type { Box, Pt } from '../../../model/length.js';
import type { ShapeItem } from '../../../model/page.js';
import type { CardColors } from './kpi-look.js';
import { filledShape } from '../../galley/filled-shape.js';

/** In em of the label. */
const barHeight = 0.45;
const barGap = 0.4;
const tickWidth = 0.13;
const tickOver = 0.22;
const edgeWidth = 0.24;

/** Height in pt that a meter takes at the foot of its card, with the space above it. */
export const meterHeight = (em: Pt): Pt => (barHeight + barGap) * em;

/** `box` is the card's, `pad` the space at its sides and below, all in pt. What it says stands in the card's words. */
export const meterMarks = (
  meter: FigureMeter,
  box: Box,
  { pad, em, colors, language }: { pad: Pt; em: Pt; colors: CardColors; language: string },
): readonly ShapeItem[] => {
  const name = partName('meter', language);
  const width = box.width - 2 * pad;
  const height = barHeight * em;
  const [x, y] = [box.x + pad, box.y + box.height - pad - height];
  const filled = Math.min(1, meter.filled) * width;
  return [
    filledShape(name, colors.track, { x, y, width, height }),
    ...(filled < 0.5 ? [] : [filledShape(name, colors.bar(meter.isMet === false), { x, y, width: filled, height })]),
    ...(meter.tick === null
      ? []
      : [
          filledShape(name, colors.tick, {
            x: x + meter.tick * width - (tickWidth * em) / 2,
            y: y - tickOver * em,
            width: tickWidth * em,
            height: height + 2 * tickOver * em,
          }),
        ]),
  ];
};

/** Down the left of an award's card. */
export const awardEdge = (box: Box, em: Pt, language: string): ShapeItem =>
  filledShape(partName('side-rule', language), { slot: 'accent4' }, { ...box, width: edgeWidth * em });
