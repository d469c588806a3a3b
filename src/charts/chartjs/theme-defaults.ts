/** What Chart.js takes for all that neither a kind nor an author says: letters and hairlines of the theme. */
import type { Defaults } from 'chart.js';
import { colorHex, gridColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { chartFontFamily } from './direct-labels.js';

/** Ticks, legends and titles do not look into the `font` and `color` of a chart's options; they fall back on these. */
export function setThemeDefaults(defaults: Defaults, { theme, fontSize }: Omit<ChartPlace, 'size'>): void {
  defaults.font.family = chartFontFamily;
  defaults.font.size = fontSize;
  defaults.color = colorHex(theme, textColor);
  defaults.borderColor = colorHex(theme, gridColor);
}

/** What tells one setting of the defaults from another. */
export const themeDefaultsKey = ({ theme, fontSize }: Omit<ChartPlace, 'size'>): string =>
  [fontSize, colorHex(theme, textColor), colorHex(theme, gridColor)].join(' ');
