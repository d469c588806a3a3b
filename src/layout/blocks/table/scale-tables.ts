/** A medium whose tables are set in another size. */
import type { Medium, TextStyle } from '../../../model/theme.js';

const tableStyles = ['table', 'table-head', 'table-group', 'table-total'] as const;

/** `scale` is of size and line height; 1 leaves all as it is. */
export const scaleTables = (medium: Medium, scale: number): Medium => ({
  ...medium,
  styles: {
    ...medium.styles,
    ...Object.fromEntries(
      tableStyles.flatMap((name): [string, TextStyle][] => {
        const style = medium.styles[name] ?? medium.styles.table;
        return style === undefined
          ? []
          : [[name, { ...style, size: style.size * scale, lineHeight: style.lineHeight * scale }]];
      }),
    ),
  },
});
