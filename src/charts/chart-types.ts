/** Every kind of chart. A new one is a file in `types/` and a line here, which the compiler demands. */
import type { ChartKind } from '../model/chart-kinds.js';
import type { ChartType } from './measure/chart-type.js';
import { area } from './types/area.js';
import { bar } from './types/bar.js';
import { bubble } from './types/bubble.js';
import { bullet } from './types/bullet.js';
import { chartjs } from './types/chartjs.js';
import { column } from './types/column.js';
import { combo } from './types/combo.js';
import { doughnut } from './types/doughnut.js';
import { dumbbell } from './types/dumbbell.js';
import { funnel } from './types/funnel.js';
import { gauge } from './types/gauge.js';
import { heat } from './sketched/heat.js';
import { line } from './types/line.js';
import { lollipop } from './types/lollipop.js';
import { map } from './sketched/map.js';
import { mekko } from './sketched/mekko.js';
import { ranks } from './sketched/ranks.js';
import { box } from './sketched/box.js';
import { histogram } from './types/histogram.js';
import { control } from './types/control.js';
import { multiples } from './sketched/multiples.js';
import { pie } from './types/pie.js';
import { polarArea } from './types/polar-area.js';
import { progress } from './types/progress.js';
import { pyramid } from './types/pyramid.js';
import { radar } from './types/radar.js';
import { range } from './types/range.js';
import { scatter } from './types/scatter.js';
import { slope } from './types/slope.js';
import { stepped } from './types/stepped.js';
import { timeline } from './sketched/timeline.js';
import { sunburst } from './sketched/sunburst.js';
import { treemap } from './sketched/treemap.js';
import { waterfall } from './types/waterfall.js';

export const chartTypes = {
  bar,
  column,
  line,
  area,
  pie,
  doughnut,
  gauge,
  radar,
  lollipop,
  progress,
  'polar-area': polarArea,
  stepped,
  combo,
  scatter,
  bubble,
  waterfall,
  range,
  slope,
  dumbbell,
  bullet,
  funnel,
  pyramid,
  heat,
  treemap,
  sunburst,
  mekko,
  ranks,
  box,
  histogram,
  control,
  map,
  timeline,
  multiples,
  chartjs,
} satisfies Record<ChartKind, ChartType>;
