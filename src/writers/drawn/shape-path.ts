/** The outline of a shape, for every writer that draws it. */
import type { PathStep } from '../../model/drawing.js';
import type { Box } from '../../model/length.js';
import type { ShapeItem } from '../../model/page.js';

/** Share of a quarter circle's radius at which its Bézier handles lie. */
const roundness = 0.5522847498;

/** In pt on the page. */
export function shapePath(shape: ShapeItem['shape'], { x, y, width, height }: Box): PathStep[] {
  const [right, bottom, middleX, middleY] = [x + width, y + height, x + width / 2, y + height / 2];
  switch (shape) {
    case 'rect':
      return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
    case 'line':
      return [
        ['M', x, y],
        ['L', right, bottom],
      ];
    case 'triangle-up':
      return [['M', middleX, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
    case 'triangle-down':
      return [['M', x, y], ['L', right, y], ['L', middleX, bottom], ['Z']];
    case 'diamond':
      return [['M', middleX, y], ['L', right, middleY], ['L', middleX, bottom], ['L', x, middleY], ['Z']];
    case 'ellipse': {
      const [handleX, handleY] = [(roundness * width) / 2, (roundness * height) / 2];
      return [
        ['M', x, middleY],
        ['C', x, middleY - handleY, middleX - handleX, y, middleX, y],
        ['C', middleX + handleX, y, right, middleY - handleY, right, middleY],
        ['C', right, middleY + handleY, middleX + handleX, bottom, middleX, bottom],
        ['C', middleX - handleX, bottom, x, middleY + handleY, x, middleY],
        ['Z'],
      ];
    }
  }
}
