/** Key figures as a grid of cards or as bands of cells, each as high as its words ask. */
import { partName } from '../../../locale/part-words.js';
import type { KpisBlock } from '../../../model/document.js';
import type { Box, Pt } from '../../../model/length.js';
import type { PageItem, ShapeItem } from '../../../model/page.js';
import { silently, styleOf, type BlockContext, type LaidBlock } from '../../galley/block.js';
import {
  balancedAcross,
  gridColumns,
  layGrid,
  type GridCell,
  type GridColumns,
  type GridOptions,
} from '../../galley/grid.js';
import { leastWaste } from '../../galley/grid-waste.js';
import { stackBlocks } from '../../galley/stack.js';
import { spaceBetween } from '../../../text/stack-paragraphs.js';
import { setCard, type CardWords } from './kpi-card.js';
import { onGround, onTint, type CardColors } from './kpi-look.js';
import { levelCards } from './level-cards.js';
import { awardEdge, meterHeight, meterMarks } from './meter-marks.js';
import { numeralSetting, type Card } from './numeral.js';
import { layStrips } from './strips.js';
import { trendMarks, trendWidth } from './trend-marks.js';
import { drawnFigure, filledShape } from '../../galley/filled-shape.js';

/** Space inside a card, in em of the label: less where nothing is seen of its edges. */
const insets = { plain: 0.9, ground: 0.6 } as const;
const insetOf = ({ look }: KpisBlock): number => (look === 'ground' ? insets.ground : insets.plain);
/** The edge above a card, in em of the label. */
const edge = 0.2;

interface SetCell {
  readonly cell: GridCell;
  readonly card: Card;
  readonly words: CardWords;
  readonly colors: CardColors;
  /** Width of its trend, in pt; 0 draws none. */
  readonly trendWidth: Pt;
}

const cellOf = (
  card: Card,
  paragraphs: GridCell['paragraphs'],
  colors: CardColors,
  inset: number,
  context: BlockContext,
): GridCell => {
  const em = styleOf(context, 'kpi-label').size;
  const meter = card.text.meter === undefined ? 0 : meterHeight(em);
  return {
    kind: 'text',
    name: partName('figure', context.language, card.text.label),
    paragraphs,
    tag: 'artifact',
    inset: { top: inset * em, right: inset * em, bottom: inset * em * 0.8 + meter, left: inset * em },
    valign: 'top',
    placeholder: null,
    fill: colors.fill,
    link: null,
  };
};

/** On the deep ground of a cover a figure has its label and its numeral alone. */
const plainly = (card: Card, { look }: KpisBlock): Card => {
  if (look !== 'ground' || card.text.isAward === true) return card;
  const { meter: _meter, prior: _prior, ...text } = card.text;
  const { trend: _trend, ...plain } = card;
  return { ...plain, text: { ...text, change: null, direction: null, rank: null } };
};

/** The first of several rows of a band stands on the deep ground: it is what matters most. */
const colorsOf = (row: number, rows: number, { look }: KpisBlock, context: BlockContext): CardColors =>
  look === 'ground'
    ? { ...onGround(context), fill: null }
    : look === 'band' && row === 0 && rows > 1
      ? onGround(context)
      : onTint(context);

const setCells = (block: KpisBlock, { across, width }: GridColumns, context: BlockContext): readonly SetCell[] => {
  const inset = insetOf(block);
  const em = styleOf(context, 'kpi-label').size;
  const inner = width - 2 * inset * em;
  const numeral = numeralSetting(block.cards, inner, context);
  const rows = Math.ceil(block.cards.length / across);
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const cards = block.cards.slice(row * across, (row + 1) * across);
    const colors = colorsOf(row, rows, block, context);
    const shown = cards.map((card) => plainly(card, block));
    const words = shown.map((card) => setCard(card, { inner, numeral, colors, context }));
    const room = trendWidth(
      shown.map(({ trend }, index) => ({ trend, words: words[index]! })),
      inner,
      em,
    );
    return levelCards(words).map((paragraphs, index) => {
      const card = shown[index]!;
      const cell = cellOf(card, paragraphs, colors, inset, context);
      return { card, words: words[index]!, colors, cell, trendWidth: room };
    });
  });
};

/** The parts of what a stretched row gains above a card's label, its numeral, its foot and its target. */
const shares = { label: 0.25, numeral: 0.2, foot: 0.2, target: 0.35 } as const;

const spreadOf = ({ words: { foot, target } }: SetCell): readonly number[] => [
  shares.label,
  shares.numeral,
  ...foot.map((_, index) => (index === 0 ? shares.foot : 0)),
  ...(target === null ? [] : [foot.length === 0 ? shares.foot + shares.target : shares.target]),
];

/** Between the cells of a band. */
const cellRule = (box: Box, { colors, cell }: SetCell, language: string): ShapeItem =>
  filledShape(partName('rule', language), colors.track, {
    x: box.x,
    y: box.y + cell.inset.top,
    width: 0.75,
    height: box.height - 2 * cell.inset.top,
  });

/** From the top of a card to its numeral. */
const numeralTop = ({ cell }: SetCell, gained: Pt): Pt => {
  const [label, numeral] = cell.paragraphs;
  const between = label === undefined || numeral === undefined ? 0 : spaceBetween(label, numeral);
  return cell.inset.top + (label?.height ?? 0) + between + gained * (shares.label + shares.numeral);
};

interface CardPlace {
  readonly box: Box;
  readonly gained: Pt;
  readonly isBand: boolean;
}

const marksOn = (set: SetCell, { box, gained, isBand }: CardPlace, context: BlockContext): readonly PageItem[] => {
  const em = styleOf(context, 'kpi-label').size;
  const { language } = context;
  const { meter, isAward } = set.card.text;
  const { colors } = set;
  const pad = set.cell.inset.left;
  const place = { box, pad, top: numeralTop(set, gained), width: set.trendWidth, colors, language };
  return [
    ...(set.card.trend === undefined ? [] : trendMarks(set.card.trend, set.words, place)),
    ...(isBand && box.x > 0 ? [cellRule(box, set, language)] : []),
    ...(isAward === true ? [awardEdge(box, em, language)] : []),
    ...(meter === undefined ? [] : drawnFigure(set.card.id, meterMarks(meter, box, { pad, em, colors, language }))),
  ];
};

const layAcross = (block: KpisBlock, across: number, width: Pt, context: BlockContext): LaidBlock => {
  const em = styleOf(context, 'kpi-label').size;
  const isBand = block.look === 'band' || block.look === 'ground';
  const beside = Math.min(across, block.cards.length);
  const columns: GridColumns = isBand
    ? { across: beside, width: width / beside, gap: 0, rowGap: em * 0.8 }
    : gridColumns(beside, width, em);
  const cells = setCells(block, columns, context);
  const known = new Map(cells.map((set) => [set.cell, set]));
  const of = (cell: GridCell): SetCell => known.get(cell)!;
  const options: GridOptions = {
    rule: isBand
      ? null
      : {
          width: em * edge,
          color: (cell) =>
            of(cell).card.text.isAward === true
              ? { slot: 'lt2' }
              : of(cell).colors.bar(of(cell).card.text.meter?.isMet === false),
        },
    marks: (cell, box, gained) => marksOn(of(cell), { box, gained, isBand }, context),
    spread: (cell) => spreadOf(of(cell)),
  };
  return layGrid(
    cells.map(({ cell }) => cell),
    columns,
    options,
    context,
  );
};

/** More cards than this do not stand side by side on a slide. */
const mostAcross = 5;
/** A wider card, in pt, is empty on its right. */
const widestCard = 300;

/** How much a card grows beyond its content, so that none stands half empty. */
const mostGrowth = 1.5;

/** As many side by side as fill a slide's region best: even rows first, then the height. */
const acrossForRoom = (block: KpisBlock, width: Pt, room: Pt, context: BlockContext): number => {
  const trial = silently(context);
  const count = block.cards.length;
  const most = Math.min(mostAcross, count);
  const fitting = Array.from({ length: most }, (_, index) => most - index)
    .map((across) => ({ across, height: layAcross(block, across, width, trial).height }))
    .filter(({ height }) => height <= room);
  return fitting.length === 0
    ? balancedAcross(count, width / styleOf(context, 'kpi-label').size)
    : leastWaste(fitting, count, { box: { width, height: room }, widest: widestCard, mostStretch: mostGrowth }).across;
};

export const layKpis = (block: KpisBlock, width: Pt, context: BlockContext): LaidBlock => {
  if (block.cards.length === 0) return stackBlocks([]);
  if (block.look === 'strips') return layStrips(block, width, context);
  const { room } = context;
  const across =
    block.across ??
    (room === undefined
      ? balancedAcross(block.cards.length, width / styleOf(context, 'kpi-label').size)
      : acrossForRoom(block, width, room, context));
  const laid = layAcross(block, across, width, context);
  const { stretch } = laid;
  return room === undefined || stretch === undefined
    ? laid
    : { ...laid, stretch: { ...stretch, most: Math.min(stretch.most, laid.height * mostGrowth) } };
};
