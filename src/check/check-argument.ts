/**
 * How a report argues: titles that state nothing, charts that compare what cannot be compared, cut axes, rings of too
 * many parts, legends where a label would do.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { crowdedPie, cutAxis, legendForLabel, topicTitle, unlikeUnits } from '../diagnostics/argument-messages.js';
import { inlineText } from '../locale/prose/inline-text.js';
import { isTopicTitle } from '../locale/reading/topic-title.js';
import type { Chart, ChartPoint } from '../model/chart.js';
import type { ChartKind } from '../model/chart-kinds.js';
import type { Document, Slide } from '../model/document.js';
import type { Report } from '../model/report.js';
import { walkDocument, walkSlide } from './walk-document.js';

export function checkArgument({ charts }: Report, documents: readonly Document[], tell: Tell): void {
  const seen = new Map<string, Chart>();
  for (const document of documents) {
    walkDocument(document, { chart: ({ chart }) => void seen.set(chart.id, chart) });
    if (document.kind === 'deck') for (const slide of document.slides) checkTitle(slide, tell);
  }
  for (const chart of seen.values()) checkChart(chart, charts.get(chart.id)?.span ?? chart.span, tell);
}

/** A slide that shows a chart or a table has something to say in its title: a mere topic is told. */
function checkTitle(slide: Slide, tell: Tell): void {
  const title = inlineText(slide.title);
  if (slide.span === null || !isTopicTitle(title)) return;
  let shows = false;
  walkSlide(slide, {
    chart: () => void (shows = true),
    table: ({ id }) => void (shows ||= id !== null),
  });
  if (shows) tell(topicTitle(title, slide.span));
}

function checkChart(chart: Chart, span: Chart['span'], tell: Tell): void {
  const parts = (chart.series[0]?.points ?? []).filter(({ value }) => value !== null).length;
  if ((chart.kind === 'pie' || chart.kind === 'doughnut') && parts > mostParts)
    tell(crowdedPie(chart.id, parts, mostParts, span));
  const units = unitsOf(chart);
  if (comparing.has(chart.kind) && units.length > 1) tell(unlikeUnits(chart.id, units, span));
  const bottom = cutAt(chart);
  if (bottom !== null) tell(cutAxis(chart.id, bottom, chart.optionsSpan ?? span));
  if (hasNeedlessLegend(chart)) tell(legendForLabel(chart.id, span));
}

/** More slices than this, and nobody tells them apart. */
const mostParts = 6;

/** Kinds whose lengths or areas are held against each other, whatever their points measure. */
const comparing: ReadonlySet<ChartKind> = new Set<ChartKind>([
  'radar',
  'polar-area',
  'pie',
  'doughnut',
  'treemap',
  'sunburst',
  'mekko',
  'heat',
  'bullet',
  'progress',
]);

/** What each number says behind its digits, where the chart has no unit for all. */
function unitsOf({ unit, measure, series }: Chart): readonly string[] {
  if (unit !== null || measure === 'rank') return [];
  const unitIn = ({ label }: ChartPoint): string => /\d([^\d]*)$/u.exec(label)?.[1]?.trim() ?? '';
  return [...new Set(series.flatMap(({ points }) => points.filter(({ value }) => value !== null).map(unitIn)))];
}

type Options = Readonly<Record<string, unknown>>;
const below = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Options)[key] : undefined;

const barKinds: ReadonlySet<ChartKind> = new Set<ChartKind>(['bar', 'column', 'combo', 'lollipop', 'waterfall']);

/** Where an axis of bars begins that an author cut above zero; null for one that begins at zero. */
function cutAt({ kind, chartjs, options }: Chart): number | null {
  const isBars = kind === 'chartjs' ? below(chartjs, 'type') === 'bar' : barKinds.has(kind);
  const scales = below(kind === 'chartjs' ? below(chartjs, 'options') : options, 'scales');
  if (!isBars || typeof scales !== 'object' || scales === null) return null;
  const starts = Object.values(scales).flatMap((scale: unknown) => {
    const min = below(scale, 'min') ?? below(scale, 'suggestedMin');
    return typeof min === 'number' && min > 0 ? [min] : [];
  });
  return starts[0] ?? null;
}

/** One category of many series, or a legend that was asked for and names one thing. */
function hasNeedlessLegend({ kind, categories, series, options, chartjs }: Chart): boolean {
  if ((kind === 'bar' || kind === 'column') && categories.length === 1 && series.length > 1) return true;
  const own = kind === 'chartjs' ? below(chartjs, 'options') : options;
  const isShown = below(below(below(own, 'plugins'), 'legend'), 'display') === true;
  const sets = kind === 'chartjs' ? below(below(chartjs, 'data'), 'datasets') : series;
  return isShown && Array.isArray(sets) && sets.length === 1;
}
