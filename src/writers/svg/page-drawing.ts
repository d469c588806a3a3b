/** The drawing of one page under way: what its items are drawn with. */
import type { PageSet } from '../../model/page.js';
import type { ChartDrawings } from '../drawn/chart-drawings.js';
import type { SemanticGroups } from './semantic-groups.js';
import type { SvgSurface } from './svg-surface.js';

export interface PageDrawing {
  readonly surface: SvgSurface;
  readonly groups: SemanticGroups;
  readonly charts: ChartDrawings;
  readonly pages: PageSet;
  /** The texts of the paragraphs drawn so far. */
  readonly texts: string[];
}
