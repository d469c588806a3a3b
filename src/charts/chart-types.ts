/** Every kind of chart. A new one is a file in `types/` and a line here, which the compiler demands. */
import type { ChartKind } from '../model/chart.js';
import type { ChartType } from './chart-type.js';
import { area } from './types/area.js';
import { bar } from './types/bar.js';
import { column } from './types/column.js';
import { doughnut } from './types/doughnut.js';
import { gauge } from './types/gauge.js';
import { line } from './types/line.js';
import { lollipop } from './types/lollipop.js';
import { pie } from './types/pie.js';
import { polarArea } from './types/polar-area.js';
import { progress } from './types/progress.js';
import { radar } from './types/radar.js';

export const chartTypes = {
  bar, column, line, area, pie, doughnut, gauge, radar, lollipop, progress, 'polar-area': polarArea,
} satisfies Record<ChartKind, ChartType>;
