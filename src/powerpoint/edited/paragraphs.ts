/**
 * Paragraphs of a part as a reader sees them, with the place of each character: a change of some leaves every run's
 * look.
 */
import { childrenOf, everyElement, type XmlElement } from '../xml/parse-xml.js';
import { escapeText, type Splice } from './edit-xml.js';

/** A stretch of a paragraph that stands in one `a:t`, or a line break. */
interface Piece {
  readonly text: string;
  /** Where its first character stands in the paragraph, in UTF-16 units from 0. */
  readonly start: number;
  /** Null where it cannot be changed: a line break, a field that PowerPoint fills. */
  readonly element: XmlElement | null;
}

export interface EditedParagraph {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly element: XmlElement;
}

/** A change of a paragraph's text, in UTF-16 units of it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Those of a `p:txBody`, `a:txBody` or `c:rich`. */
export const paragraphsOf = (body: XmlElement | null): readonly EditedParagraph[] =>
  childrenOf(body, 'a:p').map(readParagraph);

export function readParagraph(element: XmlElement): EditedParagraph {
  const pieces: Piece[] = [];
  let text = '';
  const push = (piece: string, own: XmlElement | null): void => {
    pieces.push({ text: piece, start: text.length, element: own });
    text += piece;
  };
  for (const child of element.children) {
    if (child.name === 'a:br') push('\n', null);
    else if (child.name === 'a:pPr' || child.name === 'a:endParaRPr') continue;
    else {
      const isField = child.name === 'a:fld';
      for (const each of everyElement(child)) if (each.name === 'a:t') push(each.text, isField ? null : each);
    }
  }
  return { text, pieces, element };
}

/**
 * The splices that make the edits, which do not overlap. New text takes the look of the run in which the old one
 * begins; line breaks stay. Null where an edit touches a field.
 */
export function spliceParagraph(
  xml: string,
  paragraph: EditedParagraph,
  edits: readonly TextEdit[],
): readonly Splice[] | null {
  const texts = new Map<Piece, string>();
  for (const edit of edits.map((each) => besideBreaks(paragraph.text, each)).sort(lastFirst)) {
    const home = homeOf(paragraph, edit);
    if (home === null) return null;
    for (const piece of paragraph.pieces) {
      const [from, to] = [Math.max(edit.start, piece.start), Math.min(edit.end, piece.start + piece.text.length)];
      const own = piece === home;
      if (!own && from >= to) continue;
      if (piece.element === null && piece.text === '\n') continue;
      if (piece.element === null) return null;
      const text = texts.get(piece) ?? piece.text;
      const [begin, end] =
        own && from >= to
          ? [edit.start - piece.start, edit.start - piece.start]
          : [from - piece.start, to - piece.start];
      texts.set(piece, text.slice(0, begin) + (own ? edit.text : '') + text.slice(end));
    }
  }
  return [...texts].map(([{ element }, text]) => textSplice(xml, element!, text));
}

const lastFirst = (one: TextEdit, other: TextEdit): number => other.start - one.start;

/** An edit over a line break as the smallest that does the same, so that what stands behind the break stays there. */
function besideBreaks(text: string, edit: TextEdit): TextEdit {
  if (!text.slice(edit.start, edit.end).includes('\n')) return edit;
  let { start, end, text: own } = edit;
  for (; start < end && own !== '' && text[start] === own[0]; start += 1) own = own.slice(1);
  for (; start < end && own !== '' && text[end - 1] === own.at(-1); end -= 1) own = own.slice(0, -1);
  while (start < end && text[start] === '\n') start += 1;
  while (start < end && text[end - 1] === '\n') end -= 1;
  return { start, end, text: own };
}

/** Where an edit's text goes: the piece that its first character stands in, or the one that ends there. */
function homeOf({ pieces }: EditedParagraph, { start, end }: TextEdit): Piece | null {
  const inside = pieces.find(
    (piece) => piece.element !== null && start >= piece.start && start < piece.start + piece.text.length,
  );
  if (inside !== undefined && end > start) return inside;
  const before = pieces.findLast(
    (piece) => piece.element !== null && piece.start + piece.text.length === start && piece.text !== '',
  );
  return before ?? inside ?? pieces.find(({ element }) => element !== null) ?? null;
}

/** The whole content of an element that holds text alone. */
export function textSplice(xml: string, element: XmlElement, text: string): Splice {
  const escaped = escapeText(text);
  if (element.contentStart < element.end)
    return { start: element.contentStart, end: xml.lastIndexOf('<', element.end - 1), text: escaped };
  const tag = /^<([^\s/>]+)/.exec(xml.slice(element.start, element.end))?.[1] ?? 'a:t';
  return { start: element.start, end: element.end, text: `<${tag}>${escaped}</${tag}>` };
}
