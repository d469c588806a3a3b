/** What a page is that nobody wrote: no slide, no chapter, white. */
import type { Page } from '../../model/page.js';

export const barePage: Omit<Page, 'size' | 'label' | 'items'> = {
  background: { slot: 'lt1' },
  layout: null,
  title: null,
  notes: [],
  chapter: null,
  span: null,
};
