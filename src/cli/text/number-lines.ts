/** What the numbers of returned files are, as text, as diagnostics and as data. */
import type { VerifiedFile, VerifyResult } from '../../compile-verify.js';
import { damagedPart, numberDiffers } from '../../diagnostics/deck-messages.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { sourceLine } from '../../diagnostics/source-place.js';
import type { NumberFinding, NumberStatus } from '../../verify/text/number-finding.js';

const heads: readonly (readonly [status: NumberStatus, head: string])[] = [
  ['typed-over', 'typed over'],
  ['stale', 'stale'],
  ['by-hand', "a figure's value, typed by hand"],
  ['current', 'current'],
  ['unknown', 'unknown'],
];

const placeNames: Readonly<Record<NumberFinding['place'], string>> = {
  text: '',
  table: 'table',
  chart: 'chart',
  workbook: 'workbook of a chart',
  notes: 'notes',
  alt: 'alternative text',
  comment: 'comment',
  page: '',
};

export const pageWord = ({ kind }: VerifiedFile): 'slide' | 'page' => (kind === 'deck' ? 'slide' : 'page');

const most = 60;
export const shortLine = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** `546.6 → 550.2`, `999 in place of 546.6`. */
export function numberWords({ status, text, built, now, figure }: NumberFinding): string {
  const own = figure === null ? '' : ` (${figure})`;
  switch (status) {
    case 'stale':
      return `${text} → ${now ?? ''}${own}`;
    case 'typed-over':
      return `${text} in place of ${built ?? ''}${now === null || now === built ? '' : `, now ${now}`}${own}`;
    default:
      return `${text}${own}`;
  }
}

export function numberText({ files }: VerifyResult, withAll: boolean): string {
  return files.map((file) => fileText(file, withAll)).join('\n\n');
}

function fileText(file: VerifiedFile, withAll: boolean): string {
  const shown = heads.filter(
    ([status]) => withAll || status === 'typed-over' || status === 'stale' || status === 'by-hand',
  );
  const lines = shown.flatMap(([status, head]) => {
    const own = file.findings.filter((finding) => finding.status === status);
    return own.length === 0 ? [] : [`${head}:`, ...own.map((finding) => `  ${lineOf(finding, file)}`)];
  });
  const counts = heads.map(
    ([status, head]) => `${file.findings.filter((finding) => finding.status === status).length} ${head}`,
  );
  const unread = file.unread.map((part) => `  slide ${part.page}, ${damagedWords(part)}`);
  return [
    `${file.name}: ${counts.join(', ')}`,
    ...lines,
    ...(unread.length === 0 ? [] : ['damaged, and not read:', ...unread]),
  ].join('\n');
}

/** `chart "Growth"`. */
const damagedWords = ({ place, shape }: VerifiedFile['unread'][number]): string =>
  `${damagedNames[place]}${shape === null ? '' : ` "${shortLine(shape)}"`}`;

const damagedNames: Readonly<Record<VerifiedFile['unread'][number]['place'], string>> = {
  chart: 'chart',
  workbook: 'workbook of the chart',
  notes: 'notes',
  comment: 'comments',
  picture: 'picture',
  slide: 'what it leads to: its charts, pictures and notes',
};

function lineOf(finding: NumberFinding, file: VerifiedFile): string {
  const where = [`${pageWord(file)} ${finding.page}`, placeNames[finding.place]]
    .filter((word) => word !== '')
    .join(', ');
  const source = finding.source === null ? '' : `  ${sourceLine(finding.source)}`;
  return `${where}  ${numberWords(finding)}  in "${shortLine(finding.context)}"${source}`;
}

export const numberDiagnostics = ({ files }: VerifyResult): readonly Diagnostic[] =>
  files.flatMap((file) => [
    ...file.unread.map((part) => damagedPart(file.name, part.page, damagedWords(part))),
    ...file.findings.flatMap((finding): readonly Diagnostic[] => {
      const { status, page, context, source } = finding;
      if (status === 'current' || status === 'unknown') return [];
      const words = `${numberWords(finding)} in "${shortLine(context)}"`;
      return [
        numberDiffers(
          { file: file.name, page, what: pageWord(file) },
          status,
          words,
          source === null ? null : sourceLine(source),
        ),
      ];
    }),
  ]);

export const numberJson = ({ files }: VerifyResult): string =>
  `${JSON.stringify(
    {
      files: files.map(({ name, kind, builtFrom, build, findings, unread }) => ({
        name,
        kind,
        builtFrom,
        build,
        counts: Object.fromEntries(
          heads.map(([status]) => [status, findings.filter((finding) => finding.status === status).length]),
        ),
        numbers: findings,
        unread,
      })),
    },
    null,
    2,
  )}\n`;
