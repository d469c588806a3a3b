/** What changed between two builds: figures, and the slides and pages that show them; prose; pictures. */
import type {
  BuildRecord,
  CellRecord,
  DocumentFace,
  DocumentRecord,
  FigureRecord,
  Place,
} from '../model/build-record.js';
import { keyOfPeriod } from '../figures/find-figure.js';
import { unitOf } from '../locale/units/units.js';
import { periodId } from '../model/figure-id.js';

/** One printed part of a figure that is not what it was. */
export interface PartChange {
  readonly part: 'value' | 'change' | 'rank' | 'label' | 'period' | 'source';
  readonly before: string;
  readonly after: string;
  /**
   * After less before, and that in % of before; null where they are no numbers, or in two units. A change in % and a
   * share differ by points.
   */
  readonly difference: number | null;
  /** The unit of both values; null where they have none, or two. */
  readonly unit: string | null;
  readonly percent: number | null;
}

export interface FigureChange {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly PartChange[];
  /** Figures that changed and that its own numbers follow from. */
  readonly because: readonly string[];
  /** Where it stands now. */
  readonly places: readonly Place[];
}

export interface TextChange {
  readonly document: string;
  readonly page: number;
  readonly before: string | null;
  readonly after: string | null;
}
export interface PictureChange {
  readonly document: string;
  readonly page: number;
  readonly id: string;
  readonly kind: 'changed' | 'new' | 'gone';
}

/** A slide or a page that is not what it was, by its number now. */
export interface TouchedPage {
  readonly document: string;
  readonly page: number;
  readonly title: string;
  readonly figures: readonly string[];
  readonly prose: boolean;
  readonly pictures: boolean;
}

export interface BuildChanges {
  /** Those of the later build, to say where something stands. */
  readonly documents: readonly DocumentFace[];
  readonly changed: readonly FigureChange[];
  readonly added: readonly FigureRecord[];
  readonly gone: readonly FigureRecord[];
  readonly texts: readonly TextChange[];
  readonly pictures: readonly PictureChange[];
  readonly pages: readonly TouchedPage[];
}

export function compareBuilds(before: BuildRecord, after: BuildRecord): BuildChanges {
  const [was, is] = [numbersOf(before, after), numbersOf(after, before)];
  const earlier = byName(was);
  const later = byName(is);
  const changed = is.flatMap((figure): FigureChange[] => {
    const parts = earlier.has(figure.id) ? compareFigure(earlier.get(figure.id)!, figure) : [];
    return parts.length === 0
      ? []
      : [{ id: figure.id, label: figure.label, parts, because: becauseOf(figure, earlier), places: figure.places }];
  });
  const added = is.filter(({ id }) => !earlier.has(id));
  const gone = was.filter(({ id }) => !later.has(id));
  // A document that was built only once is no change of the report.
  const pairs = after.documents.flatMap((document): Pair[] => {
    const twin = before.documents.find(({ kind }) => kind === document.kind);
    return twin === undefined ? [] : [{ before: twin, after: document }];
  });
  const texts = pairs.flatMap((pair) => compareTexts(pair.before, pair.after));
  const pictures = pairs.flatMap((pair) => comparePictures(pair.before, pair.after));
  const shown: readonly Shown[] = [
    ...[...changed, ...added].flatMap(({ id, places }) => places.map(({ document, page }) => ({ id, document, page }))),
    ...gone.flatMap(({ id, places }) =>
      places.flatMap(({ document, page }) =>
        pageNow(pairs, document, page).map((now) => ({ id, document, page: now })),
      ),
    ),
  ];
  return {
    documents: after.documents.map(({ kind, medium, called }) => ({
      kind,
      ...(medium && { medium }),
      ...(called !== undefined && { called }),
    })),
    changed,
    added,
    gone,
    texts,
    pictures,
    pages: after.documents.flatMap((document) => touchedPages(document, shown, texts, pictures)),
  };
}

/**
 * Figures, and cells of tables as figures of no id of their own: `towns: 甲镇 · 人口`. A build that recorded no cells says
 * nothing of them.
 */
function numbersOf({ figures, cells = [] }: BuildRecord, other: BuildRecord): readonly FigureRecord[] {
  return other.cells === undefined ? figures : [...figures, ...cells.map(asFigure)];
}

const asFigure = ({ table, row, column, value, unit, printed, read, places }: CellRecord): FigureRecord => ({
  id: `${table}: ${row} · ${column}`,
  label: `${row} · ${column}`,
  printed: { full: printed, change: null, rank: null },
  value,
  unit,
  qualifier: null,
  period: null,
  change: null,
  rank: null,
  award: null,
  source: null,
  read,
  cells: {},
  places,
});

/** Inputs of a derived figure that are not what they were, or are new. */
function becauseOf(figure: FigureRecord, earlier: ReadonlyMap<string, FigureRecord>): readonly string[] {
  const before = new Map(
    (earlier.get(figure.id)?.derivations ?? []).flatMap(({ inputs }) => inputs.map(({ id, printed }) => [id, printed])),
  );
  const inputs = (figure.derivations ?? []).flatMap((derivation) => derivation.inputs);
  const changed = inputs.filter(({ id, printed }) => id !== figure.id && before.get(id) !== printed);
  return [...new Set(changed.map(({ id }) => id))];
}

/** By id, and each that stands for a series also by the name that it has among its periods. */
function byName(figures: readonly FigureRecord[]): ReadonlyMap<string, FigureRecord> {
  const names = new Map(figures.map((figure): [string, FigureRecord] => [figure.id, figure]));
  for (const figure of figures) {
    const key = figure.period === null || figure.id.includes('@') ? null : keyOfPeriod(figure.period);
    if (key !== null && !names.has(periodId(figure.id, key))) names.set(periodId(figure.id, key), figure);
  }
  return names;
}

interface Pair {
  readonly before: DocumentRecord;
  readonly after: DocumentRecord;
}
interface Shown {
  readonly id: string;
  readonly document: string;
  readonly page: number;
}

/**
 * The page that took over from one of before: of its number and title, else the first of its title; none where it is
 * gone.
 */
function pageNow(pairs: readonly Pair[], document: string, page: number): readonly number[] {
  const pair = pairs.find(({ after }) => after.kind === document);
  const title = pair?.before.pages[page - 1];
  if (pair === undefined || title === undefined) return [];
  if (pair.after.pages[page - 1] === title) return [page];
  const found = pair.after.pages.indexOf(title);
  return found < 0 ? [] : [found + 1];
}

function compareFigure(before: FigureRecord, after: FigureRecord): readonly PartChange[] {
  const words = (part: PartChange['part'], from: string | null, to: string | null): PartChange[] =>
    from === to ? [] : [{ part, before: from ?? '', after: to ?? '', ...noDifference }];
  const full =
    before.printed.full === after.printed.full && before.value === after.value
      ? []
      : [
          {
            part: fullPart(after),
            before: before.printed.full,
            after: after.printed.full,
            ...(before.value !== null && after.value !== null
              ? differ({ value: before.value, unit: before.unit }, { value: after.value, unit: after.unit })
              : differ(before.change, after.change, false)),
          },
        ];
  const change =
    before.printed.change === after.printed.change
      ? []
      : [
          {
            part: 'change' as const,
            before: before.printed.change ?? '',
            after: after.printed.change ?? '',
            ...differ(before.change, after.change, false),
          },
        ];
  const rank =
    before.printed.rank === after.printed.rank
      ? []
      : [
          {
            part: 'rank' as const,
            before: before.printed.rank ?? '',
            after: after.printed.rank ?? '',
            ...(before.rank?.scope === after.rank?.scope
              ? differ(placeOf(before), placeOf(after), false)
              : noDifference),
          },
        ];
  return [
    ...full,
    ...change,
    ...rank,
    ...words('label', before.label, after.label),
    ...words('period', before.period, after.period),
    ...words('source', before.source, after.source),
  ];
}

/** What a figure's full text is: a row without a number has its change, else its rank. */
const fullPart = ({ value, change, rank, award }: FigureRecord): PartChange['part'] =>
  value !== null || award !== null ? 'value' : change !== null ? 'change' : rank !== null ? 'rank' : 'value';

type Difference = Pick<PartChange, 'difference' | 'unit' | 'percent'>;
interface Amount {
  readonly value: number;
  readonly unit: string | null;
}

const noDifference: Difference = { difference: null, unit: null, percent: null };
const placeOf = ({ rank }: FigureRecord): Amount | null => (rank === null ? null : { value: rank.place, unit: null });

/** `relative`: whether % of the value before says something, as it does not of a rate, a share or a rank. */
function differ(before: Amount | null, after: Amount | null, relative = true): Difference {
  if (before === null || after === null || before.unit !== after.unit) return noDifference;
  const { unit } = after;
  const difference = Number((after.value - before.value).toPrecision(12));
  const isShare = unit !== null && unitOf(unit).whole !== null;
  return {
    difference,
    unit,
    percent:
      relative && !isShare && before.value !== 0
        ? Number(((difference / Math.abs(before.value)) * 100).toPrecision(4))
        : null,
  };
}

/** Paragraphs by their wording: one whose figures alone changed is no changed prose. */
function compareTexts(before: DocumentRecord, after: DocumentRecord): readonly TextChange[] {
  const document = after.kind;
  const [gone, come] = unmatched(before.texts.filter(hasWords), after.texts.filter(hasWords));
  const taken = new Set<number>();
  const changes = come.map((text): TextChange => {
    const twin = gone.findIndex((other, index) => !taken.has(index) && isLike(other.wording, text.wording));
    if (twin >= 0) taken.add(twin);
    return { document, page: text.page, before: gone[twin]?.text ?? null, after: text.text };
  });
  const left = gone
    .filter((_, index) => !taken.has(index))
    .map(({ page, text }): TextChange => ({ document, page, before: text, after: null }));
  return [...changes, ...left].sort((one, other) => one.page - other.page);
}

type Texts = DocumentRecord['texts'];

/** What is said beside the figures in it; a card's numeral is no prose. */
const hasWords = ({ wording }: Texts[number]): boolean => /\p{L}/u.test(wording.replaceAll(/\{[^}]*\}/g, ''));

/** Those of each side that the other has not, as often as it has them. */
function unmatched(before: Texts, after: Texts): readonly [Texts, Texts] {
  const missing = (texts: Texts, others: Texts): Texts => {
    const counts = new Map<string, number>();
    for (const { wording } of others) counts.set(wording, (counts.get(wording) ?? 0) + 1);
    return texts.filter(({ wording }) => {
      const left = counts.get(wording) ?? 0;
      counts.set(wording, left - 1);
      return left <= 0;
    });
  };
  return [missing(before, after), missing(after, before)];
}

/** Half of the pairs of neighbouring characters in common (Dice). */
function isLike(one: string, other: string): boolean {
  const pairs = (text: string): Set<string> =>
    new Set([...text].slice(1).map((character, index) => `${[...text][index]}${character}`));
  const [left, right] = [pairs(one), pairs(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size > 0 && (2 * common) / (left.size + right.size) >= 0.5;
}

function comparePictures(before: DocumentRecord, after: DocumentRecord): readonly PictureChange[] {
  const document = after.kind;
  const earlier = new Map(before.pictures.map((picture) => [picture.id, picture]));
  const later = new Set(after.pictures.map(({ id }) => id));
  return [
    ...after.pictures.flatMap(({ id, page, sha256 }): PictureChange[] => {
      const known = earlier.get(id);
      return known?.sha256 === sha256 ? [] : [{ document, page, id, kind: known === undefined ? 'new' : 'changed' }];
    }),
    ...before.pictures
      .filter(({ id }) => !later.has(id))
      .map(({ id, page }): PictureChange => ({ document, page, id, kind: 'gone' })),
  ];
}

function touchedPages(
  { kind, pages }: DocumentRecord,
  shown: readonly Shown[],
  texts: readonly TextChange[],
  pictures: readonly PictureChange[],
): readonly TouchedPage[] {
  return pages.flatMap((title, index): TouchedPage[] => {
    const here = (thing: { readonly document: string; readonly page: number }): boolean =>
      thing.document === kind && thing.page === index + 1;
    const figures = [...new Set(shown.filter(here).map(({ id }) => id))];
    const [prose, picture] = [
      texts.some((text) => text.after !== null && here(text)),
      pictures.some((change) => change.kind !== 'gone' && here(change)),
    ];
    return figures.length > 0 || prose || picture
      ? [{ document: kind, page: index + 1, title, figures, prose, pictures: picture }]
      : [];
  });
}
