/**
 * Ranks as strips: a row each with its scope, its name, a dot at its place on a scale from the first on, and the place
 * in words.
 */
import { partName } from '../../../locale/part-words.js';
import type { KpisBlock } from '../../../model/document.js';
import type { Box, Pt } from '../../../model/length.js';
import type { PageItem, Run, SetParagraph, ShapeItem, TextItem } from '../../../model/page.js';
import type { Color } from '../../../model/theme.js';
import { stackHeight } from '../../../text/stack-paragraphs.js';
import { noInsets, runStyle, styleOf, type BlockContext, type LaidBlock } from '../../galley/block.js';
import { plainRun } from '../../galley/inline-runs.js';
import { setRuns } from '../../galley/text-block.js';
import { widestMeasure } from '../../galley/widest-setting.js';
import type { Card } from './numeral.js';
import { grouped } from '../../galley/grouped.js';
import { drawnFigure, filledShape } from '../../galley/filled-shape.js';

/** The last place of a scale: the least of these that all ranks are within. */
const scales = [10, 20, 50, 100, 200, 500, 1000] as const;
/** Up to this many places, each has its dot. */
const mostDots = 20;
/** Places up to this one are what the reader is to see. */
const best = 2;

interface Columns {
  readonly scope: Box;
  readonly label: Box;
  readonly strip: Box;
  readonly words: Box;
}

interface Strip {
  readonly card: Card;
  readonly scope: readonly SetParagraph[];
  readonly label: readonly SetParagraph[];
  readonly words: readonly SetParagraph[];
  /** What its words need, in pt. */
  readonly height: Pt;
}

interface Strips {
  readonly rows: readonly Strip[];
  readonly columns: Columns;
  readonly scale: number;
  readonly width: Pt;
  readonly context: BlockContext;
}

const placeOf = ({ text }: Card): number => text.place?.place ?? 1;

const column = (x: Pt, width: Pt): Box => ({ x, y: 0, width, height: 0 });

/** Words take what they need, up to a share of the width each; the scale has the rest. */
const columnsFor = (cards: readonly Card[], width: Pt, context: BlockContext): Columns => {
  const label = styleOf(context, 'kpi-label');
  const widest = (texts: readonly string[], runs: (text: string) => Run[]): Pt =>
    Math.max(0, ...texts.map((text) => widestMeasure(runs(text), context)));
  const gap = label.size;
  const scope = Math.min(
    width * 0.22,
    widest(
      cards.map(({ text }) => text.place?.scope ?? ''),
      (text) => [plainRun(text, { ...runStyle(label), bold: true })],
    ) + 1,
  );
  const words =
    widest(
      cards.map(({ text }) => text.place?.words ?? ''),
      (text) => [plainRun(text, wordsStyle(context))],
    ) + 1;
  const name = Math.min(
    width * 0.34,
    widest(
      cards.map(({ text }) => text.label),
      (text) => [plainRun(text, runStyle(label))],
    ) + 1,
  );
  const strip = scope + name + 2 * gap;
  return {
    scope: column(0, scope),
    label: column(scope + gap, name),
    strip: column(strip, Math.max(label.size * 4, width - strip - words - gap)),
    words: column(width - words, words),
  };
};

/** A place in words, against the numeral of a card. */
const wordsShare = 0.57;
const wordsStyle = (context: BlockContext): Run['style'] => {
  const style = styleOf(context, 'kpi-numeral');
  return { ...runStyle(style), size: Math.round(style.size * wordsShare) };
};

const accentText = ({ theme }: BlockContext): Color => theme.accentText ?? { slot: 'accent1' };
const colorOf = (card: Card, context: BlockContext): Color =>
  placeOf(card) <= best ? accentText(context) : { slot: 'dk2' };

/** `above` has the same scope, which is then not said again. */
const setStrip = (card: Card, above: Card | undefined, columns: Columns, context: BlockContext): Strip => {
  const group = context.structure.add('Div', context.parent);
  const label = styleOf(context, 'kpi-label');
  const small = styleOf(context, 'kpi-change');
  const { text } = card;
  const scope = text.place?.scope ?? '';
  const add = (): number => context.structure.add('P', group);
  const set = (runs: readonly Run[], style: typeof label, width: Pt): SetParagraph =>
    setRuns(runs, style, width, context, add());
  const run = (words: string, style: Run['style']): Run => ({ ...plainRun(words, style), figure: card.id });
  // 连续3年, beside a rank: what else the figure says.
  const value = text.rank === null ? '' : [text.before, text.numeral, text.after].join('');
  const strip = {
    card,
    scope:
      scope === '' || above?.text.place?.scope === scope
        ? []
        : [
            set(
              [run(scope, { ...runStyle(label), bold: true, color: accentText(context) })],
              label,
              columns.scope.width,
            ),
          ],
    label: [
      set([plainRun(text.label, runStyle(label))], label, columns.label.width),
      ...(value === ''
        ? []
        : [set([run(value, { ...runStyle(small), color: { slot: 'accent6' } })], small, columns.label.width)]),
    ],
    words: [
      set(
        [{ ...run(text.place?.words ?? '', { ...wordsStyle(context), color: colorOf(card, context) }), whole: true }],
        {
          ...styleOf(context, 'kpi-numeral'),
          size: wordsStyle(context).size,
          lineHeight: wordsStyle(context).size * 1.3,
          align: 'end',
        },
        columns.words.width,
      ),
    ],
  };
  const height = Math.max(stackHeight(strip.scope), stackHeight(strip.label), stackHeight(strip.words));
  return { ...strip, height: height + label.size * 0.25 };
};

const text = (paragraphs: readonly SetParagraph[], box: Box, name: string): readonly TextItem[] =>
  paragraphs.length === 0
    ? []
    : [
        {
          kind: 'text',
          name,
          box,
          paragraphs,
          inset: noInsets,
          valign: 'middle',
          placeholder: null,
          fill: null,
          link: null,
          tag: paragraphs[0]!.tag,
        },
      ];

/** Where a place stands along the strip, in pt from its left. */
const along = (place: number, scale: number, width: Pt): Pt => ((place - 1) / (scale - 1)) * width;

const dots = (strip: Strip, middle: Pt, { columns, scale, context }: Strips): readonly ShapeItem[] => {
  const em = styleOf(context, 'kpi-label').size;
  const name = partName('meter', context.language);
  const radius = em * 0.36;
  const { x, width } = columns.strip;
  const [from, length] = [x + radius, width - 2 * radius];
  const quiet: Color = { slot: 'accent3', lighten: 0.4 };
  const dot = (place: number, size: Pt, fill: Color): ShapeItem =>
    filledShape(
      name,
      fill,
      { x: from + along(place, scale, length) - size, y: middle - size, width: size * 2, height: size * 2 },
      'ellipse',
    );
  const places = scale <= mostDots ? Array.from({ length: scale }, (_, index) => index + 1) : [1, scale];
  const place = placeOf(strip.card);
  const fill: Color = place <= best ? { slot: 'accent1' } : { slot: 'accent3' };
  // Under the dot of the first place it is not seen, but there to grow when the place changes.
  const reached = Math.max(radius, along(place, scale, length));
  return drawnFigure(strip.card.id, [
    filledShape(name, quiet, { x: from, y: middle - 0.4, width: length, height: 0.8 }),
    filledShape(name, fill, { x: from, y: middle - 0.9, width: reached, height: 1.8 }),
    ...places.filter((each) => each !== place).map((each) => dot(each, em * 0.12, quiet)),
    dot(place, radius, fill),
  ]);
};

const layRow = (strip: Strip, y: Pt, height: Pt, strips: Strips): readonly PageItem[] => {
  const { columns, width, context } = strips;
  const own = (box: Box): Box => ({ ...box, y, height });
  const name = partName('figure', context.language, strip.card.text.label);
  return grouped([
    ...text(strip.scope, own(columns.scope), name),
    ...text(strip.label, own(columns.label), name),
    ...dots(strip, y + height / 2, strips),
    ...text(strip.words, own(columns.words), name),
    filledShape(
      partName('rule', context.language),
      { slot: 'accent6', lighten: 0.7 },
      { x: 0, y: y + height, width, height: 0.75 },
    ),
  ]);
};

/** A row is no higher than this many times what its words ask. */
const mostGrowth = 1.7;

const layRows = (strips: Strips, extra: Pt): LaidBlock => {
  const { rows, context } = strips;
  const items: PageItem[] = [];
  let y = 0;
  for (const row of rows) {
    items.push(...layRow(row, y, row.height + extra, strips));
    y += row.height + extra;
  }
  const least = rows.reduce((sum, { height }) => sum + height, 0);
  const space = styleOf(context, 'kpi-label').size * 0.8;
  return {
    height: y,
    items,
    keepWithNext: false,
    spaceBefore: space,
    spaceAfter: space,
    ...(extra === 0 && {
      stretch: {
        least,
        most: least * mostGrowth,
        to: (wanted: Pt) => layRows(strips, Math.min(least * mostGrowth, Math.max(0, wanted - least)) / rows.length),
      },
    }),
    split: (available) => {
      let [count, height] = [0, 0];
      while (count < rows.length && height + rows[count]!.height <= available) height += rows[count++]!.height;
      if (count < 2 || count > rows.length - 2) return null;
      return {
        head: layRows({ ...strips, rows: rows.slice(0, count) }, 0),
        rest: layRows({ ...strips, rows: rows.slice(count) }, 0),
      };
    },
  };
};

/** Figures that have a rank, in the order of the report, those of one scope beside each other. */
export const layStrips = (block: KpisBlock, width: Pt, context: BlockContext): LaidBlock => {
  const scopes = [...new Set(block.cards.map(({ text: { place } }) => place?.scope ?? ''))];
  const cards = scopes.flatMap((scope) => block.cards.filter(({ text: { place } }) => (place?.scope ?? '') === scope));
  const columns = columnsFor(cards, width, context);
  const last = Math.max(...cards.map(placeOf));
  const scale = scales.find((each) => each >= last) ?? last;
  const rows = cards.map((card, index) => setStrip(card, cards[index - 1], columns, context));
  return layRows({ rows, columns, scale, width, context }, 0);
};
