/** A report's folder to a report: report.yaml and every file that it names, read once, all mistakes told together. */
import {
  helperInPlainText,
  missingFile,
  twoFigureFiles,
  unknownKey,
  wrongDate,
  wrongType,
} from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { FieldDeclaration } from '../model/field.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { ReportRow } from '../model/report-row.js';
import { prohibitions } from '../model/typesetting.js';
import { unitNames } from '../model/unit.js';
import { filesWithin, pathBelow } from '../project/files.js';
import type { Files } from '../project/files.js';
import { boundTexts } from './shape/bound-texts.js';
import { readBundleFields } from './read-bundle.js';
import { soundParts } from './shape/check-shape.js';
import { dataFormatOf, dataFormats } from './data/read-data.js';
import type { WorkbookReader } from './data/workbook/read-workbook.js';
import { readYaml } from './data/yaml.js';
import { DataCursor } from './shape/data-cursor.js';
import { FootnoteBook } from './markdown/footnote-book.js';
import { decodeText, readNamed } from './source/read-text.js';
import { checkNames } from './report/names.js';
import type { KnownThings } from './report/names.js';
import { readCharts } from './report/read-charts.js';
import { readChecks } from './report/read-checks.js';
import type { FigureRow } from './report/figure-row.js';
import { mapHeads, withSource } from './report/figure-file.js';
import { rowsOfTable } from './report/figure-rows-of-table.js';
import { readAllFigures } from './report/read-derived.js';
import { rowsOfData } from './report/read-figures.js';
import { readFootnotes } from './report/read-footnotes.js';
import { readNarratives } from './report/read-narratives.js';
import { readDraft, readHandout, readPrint, readResolutions } from './report/read-paper.js';
import { readPictures } from './report/read-pictures.js';
import { narrativeNames, readFieldValues } from './report/read-field-values.js';
import { readSilences } from './report/read-silences.js';
import { figuresOfRow, fillFrom, withRows, withRowTable } from './report/row-data.js';
import { timePoints } from '../figures/choose-periods.js';
import { isWorkbook, readTableFile } from './report/read-table-file.js';
import { readTemplateSpec } from './report/read-template-spec.js';
import { readTables } from './report/read-tables.js';
import type { FileSource, ReportSource } from './report/report-source.js';
import { WordsBook } from './report/words-book.js';
import { reportSchema } from './shape/schema.js';

/** Null where report.yaml or the figures are missing or cannot be opened; otherwise the report without what was wrong in it. */
export async function readReport(
  folder: string,
  given: Files,
  tell: Tell,
  memo: Memo = noMemo,
  { roots = ['.'], bundle = null, row }: ReportPlace = {},
): Promise<Report | null> {
  const files = filesWithin(given, folder);
  const fieldsOf = (name: string): readonly FieldDeclaration[] | null =>
    // What is wrong with the bundle is told when all of it is read.
    readBundleFields(bundle ?? name, { files: given, tell: () => undefined, memo }, { roots, report: folder });
  const opened = openReport(folder, files, tell, memo, fieldsOf, row);
  return opened === null
    ? null
    : readOpened(opened, {
        folder,
        files,
        tell,
        memo,
        workbooks: await loadWorkbooks(opened.root, folder, files),
        ...(row && { row }),
      });
}

/** Where bundles are looked for, and the one that is taken in place of the report's own. */
export interface ReportPlace {
  readonly roots?: readonly string[];
  readonly bundle?: string | null;
  /** What the report is about, of a batch. */
  readonly row?: ReportRow;
}

/** report.yaml with what its bundle declares. */
export interface OpenedReport {
  readonly root: DataCursor;
  readonly declared: readonly FieldDeclaration[];
}

/** report.yaml, checked for its shape; `fieldsOf` knows what a bundle declares. */
export function openReport(
  folder: string,
  files: Files,
  tell: Tell,
  memo: Memo,
  fieldsOf: (bundle: string) => readonly FieldDeclaration[] | null,
  row?: ReportRow,
): OpenedReport | null {
  const path = `${folder.replace(/\/+$/, '')}/report.yaml`;
  const bytes = files.read(path);
  if (bytes === null) {
    tell(missingFile(path, 'the report', null, null));
    return null;
  }
  const source = decodeText(path, bytes, tell);
  const document = source === null ? null : readYaml(source, tell, memo);
  if (document === null) return null;
  const whole = new DataCursor(document, document.value);
  if (!whole.isMap) {
    tell(wrongType('report.yaml', 'a map of keys', 'something else', whole.span));
    return null;
  }
  const declared = fieldsOf(whole.at('bundle').text() ?? '');
  const sound = boundTexts(soundParts(document, reportSchema(declared), 'the report', tell), tell);
  const filled = row === undefined ? sound : { ...sound, filled: fillFrom(row, tell) };
  return { root: new DataCursor(filled, filled.value), declared: declared ?? [] };
}

/** Null, and nothing loaded, for a report without workbooks. */
async function loadWorkbooks(root: DataCursor, folder: string, files: Files): Promise<WorkbookReader | null> {
  const figures = root.at('figures');
  const named = [
    ...figures.items().map(figureFile),
    ...root
      .at('tables')
      .entries()
      .map(([, table]) => table.at('file')),
  ].map((name) => pathBelow(folder, name.text() ?? '') ?? '');
  if (
    !named.some(isWorkbook) &&
    (figures.exists || presentFigures(folder, files).every(({ path }) => !isWorkbook(path)))
  )
    return null;
  return (await import('./data/workbook/read-workbook.js')).workbookReader();
}

/** All that an opened report names; `workbooks` must be there where that is a workbook. Null without its figures: all that names one would seem a mistake. */
export function readOpened({ root, declared }: OpenedReport, given: FileSource): Report | null {
  const named = { ...given, folder: given.folder.replace(/\/+$/, '') };
  const { folder, tell, memo } = named;
  const ownUnits = root
    .at('units')
    .names()
    .map(({ id }) => id);
  const units = new Set<string>([...unitNames, ...ownUnits]);
  const written = figureRows(root.at('figures'), named, units);
  if (written === null) return null;
  const rows = named.row === undefined ? written : [...written, ...figuresOfRow(named.row, units)];
  const { figures, series } = readAllFigures(root, rows, units, named);
  const narrativePaths = narrativeNames(declared, root);

  // What words and lists may name. Charts, tables and pictures are known by their keys before they are read, since their captions are words.
  const keysOf = (key: string): ReadonlyMap<string, { span: Figure['span'] }> =>
    new Map(
      root
        .at(key)
        .entries()
        .map(([id, entry]) => [id, { span: entry.keySpan }]),
    );
  const tableKeys = named.row === undefined ? keysOf('tables') : withRows(keysOf('tables'), named.row);
  const known: KnownThings = {
    figure: { figures, series },
    chart: keysOf('charts'),
    table: tableKeys,
    picture: keysOf('pictures'),
    narrative: new Map(narrativePaths.flatMap((name) => (name.text() === null ? [] : [[name.text()!, {}]]))),
  };
  const has = checkNames(known, tell);
  const footnotes = new FootnoteBook(null);
  const words = new WordsBook(
    has,
    tell,
    footnotes,
    memo,
    {
      language: root.at('locale').text() ?? 'zh-CN',
      periods: (id) => timePoints({ figures, series }, id),
    },
    named.row,
  );
  readFootnotes(root.at('footnotes'), words, footnotes, tell);
  const source: ReportSource = { ...named, words, units, language: root.at('locale').text() ?? 'zh-CN' };
  const text = (key: string): string => root.at(key).text() ?? '';

  refuseHelpers(root, tell);
  const tables =
    named.row === undefined
      ? readTables(root.at('tables'), source)
      : withRowTable(readTables(root.at('tables'), source), named.row, words);
  const subtitle = words.read(root.at('subtitle').source());
  return {
    id: folder.slice(folder.lastIndexOf('/') + 1),
    folder,
    ...(named.row && { row: named.row }),
    meta: {
      title: text('title'),
      subtitle: plainSubtitle(subtitle === null ? '' : subtitle.source),
      author: text('author'),
      subject: text('subject'),
      keywords: root
        .at('keywords')
        .names()
        .map(({ id }) => id),
      language: fullLanguage(root.at('locale').text() ?? 'zh'),
      date: readDate(root.at('date'), tell),
      footer: text('footer'),
      typesetting: {
        keep: namesIn(root),
        prohibition: prohibitions.find((known) => known === root.at('prohibition').text()) ?? 'gb',
      },
    },
    bundle: text('bundle'),
    theme: text('theme'),
    template: readTemplateSpec(root.at('template'), folder, tell),
    outputs: root
      .at('outputs')
      .names()
      .map(({ id }) => id),
    places: {
      bundle: root.at('bundle').span,
      theme: root.at('theme').span,
      outputs: root.at('outputs').span,
      resolution: root.at('resolution').span,
    },
    period: text('period'),
    title: text('title'),
    subtitle,
    fields: readFieldValues(declared, root, { words, has, tell }),
    defined: { charts: keysOf('charts'), tables: tableKeys },
    figures,
    series,
    tables,
    charts: readCharts(root.at('charts'), tables, has, source),
    pictures: readPictures(root.at('pictures'), source),
    narratives: readNarratives(narrativePaths, source),
    words: words.inlines,
    passages: words.passages,
    footnotes,
    handout: readHandout(root.at('handout')),
    print: readPrint(root.at('print')),
    resolution: readResolutions(root.at('resolution')),
    attachments: root.at('attachments').value === true,
    draft: readDraft(root.at('draft')),
    units: ownUnits,
    checks: readChecks(root.at('checks'), has, tell),
    names: namesIn(root),
    silences: readSilences(root.at('silence')),
  };
}

/** The document's properties hold no figures: the file's own title must not change with them. */
const plainSubtitle = (source: string): string => (source.includes('{{') ? '' : source);

const namesIn = (root: DataCursor): readonly string[] =>
  root
    .at('names')
    .names()
    .map(({ id }) => id);

function readDate(cursor: DataCursor, tell: Tell): string {
  const text = cursor.text();
  if (text === null) return '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) tell(wrongDate(text, cursor.span));
  return text;
}

/** Where a report names no file. */
const defaultFigures = ['figures.csv', 'figures.xlsx'] as const;

const presentFigures = (
  folder: string,
  files: Files,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] =>
  defaultFigures.flatMap((name) => {
    const bytes = files.read(`${folder}/${name}`);
    return bytes === null ? [] : [{ path: `${folder}/${name}`, bytes }];
  });

/** What a map says of a file of figures. */
const fileKeys: readonly string[] = ['file', 'sheet', 'range', 'head', 'map', 'source'];

/** A file is named by itself, or in a map that says which cells of it are meant; a map without `file` is a figure. */
const figureFile = (item: DataCursor): DataCursor => (item.isMap ? item.at('file') : item);

/** Files by name, one or several, or figures written in report.yaml itself. Null where one of the files has none, which is reported. */
function figureRows(cursor: DataCursor, source: FileSource, units: ReadonlySet<string>): readonly FigureRow[] | null {
  const { folder, files, tell } = source;
  if (!cursor.exists) {
    const [first, ...more] = presentFigures(folder, files);
    if (more.length > 0) tell(twoFigureFiles(defaultFigures, cursor.span));
    return first === undefined ? [] : rowsOfFile(first.path, first.bytes, cursor, source, units);
  }
  const names = cursor.isMap ? [cursor] : cursor.items();
  if (names.some((item) => figureFile(item).text() === null)) return rowsOfData(cursor, tell);
  const rows = names.map((item) => {
    const name = figureFile(item);
    for (const [key, value] of item.entries()) {
      if (!fileKeys.includes(key))
        tell(unknownKey(key, 'a file of figures', value.keySpan, nearestName(key, fileKeys), fileKeys));
    }
    const found = readNamed(files, folder, name.text()!, 'the table of figures', name.span, tell);
    const read = found === null ? null : rowsOfFile(found.path, found.bytes, item, source, units);
    return read === null ? null : withSource(read, item.at('source'));
  });
  return rows.every((each) => each !== null) ? rows.flat() : null;
}

/** `named` is where the file was named. */
function rowsOfFile(
  path: string,
  bytes: Uint8Array,
  named: DataCursor,
  source: FileSource,
  units: ReadonlySet<string>,
): readonly FigureRow[] | null {
  const { tell } = source;
  const read = dataFormatOf(path);
  if (read === null && !isWorkbook(path) && !/\.(csv|tsv|txt)$/i.test(path)) {
    tell(
      wrongType(
        'figures',
        `a file that ends with .csv, .xlsx, .${Object.keys(dataFormats).join(', .')}`,
        `"${path}"`,
        named.span,
      ),
    );
    return null;
  }
  if (read === null) {
    const table = readTableFile(path, bytes, named, source);
    return table === null ? null : rowsOfTable(mapHeads(table, named.at('map'), tell), units, tell);
  }
  const text = decodeText(path, bytes, tell, { chinese: true });
  const document = text === null ? null : read(text, tell);
  if (document === null) return null;
  const bound = boundTexts(document, tell);
  return rowsOfData(new DataCursor(bound, bound.value), tell);
}

/** Keys whose text is a property of the file too, or a name: no figure can stand in them. */
const plainKeys = ['title', 'slogan', 'place', 'period', 'edition', 'footer', 'author', 'subject'] as const;

/** `{{figure "…"}}` where it would be printed as it stands; other braces are signs like any other. */
function refuseHelpers(root: DataCursor, tell: Tell): void {
  const titles = (['sections', 'charts'] as const).flatMap((key) => {
    const entries = root.at(key);
    const each = entries.isMap ? entries.entries().map(([, entry]) => entry) : entries.items();
    return each.filter((entry) => entry.isMap).map((entry) => ({ key: `title of ${key}`, cursor: entry.at('title') }));
  });
  for (const { key, cursor } of [...plainKeys.map((name) => ({ key: name, cursor: root.at(name) })), ...titles])
    if (/\{\{~?\s*(?:figure|change|rank|label)\s+["'\w]/.test(cursor.text() ?? ''))
      tell(helperInPlainText(key, cursor.span));
}

/** Office programs ask for a region: `en` is American English, `zh` that of China. */
const fullLanguage = (locale: string): string => ({ en: 'en-US', zh: 'zh-CN' })[locale] ?? locale;
