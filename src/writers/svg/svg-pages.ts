/** All pages of a document as SVG, as a browser shows them: in the preview and in an HTML file. */
import type { PageSet } from '../../model/page.js';
import { chartDrawings } from '../drawn/chart-drawings.js';
import type { WriteContext } from '../job/write-context.js';
import { drawPageSvg, type SvgPage } from './draw-page-svg.js';
import type { SvgShared } from './svg-surface.js';

export interface SvgPagesOptions extends Omit<SvgShared, 'theme' | 'fonts'> {
  /** What names in the pages begin with, unique in one HTML document. */
  readonly prefix: string;
  /** What a page is called for those who cannot see it. */
  readonly labelOf: (page: PageSet['pages'][number], index: number) => string;
}

export async function svgPages(
  pages: PageSet,
  context: WriteContext,
  { prefix, labelOf, ...options }: SvgPagesOptions,
): Promise<readonly SvgPage[]> {
  const shared: SvgShared = { ...options, theme: pages.theme, fonts: context.fonts };
  const drawings = chartDrawings(pages.theme, context);
  const drawn: SvgPage[] = [];
  for (const [index, page] of pages.pages.entries())
    drawn.push(
      drawPageSvg(shared, pages, page, await drawings(page), {
        prefix: `${prefix}${index}-`,
        label: labelOf(page, index),
      }),
    );
  return drawn;
}
