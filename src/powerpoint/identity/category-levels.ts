/**
 * Names of a chart's categories in several levels, as its part and its workbook have them: years down column A, each at
 * the first of its quarters, and quarters down column B. Everywhere else a category has one name: `2024年 一季度`.
 */

/** One name of those of all levels, the outermost first; an empty one is none. */
export const joinedLevels = (names: readonly string[]): string => names.filter((name) => name !== '').join(' ');

/** One name of a group's name and a member's. */
export const joinLevels = (group: string, member: string): string => joinedLevels([group, member]);

/** A group is named at its first member alone: null elsewhere. */
export const groupStarts = (groups: readonly string[]): readonly (string | null)[] =>
  groups.map((group, index) => (index > 0 && groups[index - 1] === group ? null : group));

/**
 * The name of each of `count` categories.
 *
 * @param at what a level says at a category, the outermost being 0. Where the outermost say nothing, those of the
 * category before go on.
 */
export function joinedNames(
  count: number,
  levels: number,
  at: (level: number, index: number) => string,
): readonly string[] {
  let path: readonly string[] = [];
  return Array.from({ length: count }, (_, index) => {
    const own = Array.from({ length: levels }, (_, level) => at(level, index));
    const first = own.findIndex((name) => name !== '');
    path = first < 0 ? own : [...path.slice(0, first), ...own.slice(first)];
    return joinedLevels(path);
  });
}

/**
 * Names down a chart's sheet from its second row.
 *
 * @param levels columns that they take, from 1 on.
 * @param at what a cell says, column and row counted from 0; empty for none.
 */
export const namesDownSheet = (
  levels: number,
  count: number,
  at: (column: number, row: number) => string,
): readonly string[] =>
  levels < 2
    ? Array.from({ length: count }, (_, index) => at(0, index + 1))
    : joinedNames(count, levels, (level, index) => at(level, index + 1));
