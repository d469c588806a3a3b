/** A report's folder to a report: report.yaml and every file that it names, read once, all mistakes told together. */
import { missingFile, wrongDate, wrongType } from '../diagnostics/messages.js';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { unitNames } from '../model/unit.js';
import type { Files } from '../project/files.js';
import { checkShape } from './check-shape.js';
import { readCsv } from './data/csv.js';
import { dataFormatOf, dataFormats } from './data/read-data.js';
import { readYaml } from './data/yaml.js';
import { DataCursor } from './data-cursor.js';
import { decodeText, readNamed } from './read-text.js';
import { checkNames } from './report/names.js';
import type { KnownThings } from './report/names.js';
import { readCharts } from './report/read-charts.js';
import { readChecks } from './report/read-checks.js';
import { readFigures, rowsOfData, rowsOfTable } from './report/read-figures.js';
import type { FigureRow } from './report/read-figures.js';
import { readNarratives } from './report/read-narratives.js';
import { readHandout, readPrint } from './report/read-paper.js';
import { readPictures } from './report/read-pictures.js';
import { namesOf, readProgramme, readSections } from './report/read-sections.js';
import { readSilences } from './report/read-silences.js';
import { readTables } from './report/read-tables.js';
import type { ReportSource } from './report/report-source.js';
import { WordsBook } from './report/words-book.js';
import { reportSchema } from './schema.js';

/** Null where report.yaml is missing or cannot be parsed; otherwise the report without what was wrong in it. */
export function readReport(folder: string, files: Files, report: Reporter, memo: Memo = noMemo): Report | null {
  const path = `${folder.replace(/\/+$/, '')}/report.yaml`;
  const bytes = files.read(path);
  if (bytes === null) {
    report(missingFile(path, 'the report', null, null));
    return null;
  }
  const source = decodeText(path, bytes, report);
  const document = source === null ? null : readYaml(source, report, memo);
  if (document === null) return null;
  const root = new DataCursor(document, document.value);
  if (!root.isMap) {
    report(wrongType('report.yaml', 'a map of keys', 'something else', root.span));
    return null;
  }
  checkShape(document, reportSchema, 'the report', report);
  return readParts(root, folder.replace(/\/+$/, ''), files, report, memo);
}

function readParts(root: DataCursor, folder: string, files: Files, report: Reporter, memo: Memo): Report {
  const ownUnits = root.at('units').names().map(({ id }) => id);
  const units = new Set<string>([...unitNames, ...ownUnits]);
  const figures = readFigureFiles(root.at('figures'), folder, files, units, report);
  const narrativePaths = narrativeCursors(root);

  // What words and lists may name. Charts, tables and pictures are known by their keys before they are read, since their captions are words.
  const keysOf = (key: string): ReadonlyMap<string, { span: Figure['span'] }> => new Map(root.at(key).entries().map(([id, entry]) => [id, { span: entry.keySpan }]));
  const known: KnownThings = {
    figure: figures, chart: keysOf('charts'), table: keysOf('tables'), picture: keysOf('pictures'),
    narrative: new Map(narrativePaths.flatMap((name) => (name.text() === null ? [] : [[name.text()!, {}]]))),
  };
  const has = checkNames(known, report);
  const words = new WordsBook(has, report, memo);
  const source: ReportSource = { folder, files, report, memo, words, units };
  const reading = { words, has, report };
  const text = (key: string): string => root.at(key).text() ?? '';

  const tables = readTables(root.at('tables'), source);
  const sections = readSections(root.at('sections'), reading);
  const subtitle = words.read(root.at('subtitle').source());
  return {
    id: folder.slice(folder.lastIndexOf('/') + 1), folder,
    meta: {
      title: text('title'), subtitle: plainSubtitle(subtitle === null ? '' : subtitle.source), author: text('author'), subject: text('subject'),
      keywords: root.at('keywords').names().map(({ id }) => id), language: root.at('locale').text() ?? 'zh-CN', date: readDate(root.at('date'), report), footer: text('footer'),
    },
    bundle: text('bundle'), theme: text('theme'), outputs: root.at('outputs').names().map(({ id }) => id),
    places: { bundle: root.at('bundle').span, theme: root.at('theme').span, outputs: root.at('outputs').span },
    place: text('place'), period: text('period'), edition: text('edition'), title: text('title'), subtitle, slogan: text('slogan'),
    opening: words.read(root.at('opening').source()), cover: namesOf(root, 'picture', ['cover'], reading)[0] ?? null,
    highlights: namesOf(root, 'figure', ['highlights'], reading), honours: namesOf(root, 'figure', ['honours'], reading),
    sections, programme: readProgramme(root.at('programme'), sections, reading),
    closing: words.read(root.at('closing').source()),
    defined: { charts: keysOf('charts'), tables: keysOf('tables') },
    figures, tables, charts: readCharts(root.at('charts'), tables, has, source), pictures: readPictures(root.at('pictures'), source),
    narratives: readNarratives(narrativePaths, source), words: words.inlines, passages: words.passages,
    handout: readHandout(root.at('handout')), print: readPrint(root.at('print')), attachments: root.at('attachments').value === true,
    units: ownUnits, checks: readChecks(root.at('checks'), has, report),
    names: root.at('names').names().map(({ id }) => id), silences: readSilences(root.at('silence')),
  };
}

/** The document's properties hold no figures: the file's own title must not change with them. */
const plainSubtitle = (source: string): string => (source.includes('{{') ? '' : source);

const narrativeCursors = (root: DataCursor): readonly DataCursor[] =>
  [...root.at('sections').items().flatMap((section) => section.at('findings').items()), root.at('programme')]
    .map((item) => item.at('narrative')).filter((name) => name.exists);

function readDate(cursor: DataCursor, report: Reporter): string {
  const text = cursor.text();
  if (text === null) return '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) report(wrongDate(text, cursor.span));
  return text;
}

/** Where a report names no file. */
const defaultFigures = 'figures.csv';

/** Files by name, one or several, or figures written in report.yaml itself. */
function readFigureFiles(cursor: DataCursor, folder: string, files: Files, units: ReadonlySet<string>, report: Reporter): ReadonlyMap<string, Figure> {
  return readFigures(figureRows(cursor, folder, files, report), units, report);
}

function figureRows(cursor: DataCursor, folder: string, files: Files, report: Reporter): readonly FigureRow[] {
  if (!cursor.exists) {
    const bytes = files.read(`${folder}/${defaultFigures}`);
    return bytes === null ? [] : rowsOfFile(`${folder}/${defaultFigures}`, bytes, cursor.span, report);
  }
  if (cursor.isMap || cursor.items().some((item) => item.isMap)) return rowsOfData(cursor, report);
  return cursor.items().flatMap((name) => {
    const found = readNamed(files, folder, name.text() ?? '', 'the table of figures', name.span, report);
    return found === null ? [] : rowsOfFile(found.path, found.bytes, name.span, report);
  });
}

/** `span` is where the file was named. */
function rowsOfFile(path: string, bytes: Uint8Array, span: Span, report: Reporter): readonly FigureRow[] {
  const read = dataFormatOf(path);
  if (read === null && !/\.(csv|tsv|txt)$/i.test(path)) {
    report(wrongType('figures', `a file that ends with .csv, .${Object.keys(dataFormats).join(', .')}`, `"${path}"`, span));
    return [];
  }
  const source = decodeText(path, bytes, report, { chinese: true });
  if (source === null) return [];
  if (read !== null) {
    const document = read(source, report);
    return document === null ? [] : rowsOfData(new DataCursor(document, document.value), report);
  }
  const table = readCsv(source, report);
  return table === null ? [] : rowsOfTable(table, report);
}
