/** What a refresh did, and what verify found, as the sheet that templates/returned prints. */
import { basename } from 'node:path';
import type { RefreshResult } from '../../compile-refresh.js';
import type { VerifyResult } from '../../compile-verify.js';
import { countedWords, placeNumber, returnedWord, type ReturnedWord } from '../../locale/reading/returned-words.js';
import type { Change, ChangeKind, ChartAddition } from '../../refresh/changes/change.js';
import type { NumberFinding, NumberStatus } from '../../verify/text/number-finding.js';
import { sourceLine } from '../../diagnostics/source-place.js';

interface SheetRow {
  readonly where: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
}

export interface ReturnedSheet {
  readonly title: string;
  readonly subtitle: string;
  readonly date: string;
  readonly summary: string;
  readonly words: Readonly<Record<'where' | 'what' | 'file' | 'report' | 'note', string>>;
  readonly groups: readonly { readonly head: string; readonly rows: readonly SheetRow[] }[];
}

/** What somebody has to decide first. */
const kinds: readonly ChangeKind[] = ['conflict', 'stale', 'updated', 'added', 'kept', 'gone', 'new'];
const statuses: readonly Exclude<NumberStatus, 'current' | 'unknown'>[] = ['typed-over', 'stale', 'by-hand'];

const tableWords = (language: string): ReturnedSheet['words'] => ({
  where: returnedWord('where', language),
  what: returnedWord('what', language),
  file: returnedWord('file', language),
  report: returnedWord('report', language),
  note: returnedWord('note', language),
});

const most = 80;
const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** @param file the edited deck, as the user typed it */
export function refreshSheet({ data, changes }: RefreshResult, file: string): ReturnedSheet {
  const { language, title, date } = data.meta;
  const groups = kinds.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    return own.length === 0 ? [] : [{ kind, rows: own.map((change) => changeRow(change, language)) }];
  });
  return {
    title: returnedWord('refreshed', language),
    subtitle: `${title} · ${file}`,
    date,
    summary:
      groups.length === 0
        ? returnedWord('nothing', language)
        : countedWords(
            groups.map(({ kind, rows }) => [kind, rows.length]),
            language,
          ),
    words: tableWords(language),
    groups: groups.map(({ kind, rows }) => ({ head: returnedWord(kind, language), rows })),
  };
}

const changeRow = (change: Change, language: string): SheetRow => {
  const place =
    change.place === 'slide' ? change.title : [returnedWord(change.place, language), change.shape ?? ''].join(' ');
  const words = change.context === '' || change.context === change.before ? '' : `“${short(change.context)}”`;
  const more = change.addition === undefined ? '' : additionWords(change.addition, change.kind, language);
  const why = change.reason === null ? '' : returnedWord(`why-${change.reason}`, language);
  return {
    where: change.slide === null ? '—' : placeNumber('slide', change.slide, language),
    what: [short(place.trim()), more, change.figure === null ? '' : `(${change.figure})`].filter(Boolean).join(' '),
    before: short(change.before),
    after: short(change.after),
    note: [why, words].filter(Boolean).join(' '),
  };
};

const additionWords = ({ series, point }: ChartAddition, kind: ChangeKind, language: string): string => {
  const is = kind === 'gone' ? 'gone' : 'new';
  return point === null
    ? `${returnedWord(`${is}-series`, language)} “${series}”`
    : `${returnedWord(`${is}-point`, language)} “${[series, point].filter(Boolean).join(' · ')}”`;
};

/** Those that are current, and those of nobody, are not listed. */
export function verifySheet({ data, files }: VerifyResult, usualLanguage: string): ReturnedSheet {
  const language = data?.meta.language ?? usualLanguage;
  const all = files.flatMap((file) => file.findings.map((finding) => ({ finding, file })));
  const groups = statuses.flatMap((status) => {
    const own = all.filter(({ finding }) => finding.status === status);
    return own.length === 0 ? [] : [{ status, rows: own.map((each) => findingRow(each, files.length > 1, language)) }];
  });
  return {
    title: returnedWord('verified', language),
    subtitle: [data?.meta.title ?? '', ...files.map(({ name }) => basename(name))].filter(Boolean).join(' · '),
    date: data?.meta.date ?? '',
    summary:
      groups.length === 0
        ? returnedWord('all-current', language)
        : countedWords(
            groups.map(({ status, rows }): readonly [ReturnedWord, number] => [status, rows.length]),
            language,
          ),
    words: tableWords(language),
    groups: groups.map(({ status, rows }) => ({ head: returnedWord(status, language), rows })),
  };
}

function findingRow(
  { finding, file }: { readonly finding: NumberFinding; readonly file: VerifyResult['files'][number] },
  withName: boolean,
  language: string,
): SheetRow {
  const where = placeNumber(file.kind === 'deck' ? 'slide' : 'page', finding.page, language);
  const place = finding.place === 'page' ? '' : returnedWord(finding.place, language);
  return {
    where: withName ? `${basename(file.name)} ${where}` : where,
    what: [place, finding.figure === null ? '' : `(${finding.figure})`].filter(Boolean).join(' '),
    before: finding.text,
    after: finding.now ?? finding.built ?? '',
    note: [`“${short(finding.context)}”`, finding.source === null ? '' : sourceLine(finding.source)]
      .filter(Boolean)
      .join(' '),
  };
}
