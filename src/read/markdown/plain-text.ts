/**
 * Text that Markdown would read as plain paragraphs and flat lists: most of a report's words, read without its parser.
 * A test holds the two ways to the same result.
 */

export type PlainBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly PlainLine[]; readonly offset: number };
export interface PlainLine {
  readonly text: string;
  readonly offset: number;
}

// What could mean something to Markdown inside a line, and a hard break at its end.
const special = /[\\`*_~^[\]<&|\t]| {2}\n|==|\$.*\$/;
// The same at a line's start: lists, headings, quotes, rules, fences, the second line of a table.
const specialStart = /^ *(?:[-+#>=:~]|\d{1,9}[.)])/;

/** One line, or lines of one paragraph, without any markup. */
export const isPlain = (text: string): boolean =>
  !special.test(text) && !text.split('\n').some((line) => specialStart.test(line));

/** Null where there is any markup but paragraphs and flat lists with `-`. */
export function plainBlocks(text: string): readonly PlainBlock[] | null {
  if (special.test(text)) return null;
  const blocks: PlainBlock[] = [];
  for (const lines of linesByParagraph(text)) {
    const items = lines.map(itemOf);
    const before = blocks[blocks.length - 1];
    if (items.every((item) => item !== null)) {
      // Lists with an empty line between are one.
      if (before?.kind === 'list') blocks[blocks.length - 1] = { ...before, items: [...before.items, ...items] };
      else blocks.push({ kind: 'list', items, offset: lines[0]!.offset });
      continue;
    }
    // Indented text below a list belongs to its last item.
    if (
      lines.some((line) => specialStart.test(line.text)) ||
      (before?.kind === 'list' && lines[0]!.text.startsWith(' '))
    )
      return null;
    const trimmed = lines.map((line) => line.text.replace(/^ +| +$/g, ''));
    blocks.push({
      kind: 'paragraph',
      text: trimmed.join('\n'),
      offset: lines[0]!.offset + lines[0]!.text.indexOf(trimmed[0]!),
    });
  }
  return blocks;
}

function itemOf({ text, offset }: PlainLine): PlainLine | null {
  const content = /^- ([^ ].*)$/.exec(text)?.[1];
  return content === undefined || specialStart.test(content)
    ? null
    : { text: content.replace(/ +$/, ''), offset: offset + 2 };
}

/** Lines between empty ones. */
function* linesByParagraph(text: string): Generator<readonly PlainLine[]> {
  let lines: PlainLine[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (/^ *$/.test(line)) {
      if (lines.length > 0) yield lines;
      lines = [];
    } else lines.push({ text: line, offset });
    offset += line.length + 1;
  }
  if (lines.length > 0) yield lines;
}
