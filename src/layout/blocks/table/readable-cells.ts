/**
 * Words of a table's cells on the fills that its style gives them: each in a colour that can be told from its ground.
 */
import { colorHex, contrast } from '../../../charts/measure/chart-palette.js';
import type { Run } from '../../../model/page.js';
import type { TableLook } from '../../../model/theme.js';
import type { Color, TextStyle } from '../../../model/theme.js';
import type { BlockContext } from '../../galley/block.js';

/** WCAG 2.2, 1.4.3. */
const readable = 4.5;

/** What words of a row may stand on; none where the style fills nothing. */
export function groundsOf(
  { head, body, band, total, group, strong }: TableLook,
  isHead: boolean,
  isSum: boolean,
): readonly Color[] {
  const isFilled = [head, body, total].some(({ fill }) => fill !== null) || band !== null;
  if (!isFilled) return [];
  const fills = isHead ? [head.fill] : isSum ? [total.fill] : [body.fill, band, group, strong];
  return fills.filter((fill) => fill !== null);
}

/** Runs whose colour is lost on one of the grounds take the row's own. */
export function readableRuns(
  runs: readonly Run[],
  grounds: readonly Color[],
  style: TextStyle,
  { theme }: Pick<BlockContext, 'theme'>,
): readonly Run[] {
  const reads = (color: Color): boolean =>
    grounds.every((ground) => contrast(colorHex(theme, color), colorHex(theme, ground)) >= readable);
  if (grounds.length === 0) return runs;
  return runs.map((run) => (reads(run.style.color) ? run : { ...run, style: { ...run.style, color: style.color } }));
}
