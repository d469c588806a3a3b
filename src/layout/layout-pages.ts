/** A document to pages: slides by their layouts, a briefing as a flow. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { Document } from '../model/document.js';
import type { PageSet } from '../model/page.js';
import { tellLost } from './blocks/picture.js';
import { layoutBriefing } from './briefing/layout-briefing.js';
import { settleColors } from '../charts/measure/chart-palette.js';
import { withDeepGrounds } from './galley/deep-ground.js';
import { checkContrast } from './contrast/check-contrast.js';
import { layoutSheets } from './sheet/layout-sheets.js';
import type { PageLook } from './galley/page-look.js';
import { layoutDeck } from './slides/layout-deck.js';

export const layoutPages = (document: Document, look: PageLook, tell: Tell, memo: Memo = noMemo): PageSet => {
  const { theme, layouts } = look;
  const deep = {
    ...look,
    layouts: memo.recallSame('deep grounds', [layouts, theme], () => withDeepGrounds(layouts, theme)),
  };
  const pages = withPageColors(layDocument(document, deep, tell, memo), memo);
  if (look.returned?.isDrawn === false) return pages;
  checkContrast(pages, tell, memo);
  for (const { items } of pages.pages) for (const item of items) if (item.kind === 'picture') tellLost(item, tell);
  return pages;
};

/** On a dark page what is to be paler comes nearer to the page: rules, tracks, tints. */
const withPageColors = (set: PageSet, memo: Memo): PageSet => {
  const { pages, layouts, theme } = set;
  const settle = <Part extends object>(part: Part): Part =>
    memo.recallSame('page colors', [part, theme], () => settleColors(part, theme));
  return { ...set, pages: pages.map(settle), layouts: settle(layouts) };
};

const layDocument = (document: Document, look: PageLook, tell: Tell, memo: Memo): PageSet => {
  const { theme, fonts, grid = null } = look;
  switch (document.kind) {
    case 'deck':
      return layoutDeck(document, look, tell, memo);
    case 'briefing':
      return grid === null
        ? layoutBriefing(document, theme, fonts, tell, memo)
        : layoutSheets(document, grid, theme, fonts, tell);
  }
};
