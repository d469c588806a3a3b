/** Which figures a name means: one by its id, those of a group, or all that a pattern fits. */

/** `groups` of report.yaml: ids, patterns and other groups by name. */
export type FigureGroups = ReadonlyMap<string, readonly string[]>;

/** Ids that a name means; none where nothing has it. `town.*.gdp`: * stands for one word between dots. */
export function matchIds(
  name: string,
  ids: { readonly has: (id: string) => boolean; readonly keys: () => Iterable<string> },
  groups: FigureGroups,
): readonly string[] {
  if (ids.has(name)) return [name];
  const group = groups.get(name);
  if (group !== undefined) return group.flatMap((each) => (each === name ? [] : matchIds(each, ids, groups)));
  if (!name.includes('*')) return [];
  const parts = name.split('.').map((part) => (part === '*' ? '[^.]+' : part.replaceAll(/[^\p{L}\p{N}_]/gu, '\\$&')));
  const pattern = new RegExp(`^${parts.join('\\.')}$`, 'u');
  return [...ids.keys()].filter((id) => pattern.test(id));
}
