/** Messages about how a report argues: what `briefkit check` says of titles and charts. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

const warning = (code: string, message: string, span: Span, hint: string): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  span,
  hint,
});

export const topicTitle = (title: string, span: Span): Diagnostic =>
  warning(
    'topic-title',
    `the title "${title}" names a topic`,
    span,
    'say what is found: what rose, fell, leads, and by how much',
  );

export const unlikeUnits = (chart: string, units: readonly string[], span: Span): Diagnostic =>
  warning(
    'unlike-units',
    `the chart "${chart}" holds things of unlike units against each other: ${units.map((unit) => unit || '—').join(', ')}`,
    span,
    'show them as key figures or in a table, or give each unit a chart of its own',
  );

export const crowdedPie = (chart: string, parts: number, most: number, span: Span): Diagnostic =>
  warning(
    'crowded-pie',
    `the chart "${chart}" has ${parts} slices; more than ${most} are not told apart`,
    span,
    'draw bars, sorted, or keep the largest with top: 5',
  );

export const cutAxis = (chart: string, from: number, span: Span): Diagnostic =>
  warning(
    'cut-axis',
    `the bars of the chart "${chart}" begin at ${from}, not at zero: their lengths are not their numbers`,
    span,
    'let the axis begin at zero, or draw lines or dots',
  );

export const legendForLabel = (chart: string, span: Span): Diagnostic =>
  warning(
    'legend-for-label',
    `the legend of the chart "${chart}" names what labels could`,
    span,
    'let the series be its categories, or leave the legend out and let the title say it',
  );

/** `size` in pt. */
export const textTooSmall = (slide: string, text: string, size: number, least: number, span: Span): Diagnostic =>
  warning(
    'text-too-small',
    `on the slide "${slide}" text of ${size} pt is too small for a room: ${text}`,
    span,
    `say less on it, or share it between slides; ${least} pt is the least that is read from a distance`,
  );

/** `layouts` by their names in the bundle; `size` in pt. */
export const footTooSmall = (layouts: readonly string[], size: number, least: number): Diagnostic => ({
  severity: 'warning',
  code: 'text-too-small',
  message: `footers and numbers of ${size} pt are too small for a room, on ${layouts.length === 1 ? 'the layout' : 'the layouts'} ${layouts.map((name) => `"${name}"`).join(', ')}`,
  span: null,
  hint: `let them be ${least} pt in the template, or in the theme's styles "footer" and "number"`,
});
