/** Things on a page that belong together. */
import type { PageItem } from '../../model/page.js';

/** A deck makes one group of them, which is named for the first; what was grouped among them is a part of that. */
export const grouped = (items: readonly PageItem[]): readonly PageItem[] =>
  items.length < 2
    ? items
    : items.map((item, index) => ({ ...item, group: index === 0 ? ('begins' as const) : ('goes-on' as const) }));
