/**
 * A cell of a table that says whether a target was met: a dot and a word, each in the colour of its state. It turns as
 * a whole where nobody has reworded it; a colour that somebody gave it stays.
 */
import type { Splice } from '../powerpoint/edited/edit-xml.js';
import { attributeSpan } from '../powerpoint/edited/edit-xml.js';
import { textSplice, type EditedParagraph } from '../powerpoint/edited/paragraphs.js';
import type { TextIdentity } from '../powerpoint/identity/deck-identity.js';
import { childOf, type XmlElement } from '../powerpoint/xml/parse-xml.js';
import type { StateFills } from '../writers/pptx/state-fills.js';
import { plainXml, turnFill } from './follow-state.js';
import { plainText } from './text/tokens.js';

export interface TurnedCell {
  readonly splices: readonly Splice[];
  /** It has a colour that no build gave it. */
  readonly isKept: boolean;
}

interface CellState {
  readonly dot: string;
  readonly word: string;
  readonly isMet: boolean;
}

const stateOf = (text: string): CellState | null => {
  const found = /^([●○])\s(\S.*)$/u.exec(text);
  return found === null ? null : { dot: found[1]!, word: found[2]!, isMet: found[1] === '●' };
};

/** Null for any other cell, and for one whose state is the same. */
export function followCellState(
  xml: string,
  { base, next, edited }: { base: TextIdentity; next: TextIdentity; edited: EditedParagraph },
  fills: Pick<StateFills, 'good' | 'bad'>,
): TurnedCell | null {
  const [was, is] = [stateOf(base.text), stateOf(next.text)];
  if (was === null || is === null || was.isMet === is.isMet || plainText(edited.text) !== plainText(base.text))
    return null;
  const [dot, word, ...more] = edited.element.children.filter(({ name }) => name === 'a:r');
  if (dot === undefined || word === undefined || more.length > 0) return null;
  if (textOf(dot).trim() !== was.dot || textOf(word).trim() !== was.word) return null;
  const [before, after] = was.isMet ? [fills.good, fills.bad] : [fills.bad, fills.good];
  const dotFill = turnFill(xml, childOf(dot, 'a:rPr'), before, after);
  const wordLook = is.isMet ? plainWord(xml, word, fills.bad) : markedWord(xml, word, fills.bad);
  return {
    splices: [
      ...rewritten(xml, dot, was.dot, is.dot),
      ...(dotFill ?? []),
      ...rewritten(xml, word, was.word, is.word),
      ...(wordLook ?? []),
    ],
    isKept: dotFill === null || wordLook === null,
  };
}

const textOf = (run: XmlElement): string => childOf(run, 'a:t')?.text ?? '';

const rewritten = (xml: string, run: XmlElement, before: string, after: string): readonly Splice[] => [
  textSplice(
    xml,
    childOf(run, 'a:t')!,
    textOf(run).replace(before, () => after),
  ),
];

/** One that missed stands out: bold, in the colour of what is bad. Null where it has a colour of its own. */
function markedWord(xml: string, run: XmlElement, bad: string): readonly Splice[] | null {
  const look = childOf(run, 'a:rPr');
  if (look === null || childOf(look, 'a:solidFill') !== null) return null;
  const isClosed = xml.slice(look.start, look.contentStart).endsWith('/>');
  if (isClosed) return null;
  const bold = attributeSpan(xml, look.start, 'b');
  const name = /^<[\w:-]+/.exec(xml.slice(look.start, look.end))![0].length;
  const at = childOf(look, 'a:ln')?.end ?? look.contentStart;
  return [
    bold === null ? { start: look.start + name, end: look.start + name, text: ' b="1"' } : { ...bold, text: '1' },
    { start: at, end: at, text: `<a:solidFill>${bad}</a:solidFill>` },
  ];
}

/** Null where somebody has given it another colour than the build. */
function plainWord(xml: string, run: XmlElement, bad: string): readonly Splice[] | null {
  const look = childOf(run, 'a:rPr');
  const fill = childOf(look, 'a:solidFill');
  const own = fill?.children[0];
  if (look === null || fill === null || own === undefined) return [];
  if (plainXml(xml.slice(own.start, own.end)) !== plainXml(bad)) return null;
  const bold = attributeSpan(xml, look.start, 'b');
  return [...(bold === null ? [] : [{ ...bold, text: '0' }]), { start: fill.start, end: fill.end, text: '' }];
}
