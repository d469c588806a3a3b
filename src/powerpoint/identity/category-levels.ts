/**
 * Names of a chart's categories in two levels, as its part and its workbook have them: years down column A, each at the
 * first of its quarters, and quarters down column B. Everywhere else a category has one name: `2024年 一季度`.
 */

/** One name of a group's name and a member's. */
export const joinLevels = (group: string, member: string): string =>
  [group, member].filter((name) => name !== '').join(' ');

/** A group is named at its first member alone: null elsewhere. */
export const groupStarts = (groups: readonly string[]): readonly (string | null)[] =>
  groups.map((group, index) => (index > 0 && groups[index - 1] === group ? null : group));

/** The name of each of `count` categories. `groupAt` is empty where the group of the one before goes on. */
export function joinedNames(
  count: number,
  groupAt: (index: number) => string,
  memberAt: (index: number) => string,
): readonly string[] {
  let group = '';
  return Array.from({ length: count }, (_, index) => {
    group = groupAt(index) || group;
    return joinLevels(group, memberAt(index));
  });
}

/**
 * Names down a chart's sheet from its second row.
 *
 * @param levels columns that they take: 1 or 2.
 * @param at what a cell says, column and row counted from 0; empty for none.
 */
export const namesDownSheet = (
  levels: number,
  count: number,
  at: (column: number, row: number) => string,
): readonly string[] =>
  levels < 2
    ? Array.from({ length: count }, (_, index) => at(0, index + 1))
    : joinedNames(
        count,
        (index) => at(0, index + 1),
        (index) => at(1, index + 1),
      );
