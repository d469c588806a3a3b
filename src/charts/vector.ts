/**
 * A chart as vectors: Chart.js draws into a context that records. Imports Chart.js, so a writer imports this file when
 * first needed.
 */
import { _adapters, Chart as ChartJs, registerables, type ChartConfiguration } from 'chart.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { drawingFails, drawingLacks } from '../diagnostics/messages.js';
import { unheard } from '../memo/memo.js';
import type { Chart } from '../model/chart.js';
import type { Drawing } from '../model/drawing.js';
import type { Fonts } from '../text/fonts.js';
import type { DrawnPlace } from './measure/chart-type.js';
import { chartTypes } from './chart-types.js';
import { tellCrowded } from './tell-crowded.js';
import type { LoadedPlugins } from './chartjs/plugins/load-plugins.js';
import { setDates } from './chartjs/date-adapter.js';
import { namedPlugins } from './chartjs/plugins-asked.js';
import { RecordingContext, type TextMeasure } from './chartjs/recording/recording-context.js';
import { setThemeDefaults } from './chartjs/theme-defaults.js';

let registered = false;
const noPlugins: LoadedPlugins = new Map();

function register(): void {
  if (registered) return;
  ChartJs.register(...registerables);
  setDates({ _adapters });
  registered = true;
}

/**
 * Sizes in pt. An operation of Chart.js or of the author's options that a vector drawing cannot show is a warning
 * through `tell`.
 */
export function drawVector(
  chart: Chart,
  { size, theme, fonts, fontSize }: DrawnPlace,
  tell: Tell = unheard,
  loaded: LoadedPlugins = noPlugins,
): Drawing {
  register();
  setThemeDefaults(ChartJs.defaults, { theme, fontSize });
  // Chart.js counts in whole px.
  const whole = { width: Math.floor(size.width), height: Math.floor(size.height) };
  const context = new RecordingContext(whole, measureOf(fonts), (operation) =>
    tell(drawingLacks(operation, chart.id, chart.span)),
  );
  tellCrowded(chart, { theme, size: whole, fontSize }, tell);
  const config = chartTypes[chart.kind].toChartJs(chart, { theme, size: whole, fontSize });
  const plugins = namedPlugins(chart, [...loaded.keys()], tell).flatMap((plugin) => loaded.get(plugin) ?? []);
  const drawing = drawWith(context, { ...config, plugins: [...(config.plugins ?? []), ...plugins] }, chart, tell);
  return { ...drawing, size };
}

/** Whether the author had a hand in the configuration: then what Chart.js makes of it is theirs to mend. */
const isAuthored = ({ options, chartjs }: Chart): boolean => chartjs !== undefined || Object.keys(options).length > 0;

/** What Chart.js throws, and numbers that are none, are told where the author's options are their cause. */
function drawWith(context: RecordingContext, config: ChartConfiguration, chart: Chart, tell: Tell): Drawing {
  let drawn: ChartJs | null = null;
  try {
    if (!isFinite(chart.options) || !isFinite(chart.chartjs?.['options']))
      throw new Error('a number is infinite or none');
    drawn = unwarned(() => new ChartJs(context.canvas as never, config), isAuthored(chart));
    const drawing = context.finish();
    if (!isFinite(drawing)) throw new Error('it drew at places that are no numbers');
    return drawing;
  } catch (cause) {
    if (!isAuthored(chart)) throw cause;
    tell(
      drawingFails(chart.id, cause instanceof Error ? cause.message : String(cause), chart.optionsSpan ?? chart.span),
    );
    return { ...context.finish(), operations: [] };
  } finally {
    drawn?.destroy();
  }
}

/**
 * Chart.js writes to the console where it had to leave something out, ticks beyond a thousand: nobody reads it there.
 *
 * @throws what it said, where an author's options are the cause.
 */
function unwarned(draw: () => ChartJs, throws: boolean): ChartJs {
  const { warn, error } = console;
  const said: string[] = [];
  const note = (...words: readonly unknown[]): void => void said.push(words.map(String).join(' '));
  Object.assign(console, { warn: note, error: note });
  try {
    const drawn = draw();
    if (said.length === 0 || !throws) return drawn;
    drawn.destroy();
    throw new Error(said[0]);
  } finally {
    Object.assign(console, { warn, error });
  }
}

/** Whether every number in it is one. */
const isFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isFinite);

/** Widths are sums of advances: a writer replays a text with the same. */
function measureOf(fonts: Fonts): TextMeasure {
  const face = (bold: boolean) => fonts.face('body', bold);
  return {
    width: (text, size, bold) => {
      const { advance } = face(bold);
      let width = 0;
      for (const character of text) width += advance(character.codePointAt(0)!);
      return width * size;
    },
    ascent: (bold) => face(bold).ascent,
    descent: (bold) => Math.abs(face(bold).descent),
  };
}
