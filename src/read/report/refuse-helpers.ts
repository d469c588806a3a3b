/**
 * Texts in which no figure can stand, since they are a property of the file too, or a name: a helper in one is told.
 */
import { helperInPlainText } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { DataCursor } from '../shape/data-cursor.js';

const plainKeys = ['title', 'slogan', 'place', 'period', 'edition', 'footer', 'author', 'subject'] as const;

/** `{{figure "…"}}` where it would be printed as it stands; other braces are signs like any other. */
export function refuseHelpers(root: DataCursor, tell: Tell): void {
  const titles = (['sections', 'charts'] as const).flatMap((key) => {
    const entries = root.at(key);
    const each = entries.isMap ? entries.entries().map(([, entry]) => entry) : entries.items();
    return each.filter((entry) => entry.isMap).map((entry) => ({ key: `title of ${key}`, cursor: entry.at('title') }));
  });
  for (const { key, cursor } of [...plainKeys.map((name) => ({ key: name, cursor: root.at(name) })), ...titles])
    if (/\{\{~?\s*(?:figure|change|rank|label)\s+["'\w]/.test(cursor.text() ?? ''))
      tell(helperInPlainText(key, cursor.span));
}
