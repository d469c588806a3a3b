/** Changes between two builds as tables for a terminal and as Markdown. */
import { differenceText, signedNumber } from '../../provenance/change-sheet.js';
import type { BuildChanges, TextChange, TouchedPage } from '../../provenance/compare-builds.js';
import { pageText } from './place-text.js';
import { clipText, markdownTable, textTable } from './text-table.js';
import type { TableColumn } from './text-table.js';

interface Part {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

const nothing = 'nothing changed';

export function diffText(changes: BuildChanges): string {
  const parts = partsOf(changes);
  return parts.length === 0
    ? nothing
    : parts
        .map(({ title, columns, rows }) => [title, ...textTable(columns, rows).map((line) => `  ${line}`)].join('\n'))
        .join('\n\n');
}

export function diffMarkdown(changes: BuildChanges): string {
  const parts = partsOf(changes);
  return parts.length === 0
    ? nothing
    : parts
        .map(({ title, columns, rows }) => [`## ${title}`, '', ...markdownTable(columns, rows)].join('\n'))
        .join('\n\n');
}

function partsOf({ documents, changed, added, gone, texts, pictures, pages }: BuildChanges): readonly Part[] {
  const isDerived = changed.some(({ because }) => because.length > 0);
  const parts: readonly Part[] = [
    {
      title: counted(changed.length, 'figure', 'changed'),
      columns: [
        { head: 'figure' },
        { head: 'label', most: 30 },
        { head: 'what' },
        { head: 'before', align: 'end' },
        { head: 'after', align: 'end' },
        { head: 'by', align: 'end' },
        { head: '%', align: 'end' },
        ...(isDerived ? [{ head: 'because of', most: 40 }] : []),
      ],
      rows: changed.flatMap(({ id, label, parts: all, because }) =>
        all.map((part, index) => [
          index === 0 ? id : '',
          index === 0 ? label : '',
          part.part,
          part.before,
          part.after,
          differenceText(part, 'en'),
          signedNumber(part.percent, '%'),
          ...(isDerived ? [index === 0 ? because.join(', ') : ''] : []),
        ]),
      ),
    },
    {
      title: counted(added.length, 'new figure', ''),
      columns: figureColumns,
      rows: added.map(({ id, label, printed }) => [id, label, printed.full]),
    },
    {
      title: counted(gone.length, 'figure', 'gone'),
      columns: figureColumns,
      rows: gone.map(({ id, label, printed }) => [id, label, printed.full]),
    },
    {
      title: counted(texts.length, 'text', 'changed'),
      columns: [{ head: 'where' }, { head: 'before', most: 60 }, { head: 'after', most: 60 }],
      rows: texts.map((change) => textRow(change, documents)),
    },
    {
      title: counted(pictures.length, 'picture', 'changed'),
      columns: [{ head: 'where' }, { head: 'picture' }, { head: 'what' }],
      rows: pictures.map((change) => [pageText(change, documents), change.id, change.kind]),
    },
    {
      title: counted(pages.length, 'page', 'touched'),
      columns: [{ head: 'where' }, { head: 'title', most: 40 }, { head: 'why' }],
      rows: pages.map((page) => [pageText(page, documents), page.title, reasonOf(page)]),
    },
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

const figureColumns: readonly TableColumn[] = [
  { head: 'figure' },
  { head: 'label', most: 30 },
  { head: 'value', align: 'end' },
];

const counted = (count: number, noun: string, end: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}${end === '' ? '' : ` ${end}`}`;

/** From a little before the first character that differs. */
function textRow(change: TextChange, documents: BuildChanges['documents']): readonly string[] {
  const { before, after } = change;
  if (before === null || after === null) return [pageText(change, documents), before ?? '', after ?? ''];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 8);
  const part = (text: string): string => `${from > 0 ? '…' : ''}${clipText(text.slice(from), 56)}`;
  return [pageText(change, documents), part(before), part(after)];
}

function reasonOf({ figures, prose, pictures }: TouchedPage): string {
  const shown = figures.length > 4 ? [...figures.slice(0, 4), `${figures.length - 4} more`] : figures;
  return [...shown, ...(prose ? ['prose'] : []), ...(pictures ? ['picture'] : [])].join(', ');
}
