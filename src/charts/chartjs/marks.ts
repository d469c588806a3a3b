/** The dots of lines: another shape for each series, so that lines differ by more than colour where they meet. */
import type { Pt } from '../../model/length.js';
import type { NativeMarker } from '../../model/native-chart.js';
import type { RecordingContext } from './recording/recording-context.js';

export interface Mark {
  readonly native: Exclude<NativeMarker['symbol'], 'none'>;
  /** The same of Chart.js. */
  readonly drawn: 'circle' | 'rect' | 'triangle' | 'rectRot';
  /** Chart.js measures its shapes by the circle round them: so many times the radius of a dot looks as large. */
  readonly reach: number;
}

const marks: readonly Mark[] = [
  { native: 'circle', drawn: 'circle', reach: 1 },
  { native: 'square', drawn: 'rect', reach: 1.3 },
  { native: 'triangle', drawn: 'triangle', reach: 1.25 },
  { native: 'diamond', drawn: 'rectRot', reach: 1.2 },
];

/** The mark of a series by its place among the lines of a chart, from 0. */
export const markOf = (series: number): Mark => marks[series % marks.length]!;

type Pen = Pick<RecordingContext, 'moveTo' | 'lineTo' | 'closePath' | 'arc' | 'rect'>;

/** A legend draws marks itself: a deck's charts are made without Chart.js. `radius` is half of what the mark takes. */
export function traceMark(pen: Pen, { drawn }: Mark, x: Pt, y: Pt, radius: Pt): void {
  if (drawn === 'circle') return pen.arc(x, y, radius, 0, 2 * Math.PI);
  if (drawn === 'rect') return pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  const corners =
    drawn === 'triangle'
      ? ([
          [0, -1],
          [1.08, 0.85],
          [-1.08, 0.85],
        ] as const)
      : ([
          [0, -1.15],
          [1.15, 0],
          [0, 1.15],
          [-1.15, 0],
        ] as const);
  corners.forEach(([right, down], index) => {
    if (index === 0) pen.moveTo(x + right * radius, y + down * radius);
    else pen.lineTo(x + right * radius, y + down * radius);
  });
  pen.closePath();
}
