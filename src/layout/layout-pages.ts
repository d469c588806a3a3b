/** A document to pages: slides by their layouts, a briefing as a flow. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { Document } from '../model/document.js';
import type { PageGrid } from '../model/bundle/page-grid.js';
import type { PageSet } from '../model/page.js';
import type { SlideLayout } from '../model/slide-layout.js';
import type { Theme } from '../model/theme.js';
import type { Fonts } from '../text/fonts.js';
import { tellLost } from './blocks/picture.js';
import { layoutBriefing } from './briefing/layout-briefing.js';
import { checkContrast } from './contrast/check-contrast.js';
import { layoutSheets } from './sheet/layout-sheets.js';
import { layoutDeck } from './slides/layout-deck.js';

export const layoutPages = (
  document: Document,
  theme: Theme,
  layouts: ReadonlyMap<string, SlideLayout>,
  fonts: Fonts,
  tell: Tell,
  memo: Memo = noMemo,
  grid: PageGrid | null = null,
): PageSet => {
  const pages =
    document.kind === 'briefing' && grid !== null
      ? layoutSheets(document, grid, theme, fonts, tell)
      : layDocument(document, theme, layouts, fonts, tell, memo);
  checkContrast(pages, tell);
  for (const { items } of pages.pages) for (const item of items) if (item.kind === 'picture') tellLost(item, tell);
  return pages;
};

const layDocument = (
  document: Document,
  theme: Theme,
  layouts: ReadonlyMap<string, SlideLayout>,
  fonts: Fonts,
  tell: Tell,
  memo: Memo,
): PageSet => {
  switch (document.kind) {
    case 'deck':
      return layoutDeck(document, theme, layouts, fonts, tell, memo);
    case 'briefing':
      return layoutBriefing(document, theme, fonts, tell);
  }
};
