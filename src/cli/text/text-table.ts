/** Text in columns that align in a terminal, where a Chinese character is two wide. */

/** In columns of a terminal. */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : 1;
  return width;
};

/** East Asian wide and full-width characters (Unicode UAX #11), as terminals draw them. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);

export const padText = (text: string, width: number, align: 'start' | 'end' = 'start'): string => {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'start' ? text + space : space + text;
};

/** Cut with … where it is wider. */
export const clipText = (text: string, width: number): string => {
  if (textWidth(text) <= width) return text;
  let clipped = '';
  for (const character of text) {
    if (textWidth(clipped + character) > width - 1) break;
    clipped += character;
  }
  return `${clipped}…`;
};

export interface TableColumn {
  readonly head: string;
  readonly align?: 'start' | 'end';
  /** The most columns of the terminal that a cell takes; it is clipped behind. */
  readonly most?: number;
}

/** Head, a rule, and rows; no spaces at line ends. */
export const textTable = (columns: readonly TableColumn[], rows: readonly (readonly string[])[]): readonly string[] => {
  const clipped = rows.map((row) =>
    row.map((cell, index) => clipText(cell, columns[index]?.most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = columns.map(({ head }, index) =>
    Math.max(textWidth(head), ...clipped.map((row) => textWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => padText(cell, widths[index]!, columns[index]!.align))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...clipped.map(line),
  ];
};

/** A Markdown table; a bar in a cell stays a bar. */
export const markdownTable = (
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    `| ${columns.map(({ align }) => (align === 'end' ? '--:' : ':--')).join(' | ')} |`,
    ...rows.map(line),
  ];
};

/** Cells as CSV (RFC 4180), each line without its end. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
