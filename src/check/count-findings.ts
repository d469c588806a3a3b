/** The same finding at many places is told once, at the first of them, with how many there are. */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';

/** Runs `check` and passes on what it tells; what has the same code and words is one finding. */
export function countFindings(check: (tell: Tell) => void, tell: Tell): void {
  const found = new Map<string, { readonly first: Diagnostic; readonly places: Set<string> }>();
  check((diagnostic) => {
    const key = `${diagnostic.code}\n${diagnostic.message}`;
    const known = found.get(key) ?? { first: diagnostic, places: new Set<string>() };
    found.set(key, known);
    const { span } = diagnostic;
    known.places.add(span === null ? '' : `${span.file}:${span.line}:${span.column}:${span.cell ?? ''}`);
  });
  for (const { first, places } of found.values())
    tell(places.size === 1 ? first : { ...first, message: `${first.message} (at ${places.size} places)` });
}
