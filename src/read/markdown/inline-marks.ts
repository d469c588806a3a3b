/**
 * Marks within a text that CommonMark does not know: m^2^ and CO~2~, tags of HTML that say what Markdown says, and what
 * other tools take for markup and a report does not, found so that it can be told of.
 */

/** A piece of a text; `offset` is where it begins in the text that was given, in UTF-16 units. */
export interface ScriptPiece {
  readonly kind: 'text' | 'superscript' | 'subscript';
  readonly text: string;
  readonly offset: number;
}

/**
 * As Pandoc writes them: no space inside. `^` and `~` are signs of prose too (3~5天, 8~10天), so what is lowered is
 * short, Latin, and stands behind a letter or a bracket.
 */
const scripts =
  /\^(?=[^\s^]*[\p{L}\p{N}+\-−\ue000-\uefff])([^\s^]{1,24})\^|(?<=[A-Za-zΑ-ω)\]])~([A-Za-z0-9Α-ω+\-−=,.()\ue000-\ue4ff]{1,12})~/gu;

/** The text in pieces, with what is raised and lowered in it. */
export function scriptPieces(text: string): readonly ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let from = 0;
  const put = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', text: text.slice(from, to), offset: from });
  };
  for (const { index, 0: whole, 1: raised, 2: lowered } of text.matchAll(scripts)) {
    put(index);
    const kind = raised === undefined ? 'subscript' : 'superscript';
    pieces.push({ kind, text: (raised ?? lowered)!, offset: index + 1 });
    from = index + whole.length;
  }
  put(text.length);
  return pieces;
}

/** What a tag of HTML says, where Markdown or `^` and `~` say the same. */
export type TagMark = 'strong' | 'emphasis' | 'strike' | 'superscript' | 'subscript';

const tagMarks: Readonly<Record<string, TagMark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};

export type InlineMark = { readonly text: string; readonly offset: number } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'break' }
  | { readonly kind: 'opens' | 'closes'; readonly mark: TagMark }
  /** A tag that says what a report does not take; markup of elsewhere. `what` names it in a sentence. */
  | { readonly kind: 'refused' | 'foreign'; readonly what: string; readonly hint: string }
);

const tagNames =
  'br|b|strong|i|em|u|s|del|ins|strike|sub|sup|span|div|p|a|img|font|center|small|big|mark|kbd|q|cite|code|pre|table|thead|tbody|tr|td|th|caption|ul|ol|li|dl|dt|dd|h[1-6]|hr|blockquote|details|summary|figure|figcaption|section|iframe|script|style|video|audio|svg|abbr|ruby|rt|rp';
const patterns = [
  new RegExp(`<(?<closes>/?)(?<tag>${tagNames})(?:\\s[^<>]*)?/?>`),
  // Highlighted words, as some editors write them; a == b, with spaces, is none.
  /(?<![=\w])==(?<marked>[^\s=](?:[^=\n]{0,200}[^\s=])?)==(?!=)/,
  // Formulas: what stands between two dollars and has a sign of TeX in it. Two sums in dollars have none.
  /(?<![\w$])\$\$?(?<math>[A-Za-z\\(|{][^$\n]{0,200}[\\_^={][^$\n]{0,200}|[A-Za-z]|\\[A-Za-z]+)\$\$?/,
  /\^\[(?<note>[^\]\n]{1,200})\]/,
];
const foreign = new RegExp(patterns.map(({ source }) => source).join('|'), 'gi');

/** A text in pieces: text, ends of lines, tags that mark what stands between them, and markup of elsewhere. */
export function inlineMarks(text: string): readonly InlineMark[] {
  const marks: InlineMark[] = [];
  let from = 0;
  const put = (to: number): void => {
    if (to > from) marks.push({ kind: 'text', text: text.slice(from, to), offset: from });
  };
  for (const { index, 0: whole, groups = {} } of text.matchAll(foreign)) {
    put(index);
    from = index + whole.length;
    marks.push({ ...markOf(whole, groups), text: whole, offset: index });
  }
  put(text.length);
  return marks;
}

type MarkOf = InlineMark extends infer One ? (One extends unknown ? Omit<One, 'text' | 'offset'> : never) : never;

function markOf(whole: string, { tag, closes, marked, math }: Readonly<Record<string, string | undefined>>): MarkOf {
  if (tag !== undefined) {
    const mark = tagMarks[tag.toLowerCase()];
    if (tag.toLowerCase() === 'br') return { kind: 'break' };
    if (mark !== undefined) return { kind: closes === '/' ? 'closes' : 'opens', mark };
    return { kind: 'refused', what: `the HTML tag ${whole}`, hint: tagHint };
  }
  const told = (what: string, hint: string): MarkOf => ({ kind: 'foreign', what: `${what} (${shortOf(whole)})`, hint });
  if (marked !== undefined) return told('marked text', 'write **bold**, or put `…` around it');
  if (math !== undefined)
    return told(
      'a formula',
      'write it in plain characters (x^2^, CO~2~, α), or show it as a picture; a dollar alone is written \\$',
    );
  return told('a footnote in the text', 'write [^name] here and [^name]: … in a paragraph of its own');
}

/** Lines of a paragraph that elsewhere would be more than its text; `offset` is where each begins. */
export interface ForeignLine {
  readonly what: string;
  readonly hint: string;
  readonly offset: number;
}

const foreignLines: readonly (readonly [line: RegExp, what: string, hint: string])[] = [
  [
    /^\[[^\]\n^]{1,200}\]:[ \t]*<?(?:https?:|mailto:|#)\S/gm,
    'an address by reference ([name]: …)',
    'write the link in one: [words](address)',
  ],
  [/(?<=\S[ \t]*\n)={3,}[ \t]*$/gm, 'a heading by a line below it (===)', 'write # before its words'],
  [
    /^\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/gm,
    'a table whose first two lines differ',
    'give the line of dashes as many cells as the head has',
  ],
];

export const findForeignLines = (text: string): readonly ForeignLine[] =>
  /[[=|]/.test(text)
    ? foreignLines.flatMap(([line, what, hint]) =>
        [...text.matchAll(line)].map(({ index }) => ({ what, hint, offset: index })),
      )
    : [];

const tagHint = 'say it in Markdown, or put `…` around it if it is to be read as it stands';
const shortOf = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);
