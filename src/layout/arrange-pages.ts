/** Pages that were laid to pages of another use: a deck's to a handout, a briefing's to a printer's sheets. */
import type { Tell } from '../diagnostics/diagnostic.js';
import type { Arrangement } from '../model/document-spec.js';
import type { PageSet } from '../model/page.js';
import type { HandoutOptions, PrintOptions } from '../model/report.js';
import type { Fonts } from '../text/fonts.js';
import { layoutHandout } from './handout/layout-handout.js';
import { layoutPrint } from './print/printer-sheets.js';

export const arrangePages = (
  pages: PageSet,
  arrangement: Arrangement,
  options: { readonly handout: HandoutOptions; readonly print: PrintOptions },
  fonts: Fonts,
  tell: Tell,
): PageSet => {
  switch (arrangement) {
    case 'handout':
      return layoutHandout(pages, options.handout, fonts, tell);
    case 'print':
      return layoutPrint(pages, options.print);
  }
};
