/**
 * Whether text can be told from its ground: WCAG 2.2, 1.4.3. Each pair of colours is told once, where it first stands.
 */
import { colorHex, contrast } from '../../charts/measure/chart-palette.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { lowContrast } from '../../diagnostics/messages.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Box } from '../../model/length.js';
import type { Page, PageItem, PageSet, Run, RunStyle, SetParagraph } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Color, Theme } from '../../model/theme.js';

/** Large text, from 18 pt or bold from 14 pt, is readable at less. */
const leastRatio = (style: RunStyle): number => (style.size >= 18 || (style.bold && style.size >= 14) ? 3 : 4.5);

/** 1 for the same colour twice, 21 for black on white. */
export const contrastOf = (text: Color, ground: Color, theme: Theme): number =>
  contrast(colorHex(theme, text), colorHex(theme, ground));

/** Warns of each pair of colours that is told apart too little. What stands on a picture is not judged. */
export const checkContrast = ({ pages, layouts, theme }: PageSet, tell: Tell, memo: Memo = noMemo): void => {
  const judged = new Set<string>();
  for (const page of pages) {
    const layout = layouts.find(({ name }) => name === page.layout);
    for (const { key, least, found } of memo.recallSame('page contrast', [page, layout ?? null, theme], () =>
      pairsOn(page, layout, theme),
    )) {
      if (judged.has(key)) continue;
      judged.add(key);
      if (found.ratio < least) tell(lowContrast({ ...found, least, where: page.title ?? page.label }, page.span));
    }
  }
};

/** A pair of colours where it stands first on a page. */
interface FirstPair {
  readonly key: string;
  /** What its contrast is to be. */
  readonly least: number;
  readonly found: { readonly text: string; readonly pair: string; readonly ratio: number };
}

const pairsOn = (page: Page, layout: SlideLayout | undefined, theme: Theme): readonly FirstPair[] => {
  const pairs = new Map<string, FirstPair>();
  page.items.forEach((item, index) => {
    for (const { runs, ground } of textsOf(item, groundOf(item, index, page, layout))) {
      // The runs of a text mostly share a colour: what was judged just now is not judged again.
      let before: RunStyle | null = null;
      for (const run of runs) {
        const { style } = run;
        if (run.text.trim() === '' || (before?.color === style.color && leastRatio(before) === leastRatio(style)))
          continue;
        before = style;
        judge(run, ground, theme, pairs);
      }
    }
  });
  return [...pairs.values()];
};

interface TextOnGround {
  readonly runs: readonly Run[];
  readonly ground: Color;
}

const runsOf = (paragraphs: readonly SetParagraph[]): readonly Run[] =>
  paragraphs.flatMap((paragraph) => paragraph.runs);

const textsOf = (item: PageItem, ground: Color | null): readonly TextOnGround[] => {
  if (item.kind === 'text')
    return ground === null && item.fill === null
      ? []
      : [{ runs: runsOf(item.paragraphs), ground: item.fill ?? ground! }];
  if (item.kind !== 'table') return [];
  return item.rows
    .flat()
    .flatMap((cell) =>
      cell.fill === null && ground === null ? [] : [{ runs: runsOf(cell.paragraphs), ground: cell.fill ?? ground! }],
    );
};

/** What an item stands on: the last filled thing before it that holds it whole, else the page; null for a picture. */
const groundOf = (item: PageItem, index: number, page: Page, layout: SlideLayout | undefined): Color | null => {
  for (let below = index - 1; below >= 0; below--) {
    const other = page.items[below]!;
    if (!holds(other.box, item.box)) continue;
    if (other.kind === 'picture') return null;
    if ((other.kind === 'shape' || other.kind === 'text') && other.fill !== null) return other.fill;
  }
  return (
    layout?.regions.find(({ ground, box }) => ground !== undefined && holds(box, item.box))?.ground ??
    layout?.decorations.findLast(({ fill, box }) => fill !== null && holds(box, item.box))?.fill ??
    page.background
  );
};

/** Within half a point. */
const holds = (outer: Box, inner: Box): boolean =>
  inner.x > outer.x - 0.5 &&
  inner.y > outer.y - 0.5 &&
  inner.x + inner.width < outer.x + outer.width + 0.5 &&
  inner.y + inner.height < outer.y + outer.height + 0.5;

const judge = ({ text, style }: Run, ground: Color, theme: Theme, pairs: Map<string, FirstPair>): void => {
  const least = leastRatio(style);
  const pair = `${sayColor(style.color)} on ${sayColor(ground)}`;
  const key = `${pair} at ${least}`;
  if (pairs.has(key)) return;
  pairs.set(key, { key, least, found: { text, pair, ratio: contrastOf(style.color, ground, theme) } });
};

/** As a theme writes it: `accent3+40%`. */
const sayColor = ({ slot, lighten = 0 }: Color): string =>
  lighten === 0 ? slot : `${slot}+${Math.round(lighten * 100)}%`;
