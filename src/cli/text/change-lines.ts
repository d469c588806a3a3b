/** What a refresh came to, slide by slide, as text, as Markdown and as data. */
import type { RefreshResult } from '../../compile-refresh.js';
import type { Change, ChangeKind, ChartAddition, ChangeReason } from '../../refresh/changes/change.js';
import { markdownTable } from './text-table.js';

const kinds: readonly (readonly [kind: ChangeKind, head: string])[] = [
  ['conflict', 'in conflict: kept, and it contradicts the report'],
  ['stale', 'stale, and out of reach'],
  ['updated', 'updated'],
  ['kept', 'kept by hand'],
  ['gone', 'gone from the report'],
  ['new', 'new in the report, not in the deck'],
  ['added', 'added'],
];

const reasons: Readonly<Record<ChangeReason, string>> = {
  'typed-over': 'another number was typed there',
  words: 'the words around it would have to change too',
  unclear: 'several equal numbers could be meant',
  wording: 'both the deck and the report changed the words',
  deleted: 'deleted in the deck',
  quoted: 'in words that the build did not write',
  picture: 'in a picture',
  drawn: 'drawn as shapes: take it from a new build',
  colour: 'recoloured by hand: its colour may say the old state',
  overlaps: 'it lies over what stands there: move it',
  extended: 'the report has it as a kind of PowerPoint 2016 now: take it from a new build',
  form: 'it has other rows, columns or marks now',
  linked: 'the chart reads a workbook elsewhere',
  diagram: 'in SmartArt, which is not written into: change it in PowerPoint',
  locked: 'in a field that cannot be changed',
  damaged: 'damaged: it cannot be read',
  identity: 'what it says of itself is damaged or gone: slides were known by what each of them says',
};

const placeNames: Readonly<Record<Change['place'], string>> = {
  text: 'text',
  table: 'table',
  chart: 'chart',
  workbook: 'workbook of a chart',
  notes: 'notes',
  alt: 'alternative text',
  comment: 'comment',
  picture: 'picture',
  shape: 'shape drawn from a figure',
  slide: 'slide',
  deck: 'the deck',
};

const countKinds = (changes: readonly Change[]): Readonly<Record<ChangeKind, number>> =>
  Object.fromEntries(kinds.map(([kind]) => [kind, changes.filter((change) => change.kind === kind).length])) as Record<
    ChangeKind,
    number
  >;

/** `3 updated, 1 in conflict`. */
function countLine(changes: readonly Change[]): string {
  const counts = countKinds(changes);
  const words: Readonly<Record<ChangeKind, string>> = {
    updated: 'updated',
    conflict: 'in conflict',
    stale: 'stale',
    kept: 'kept by hand',
    gone: 'gone',
    new: 'new',
    added: 'added',
  };
  const told = kinds.filter(([kind]) => counts[kind] > 0).map(([kind]) => `${counts[kind]} ${words[kind]}`);
  return told.length === 0 ? 'nothing to refresh' : told.join(', ');
}

const most = 60;
const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** `new point Bridge of series Growth`, `point Bridge …` for one that is gone; without a series that has no name. */
const additionWords = ({ series, point }: ChartAddition, kind: ChangeKind): string => {
  const is = kind === 'gone' ? '' : 'new ';
  return point === null
    ? `${is}series "${series}"`
    : [`${is}point "${point}"`, series && `of series "${series}"`].join(' ').trim();
};

const additionOf = ({ addition, kind }: Change): readonly string[] =>
  addition === undefined ? [] : [additionWords(addition, kind)];

/** A chart's own new things are told by the slide's title too: `Fields › chart "Growth"`. */
const placeOf = ({ place, shape, title, addition, kind }: Change): string => {
  if (place === 'slide') return `slide "${short(title)}"`;
  const own = shape === null ? placeNames[place] : `${placeNames[place]} "${short(shape)}"`;
  if (addition === undefined) return own;
  return [title && `"${short(title)}"`, own, additionWords(addition, kind)].filter((word) => word !== '').join('  ');
};

function describe(told: Change): string {
  const { before, after, figure, reason, context } = told;
  const what = placeOf(told);
  const change =
    before === '' && after === ''
      ? ''
      : before === ''
        ? short(after)
        : after === ''
          ? short(before)
          : `${short(before)} → ${short(after)}`;
  const words = context === '' || context === before ? '' : `in "${short(context)}"`;
  return [what, change, figure === null ? '' : `(${figure})`, words, reason === null ? '' : `– ${reasons[reason]}`]
    .filter((word) => word !== '')
    .join('  ');
}

export function changeText({ changes, slides }: RefreshResult): string {
  const lines = kinds.flatMap(([kind, head]) => {
    const own = changes.filter((change) => change.kind === kind);
    return own.length === 0
      ? []
      : [
          `${head}:`,
          ...own.map((change) => `  ${change.slide === null ? '' : `slide ${change.slide}  `}${describe(change)}`),
          '',
        ];
  });
  return [...lines, ...guessLines(slides), countLine(changes)].join('\n');
}

/** Slides that are known by what they say alone. */
const guessLines = (slides: RefreshResult['slides']): readonly string[] =>
  slides.flatMap(({ number, match }) =>
    match === null || match.by !== 'texts'
      ? []
      : [`slide ${number} lost its id: taken for "${short(match.slide.title)}", confidence ${match.confidence}`],
  );

const columns = ['slide', 'what', 'deck', 'report', 'figure', 'where', 'why'].map((head) => ({ head }));

export const changeMarkdown = (result: RefreshResult): string =>
  [
    `# ${result.data.meta.title}`,
    '',
    countLine(result.changes),
    ...kinds.flatMap(([kind, head]) => {
      const own = result.changes.filter((change) => change.kind === kind);
      if (own.length === 0) return [];
      const rows = own.map((change) => [
        change.slide === null ? '' : String(change.slide),
        [placeNames[change.place], change.shape ?? change.title, ...additionOf(change)].join(' '),
        change.before,
        change.after,
        change.figure ?? '',
        short(change.addition === undefined ? change.context : change.title),
        change.reason === null ? '' : reasons[change.reason],
      ]);
      return ['', `## ${head}`, '', ...markdownTable(columns, rows)];
    }),
    '',
  ].join('\n');

export const changeJson = ({ changes, slides }: RefreshResult): string =>
  `${JSON.stringify(
    {
      counts: countKinds(changes),
      slides: slides.map(({ number, match }) => ({
        number,
        is: match?.slide.key ?? null,
        confidence: match?.confidence ?? null,
        by: match?.by ?? null,
      })),
      changes,
    },
    null,
    2,
  )}\n`;
