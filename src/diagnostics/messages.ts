/** Every message that a user can be shown, in one place: searchable, testable, plain values in and a diagnostic out. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { error, warning } from './make-diagnostic.js';
import { sourceLine } from './source-place.js';

/** `did you mean "x" (file:line)?` for the nearest known name; null where none is near. */
export const didYouMean = (nearest: { readonly name: string; readonly span?: Span } | null): string | null =>
  nearest === null ? null : `did you mean "${nearest.name}"${nearest.span ? ` (${sourceLine(nearest.span)})` : ''}?`;

/** The beginning of a text, enough to find it by. */
const beginning = (text: string): string => {
  const characters = [...text];
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text;
};

// ---- read: data and templates --------------------------------------------------------------------------------------

/** A known name, with the place where it is defined where there is one. */
export interface KnownName {
  readonly name: string;
  readonly span?: Span;
}

export const unknownFigure = (id: string, span: Span, nearest: KnownName | null): Diagnostic =>
  error('unknown-figure', `unknown figure "${id}"`, span, didYouMean(nearest));

/** `what`: helper, partial, chart, table, picture, chart type, unit, bundle, theme, option … */
export const unknownName = (
  what: string,
  name: string,
  span: Span | null,
  nearest: KnownName | null,
  known: readonly string[] = [],
): Diagnostic =>
  error(
    `unknown-${what.replaceAll(' ', '-')}`,
    `unknown ${what} "${name}"`,
    span,
    didYouMean(nearest) ??
      (known.length === 0 ? null : `known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`),
  );

export const brandTwice = (file: string, span: Span | null): Diagnostic =>
  error('brand-twice', `the report has a brand here and in ${file}`, span, 'keep one of them');

export const unknownVariable = (
  name: string,
  span: Span,
  nearest: string | null,
  known: readonly string[],
): Diagnostic =>
  error(
    'unknown-variable',
    `nothing here is called "${name}"`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ??
      (known.length === 0
        ? `a figure is named in quotation marks: {{figure "${name}"}}`
        : `known here: ${known.slice(0, 16).join(', ')}`),
  );

export const missingFile = (path: string, what: string, span: Span | null, nearest: string | null): Diagnostic =>
  error(
    'missing-file',
    `${what} is not there: ${path}`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ??
      (/\bhttps?:\/+/i.test(path)
        ? 'nothing is fetched from the network: put the file into the folder of the report and name it there'
        : 'check the path, or put the file there'),
  );

/** A file, most often its report.yaml, where the folder of a report is asked for. */
export const reportIsFile = (path: string): Diagnostic =>
  error(
    'missing-file',
    `${path} is a file, and a report is a folder with a report.yaml in it`,
    null,
    `name the folder: ${path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'}`,
  );

export const outsideFolder = (path: string, folder: string, span: Span): Diagnostic =>
  error(
    'outside-folder',
    `"${path}" leads out of the folder ${folder}`,
    span,
    'copy the file into the folder and name it from there',
  );

/** `folder` is what it must not lead out of. */
export const leadsOutside = (path: string, folder: string, span: Span): Diagnostic =>
  error(
    'outside-folder',
    `${path} is a link that leads out of the folder ${folder}`,
    span,
    'copy the file into the folder in place of the link',
  );

export const noFile = (path: string, what: string, span: Span): Diagnostic =>
  error(
    'no-file',
    `${what} cannot be read: ${path} is a folder, a device or a pipe`,
    span,
    'name a file of the report',
  );

/** `most` in MB. */
export const fileTooLarge = (path: string, what: string, most: number, span: Span): Diagnostic =>
  error(
    'file-too-large',
    `${what} is larger than ${most} MB: ${path}`,
    span,
    'make the file smaller, or take a part of it',
  );

export const notAName = (what: string, name: string, span: Span | null): Diagnostic =>
  error(
    `unknown-${what}`,
    `"${name}" is a path, not the name of a ${what}`,
    span,
    `a ${what} is named by its folder below templates/, without a slash`,
  );

export const wrongEncoding = (path: string): Diagnostic =>
  error('wrong-encoding', `${path} is not text in UTF-8`, { file: path, line: 1, column: 1 }, 'save it as UTF-8');

export const readAsOtherCharset = (path: string, charset: string): Diagnostic =>
  warning(
    'not-utf-8',
    `${path} is not UTF-8 and was read as ${charset}`,
    { file: path, line: 1, column: 1 },
    'save it as "CSV UTF-8", so that every program reads it alike',
  );

/** `format`: YAML, JSON, CSV, Handlebars. */
export const syntaxError = (format: string, message: string, span: Span, hint: string | null): Diagnostic =>
  error(`${format.toLowerCase()}-syntax`, `${format}: ${message}`, span, hint);

export const wrongType = (field: string, expected: string, found: string, span: Span): Diagnostic =>
  error(
    'wrong-type',
    `"${field}" must be ${expected}, but is ${found}`,
    span,
    expected === 'a text' && found === 'a list' ? 'write one text; a list in it is lines that begin with "- "' : null,
  );

export const missingKey = (key: string, where: string, span: Span): Diagnostic =>
  error('missing-key', `${where} has no "${key}"`, span, `add "${key}"`);

export const unknownKey = (
  key: string,
  where: string,
  span: Span,
  nearest: string | null,
  known: readonly string[],
): Diagnostic =>
  error(
    'unknown-key',
    `${where} has no field "${key}"`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ??
      (known.length === 0 ? null : `its fields are: ${known.join(', ')}`),
  );

export const notOneOf = (
  field: string,
  value: string,
  allowed: readonly string[],
  span: Span,
  nearest: string | null,
): Diagnostic =>
  error(
    'unknown-value',
    `"${field}" cannot be "${value}"`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `it can be: ${allowed.join(', ')}`,
  );

export const duplicateId = (what: string, id: string, span: Span, first: Span): Diagnostic =>
  error(
    'duplicate-id',
    `another ${what} has the id "${id}" too`,
    span,
    `the first is at ${sourceLine(first)}; give each an id of its own`,
  );

export const missingId = (span: Span): Diagnostic =>
  error('missing-id', 'this row has no id', span, 'give it an id, or delete the row');

export const emptyFigure = (id: string, span: Span): Diagnostic =>
  error(
    'empty-figure',
    `the figure "${id}" has nothing in it`,
    span,
    'give it a value, a change, a rank, or a qualifier: the word for an award',
  );

export const toFill = (id: string, span: Span): Diagnostic => ({
  severity: 'warning',
  code: 'to-fill',
  message: `the figure "${id}" is still to be filled in`,
  span,
  hint: 'write its value, and take this mark away; "--strict" fails while one is left',
});

export const notANumber = (column: string, text: string, span: Span): Diagnostic =>
  error(
    'not-a-number',
    `"${text}" in "${column}" is not a number`,
    span,
    'write digits alone, such as 546.6 or -8.3; words like "over" and units have columns of their own',
  );

export const numberTooLong = (column: string, text: string, span: Span): Diagnostic =>
  error(
    'number-too-long',
    `"${text}" in "${column}" has more digits than can be kept exactly`,
    span,
    'write it in a larger unit, such as millions, with 15 digits or fewer',
  );

export const notARank = (text: string, span: Span): Diagnostic =>
  error('not-a-rank', `"${text}" is not a rank`, span, 'a rank is a whole number from 1');

export const extraCell = (columns: number, found: number, span: Span): Diagnostic =>
  error(
    'extra-cell',
    `this row has ${found} cells, but the table has ${columns} columns`,
    span,
    'put a text that holds a comma between double quotes; in Markdown a | inside a cell is written \\|',
  );

export const missingCell = (columns: number, found: number, span: Span): Diagnostic =>
  error(
    'missing-cell',
    `this row has ${found} ${found === 1 ? 'cell' : 'cells'}, but the table has ${columns} columns`,
    span,
    'leave a cell empty rather than out: write its comma',
  );

export const emptyFile = (path: string, expected: string): Diagnostic =>
  error('empty-file', `${path} is empty`, { file: path, line: 1, column: 1 }, `it should hold ${expected}`);

export const notAWorkbook = (path: string, found: string, hint: string): Diagnostic =>
  error(
    'not-a-workbook',
    `${path} is not a workbook that briefkit reads: it is ${found}`,
    { file: path, line: 1, column: 1 },
    hint,
  );

export const workbookTooLarge = (path: string, how: string): Diagnostic =>
  error(
    'workbook-too-large',
    `${path} is too large to be read: ${how}`,
    { file: path, line: 1, column: 1 },
    'keep the tables of the report in a workbook of their own',
  );

export const emptySheet = (sheet: string, span: Span): Diagnostic =>
  error(
    'empty-sheet',
    `the sheet "${sheet}" has nothing in these cells`,
    span,
    'it should hold a row of column names, and a row for each below; "sheet" and "range" name other cells',
  );

/** `shown`: #REF!, #N/A, #DIV/0! … */
export const cellHasError = (shown: string, span: Span): Diagnostic =>
  error(
    'cell-error',
    `this cell says ${shown}`,
    span,
    'mend its formula in Excel, or the cells that it names, and save',
  );

export const formulaWithoutValue = (span: Span): Diagnostic =>
  error(
    'formula-without-value',
    'the formula in this cell was never computed',
    span,
    'open the workbook in Excel, which computes it, and save',
  );

export const unknownNumberFormat = (span: Span): Diagnostic =>
  error(
    'unknown-number-format',
    "what this cell's number format shows cannot be told from its number",
    span,
    'give it a plain format such as 0.0, 0.0% or #,##0: no conditions, no Chinese numerals, no text between digits; a larger unit has a column of its own',
  );

/** Mistakes that are a cell's own: a table may read such cells as empty. */
export const isCellMistake = ({ code }: Diagnostic): boolean =>
  ['cell-error', 'formula-without-value', 'unknown-number-format', 'date-out-of-range'].includes(code);

/** `first` of `count` such cells of one table. */
export const cellsReadEmpty = (count: number, first: Diagnostic): Diagnostic =>
  warning(
    'cells-read-empty',
    count === 1
      ? `${first.message}: it reads as empty`
      : `${first.message}; it reads as empty, and so do ${count - 1} more cells of the table that have no value`,
    first.span,
    first.hint,
  );

export const dateOutOfRange = (span: Span): Diagnostic =>
  error(
    'date-out-of-range',
    'the date in this cell is one that Excel cannot show (####)',
    span,
    'correct the date, or give the cell the format of a number',
  );

/** `range` was read; `others` were not. */
export const severalTables = (sheet: string, range: string, others: readonly string[], span: Span): Diagnostic =>
  warning(
    'several-tables',
    `the sheet "${sheet}" holds ${others.length + 1} tables; ${range} was read`,
    span,
    `say which is meant: range: "${range}", or ${others
      .slice(0, 4)
      .map((other) => `"${other}"`)
      .join(', ')}`,
  );

export const tablesTouch = (span: Span): Diagnostic =>
  warning(
    'tables-touch',
    'a second table seems to begin here, and was read as part of the first',
    span,
    'give each table a file or a range of its own; where it is one table, list this under "silence"',
  );

export const cellBesideTable = (span: Span): Diagnostic =>
  error(
    'cell-beside-table',
    'this cell stands beside the table: its column has no name',
    span,
    'name the column in the head row, or name the cells of the table with "range"',
  );

export const percentUnit = (shown: string, unit: string, span: Span): Diagnostic =>
  error(
    'percent-unit',
    `this cell shows ${shown}%, but its unit is ${unit}`,
    span,
    `correct the unit, or format the cell as a number and write it in ${unit}`,
  );

export const wrongRange = (text: string, span: Span): Diagnostic =>
  error(
    'wrong-range',
    `"${text}" names no cells`,
    span,
    'write it as A3:F20, or as A3:F or A3 where the table may grow',
  );

export const onlyOfWorkbook = (key: string, path: string, span: Span): Diagnostic =>
  error('only-of-workbook', `"${key}" is for workbooks, and ${path} is none`, span, `leave "${key}" out`);

export const twoFigureFiles = (files: readonly string[], span: Span): Diagnostic =>
  error(
    'two-figure-files',
    `the report has ${files.join(' and ')}, and does not say which holds its figures`,
    span,
    'name one under "figures" in report.yaml, or delete the other',
  );

export const wrongDate = (text: string, span: Span): Diagnostic =>
  error('wrong-date', `"${text}" is not a date`, span, 'write it as 2025-01-16');

export const notAPicture = (path: string, found: string, span: Span): Diagnostic =>
  error('not-a-picture', `${path} is not a picture that briefkit takes: ${found}`, span, 'save it as PNG, JPEG or SVG');

export const notAMap = (path: string, why: string, span: Span): Diagnostic =>
  error('not-a-map', `${path} holds no areas for a map: ${why}`, span, 'give a GeoJSON or TopoJSON file of polygons');

export const pictureLies = (path: string, named: string, found: string, span: Span): Diagnostic =>
  error('picture-type', `${path} is named as ${named} but holds ${found}`, span, `rename it, or save it as ${named}`);

export const pictureTooLarge = (
  {
    path,
    width,
    height,
    most,
    mostInAll,
  }: {
    readonly path: string;
    readonly width: number;
    readonly height: number;
    readonly most: number;
    readonly mostInAll: number;
  },
  span: Span,
): Diagnostic =>
  error(
    'picture-too-large',
    `${path} measures ${width} × ${height} pixels`,
    span,
    `make it at most ${most} pixels wide and high, and at most ${mostInAll / 1_000_000} million in all`,
  );

export const svgRefused = (what: string, span: Span): Diagnostic =>
  error(
    'svg-refused',
    `an SVG may not hold ${what}`,
    span,
    'export it again as plain SVG: shapes and their colours, nothing that runs or leads out of the file',
  );

export const svgWithoutSize = (path: string, span: Span): Diagnostic =>
  error('svg-size', `${path} does not say its size`, span, 'give it a viewBox, or a width and a height');

export const svgLacks = (what: string, span: Span): Diagnostic =>
  warning(
    'svg-lacks',
    `an SVG is drawn without this: ${what}`,
    span,
    'turn it into shapes and paths ("convert to outlines"), or leave it so',
  );

export const svgRule = (rule: string, span: Span): Diagnostic =>
  error(
    'svg-rule',
    `the styles of an SVG have "${rule}", which is not read: what it paints would be black`,
    span,
    'export it with styles as attributes ("presentation attributes"), or name elements by class, id, attribute or what they stand in',
  );

export const svgFunction = (property: string, value: string, span: Span): Diagnostic =>
  error(
    'svg-function',
    `"${property}" is "${beginning(value)}", which is not reckoned: it would be drawn in another colour or size`,
    span,
    'write what it comes to: a colour such as #1b7472, a number',
  );

export const svgUnread = (property: string, value: string, span: Span): Diagnostic =>
  warning('svg-value', `"${property}" cannot be "${beginning(value)}", and is drawn as if it were not there`, span);

/** @param lost 0 to 1. */
export const pictureCropped = (picture: string, lost: number, span: Span | null): Diagnostic =>
  warning(
    'picture-cropped',
    `the picture "${picture}" loses ${Math.round(lost * 100)}% where it stands`,
    span,
    'cut the file to the shape of its place, say which point to keep with "focus", or say "fit: cover" where it may be',
  );

/** @param lost 0 to 1. */
export const pictureSpared = (picture: string, lost: number, span: Span | null): Diagnostic =>
  warning(
    'picture-whole',
    `the picture "${picture}" would lose ${Math.round(lost * 100)}% in its place: it is shown whole, with room beside it`,
    span,
    'cut the file to the shape of its place, or say "fit: cover" where it may be cut, and with "focus" which point to keep',
  );

export const pictureOfOtherShape = (other: string, file: string, span: Span): Diagnostic =>
  error(
    'picture-shape',
    `${other} and ${file} are not of one shape`,
    span,
    'let both show the same picture, cut alike',
  );

export const missingAlt = (what: string, id: string, span: Span): Diagnostic =>
  warning(
    'missing-alt',
    `the ${what} "${id}" has no alternative text`,
    span,
    'say in "alt" what it shows, for those who cannot see it',
  );

export const helperNotHere = (name: string, where: string, allowed: readonly string[], span: Span): Diagnostic =>
  error('helper-not-here', `{{${name}}} cannot stand ${where}`, span, `allowed there: ${allowed.join(', ')}`);

export const helperNeedsParent = (name: string, parents: readonly string[], span: Span): Diagnostic =>
  error(
    'helper-not-here',
    `{{#${name}}} stands nowhere that takes it`,
    span,
    `put it inside ${parents.map((parent) => `{{#${parent}}}`).join(' or ')}`,
  );

export const blockHelperAsLeaf = (name: string, span: Span): Diagnostic =>
  error('helper-form', `{{${name}}} needs a body`, span, `write {{#${name} …}} … {{/${name}}}`);

export const leafHelperAsBlock = (name: string, span: Span): Diagnostic =>
  error('helper-form', `{{#${name}}} takes no body`, span, `write {{${name} …}}`);

export const wrongArguments = (name: string, expected: string, span: Span): Diagnostic =>
  error('wrong-arguments', `{{${name}}} takes ${expected}`, span, null);

export const wrongOption = (name: string, option: string, expected: string, span: Span): Diagnostic =>
  error('wrong-option', `"${option}" of {{${name}}} must be ${expected}`, span, null);

export const notAText = (found: string, span: Span): Diagnostic =>
  error(
    'not-a-text',
    `${found} cannot be printed as text`,
    span,
    'name one of its fields, or loop over it with {{#each}}',
  );

export const partialTooDeep = (name: string, span: Span): Diagnostic =>
  error('partial-too-deep', `the partial "${name}" calls itself without end`, span, 'end it with {{#if}}');

export const textTooLong = (most: number, span: Span): Diagnostic =>
  error('text-too-long', `this text has more than ${most} characters`, span, 'part it into several narratives');

export const paragraphTooLong = (most: number, span: Span): Diagnostic =>
  error(
    'text-too-long',
    `this paragraph has more than ${most} characters`,
    span,
    'part it with empty lines; a table of many numbers is a CSV file or a workbook',
  );

/** `what`: a cell, a figure's label. */
export const wordsTooLong = (what: string, length: number, most: number, span: Span): Diagnostic =>
  error(
    'text-too-long',
    `${what} holds ${length} characters, more than ${most}`,
    span,
    'say it shorter, or in a narrative',
  );

/** `what`: lists and quotations; bold, emphasis and links; blocks of a template. */
export const nestedTooDeep = (what: string, most: number, span: Span): Diagnostic =>
  error(
    'nested-too-deep',
    `${what} stand more than ${most} deep inside each other here`,
    span,
    'say it on fewer levels',
  );

export const tooManySigns = (most: number, span: Span): Diagnostic =>
  error(
    'too-many-signs',
    `this paragraph has more than ${most} signs of markup (*, _, [, \`)`,
    span,
    'put a \\ before those that are no markup, or part the paragraph',
  );

export const tooManySteps = (most: number, span: Span): Diagnostic =>
  error(
    'too-many-steps',
    `the template comes by here after more than ${most} steps`,
    span,
    'a loop inside a loop goes through everything many times; loop over what is to be shown alone',
  );

/** Markup of other tools, which nobody takes for a mistake of typing: it is printed as it stands. */
export const foreignMarkup = (what: string, span: Span, hint: string): Diagnostic =>
  warning('foreign-markup', `${what} is printed as it is typed`, span, hint);

export const unsupportedMarkup = (what: string, span: Span, hint: string): Diagnostic =>
  error('unsupported-markup', `${what} has no place in a report`, span, hint);

export const tableWithoutRows = (what: string, span: Span): Diagnostic =>
  error(
    'table-without-rows',
    `${what} has a head and no row below it`,
    span,
    'give it a row, or leave it out where there is nothing to show: {{#if …}}',
  );

export const blockInText = (what: string, where: string, span: Span): Diagnostic =>
  error(
    'block-in-text',
    `a ${what} cannot stand inside ${where}`,
    span,
    'set it on a line of its own, with empty lines around it',
  );

export const textOutsideSlide = (text: string, span: Span): Diagnostic =>
  error('text-outside-slide', `"${text}" stands outside every slide`, span, 'put it into {{#slide}} … {{/slide}}');

export const textNotHere = (name: string, part: string, span: Span): Diagnostic =>
  error('text-not-here', `{{#${name}}} takes nothing but {{#${part}}}`, span, `put this into a {{#${part}}}`);

export const wrongLink = (href: string, span: Span): Diagnostic =>
  error('wrong-link', `"${href}" is not a link that a report can hold`, span, 'link to https://…, mailto:… or #id');

export const unknownFootnote = (name: string, span: Span, nearest: KnownName | null): Diagnostic =>
  error(
    'unknown-footnote',
    `unknown footnote "${name}"`,
    span,
    didYouMean(nearest) ?? `say what it is on a line of its own: [^${name}]: …`,
  );

export const unusedFootnote = (name: string, span: Span): Diagnostic =>
  warning(
    'unused-footnote',
    `nothing refers to the footnote "${name}", so it stands nowhere`,
    span,
    `write [^${name}] where its mark belongs, or delete it`,
  );

export const duplicateFootnote = (name: string, span: Span, first: Span): Diagnostic =>
  error(
    'duplicate-footnote',
    `another footnote is called "${name}" too`,
    span,
    first.file === span.file && first.line === span.line && first.column === span.column
      ? 'it stands in a loop; put it behind the loop'
      : `the first is at ${first.file}:${first.line}; give each a name of its own`,
  );

export const emptyFootnote = (name: string, span: Span): Diagnostic =>
  error(
    'empty-footnote',
    `the footnote "${name}" says nothing`,
    span,
    'write its words behind the colon, or delete it',
  );

export const missingTemplate = (path: string, bundle: string): Diagnostic =>
  error('missing-template', `the bundle "${bundle}" has no ${path}`, { file: path, line: 1, column: 1 }, null);

export const unknownColumn = (
  column: string,
  table: string,
  span: Span,
  nearest: string | null,
  known: readonly string[],
): Diagnostic =>
  error(
    'unknown-column',
    `the table "${table}" has no column "${column}"`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `its columns: ${known.join(', ')}`,
  );

// ---- resolve -------------------------------------------------------------------------------------------------------

export const figureLacks = (id: string, part: string, span: Span): Diagnostic =>
  error(
    'figure-lacks',
    `the figure "${id}" has no ${part}`,
    span,
    `give it one in its row, or print another part of it`,
  );

export const emptyChart = (id: string, span: Span): Diagnostic =>
  error(
    'empty-chart',
    `the chart "${id}" has nothing to draw`,
    span,
    'name figures, or a table with its category and series',
  );

export const chartNeedsAreas = (id: string, span: Span): Diagnostic =>
  error(
    'chart-needs-areas',
    `the map "${id}" has no areas to draw`,
    span,
    'name a GeoJSON or TopoJSON file of the report: areas: towns.geojson',
  );

/** `key` is that of the file's properties by which areas are named. */
export const unknownArea = (
  {
    chart,
    name,
    file,
    key,
  }: { readonly chart: string; readonly name: string; readonly file: string; readonly key: string },
  span: Span,
  nearest: string | null,
): Diagnostic =>
  warning(
    'unknown-area',
    `the map "${chart}" has no area called "${name}": it is not drawn`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `names are read from "${key}" in ${file}`,
  );

export const areasWithoutNumber = (id: string, names: readonly string[], span: Span): Diagnostic =>
  warning(
    'area-without-number',
    `${names.length} ${names.length === 1 ? 'area of the map' : 'areas of the map'} "${id}" ${names.length === 1 ? 'has' : 'have'} no number: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}`,
    span,
    'add rows for them, with – where there is no number, or take them out of the file',
  );

export const notAPeriod = (chart: string, text: string, span: Span): Diagnostic =>
  error(
    'not-a-period',
    `the timeline "${chart}" cannot place "${text}" in time`,
    span,
    'write 2024, 2024Q3, 2024-09 or 2024-09-30; leave an end empty for a milestone',
  );

export const endBeforeStart = (chart: string, start: string, end: string, span: Span): Diagnostic =>
  error(
    'end-before-start',
    `a row of the timeline "${chart}" ends (${end}) before it begins (${start})`,
    span,
    'change one of the two',
  );

export const mixedUnits = (id: string, units: readonly string[], span: Span): Diagnostic =>
  warning(
    'mixed-units',
    `the chart "${id}" draws figures of different units on one axis: ${units.join(', ')}`,
    span,
    'chart figures of one unit together, or choose a type without an axis',
  );

export const unitDiffers = (chart: string, figure: string, found: string, expected: string, span: Span): Diagnostic =>
  error(
    'unit-differs',
    `the figure "${figure}" is in ${found}, but the chart "${chart}" is in ${expected}`,
    span,
    'take the figure out, or state the unit that all its figures have',
  );

export const checkFailed = (label: string, found: string, expected: string, span: Span): Diagnostic =>
  error('check-failed', `${label}: ${found}, but ${expected} was expected`, span, 'correct the figures, or the check');

export const checkNeedsValue = (id: string, span: Span): Diagnostic =>
  error('check-needs-value', `the figure "${id}" has no value to check`, span, null);

// ---- check ---------------------------------------------------------------------------------------------------------

export const unboundNumber = (text: string, sentence: string, span: Span): Diagnostic =>
  warning(
    'unbound-number',
    `"${text}" in “${sentence}” is written by hand`,
    span,
    'bind it with {{figure "…"}}, or list it under "names" in report.yaml where it is part of a name',
  );

export const faultInText = (fault: string, sentence: string, span: Span): Diagnostic =>
  warning(
    'fault-in-text',
    `“${sentence}” has ${fault}, which a spreadsheet writes where a formula failed`,
    span,
    'write the number that was meant, or put it between “ ” where the sign itself is spoken of',
  );

export const unusedFigure = (id: string, label: string, span: Span): Diagnostic =>
  warning(
    'unused-figure',
    `the figure "${id}" (${label}) is shown nowhere but in the register`,
    span,
    'show it in a finding, a chart or a table, or delete its row',
  );

export const missingSource = (id: string, span: Span): Diagnostic =>
  warning('missing-source', `the figure "${id}" has no source`, span, 'say in "source" where it was published');

export const missingPeriod = (id: string, span: Span): Diagnostic =>
  warning(
    'missing-period',
    `the figure "${id}" does not say of which period it is`,
    span,
    'give it a "period": 2024, 2024Q3 or 2024-09',
  );

export const periodGap = (what: string, missing: readonly string[], span: Span): Diagnostic =>
  warning(
    'period-gap',
    `${what} leaves out ${missing.join(', ')}`,
    span,
    'add what is missing; an axis that skips a year tells a wrong slope',
  );

export const rankOutOfRange = (id: string, place: number, scope: string, size: number, span: Span): Diagnostic =>
  error(
    'rank-out-of-range',
    `the figure "${id}" is number ${place} of ${scope}, which has ${size}`,
    span,
    'correct the rank or its scope',
  );

export const labelTwoValues = (
  {
    id,
    label,
    value,
    other,
    otherValue,
  }: {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly other: string;
    readonly otherValue: string;
  },
  span: Span,
): Diagnostic =>
  warning(
    'label-two-values',
    `"${label}" is ${value} in "${id}" but ${otherValue} in "${other}"`,
    span,
    'correct one of them, or give them labels that tell them apart',
  );

export const unitDisagrees = (
  {
    id,
    label,
    unit,
    other,
    otherUnit,
  }: {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly other: string;
    readonly otherUnit: string;
  },
  span: Span,
): Diagnostic =>
  warning(
    'unit-disagrees',
    `"${label}" is in ${unit} in "${id}" but in ${otherUnit} in "${other}"`,
    span,
    'state both in one unit',
  );

export const changeDisagrees = (
  {
    id,
    stated,
    found,
    from,
    to,
    other,
  }: {
    readonly id: string;
    readonly stated: string;
    readonly found: string;
    readonly from: string;
    readonly to: string;
    readonly other: string;
  },
  span: Span,
): Diagnostic =>
  warning(
    'change-disagrees',
    `the figure "${id}" states a change of ${stated}, but from ${from} ("${other}") to ${to} it is ${found}`,
    span,
    'correct the change or the values; say so in a silence where prices or coverage differ',
  );

export const sharesNotWhole = (chart: string, sum: string, span: Span): Diagnostic =>
  warning(
    'shares-not-whole',
    `the shares in the chart "${chart}" come to ${sum}%`,
    span,
    'add the missing share, or choose a chart that does not promise a whole',
  );

export const tableTotal = (table: string, column: string, sum: string, total: string, span: Span): Diagnostic =>
  error(
    'table-total',
    `in the table "${table}" the column "${column}" comes to ${sum}, but its total row says ${total}`,
    span,
    'correct the cells or the total',
  );

/** @param table null for one in the text. @param where its row and its column. */
export const tableDisagrees = (
  {
    table,
    where,
    cell,
    figure,
    said,
  }: {
    readonly table: string | null;
    readonly where: string;
    readonly cell: string;
    readonly figure: string;
    readonly said: string;
  },
  span: Span,
): Diagnostic =>
  warning(
    'table-disagrees',
    `${table === null ? 'a table' : `the table "${table}"`} says ${cell} at ${where}, and the figure "${figure}" is ${said}`,
    span,
    `mend the one that is wrong, or put {{figure "${figure}"}} into the cell`,
  );

/** `claim`: rose, fell … */
export const claimContradicts = (claim: string, id: string, change: string, sentence: string, span: Span): Diagnostic =>
  warning(
    'claim-contradicts',
    `“${sentence}” says ${claim}, but "${id}" has ${change}`,
    span,
    'change the word, or let {{change "…"}} say it',
  );

export const unusedSilence = (code: string, span: Span): Diagnostic =>
  warning('unused-silence', `nothing is left for this silence of "${code}" to silence`, span, 'delete it');

export const cannotSilence = (code: string, span: Span): Diagnostic =>
  error('cannot-silence', `"${code}" is an error that no silence covers`, span, 'correct what it tells of');

// ---- text ----------------------------------------------------------------------------------------------------------

export const missingGlyph = (character: string, where: string, span: Span | null): Diagnostic =>
  error(
    'missing-glyph',
    `no font of the theme has the character "${character}" (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}) in ${where}`,
    span,
    'change the character, or add a font that has it to the theme',
  );

export const unreadableFont = (path: string): Diagnostic =>
  error(
    'unreadable-font',
    `the font "${path}" cannot be read`,
    null,
    'the theme wants a whole TrueType or OpenType file (.ttf, .otf, .ttc) or a .woff of one, no .woff2',
  );

// ---- layout --------------------------------------------------------------------------------------------------------

export const unknownLayout = (layout: string, span: Span, nearest: { name: string; span: Span } | null): Diagnostic =>
  error('unknown-layout', `unknown slide layout "${layout}"`, span, didYouMean(nearest));

export const noRegion = (kind: string, layout: string, span: Span, takers: readonly string[]): Diagnostic =>
  error(
    'no-region',
    `the layout "${layout}" has no room for this ${kind}`,
    span,
    takers.length === 0 ? null : `layouts that take a ${kind}: ${takers.join(', ')}`,
  );

/** `part`: title, subtitle, kicker … */
export const textDoesNotFit = (part: string, text: string, layout: string, smallest: number, span: Span): Diagnostic =>
  error(
    'text-does-not-fit',
    `the ${part} "${beginning(text)}" of ${[...text].length} characters does not fit its region of the layout "${layout}", not even at ${smallest} pt`,
    span,
    'shorten it, or choose a layout with more room for it',
  );

export const blockDoesNotFit = (kind: string, region: string, layout: string, span: Span): Diagnostic =>
  error(
    'block-does-not-fit',
    `this ${kind} is larger than the region "${region}" of the layout "${layout}"`,
    span,
    'give it fewer parts, or choose a layout with more room for it',
  );

/** `gap`: 0 to 1, of the content area. */
export const mostlyEmpty = (slide: string, gap: number, span: Span): Diagnostic =>
  warning(
    'mostly-empty',
    `${Math.round(gap * 100)}% of the slide "${beginning(slide)}" stays empty in one piece`,
    span,
    'say more on it, or join it with another; `layout:` sets it as you wish',
  );

export const unknownRegion = (region: string, layout: string, span: Span, known: readonly string[]): Diagnostic =>
  error('unknown-region', `the layout "${layout}" has no region "${region}"`, span, `its regions: ${known.join(', ')}`);

export const duplicateSlideTitle = (title: string, span: Span): Diagnostic =>
  warning(
    'duplicate-slide-title',
    `another slide has the title "${title}" too`,
    span,
    'give each slide a title of its own, so that an outline and a screen reader can tell them apart',
  );

/** `pair` is the text's colour and its ground's, as a theme writes them: `accent3+40% on lt1`. */
export const lowContrast = (
  {
    text,
    pair,
    ratio,
    least,
    where,
  }: {
    readonly text: string;
    readonly pair: string;
    readonly ratio: number;
    readonly least: number;
    readonly where: string;
  },
  span: Span | null,
): Diagnostic =>
  warning(
    'low-contrast',
    `"${beginning(text)}" on "${beginning(where)}" has a contrast of ${ratio.toFixed(1)} to 1 with its ground (${pair}), less than ${least} to 1`,
    span,
    'choose a darker or a lighter colour for its style, in the theme',
  );

export const longNotes = (title: string, characters: number, most: number, span: Span): Diagnostic =>
  warning(
    'long-notes',
    `the notes of "${beginning(title)}" have ${characters} characters, more than can be said in a quarter of an hour (${most})`,
    span,
    'say what belongs to this slide, and leave the rest to the briefing',
  );

export const tallerThanPage = (what: string, span: Span | null): Diagnostic =>
  error(
    'taller-than-page',
    `${what} is taller than a page and cannot be broken`,
    span,
    'shorten it, or divide it into several',
  );

/** @param table as the author names it; null for one in the text. */
export const tableTooWide = (table: string | null, columns: number, span: Span): Diagnostic =>
  error(
    'table-too-wide',
    `${table === null ? 'a table' : `the table "${table}"`} of ${columns} columns is wider than its place`,
    span,
    'leave columns out, divide the table, or break long words of its head: a line end in a cell counts',
  );

export const notesDoNotFit = (slide: string, slides: number, span: Span | null): Diagnostic =>
  error(
    'notes-do-not-fit',
    `the notes of "${slide}" do not fit beside the slide on a handout of ${slides} slides a page`,
    span,
    'shorten them, or set "slides" of "handout" lower in report.yaml; with 1 they go on over as many pages as they need',
  );

export const unknownLinkTarget = (href: string, span: Span): Diagnostic =>
  warning(
    'unknown-link-target',
    `nothing in this document has the id that "${href}" names`,
    span,
    'name a heading, a chart, a table or a picture',
  );

// ---- charts --------------------------------------------------------------------------------------------------------

export const seriesCount = (chart: string, kind: string, expected: string, found: number, span: Span): Diagnostic =>
  error(
    'series-count',
    `a ${kind} chart takes ${expected}, but "${chart}" has ${found}`,
    span,
    'name as many columns of the table under "series"',
  );

export const tooManySeries = (chart: string, found: number, span: Span): Diagnostic =>
  error(
    'too-many-series',
    `the chart "${chart}" has ${found} series, and PowerPoint takes no more than 255`,
    span,
    'chart fewer columns, or divide the chart',
  );

export const unknownCategory = (
  {
    chart,
    key,
    name,
    nearest,
    known,
  }: {
    readonly chart: string;
    readonly key: string;
    readonly name: string;
    readonly nearest: KnownName | null;
    readonly known: readonly string[];
  },
  span: Span,
): Diagnostic =>
  error(
    'unknown-category',
    `"${key}" of the chart "${chart}" names "${name}", which it does not show`,
    span,
    didYouMean(nearest) ?? `it shows: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`,
  );

/** A share of nothing, or of less than nothing, is none. */
export const growthFromNothing = (chart: string, category: string, span: Span): Diagnostic =>
  error(
    'growth-from-nothing',
    `"compare" of the chart "${chart}" starts from "${category}", which is not above zero: no growth can be told`,
    span,
    'write `as: points` for the difference, or take another category',
  );

export const rateWithoutTime = (chart: string, category: string, span: Span): Diagnostic =>
  error(
    'rate-without-time',
    `the chart "${chart}" asks for a rate a year, but "${category}" is no period`,
    span,
    'take `total` or `change` for the difference between two things',
  );

export const keyNotForKind = (
  chart: string,
  key: string,
  kind: string,
  kinds: readonly string[],
  span: Span,
): Diagnostic =>
  error(
    'key-not-for-kind',
    `"${key}" means nothing to the ${kind} chart "${chart}"`,
    span,
    `charts that take it: ${kinds.join(', ')}`,
  );

export const outsideDomain = (
  {
    chart,
    kind,
    found,
    why,
    hint,
  }: {
    readonly chart: string;
    readonly kind: string;
    readonly found: string;
    readonly why: string;
    readonly hint: string;
  },
  span: Span,
): Diagnostic => error('outside-domain', `the ${kind} chart "${chart}" cannot show ${found}: ${why}`, span, hint);

export const nothingToShare = (chart: string, kind: string, span: Span): Diagnostic =>
  error(
    'outside-domain',
    `the ${kind} chart "${chart}" has nothing above zero: there is no whole to show parts of`,
    span,
    'take bars or columns, which show zeros, or leave the chart out',
  );

export const oneNumber = (chart: string, kind: string, found: number, span: Span): Diagnostic =>
  error(
    'outside-domain',
    `a ${kind} shows one number, but "${chart}" has ${found}`,
    span,
    'name one figure or one row, or take progress bars for several',
  );

export const crowdedNames = (chart: string, names: number, span: Span): Diagnostic =>
  warning(
    'crowded-names',
    `the chart "${chart}" has no room for all of its ${names} names`,
    span,
    'take bars, show fewer with "top", shorten the names, or give the chart more room',
  );

export const logNeedsPositive = (chart: string, found: number, span: Span): Diagnostic =>
  error(
    'log-needs-positive',
    `the log axis of the chart "${chart}" cannot show ${found}`,
    span,
    'a log axis shows numbers above zero: take "scale: linear"',
  );

export const drawingLacks = (operation: string, chart: string, span: Span): Diagnostic =>
  warning(
    'drawing-lacks',
    `the chart "${chart}" asks for ${operation}, which a vector drawing does not have`,
    span,
    "leave it out of the chart's options",
  );

export const drawingFails = (chart: string, cause: string, span: Span): Diagnostic =>
  error(
    'drawing-fails',
    `Chart.js cannot draw the chart "${chart}" with these options: ${cause}`,
    span,
    'mend the options, or leave them out one by one to find which',
  );

export const pluginNotNamed = (plugin: string, chart: string, span: Span): Diagnostic =>
  warning(
    'plugin-not-named',
    `the chart "${chart}" asks for the Chart.js plugin "${plugin}", which the bundle does not name`,
    span,
    `write "plugins: [${plugin}]" in the bundle's bundle.yaml`,
  );

// ---- writers -------------------------------------------------------------------------------------------------------

export const chartAsPicture = (chart: string, kind: string, hasOptions: boolean, span: Span): Diagnostic =>
  warning(
    'chart-as-picture',
    `PowerPoint ${hasOptions ? 'does not take options of Chart.js' : `cannot draw this ${kind} chart`}: "${chart}" stands in the deck as a picture, which cannot be edited there`,
    span,
    hasOptions
      ? 'leave its "options" out, or leave it so'
      : 'take a kind that PowerPoint has (bar, column, line, area, pie, doughnut, radar …), or leave it so',
  );

export const charactersRemoved = (characters: readonly string[], where: string, span: Span | null): Diagnostic =>
  warning(
    'characters-removed',
    `the text of "${where}" had characters that no file can hold, and they were left out: ${characters.join(', ')}`,
    span,
    'control characters and halves of a surrogate pair come from a bad copy or a wrong encoding: clean the source',
  );

// ---- project and command line --------------------------------------------------------------------------------------

export const unknownOutput = (
  name: string,
  known: readonly string[],
  nearest: string | null,
  span: Span | null = null,
): Diagnostic =>
  error(
    'unknown-output',
    `there is no output "${name}"`,
    span,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `outputs are: ${known.join(', ')}`,
  );

export const notAnOutput = (name: string, endings: readonly string[], span: Span): Diagnostic =>
  error(
    'not-an-output',
    `"${name}" is no name of an output`,
    span,
    `an output is a file of letters, digits and hyphens that ends in .${endings.join(', .')}`,
  );

export const notTaken = (output: string, document: string, medium: 'slides' | 'paper', span: Span): Diagnostic =>
  error(
    'output-not-taken',
    `"${output}" shows ${medium}, and "${document}" is none`,
    span,
    `let it show a document whose medium is ${medium}`,
  );

export const noOutputOf = (bundle: string, ending: string): Diagnostic =>
  error(
    'no-output-of-kind',
    `the bundle "${bundle}" has no output that ends in .${ending}`,
    null,
    'state one under "outputs" in its bundle.yaml',
  );

export const noOutputs = (folder: string, known: readonly string[]): Diagnostic =>
  error(
    'no-outputs',
    `${folder} asks for no output`,
    null,
    `name some under "outputs" in its report.yaml, or with --only: ${known.join(', ')}`,
  );

export const noFiguresToList = (span: Span | null): Diagnostic =>
  error(
    'no-figures',
    'the register of figures is asked for, and the report has no figure',
    span,
    'give the report figures, or leave that output out',
  );

export const missingFontFile = (path: string, theme: string): Diagnostic =>
  error(
    'missing-font-file',
    `the theme "${theme}" names a font file that is not there: ${path}`,
    null,
    packageOf(path) === null
      ? 'check the path in the theme'
      : `run \`npm install ${packageOf(path)}\`, which has it, or name another file in the theme`,
  );

/** `@scope/name` of `package:@scope/name/file.ttf`. */
const packageOf = (path: string): string | null => /^package:((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? null;

export const cannotWrite = (path: string, reason: string): Diagnostic =>
  error(
    'cannot-write',
    `cannot write ${path}: ${reason}`,
    null,
    'choose another folder with --out, or make room or permission there; earlier files are untouched',
  );

export const folderBusy = (folder: string, lock: string): Diagnostic =>
  error(
    'folder-busy',
    `another build is writing into ${folder}`,
    null,
    `wait for it, or choose another folder with --out; if none is under way, delete ${lock}`,
  );

export const notTwoStates = (state: string, record: string): Diagnostic =>
  error(
    'unknown-state',
    `"${state}" is no report folder, no ${record} and no revision at which the report is there`,
    null,
    'name a report folder, a folder of outputs, or before a report folder a git revision such as HEAD~1',
  );

export const errorInRecord = (path: string): Diagnostic =>
  error(
    'unknown-record',
    `${path} is not the record of a build, or of another version of briefkit`,
    null,
    'build the report again',
  );

export const unknownCommand = (name: string, nearest: string | null): Diagnostic =>
  error(
    'unknown-command',
    `there is no command "${name}"`,
    null,
    didYouMean(nearest === null ? null : { name: nearest }) ?? 'briefkit --help lists the commands',
  );

export const unknownOption = (name: string, command: string, nearest: string | null): Diagnostic =>
  error(
    'unknown-option',
    `${command} has no option ${name}`,
    null,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `${command} --help lists its options`,
  );

export const optionNeedsValue = (name: string, value: string, command: string): Diagnostic =>
  error('option-needs-value', `${name} needs a value`, null, `write ${name} ${value}; see ${command} --help`);

export const optionTakesNoValue = (name: string, command: string): Diagnostic =>
  error('option-takes-no-value', `${name} takes no value`, null, `write ${name} alone; see ${command} --help`);

export const noSheetKind = (file: string, kinds: readonly string[]): Diagnostic =>
  error(
    'unknown-choice',
    `--out cannot be "${file}": a change sheet ends with ${kinds.map((kind) => `.${kind}`).join(' or ')}`,
    null,
    `for example: --out changes.${kinds[0]}`,
  );

export const unknownChoice = (
  option: string,
  value: string,
  allowed: readonly string[],
  nearest: string | null,
): Diagnostic =>
  error(
    'unknown-choice',
    `${option} cannot be "${value}"`,
    null,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `it can be: ${allowed.join(', ')}`,
  );

export const missingArgument = (what: string, example: string): Diagnostic =>
  error('missing-argument', `${what} is missing`, null, `for example: ${example}`);

export const onlyWithFormat = (option: string, format: string): Diagnostic =>
  error(
    'only-with-format',
    `${option} goes with --format ${format}`,
    null,
    `leave ${option} out, or add --format ${format}`,
  );

export const fileIsThere = (path: string): Diagnostic =>
  error(
    'file-is-there',
    `${path} is there already, and is left as it is`,
    null,
    'choose another name, or move it away',
  );

export const extraArgument = (argument: string, command: string): Diagnostic =>
  error('extra-argument', `${command} does not take "${argument}"`, null, `see ${command} --help`);

/** On the command line, where nothing was read that could be blamed. */
export const noSuchFigure = (id: string, report: string, nearest: KnownName | null): Diagnostic =>
  error(
    'unknown-figure',
    `${report} has no figure "${id}"`,
    null,
    didYouMean(nearest) ?? `briefkit figures ${report} lists them`,
  );

export { error as errorDiagnostic, warning as warningDiagnostic };

// ---- batches -------------------------------------------------------------------------------------------------------

export const wrongNumber = (option: string, given: string, least: number, most: number): Diagnostic =>
  error('wrong-number', `${option} takes a whole number from ${least} to ${most}, not "${given}"`, null, null);

export const badReportName = (name: string): Diagnostic =>
  error(
    'bad-report-name',
    `"${name}" cannot be the name of a report`,
    null,
    'take letters, digits, - and _ : it becomes a folder below data/',
  );

export const noTables = (files: string): Diagnostic =>
  error(
    'no-tables',
    `no table was found in ${files}`,
    null,
    'a table has a row of names with rows below it, two columns or more; write the report by hand and name the cells with "range"',
  );

/** `column` is what the table's first column is called. */
export const unknownRow = (name: string, table: string, span: Span, near: string | null, column: string): Diagnostic =>
  error(
    'unknown-row',
    `the table "${table}" has no row "${name}"${column === '' ? '' : ` under "${column}"`}`,
    span,
    near === null ? null : `did you mean "${near}"?`,
  );

export const wrongRedisAddress = (address: string): Diagnostic =>
  error('wrong-address', `"${address}" is no address of a Redis server`, null, 'write it as redis://host:6379');

/** `reason` as the system or the server words it. */
export const noQueueThere = (address: string, reason: string): Diagnostic =>
  error(
    'no-queue',
    `nobody answers at ${address}: ${reason}`,
    null,
    'start a Redis server there, or name another with --redis',
  );

export const noQueueLibrary = (): Diagnostic =>
  error('no-queue-library', 'the queue needs the package bullmq, which is not installed', null, 'npm install bullmq');
