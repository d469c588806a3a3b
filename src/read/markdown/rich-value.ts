/**
 * What a helper can put into the text beside plain values: nodes of the document. They ride beside the text and are
 * never markup.
 */
import type { DraftBlock, DraftInline } from '../../model/document.js';
import type { Span } from '../../model/span.js';

/** Nodes inside a line. */
export class RichInlines {
  constructor(readonly inlines: readonly DraftInline[]) {}
}

/** Nodes that stand on lines of their own. */
export class RichBlocks {
  constructor(readonly blocks: readonly DraftBlock[]) {}
}

/** A text of the report, as nodes: its line ends are breaks, nothing in it is markup. */
export function valueInlines(text: string, span: Span): DraftInline[] {
  return text.split(/\r\n?|\n/).flatMap((line, index): DraftInline[] => {
    const value: DraftInline[] = line === '' ? [] : [{ kind: 'value', text: line, span }];
    return index === 0 ? value : [{ kind: 'break' }, ...value];
  });
}
