/** A slide layout from its YAML. */
import { notOneOf, unknownName, wrongType } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { BlockKind } from '../../model/document.js';
import type { Box } from '../../model/length.js';
import { decorationShapes, placeholders, verticalAlignments } from '../../model/slide-layout.js';
import type { Decoration, Region, SlideLayout } from '../../model/slide-layout.js';
import type { Color } from '../../model/theme.js';
import { checkShape } from '../shape/check-shape.js';
import type { DataDocument } from '../data/data-document.js';
import { DataCursor } from '../shape/data-cursor.js';
import { readColor } from './theme-color.js';
import { layoutSchema } from '../shape/schema.js';

/** The compiler demands every block kind. */
const blockKinds = Object.keys({
  heading: 0,
  paragraph: 0,
  list: 0,
  quote: 0,
  callout: 0,
  columns: 0,
  cards: 0,
  masthead: 0,
  contents: 0,
  'page-break': 0,
  area: 0,
  story: 0,
  spare: 0,
  table: 0,
  chart: 0,
  picture: 0,
  kpis: 0,
} satisfies Record<BlockKind, 0>) as BlockKind[];
const accepted: readonly Region['accepts'][number][] = [
  ...blockKinds,
  'title',
  'subtitle',
  'footer',
  'number',
  'date',
  'kicker',
];

/**
 * What a layout may extend: files of the folder whose names begin with `_`, by the name behind it; null where that file
 * is wrong itself.
 */
export type LayoutFrames = ReadonlyMap<string, SlideLayout | null>;

/** Null where it does not have the shape of a layout. */
export function readLayout(name: string, document: DataDocument, frames: LayoutFrames, tell: Tell): SlideLayout | null {
  if (!checkShape(document, layoutSchema, `the layout "${name}"`, tell)) return null;
  const root = new DataCursor(document, document.value);
  const frame = frameOf(root.at('extends'), frames, tell);
  const regions = root
    .at('regions')
    .entries()
    .map(([region, cursor]) => readRegion(region, cursor, tell));
  return {
    name,
    span: root.span,
    ...readLabel(root.at('label'), name),
    continues: root.at('continues').text() ?? frame?.continues ?? null,
    background: colorAt(root.at('background'), tell) ?? frame?.background ?? { slot: 'lt1' },
    regions: [
      ...(frame?.regions ?? []).filter((region) => !regions.some((own) => own.name === region.name)),
      ...regions,
    ],
    decorations: [
      ...(frame?.decorations ?? []),
      ...root
        .at('decorations')
        .items()
        .map((item) => readDecoration(item, tell)),
    ],
  };
}

/** `label: Cards`, or a word for each language: `label: { zh: …, en: Cards }`. */
function readLabel(cursor: DataCursor, name: string): Pick<SlideLayout, 'label' | 'labels'> {
  const one = cursor.text();
  if (one !== null) return { label: one };
  const labels = Object.fromEntries(
    cursor.entries().flatMap(([language, word]) => (word.text() === null ? [] : [[language, word.text()!]])),
  );
  return { label: name, labels };
}

function frameOf(cursor: DataCursor, frames: LayoutFrames, tell: Tell): SlideLayout | null {
  const name = cursor.text();
  if (name === null) return null;
  const frame = frames.get(name);
  if (frame === undefined) tell(unknownName('frame', name, cursor.span, null, [...frames.keys()]));
  return frame ?? null;
}

function readRegion(name: string, cursor: DataCursor, tell: Tell): Region {
  const kinds = cursor
    .at('accepts')
    .names()
    .filter(({ id, span }) => {
      if ((accepted as readonly string[]).includes(id)) return true;
      tell(notOneOf('accepts', id, accepted, span, nearestName(id, accepted)));
      return false;
    });
  const [smallest, largest] = [cursor.at('smallest').number(), cursor.at('largest').number()];
  if (smallest !== null && largest !== null && smallest > largest)
    tell(wrongType('smallest', `at most "largest", ${largest}`, `the number ${smallest}`, cursor.at('smallest').span));
  return {
    name,
    box: readBox(cursor.at('box')),
    accepts: kinds.map(({ id }) => id as Region['accepts'][number]),
    most: cursor.at('most').number(),
    ...readLeast(cursor.at('least')),
    yields: cursor
      .at('yields')
      .names()
      .map(({ id }) => id),
    arrange: cursor.at('arrange').text() === 'grid' ? 'grid' : 'flow',
    style: cursor.at('style').text() ?? 'body',
    ...(cursor.at('style').exists && { styleSpan: cursor.at('style').span }),
    smallest,
    largest,
    valign: cursor.at('valign').choice(verticalAlignments) ?? 'top',
    bleed: cursor.at('bleed').value === true,
    placeholder: cursor.at('placeholder').choice(placeholders),
  };
}

function readLeast(cursor: DataCursor): Pick<Region, 'least'> {
  if (!cursor.exists) return {};
  const [width = 0, height = 0] = cursor.items().map((item) => item.number() ?? 0);
  return { least: { width, height } };
}

function readDecoration(cursor: DataCursor, tell: Tell): Decoration {
  return {
    shape: cursor.at('shape').choice(decorationShapes) ?? 'rect',
    box: readBox(cursor.at('box')),
    fill: colorAt(cursor.at('fill'), tell),
    stroke: colorAt(cursor.at('stroke'), tell),
    strokeWidth: cursor.at('strokeWidth').number() ?? 1,
  };
}

function readBox(cursor: DataCursor): Box {
  const [x = 0, y = 0, width = 0, height = 0] = cursor.items().map((item) => item.number() ?? 0);
  return { x, y, width, height };
}

const colorAt = (cursor: DataCursor, tell: Tell): Color | null => (cursor.exists ? readColor(cursor, tell) : null);
