/** A chart of PowerPoint 2016 as it goes into the package. */
import type { ExtendedChart } from '../../../model/extended/extended-chart.js';
import type { Color } from '../../../model/theme.js';
import { relationshipsPart, type Relationship } from '../package/relationships.js';
import type { ExtendedParts } from '../plan/deck-plan.js';
import { chartColorsPart, chartStylePart } from './chart-style-parts.js';
import { extendedData, extendedWorkbook } from './extended-cells.js';
import { extendedPartXml } from './extended-part-xml.js';

/** @param colors those that branches of a hierarchy take in turn; `seed` what the series' own id is made of */
export function extendedParts(chart: ExtendedChart, colors: readonly Color[], seed: string): ExtendedParts {
  const xml = extendedPartXml(chart, seed);
  return {
    layout: chart.layout,
    xml,
    workbook: extendedWorkbook(chart),
    style: chartStylePart(),
    colors: chartColorsPart(colors),
    data: extendedData(chart, xml),
  };
}

/** Paths of the parts of one. */
export interface ExtendedPaths {
  readonly chart: string;
  readonly workbook: string;
  readonly style: string;
  readonly colors: string;
}

/**
 * All parts of one, with what leads from the chart to the others.
 *
 * @param express what of the parts' colours and fonts is said otherwise in this package
 */
export function extendedFiles(
  parts: ExtendedParts,
  paths: ExtendedPaths,
  { relative, relationshipsPath, express = (xml) => xml }: ExtendedPlace,
): readonly (readonly [path: string, content: string | Uint8Array])[] {
  const leads = (id: string, type: string, path: string): Relationship => ({
    id,
    type,
    target: relative(paths.chart, path),
  });
  return [
    [paths.chart, express(parts.xml)],
    [
      relationshipsPath(paths.chart),
      relationshipsPart([
        leads('rId1', 'package', paths.workbook),
        leads('rId2', 'chartStyle', paths.style),
        leads('rId3', 'chartColorStyle', paths.colors),
      ]),
    ],
    [paths.workbook, parts.workbook],
    [paths.style, express(parts.style)],
    [paths.colors, express(parts.colors)],
  ];
}

export interface ExtendedPlace {
  readonly relative: (from: string, to: string) => string;
  readonly relationshipsPath: (part: string) => string;
  readonly express?: (xml: string) => string;
}
