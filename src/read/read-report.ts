/** A report's folder to a report: report.yaml and every file that it names, read once, all mistakes told together. */
import { chartNatives } from '../model/chart.js';
import { missingFile, reportIsFile, wrongType } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { FieldDeclaration } from '../model/field.js';
import type { Report, Words } from '../model/report.js';
import type { ReportRow } from '../model/report-row.js';
import type { Span } from '../model/span.js';
import { unitNames } from '../model/unit.js';
import { filesWithin } from '../project/files.js';
import type { Files } from '../project/files.js';
import { boundTexts } from './shape/bound-texts.js';
import { readBundleFields } from './read-bundle.js';
import { soundParts } from './shape/check-shape.js';
import { readYaml } from './data/yaml.js';
import { DataCursor } from './shape/data-cursor.js';
import { FootnoteBook } from './markdown/footnote-book.js';
import { decodeText } from './source/read-text.js';
import { recallReading } from './source/recall-reading.js';
import { answerQueries } from './report/ask-queries.js';
import type { AskQueries } from './report/ask-queries.js';
import { checkNames } from './report/names.js';
import type { KnownThings } from './report/names.js';
import { readCharts } from './report/chart/read-charts.js';
import { readChecks } from './report/read-checks.js';
import { loadWorkbooks, readFigureRows } from './report/read-figure-rows.js';
import { readAllFigures, readGroups } from './report/read-derived.js';
import { readFootnotes } from './report/read-footnotes.js';
import { figureSpeaker, SpokenLines } from './report/spoken-lines.js';
import { idsOf, readMeta } from './report/read-meta.js';
import { loadAreaReader } from './report/chart/read-areas.js';
import { readNarratives } from './report/read-narratives.js';
import { bundleNamed, themeNamed } from './report/usual-look.js';
import { readDraft, readHandout, readPrint, readResolutions } from './report/read-paper.js';
import { readPictures } from './report/read-pictures.js';
import { narrativeNames, readFieldValues } from './report/read-field-values.js';
import { readSilences } from './report/read-silences.js';
import { figuresOfRow, fillFrom, withRows, withRowTable } from './report/row-data.js';
import { readTemplateSpec } from './report/read-template-spec.js';
import { readTables } from './report/read-tables.js';
import type { FileSource, ReportSource } from './report/report-source.js';
import { WordsBook } from './report/words-book.js';
import { reportSchema } from './shape/schema.js';

/**
 * Null where report.yaml or the figures are missing or cannot be opened; otherwise the report without what was wrong in
 * it.
 */
export async function readReport(
  folder: string,
  given: Files,
  tell: Tell,
  memo: Memo = noMemo,
  { roots = ['.'], bundle = null, row, ask = null }: ReportPlace = {},
): Promise<Report | null> {
  const opened = recallReading('opened report', [folder, bundle, ...roots], { files: given, tell, memo }, (source) => {
    // What is wrong with the bundle is told when all of it is read.
    const fieldsOf: FieldsOf = (name) =>
      lentFields(name, bundle, (of) =>
        readBundleFields(of, { files: source.files, tell: () => undefined, memo }, { roots, report: folder }),
      );
    return openReport(folder, filesWithin(source.files, folder), source.tell, memo, fieldsOf);
  });
  if (opened === null) return null;
  // Texts are filled when they are asked for, and what is wrong with one is told then, of every report anew.
  const filled = { ...opened, root: opened.root.filledBy(fillFrom(row ?? null, tell)) };
  const files = filesWithin(given, folder);
  const workbooks = await loadWorkbooks(filled.root, folder, files);
  const areaReader = await loadAreaReader(filled.root);
  const answers = await answerQueries(filled.root, ask, { folder, files, tell });
  return readOpened(filled, { folder, files, tell, memo, workbooks, areaReader, answers, ...(row && { row }) });
}

/**
 * Under another bundle a report has the fields of that one, and may say what its own bundle asks for beside them:
 * nobody reads that then.
 */
function lentFields(own: string, lent: string | null, fieldsOf: FieldsOf): readonly FieldDeclaration[] | null {
  const declared = fieldsOf(lent ?? own);
  if (declared === null || lent === null || lent === own) return declared;
  const beside = (fieldsOf(own) ?? []).filter(({ name }) => !declared.some((field) => field.name === name));
  return [...declared, ...beside.map((field) => ({ ...field, required: false }))];
}

/** Where bundles are looked for, and the one that is taken in place of the report's own; the row of a batch. */
export interface ReportPlace {
  readonly roots?: readonly string[];
  readonly bundle?: string | null;
  readonly row?: ReportRow;
  /** Who answers questions to databases. */
  readonly ask?: AskQueries | null;
}

/** The fields that a bundle declares; null where it is not there. */
type FieldsOf = (bundle: string) => readonly FieldDeclaration[] | null;

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
  fieldsOf: FieldsOf,
): OpenedReport | null {
  const path = `${folder.replace(/\/+$/, '')}/report.yaml`;
  const bytes = files.read(path);
  if (bytes === null) {
    tell(files.read(folder) === null ? missingFile(path, 'the report', null, null) : reportIsFile(folder));
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
  const declared = fieldsOf(bundleNamed(whole));
  const sound = boundTexts(soundParts(document, reportSchema(declared), 'the report', tell), tell);
  return { root: new DataCursor(sound, sound.value), declared: declared ?? [] };
}

/**
 * All that an opened report names; `workbooks` must be there where that is a workbook. Null without its figures: all
 * that names one would seem a mistake.
 */
export function readOpened({ root, declared }: OpenedReport, given: FileSource): Report | null {
  const named = { ...given, folder: given.folder.replace(/\/+$/, '') };
  const { folder, tell, memo } = named;
  const ownUnits = idsOf(root, 'units');
  const units = new Set<string>([...unitNames, ...ownUnits]);
  const written = readFigureRows(root.at('figures'), named, units);
  if (written === null) return null;
  const rows = named.row === undefined ? written : [...written, ...figuresOfRow(named.row, units)];
  const { figures, series } = readAllFigures(root, rows, units, named);
  const narrativePaths = narrativeNames(declared, root);
  const defined = definedNames(root);
  const tableKeys = named.row === undefined ? defined.table : withRows(defined.table, named.row);
  const known: KnownThings = {
    ...defined,
    figure: { figures, series },
    table: tableKeys,
    narrative: new Map(narrativePaths.flatMap((name) => (name.text() === null ? [] : [[name.text()!, {}]]))),
  };
  const has = checkNames(known, tell);
  const footnotes = new FootnoteBook(null);
  const language = root.at('locale').text() ?? 'zh-CN';
  const words = new WordsBook({ known, language, footnotes, tell, memo, row: named.row });
  readFootnotes(root.at('footnotes'), words, footnotes, tell);
  const lines = new SpokenLines(words, figureSpeaker({ figures, series }, language));
  const source: ReportSource = { ...named, words, lines, units, language };

  const tableSource = { ...source, book: { figures, series }, groups: readGroups(root.at('groups')) };
  const writtenTables = readTables(root.at('tables'), tableSource);
  const tables = named.row === undefined ? writtenTables : withRowTable(writtenTables, named.row, words);
  const subtitle = words.read(root.at('subtitle').source());
  return {
    ...namesOf(root, folder, lines),
    ...(named.row && { row: named.row }),
    ...(named.answers?.live && { live: named.answers.live }),
    meta: readMeta(root, subtitle === null ? '' : subtitle.source, lines, tell),
    template: readTemplateSpec(root.at('template'), folder, tell),
    outputs: idsOf(root, 'outputs'),
    places: placesOf(root),
    subtitle,
    spoken: spokenLines(root, lines),
    fields: readFieldValues(declared, root, { words, lines, has, tell }),
    defined: { charts: defined.chart, tables: tableKeys },
    figures,
    series,
    tables,
    charts: readCharts(root.at('charts'), tables, has, source),
    pictures: readPictures(root.at('pictures'), source),
    narratives: readNarratives(narrativePaths, source),
    words: words.inlines,
    passages: words.passages,
    footnotes,
    ...paperOf(root),
    units: ownUnits,
    checks: readChecks(root.at('checks'), has, tell),
    names: idsOf(root, 'names'),
    silences: readSilences(root.at('silence')),
  };
}

/** What report.yaml says of the report itself, in single words. */
const namesOf = (
  root: DataCursor,
  folder: string,
  lines: SpokenLines,
): Pick<Report, 'id' | 'folder' | 'bundle' | 'theme' | 'period' | 'title'> => ({
  id: folder.slice(folder.lastIndexOf('/') + 1),
  folder,
  bundle: bundleNamed(root),
  theme: themeNamed(root),
  period: root.at('period').text() ?? '',
  title: lines.text(root.at('title')) ?? '',
});

/** Lines of every report; those of a bundle's own are fields. */
const spokenLines = (root: DataCursor, lines: SpokenLines): Report['spoken'] =>
  new Map(
    (['title', 'author', 'subject', 'footer'] as const).flatMap((key): [string, Words][] => {
      const line = lines.line(root.at(key));
      return line === null || typeof line === 'string' ? [] : [[key, line]];
    }),
  );

/** Each key with its place. */
type DefinedKeys = ReadonlyMap<string, { readonly span: Span }>;

/** Where report.yaml says what other files are asked for. */
const placesOf = (root: DataCursor): Report['places'] => ({
  bundle: root.at('bundle').span,
  theme: root.at('theme').span,
  outputs: root.at('outputs').span,
  resolution: root.at('resolution').span,
  keys: new Map(root.entries().map(([key, entry]) => [key, entry.keySpan])),
});

/** How the outputs are made. */
const paperOf = (
  root: DataCursor,
): Pick<Report, 'handout' | 'print' | 'resolution' | 'attachments' | 'embed' | 'native' | 'draft'> => ({
  handout: readHandout(root.at('handout')),
  print: readPrint(root.at('print')),
  resolution: readResolutions(root.at('resolution')),
  attachments: root.at('attachments').value === true,
  embed: root.at('embed').value === true,
  native: root.at('native').choice(chartNatives) ?? 'classic',
  draft: readDraft(root.at('draft')),
});

/**
 * Charts, tables and pictures by their keys in report.yaml: words and lists may name them before they are read, since
 * their captions are words.
 */
function definedNames(root: DataCursor): Readonly<Record<'chart' | 'table' | 'picture', DefinedKeys>> {
  const keysOf = (key: string): DefinedKeys =>
    new Map(
      root
        .at(key)
        .entries()
        .map(([id, entry]) => [id, { span: entry.keySpan }]),
    );
  return { chart: keysOf('charts'), table: keysOf('tables'), picture: keysOf('pictures') };
}
