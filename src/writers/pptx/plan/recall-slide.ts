/** A slide planned, or taken over from the build before, which planned the same page. */
import type { Memo } from '../../../memo/memo.js';
import type { Page, PageItem } from '../../../model/page.js';
import type { ChartParts, SlidePlan } from './deck-plan.js';
import { addMedia } from './plan-shape.js';
import { planSlide } from './plan-slide.js';
import type { SlidesContext } from './plan-slide.js';

/** @param number from 1. */
export function recallSlide(page: Page, number: number, deck: SlidesContext, memo: Memo): SlidePlan {
  const { pages, layouts, collected, report, tables } = deck;
  const first = collected.charts.length;
  const shown = partsShown(page, deck);
  if (shown === null) return planSlide(page, number, deck);
  const { charts, others } = shown;
  const places = [number, first, pages.pages.length];
  const slide = memo.recallSame(
    'planned slide',
    [page, ...places, pages.layouts, layouts, pages.theme, pages.meta, report, tables, ...charts, ...others],
    (tell) => planSlide(page, number, { ...deck, tell }),
    deck.tell,
  );
  // What planning would have collected.
  if (collected.charts.length === first) collected.charts.push(...charts);
  return slide;
}

interface PartsShown {
  readonly charts: readonly ChartParts[];
  /** Sketches, and numbers of pictures in the package. */
  readonly others: readonly unknown[];
}

/**
 * The parts of the package that a page points at, in its order. Its pictures are collected by it, as planning would;
 * null, before any is, where it shows what is counted otherwise: charts of PowerPoint 2016, pictures that are drawn.
 */
function partsShown({ items }: Page, { shown, pictures, collected }: SlidesContext): PartsShown | null {
  const charts: ChartParts[] = [];
  const others: unknown[] = [];
  const isCounted = (item: PageItem): boolean =>
    item.kind === 'picture'
      ? item.picture.format !== 'svg'
      : item.kind !== 'chart' || (shown.has(item) && shown.get(item)!.extended === undefined);
  if (!items.every(isCounted)) return null;
  for (const item of items) {
    if (item.kind === 'picture') {
      const { bytes, format } = pictures(item.picture);
      others.push(addMedia(bytes, format, collected));
    }
    if (item.kind !== 'chart') continue;
    const chart = shown.get(item)!;
    if (chart.kind === 'native') charts.push(chart.parts);
    else others.push(chart.kind === 'sketch' ? chart.sketch : addMedia(chart.png, 'png', collected));
  }
  return { charts, others };
}
