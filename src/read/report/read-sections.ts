/** Sections, findings and the programme of a report. */
import { duplicateId, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Finding, Programme, Section } from '../../model/report.js';
import type { Span } from '../../model/span.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { NamedThing } from '../template/helper.js';
import { passage } from '../source/source-text.js';
import type { NameCheck } from './names.js';
import type { WordsBook } from './words-book.js';

interface Reading {
  readonly words: WordsBook;
  readonly has: NameCheck;
  readonly tell: Tell;
}

export function readSections(cursor: DataCursor, reading: Reading): readonly Section[] {
  const ids = uniqueIds('section', reading.tell);
  const findingIds = uniqueIds('finding', reading.tell);
  return cursor.items().map((item, index) => ({
    id: ids(item, `section-${index + 1}`),
    number: index + 1,
    title: item.at('title').text() ?? '',
    lead: reading.words.read(item.at('lead').source()),
    figures: namesOf(item, 'figure', ['figures'], reading),
    findings: item
      .at('findings')
      .items()
      .map((finding, place) => readFinding(finding, findingIds(finding, `finding-${index + 1}-${place + 1}`), reading)),
    span: item.span,
  }));
}

function readFinding(item: DataCursor, id: string, reading: Reading): Finding {
  const { words } = reading;
  return {
    id,
    layout: item.at('layout').text(),
    title: words.readText(item.at('title').source() ?? passage('', item.span)),
    subtitle: words.read(item.at('subtitle').source()),
    points: words.read(item.at('points').source()),
    notes: words.read(item.at('notes').source()),
    narrative: narrativeOf(item, reading),
    figures: namesOf(item, 'figure', ['figures'], reading),
    charts: namesOf(item, 'chart', ['charts', 'chart'], reading),
    tables: namesOf(item, 'table', ['tables', 'table'], reading),
    pictures: namesOf(item, 'picture', ['pictures', 'picture'], reading),
    span: item.span,
  };
}

export function readProgramme(cursor: DataCursor, sections: readonly Section[], reading: Reading): Programme | null {
  if (!cursor.isMap) return null;
  const { words } = reading;
  const titled = (key: string): Programme['areas'] =>
    cursor
      .at(key)
      .items()
      .map((item) => ({
        title: (item.isMap ? item.at('title') : item).text() ?? '',
        text: words.read(item.at('text').source()),
      }));
  return {
    title: cursor.at('title').text() ?? '',
    section: sectionOf(cursor.at('section'), sections, reading),
    lead: words.read(cursor.at('lead').source()),
    figures: namesOf(cursor, 'figure', ['figures'], reading),
    strategies: titled('strategies'),
    actions: titled('actions'),
    areas: titled('areas'),
    narrative: narrativeOf(cursor, reading),
    notes: words.read(cursor.at('notes').source()),
    span: cursor.keySpan,
  };
}

function sectionOf(cursor: DataCursor, sections: readonly Section[], { tell }: Reading): string | null {
  const id = cursor.text();
  const known = sections.map((section) => section.id);
  if (id === null || known.includes(id)) return id;
  const nearest = nearestName(id, known);
  tell(unknownName('section', id, cursor.span, nearest === null ? null : { name: nearest }, known));
  return null;
}

/** Names under any of the keys; those that the report does not have are reported and left out. */
export function namesOf(
  cursor: DataCursor,
  what: NamedThing,
  keys: readonly string[],
  { has }: Pick<Reading, 'has'>,
): readonly string[] {
  return keys
    .flatMap((key) => cursor.at(key).names())
    .filter(({ id, span }) => has(what, id, span))
    .map(({ id }) => id);
}

function narrativeOf(cursor: DataCursor, { has }: Reading): string | null {
  const name = cursor.at('narrative');
  const path = name.text();
  return path !== null && has('narrative', path, name.span) ? path : null;
}

function uniqueIds(what: string, tell: Tell): (item: DataCursor, otherwise: string) => string {
  const taken = new Map<string, Span>();
  return (item, otherwise) => {
    const id = item.at('id').text() ?? otherwise;
    const first = taken.get(id);
    if (first !== undefined) tell(duplicateId(what, id, item.at('id').span, first));
    else taken.set(id, item.at('id').span);
    return id;
  };
}
