/** Custom properties in values: `var(--main, #1b7472)` (CSS Variables 1). */

/** Deeper than any drawing's own names of names. */
const mostSteps = 16;

/**
 * A name that nothing sets and that has no other value beside it stays as it is, for whoever reads the value to tell.
 */
export function withVariables(value: string, variables: ReadonlyMap<string, string>): string {
  let text = value;
  for (let step = 0; step < mostSteps; step++) {
    // The innermost first: what stands in for another may be one itself.
    const found = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/.exec(text);
    if (found === null) return text;
    const [all, name = '', instead] = found;
    const set = variables.get(name) ?? instead;
    if (set === undefined || text.length > 1000) return text;
    text = text.slice(0, found.index) + set.trim() + text.slice(found.index + all.length);
  }
  return text;
}
