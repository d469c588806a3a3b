/** What changed, as a sheet for whoever signs off: rows of words, ready for a template. */
import {
  approvalSentence,
  changeWords,
  countChanges,
  differenceUnit,
  pagesOf,
  placesOf,
} from '../locale/change-words.js';
import { listComma } from '../locale/language.js';
import type { ChangeWords } from '../locale/change-words.js';
import type { DocumentFace, FigureRecord } from '../model/build-record.js';
import type { Approval } from '../model/record/approval.js';
import { comparePassages, shortenPassage } from './compare-passages.js';
import type { Passage } from './compare-passages.js';
import type { BuildChanges, FigureChange, PartChange, TextChange, TouchedPage } from './compare-builds.js';

/** One of the two states: as it was named on the command line, and what the report was called then. */
export interface SheetState {
  readonly name: string;
  readonly title: string;
  readonly date: string;
}

interface TextSides {
  readonly before: Passage | null;
  readonly after: Passage | null;
}

/** In full; `short` is cut to what surrounds the change, for a slide. */
interface ChangedText extends TextSides {
  readonly short: TextSides;
}

/** What the templates of the sheet see as `sheet`. */
export interface ChangeSheet {
  readonly title: string;
  readonly report: string;
  readonly before: SheetState;
  readonly after: SheetState;
  readonly words: ChangeWords;
  /** One sentence. */
  readonly summary: string;
  /** Who approved the report last, in a sentence; empty where nobody has. */
  readonly approval: string;
  readonly changed: readonly {
    readonly label: string;
    readonly part: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly percent: string;
    readonly places: string;
  }[];
  readonly added: readonly { readonly label: string; readonly value: string; readonly places: string }[];
  readonly gone: ChangeSheet['added'];
  readonly texts: readonly { readonly place: string; readonly passages: readonly ChangedText[] }[];
  readonly pictures: readonly { readonly place: string; readonly id: string; readonly what: string }[];
  readonly pages: readonly { readonly place: string; readonly title: string; readonly why: string }[];
}

export function changeSheet(
  changes: BuildChanges,
  before: SheetState,
  after: SheetState,
  language: string,
  approval: Pick<Approval, 'by' | 'date' | 'note'> | null = null,
): ChangeSheet {
  const { documents, changed, added, gone, texts, pictures, pages } = changes;
  const faceOf = (name: string): DocumentFace | undefined => documents.find(({ kind }) => kind === name);
  const words = changeWords(language);
  const counts = {
    changed: changed.length,
    added: added.length,
    gone: gone.length,
    texts: texts.length,
    pictures: pictures.length,
    pages: pages.length,
  };
  const isSame = Object.values(counts).every((count) => count === 0);
  const labels = new Map([...changed, ...added, ...gone].map(({ id, label }) => [id, label]));
  return {
    title: words.title,
    report: after.title,
    before,
    after,
    words,
    approval: approval === null ? '' : approvalSentence(approval, language),
    summary: isSame ? words.nothing : countChanges(counts, language),
    changed: changed.flatMap((figure) => figureRows(figure, documents, words, language)),
    added: added.map((figure) => valueRow(figure, documents, language)),
    gone: gone.map((figure) => valueRow(figure, documents, language)),
    texts: textGroups(texts, documents, language),
    pictures: pictures.map(({ document, page, id, kind }) => ({
      place: opening(pagesOf(faceOf(document), [page], language)),
      id,
      what: words.kinds[kind],
    })),
    pages: pages.map((page) => ({
      place: opening(pagesOf(faceOf(page.document), [page.page], language)),
      title: page.title,
      why: reasonOf(page, labels, words, language),
    })),
  };
}

/** `+4.6`, `−0.3%`; empty where there is no difference to tell. */
export const signedNumber = (difference: number | null, unit = ''): string =>
  difference === null ? '' : `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(difference)}${unit}`;

/** `+1.5亿元`, `+0.6个百分点`: as a Chinese or an English reader says it. */
export const differenceText = (
  { difference, unit }: Pick<PartChange, 'difference' | 'unit'>,
  language: string,
): string => signedNumber(difference, unit === null ? '' : differenceUnit(unit, language));

/** `+2.5%`, `−0.04%`: one decimal, and more where that would be none. */
const signedPercent = (percent: number | null): string => {
  if (percent === null) return '';
  const digits =
    Math.abs(percent) < 0.05 ? String(Number(Math.abs(percent).toPrecision(1))) : Math.abs(percent).toFixed(1);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${digits}%`;
};

/** As a heading or a cell opens. */
const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A row for each part; the label and the places stand on the first. */
function figureRows(
  { label, parts, places }: FigureChange,
  documents: readonly DocumentFace[],
  words: ChangeWords,
  language: string,
): ChangeSheet['changed'] {
  const orNone = (text: string): string => (text === '' ? words.none : text);
  return parts.map(({ part, before, after, difference, unit, percent }, index) => ({
    label: index === 0 ? label : '',
    part: words.parts[part],
    before: orNone(before),
    after: orNone(after),
    difference: orNone(differenceText({ difference, unit }, language)),
    percent: orNone(signedPercent(percent)),
    places: index === 0 ? placesOf(places, documents, language) : '',
  }));
}

const valueRow = (
  { label, printed, places }: FigureRecord,
  documents: readonly DocumentFace[],
  language: string,
): ChangeSheet['added'][number] => ({
  label,
  value: printed.full,
  places: placesOf(places, documents, language),
});

/** The same change in several places is told once, and changes of the same places stand together. */
function textGroups(
  texts: readonly TextChange[],
  documents: readonly DocumentFace[],
  language: string,
): ChangeSheet['texts'] {
  const placesOfChange = new Map<string, TextChange[]>();
  for (const text of texts) {
    const key = JSON.stringify([text.before, text.after]);
    placesOfChange.set(key, [...(placesOfChange.get(key) ?? []), text]);
  }
  const groups = new Map<string, ChangedText[]>();
  for (const same of placesOfChange.values()) {
    const place = placesOf(same, documents, language);
    groups.set(place, [...(groups.get(place) ?? []), changedText(same[0]!)]);
  }
  return [...groups].map(([place, passages]) => ({ place: opening(place), passages }));
}

function changedText({ before, after }: TextChange): ChangedText {
  const whole = (text: string | null): Passage | null => (text === null ? null : [{ text, changed: true }]);
  const [old, now] = before === null || after === null ? [whole(before), whole(after)] : comparePassages(before, after);
  return { before: old, after: now, short: { before: old && shortenPassage(old), after: now && shortenPassage(now) } };
}

function reasonOf(
  { figures, prose, pictures }: TouchedPage,
  labels: ReadonlyMap<string, string>,
  words: ChangeWords,
  language: string,
): string {
  const all = [
    ...figures.map((id) => labels.get(id) ?? id),
    ...(prose ? [words.prose] : []),
    ...(pictures ? [words.picture] : []),
  ];
  return all.join(listComma(language));
}
