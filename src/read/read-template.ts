/** A bundle's template run with a report's data: a document whose leaves are still references. */
import { formatPeriod } from '../locale/format-period.js';
import { duplicateId, missingTemplate } from '../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { tellOnce } from '../diagnostics/tell-once.js';
import { noMemo, type Memo } from '../memo/memo.js';
import { makeTold } from '../memo/told-result.js';
import type { DocumentMeta, DraftDocument } from '../model/document.js';
import type { DocumentSpec } from '../model/document-spec.js';
import type { Report, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { FootnoteBook } from './markdown/footnote-book.js';
import { checkTemplate } from './template/check-template.js';
import { outside } from './template/helpers/deck.js';
import type { DeckFrame } from './template/frames.js';
import { helperSets, helpersElsewhere } from './template/helpers/helper-sets.js';
import type { RunData } from './template/helper.js';
import { readBlocks } from './markdown/markup.js';
import type { Bundle } from './read-bundle.js';
import { timePoints } from '../figures/choose-periods.js';
import { checkNames, figurePlaces, namesIn } from './report/names.js';
import type { KnownThings } from './report/names.js';
import { WatchedRow } from './template/watched-row.js';
import { figureSpeaker } from './report/spoken-lines.js';
import type { SayFigure } from './markdown/say-inlines.js';
import { RichBlocks, RichInlines } from './markdown/rich-value.js';
import { runTemplate } from './template/run-template.js';
import type { RunSettings } from './template/run-template.js';
import { fileText } from './source/source-text.js';
import { parseTemplate } from './template/parse-template.js';
import type { Template } from './template/parse-template.js';

const kindOf = ({ medium }: DocumentSpec): DraftDocument['kind'] => (medium === 'slides' ? 'deck' : 'briefing');

/** Null where the bundle has no such template or its syntax is broken. */
function templateOf({ name, otherwise }: DocumentSpec, bundle: Bundle, tell: Tell): Template | null {
  const own = bundle.templates.get(name);
  if (own !== undefined || bundle.broken.has(name)) return own ?? null;
  const file = `${bundle.folder}/${name}.hbs`;
  if (otherwise !== null) return parseTemplate(fileText(file, otherwise), tell);
  tell(missingTemplate(file, bundle.name));
  return null;
}

/**
 * A document's template run; null where there is none, which is told. With the same bundle, texts and names it is the
 * draft of the build before: what figures come to is bound later.
 */
export function readTemplate(
  spec: DocumentSpec,
  bundle: Bundle,
  data: Report,
  tell: Tell,
  memo: Memo = noMemo,
): DraftDocument | null {
  const report = templateData(data);
  // Footnotes that a report defines for all its texts are those of this build.
  if (!memo.isLasting || data.footnotes.names().length > 0) return draftOf(spec, bundle, data, report, tell).draft;
  const same = memo.sameAsBefore(`what ${spec.name} is made of`, {
    report,
    meta: data.meta,
    hasRow: data.row !== undefined,
    keys: data.places.keys,
    names: namesIn(knownIn(data), data.meta.language),
  });
  const place = memo.recallSame('draft', [spec, bundle, same], (): { last: SaidDraft | null } => ({ last: null }));
  const own = memo.sameAsBefore('row and places', { row: data.row ?? null, places: figurePlaces(knownIn(data)) });
  const say = figureSpeaker(data, data.meta.language);
  const isSame = ({ said, of }: SaidDraft): boolean =>
    (of === null || of === own) && said.every(({ asked, text }) => say(asked) === text);
  if (place.last === null || !isSame(place.last)) {
    const { value, told } = makeTold((heard) =>
      draftOf(spec, bundle, { ...data, meta: same.meta }, same.report, heard),
    );
    place.last = { ...value, told, of: value.hasLooked || told.length > 0 ? own : null };
  }
  place.last.told.forEach(tell);
  return place.last.draft;
}

interface Said {
  readonly asked: Parameters<SayFigure>[0];
  readonly text: string;
}

interface SaidDraft {
  readonly draft: DraftDocument | null;
  /** Figures that were printed while the template ran. */
  readonly said: readonly Said[];
  readonly told: readonly Diagnostic[];
  /** The row that it has looked at, and the places of figures that it may have told; null where it did neither. */
  readonly of: object | null;
}

function draftOf(
  spec: DocumentSpec,
  bundle: Bundle,
  data: Report,
  report: Given['root'],
  tell: Tell,
): Pick<SaidDraft, 'draft' | 'said'> & { readonly hasLooked: boolean } {
  const template = templateOf(spec, bundle, tell);
  const said: Said[] = [];
  if (template === null) return { draft: null, said, hasLooked: false };
  const told = tellOnce(tell);
  const run = runData(data, told);
  const say: SayFigure = (asked) => {
    const text = run.say(asked);
    said.push({ asked, text });
    return text;
  };
  const row = new WatchedRow(data.row ?? null);
  const given = { root: row.beside({ report }), data: { ...run, say }, footnotes: data.footnotes };
  const { result: draft, hasLooked } = row.watch(() =>
    runDocument(kindOf(spec), template, bundle, given, data.meta, told),
  );
  return { draft, said, hasLooked };
}

/**
 * A template that shows no report, but what it is given: the change sheet. Null where the bundle has none such, which
 * is reported.
 */
export function readPlainTemplate(
  spec: DocumentSpec,
  bundle: Bundle,
  root: Readonly<Record<string, unknown>>,
  meta: DocumentMeta,
  tell: Tell,
): DraftDocument | null {
  const template = templateOf(spec, bundle, tell);
  if (template === null) return null;
  const told = tellOnce(tell);
  const nothing = new Map<string, never>();
  const has = checkNames(
    {
      figure: { figures: nothing, series: nothing },
      chart: nothing,
      table: nothing,
      picture: nothing,
      narrative: nothing,
    },
    told,
  );
  return runDocument(
    kindOf(spec),
    template,
    bundle,
    {
      root,
      data: {
        language: meta.language,
        figures: [],
        periods: () => [],
        keys: new Map(),
        say: () => '',
        has,
        words: () => null,
      },
      footnotes: new FootnoteBook(null),
    },
    meta,
    told,
  );
}

/** What a template runs with. */
type Given = Pick<RunSettings, 'root' | 'data' | 'footnotes'>;

function runDocument(
  kind: DraftDocument['kind'],
  template: Template,
  bundle: Bundle,
  given: Given,
  meta: DocumentMeta,
  tell: Tell,
): DraftDocument {
  const settings: RunSettings = {
    helpers: helperSets[kind],
    elsewhere: helpersElsewhere(kind),
    partials: bundle.partials,
    where: `in a ${kind}`,
    ...given,
    takeId: uniqueIds(tell),
  };
  checkTemplate(template, settings, tell);
  if (kind === 'briefing') return { kind, meta, blocks: readBlocks(runTemplate(template, settings, tell), tell) };

  const frame: DeckFrame = { kind: 'deck', slides: [], chapter: null };
  const [stray] = readBlocks(runTemplate(template, settings, tell, frame), tell);
  if (stray !== undefined) tell(outside(stray));
  return { kind, meta, slides: frame.slides };
}

/** What templates see as `report`: plain lists and texts; figures, charts, tables and pictures by their ids. */
function templateData(data: Report): Readonly<Record<string, unknown>> {
  const {
    figures,
    series: _series,
    charts,
    tables,
    pictures,
    defined: _defined,
    words: _words,
    passages: _passages,
    footnotes: _footnotes,
    narratives: _narratives,
    places: _places,
    checks,
    fields,
    spoken,
    row: _row,
    ...rest
  } = data;
  return {
    ...rest,
    ...metaData(data.meta),
    ...Object.fromEntries(spoken),
    checks: checks.map(({ label }) => label),
    ...fields,
    figures: [...figures.keys()],
    charts: [...charts.keys()],
    tables: [...tables.keys()],
    pictures: [...pictures.keys()],
  };
}

/** The keys of report.yaml that say what the document is; its date as the report's language says it. */
const metaData = ({ author, subject, keywords, language, date, footer, typesetting }: DocumentMeta) => ({
  author,
  subject,
  keywords,
  locale: language,
  date: formatPeriod(date, language),
  footer,
  prohibition: typesetting?.prohibition ?? '',
});

const knownIn = (data: Report): KnownThings => ({
  figure: data,
  chart: data.defined.charts,
  table: data.defined.tables,
  picture: data.pictures,
  narrative: new Map([...data.narratives.keys()].map((path) => [path, {}])),
});

function runData(data: Report, tell: Tell): RunData {
  return {
    language: data.meta.language,
    figures: [...data.figures.keys()],
    periods: (id) => timePoints(data, id),
    keys: data.places.keys,
    say: figureSpeaker(data, data.meta.language),
    has: checkNames(knownIn(data), tell),
    words(value) {
      const inlines = data.words.get(value as Words);
      if (inlines !== undefined) return new RichInlines(inlines);
      const blocks = data.passages.get(value as Words);
      return blocks === undefined ? null : new RichBlocks(blocks);
    },
  };
}

function uniqueIds(tell: Tell): (what: string, id: string, span: Span) => void {
  const taken = new Map<string, Span>();
  return (what, id, span) => {
    const first = taken.get(`${what} ${id}`);
    if (first === undefined) taken.set(`${what} ${id}`, span);
    else tell(duplicateId(what, id, span, first));
  };
}
