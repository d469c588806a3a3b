/** Tells each mistake once, though a loop, or the deck and the briefing both, meet it again. */
import type { Tell } from './diagnostic.js';
import { sourcePlace } from './source-place.js';

/** The same code and message at the same place is the same mistake. */
export function tellOnce(tell: Tell): Tell {
  const told = new Set<string>();
  return (diagnostic) => {
    const { code, message, span } = diagnostic;
    const key = `${code} ${message} ${span === null ? '' : sourcePlace(span)}`;
    if (told.has(key)) return;
    told.add(key);
    tell(diagnostic);
  };
}
