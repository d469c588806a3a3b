/** Changes of a text at several places at once, each as it stood before: all that lies between stays as it is. */

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** None may overlap another. Those at the same place go in by their order. */
export function splice(text: string, changes: readonly Splice[]): string {
  const ordered = [...changes.entries()].sort(
    ([oneIndex, one], [otherIndex, other]) => one.start - other.start || oneIndex - otherIndex,
  );
  let at = 0;
  let result = '';
  for (const [, { start, end, text: put }] of ordered) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
