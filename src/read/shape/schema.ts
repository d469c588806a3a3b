/** The shape of report.yaml, as zod states it. What the values mean is read afterwards, in `report/`. */
import * as z from 'zod/mini';
import { fieldTypes, type FieldDeclaration } from '../../model/field.js';
import { fieldShapes } from './field-schema.js';
import { expecting, fields, optionalText, text, texts, words } from './shapes.js';
import { chartSorts, chartStacks, chartValues, columnAlignments, pictureFits, tableParts } from '../../model/report.js';
import { decorationShapes, placeholders, verticalAlignments } from '../../model/slide-layout.js';
import { arrangements, documentMedia } from '../../model/document-spec.js';
import { builds, fontRoles, textAlignments, transitions } from '../../model/theme.js';
import { besideParts, growthMeasures } from '../../model/chart.js';
import { chartNatives } from '../../model/chart.js';
import { chartKinds } from '../../model/chart-kinds.js';
import { chartPlugins } from '../../model/chart.js';
import { prohibitions } from '../../model/typesetting.js';

/** BCP 47, of the languages that `locale/` has words in. */
const language = z.nullish(
  z.custom<string>(
    (value) => typeof value === 'string' && /^(?:zh|en)(?:-|$)/.test(value),
    expecting('"zh-CN" or "en"'),
  ),
);
/** Entries by their ids. */
const byId = <Type extends z.ZodMiniType>(entry: Type) => z.nullish(z.record(z.string(), entry));

const chartjsKinds = ['bar', 'line', 'pie', 'doughnut', 'radar', 'polarArea', 'scatter', 'bubble'] as const;
const anything = z.record(z.string(), z.unknown());
const chartjs = fields({
  type: z.optional(z.enum(chartjsKinds)),
  options: z.nullish(anything),
  data: fields({
    labels: z.nullish(z.array(z.unknown())),
    xLabels: z.nullish(z.array(z.unknown())),
    yLabels: z.nullish(z.array(z.unknown())),
    datasets: z.array(
      z.looseObject({
        type: z.optional(z.enum(chartjsKinds)),
        label: optionalText,
        data: z.union([z.array(z.unknown()), anything], expecting('a list of numbers or points')),
      }),
      expecting('a list of data sets'),
    ),
  }),
});

/** Two categories, a map, or a list of maps. */
const arrows = (measured: boolean) => {
  const map = fields({
    from: text,
    to: text,
    series: optionalText,
    label: optionalText,
    ...(measured ? { as: z.nullish(z.enum(growthMeasures)) } : {}),
  });
  return z.nullish(
    z.union(
      [z.array(text).check(z.minLength(2), z.maxLength(2)), map, z.array(map)],
      expecting('two categories: [2022, 2024], or a map of "from" and "to"'),
    ),
  );
};

/** What stands beside a stack: a word, or a list of parts, with or without what changes are counted from. */
const besideParted = z.enum(besideParts);
const besideStack = z.nullish(
  z.union(
    [
      z.enum(['names', 'legend', ...besideParts]),
      z.array(besideParted).check(z.minLength(1)),
      fields({ show: z.union([besideParted, z.array(besideParted).check(z.minLength(1))]), from: optionalText }),
    ],
    expecting(
      `"names", "legend", ${besideParts.map((part) => `"${part}"`).join(', ')}, a list of the latter, or a map of "show" and "from"`,
    ),
  ),
);

const chart = fields({
  type: z.enum(chartKinds),
  title: text,
  figures: texts,
  table: optionalText,
  category: texts,
  series: texts,
  periods: optionalText,
  last: z.nullish(z.number().check(z.gte(1))),
  value: z.nullish(z.enum(chartValues)),
  unit: optionalText,
  whole: z.nullish(z.number().check(z.gt(0))),
  emphasise: texts,
  emphasize: texts,
  sort: z.nullish(z.enum(chartSorts)),
  options: z.nullish(z.record(z.string(), z.unknown())),
  stack: z.nullish(z.enum(chartStacks)),
  target: z.nullish(
    z.union(
      [z.number(), fields({ value: z.number(), label: optionalText })],
      expecting('a number, or a map of "value" and "label"'),
    ),
  ),
  forecast: optionalText,
  lines: texts,
  lines_unit: optionalText,
  sums: texts,
  scale: z.nullish(z.enum(['linear', 'log'])),
  native: z.nullish(z.enum(chartNatives)),
  top: z.nullish(z.number().check(z.gte(1))),
  notes: z.nullish(z.record(z.string(), text)),
  compare: arrows(true),
  difference: arrows(false),
  average: z.nullish(
    z.union(
      [z.boolean(), fields({ series: optionalText, label: optionalText })],
      expecting('"true", or a map of "series" and "label"'),
    ),
  ),
  limits: z.nullish(
    z.union(
      [
        z.array(z.number()).check(z.minLength(1), z.maxLength(2)),
        fields({ lower: z.nullish(z.number()), upper: z.nullish(z.number()), labels: texts }),
      ],
      expecting('one or two numbers, or a map of "lower" and "upper"'),
    ),
  ),
  brackets: z.nullish(z.array(fields({ from: text, to: text, label: text }), expecting('a list of maps'))),
  callouts: z.nullish(z.record(z.string(), text)),
  beside: besideStack,
  chartjs: z.nullish(chartjs),
  areas: z.nullish(
    z.union(
      [text, fields({ file: text, object: optionalText, name: optionalText })],
      expecting('the name of a GeoJSON or TopoJSON file, or a map with a "file"'),
    ),
  ),
  caption: words,
  source: words,
  alt: optionalText,
});
const table = fields({
  caption: words,
  alt: optionalText,
  head: texts,
  align: z.nullish(z.array(z.enum(columnAlignments), expecting('a list of alignments'))),
  rows: z.nullish(z.array(z.array(z.nullish(text), expecting('a list of cells')), expecting('a list of rows'))),
  figures: texts,
  periods: optionalText,
  show: z.nullish(z.enum(tableParts)),
  with: z.nullish(z.array(z.enum(tableParts), expecting('a list of "change" and "rank"'))),
  file: optionalText,
  from: z.nullish(fields({ sql: text, source: optionalText })),
  sheet: optionalText,
  range: optionalText,
  columns: texts,
  derive: byId(text),
  sort: z.nullish(
    z.union([text, fields({ by: text, order: z.nullish(z.enum(['ascending', 'descending'])) })], expecting('a column')),
  ),
  top: z.nullish(z.number().check(z.gte(1))),
  total: optionalText,
  unit_row: z.nullish(z.boolean()),
  first: z.nullish(z.number().check(z.gte(0))),
  last: z.nullish(z.number().check(z.gte(0))),
  transpose: z.nullish(z.boolean()),
  keep: texts,
  reverse: z.nullish(z.boolean()),
  markup: z.nullish(z.boolean()),
  failed: z.nullish(z.literal('empty')),
  notes: texts,
  merge: z.nullish(z.boolean()),
  groups: texts,
  totals: texts,
  emphasise: texts,
});
const share = z.number().check(z.gte(0), z.lte(1));
const picture = fields({
  file: text,
  also: texts,
  caption: words,
  alt: optionalText,
  focus: z.nullish(fields({ x: share, y: share })),
  fit: z.nullish(z.enum(pictureFits)),
});
const check = fields({
  label: optionalText,
  sum: texts,
  equals: z.nullish(text),
  shares: texts,
  tolerance: z.nullish(z.number()),
});
const handout = fields({
  slides: z.nullish(z.literal([1, 2, 3, 4, 6, 9])),
  beside: z.nullish(z.enum(['lines', 'notes', 'nothing'])),
});
const print = fields({
  bleed: z.nullish(z.number().check(z.gte(0), z.lte(20))),
  marks: z.nullish(z.boolean()),
  booklet: z.nullish(z.enum(['A3', 'A4', 'none'])),
});
const silence = fields({ code: text, at: optionalText, reason: text });

/** Layout of the bundle → layout of the template, or that with placeholders for its regions. */
const landing = z.union(
  [text, z.record(z.string(), z.union([z.string(), z.number()]))],
  expecting('the name of a layout, or a map with a layout and placeholders'),
);
const deckTemplate = fields({
  file: text,
  keep: texts,
  fonts: optionalText,
  mapping: z.nullish(z.record(z.string(), landing, expecting('a map of layouts'))),
});

const brandShape = {
  extends: optionalText,
  primary: z.nullish(text),
  secondary: z.nullish(text),
  mode: z.nullish(z.enum(['light', 'dark'])),
  font: optionalText,
  fonts: z.nullish(fields({ heading: optionalText, body: optionalText })),
  logo: optionalText,
  logo_on_dark: optionalText,
};
/** `brand.yaml`, or `brand` in a report. */
export const brandSchema = fields(brandShape);

/** Keys of every report, whatever its bundle. */
const reportShape = {
  bundle: optionalText,
  theme: optionalText,
  brand: z.nullish(brandSchema),
  template: z.nullish(z.union([text, deckTemplate], expecting('the name of a .pptx file, or a map with a file'))),
  locale: language,
  outputs: texts,
  title: text,
  subtitle: words,
  period: optionalText,
  date: optionalText,
  author: optionalText,
  subject: optionalText,
  keywords: texts,
  footer: optionalText,
  figures: z.nullish(
    z.union(
      [text, z.array(z.unknown()), z.record(z.string(), z.unknown())],
      expecting('the name of a file, or a list of figures'),
    ),
  ),
  derive: z.nullish(
    z.record(
      z.string(),
      z.union([text, z.record(z.string(), z.unknown())], expecting('an expression, or a map with one under "value"')),
    ),
  ),
  groups: byId(texts),
  charts: byId(chart),
  tables: byId(table),
  pictures: byId(picture),
  footnotes: byId(text),
  resolution: z.nullish(
    z.record(
      z.string(),
      z.union(
        [z.number().check(z.gte(50), z.lte(2400)), z.literal('original')],
        expecting('pixels to an inch, 50 to 2400, or "original"'),
      ),
    ),
  ),
  handout: z.nullish(handout),
  print: z.nullish(print),
  attachments: z.nullish(z.boolean()),
  embed: z.nullish(z.boolean()),
  native: z.nullish(z.enum(chartNatives)),
  draft: z.nullish(text),
  units: texts,
  checks: z.nullish(z.array(check, expecting('a list of checks'))),
  names: texts,
  prohibition: z.nullish(z.enum(prohibitions)),
  silence: z.nullish(z.array(silence, expecting('a list of silences'))),
} as const;

/**
 * The shape of a report with the fields of its bundle; null for a bundle that could not be read, which is told as such.
 */
export const reportSchema = (declared: readonly FieldDeclaration[] | null) =>
  declared === null ? z.looseObject(reportShape) : fields({ ...fieldShapes(declared), ...reportShape });

const slot = z.string();
/** In pt. The largest page of a PDF is 14,400 pt (ISO 32000-1, annex C); nothing on it is larger. */
const mostLength = 14_400;
const length = z.number().check(z.gte(-mostLength), z.lte(mostLength));
const size = z.number().check(z.gt(0), z.lte(mostLength));
const space = z.number().check(z.gte(0), z.lte(mostLength));
const box = z.tuple([length, length, space, space], expecting('four numbers in pt: [x, y, width, height]'));
const region = fields({
  accepts: z.union([text, z.array(text)], expecting('a list of block kinds')),
  box,
  most: z.nullish(z.number().check(z.gte(0))),
  least: z.nullish(z.tuple([length, length], expecting('two numbers in pt: [width, height]'))),
  yields: texts,
  arrange: z.nullish(z.enum(['flow', 'grid'])),
  style: z.nullish(slot),
  smallest: z.nullish(size),
  largest: z.nullish(size),
  valign: z.nullish(z.enum(verticalAlignments)),
  bleed: z.nullish(z.boolean()),
  placeholder: z.nullish(z.enum(placeholders)),
});
const decoration = fields({
  shape: z.enum(decorationShapes),
  box,
  fill: z.nullish(slot),
  stroke: z.nullish(slot),
  strokeWidth: z.nullish(space),
});
export const layoutSchema = fields({
  label: z.nullish(
    z.union([text, fields({ zh: optionalText, en: optionalText })], expecting('a text, or a map of "zh" and "en"')),
  ),
  extends: z.nullish(slot),
  continues: z.nullish(slot),
  background: z.nullish(slot),
  regions: z.record(z.string(), region),
  decorations: z.nullish(z.array(decoration)),
});

/** What a bundle's own file says of a thing, in each language. */
const about = z.nullish(fields({ zh: text, en: text }));
/** A field's type alone, or a map that says more of it. */
const fieldDeclaration: z.ZodMiniType = z.lazy(() =>
  z.union(
    [
      z.enum(fieldTypes),
      fields({
        type: z.enum(fieldTypes),
        required: z.nullish(z.boolean()),
        default: z.nullish(text),
        also: optionalText,
        item: optionalText,
        short: optionalText,
        to: optionalText,
        about,
        fields: z.nullish(z.record(z.string(), fieldDeclaration)),
      }),
    ],
    expecting(`${fieldTypes.join(', ')}, or a map with such a "type"`),
  ),
);

const font = fields({ latin: text, eastAsian: text, regular: z.array(z.string()), bold: z.array(z.string()) });
const style = fields({
  font: z.nullish(z.enum(fontRoles)),
  size,
  lineHeight: z.nullish(size),
  bold: z.nullish(z.boolean()),
  color: z.nullish(slot),
  align: z.nullish(z.enum(textAlignments)),
  spaceBefore: z.nullish(space),
  spaceAfter: z.nullish(space),
  firstIndent: z.nullish(length),
});
/** In pt, or with its unit: `390mm`. */
const measured = z.union(
  [size, z.string().check(z.regex(/^\d+(?:\.\d+)? ?(?:mm|pt)$/))],
  expecting('a length in pt, or such as "390mm"'),
);
const gridArea = fields({
  area: text,
  columns: z.number().check(z.gte(1)),
  height: z.nullish(size),
  grow: z.nullish(z.number().check(z.gte(1), z.lte(2))),
  panel: z.nullish(slot),
  rule: z.nullish(slot),
});
const gridBands = z.nullish(z.array(z.array(gridArea), expecting('a list of bands, each a list of areas')));
/** A page grid: `grids/<name>.yaml` of a bundle. */
export const gridSchema = fields({
  label: about,
  columns: z.number().check(z.gte(1), z.lte(12)),
  gutter: space,
  rule: z.nullish(fields({ color: slot, width: space })),
  gap: z.nullish(space),
  text: z.nullish(fields({ smallest: size, largest: size })),
  give: z.nullish(space),
  pages: z.nullish(z.number().check(z.gte(1), z.lte(64))),
  opening: gridBands,
  further: gridBands,
  beside: z.nullish(gridArea),
  closing: gridBands,
});
const documentSpec = fields({
  medium: z.enum(documentMedia),
  called: about,
  about,
  otherwise: optionalText,
  page: z.nullish(z.tuple([measured, measured], expecting('two lengths, [width, height]: numbers in pt, or "390mm"'))),
  margin: z.nullish(
    z.tuple([measured, measured, measured, measured], expecting('four lengths, [top, right, bottom, left]')),
  ),
  grid: optionalText,
  styles: z.nullish(z.record(z.string(), style)),
  fonts: z.nullish(z.partialRecord(z.enum(fontRoles), z.union([font, z.array(font)]))),
});
const outputSpec = fields({
  document: text,
  about,
  arrange: z.nullish(z.enum(arrangements)),
  attachments: z.nullish(z.boolean()),
  usual: z.nullish(z.boolean()),
  resolution: z.nullish(z.number().check(z.gte(36), z.lte(1200))),
});
export const bundleSchema = fields({
  extends: optionalText,
  about,
  fields: z.nullish(z.record(z.string(), fieldDeclaration)),
  layouts: texts,
  plugins: z.nullish(z.array(z.enum(chartPlugins), expecting(`a list of plugins: ${chartPlugins.join(', ')}`))),
  documents: z.nullish(z.record(z.string(), documentSpec)),
  outputs: z.nullish(z.record(z.string(), outputSpec)),
});

const medium = {
  page: z.tuple([size, size], expecting('two numbers in pt: [width, height]')),
  margin: z.tuple([space, space, space, space], expecting('four numbers in pt: [top, right, bottom, left]')),
  styles: z.record(z.string(), style),
};
const build = z.enum(['none', ...builds]);
const motion = {
  transition: z.nullish(z.enum(['none', ...transitions])),
  build: z.nullish(z.union([build, z.array(build)], expecting(`none, ${builds.join(', ')}, or a list of these`))),
};
export const themeSchema = fields({
  name: z.nullish(text),
  colors: z.record(z.string(), text),
  series: z.array(slot),
  muted: slot,
  good: slot,
  bad: slot,
  fonts: fields({ heading: font, body: font, prose: z.nullish(font), quote: z.nullish(font) }),
  deck: fields({ ...medium, ...motion }),
  paper: fields(medium),
});

/** A theme that is a brand over another. */
export const brandThemeSchema = fields({ ...brandShape, name: optionalText, extends: text });
