/** The text boxes of a deck's slides with their places, in the order in which they are drawn. */
import { strFromU8, unzipSync } from 'fflate';

/** In pt from the slide's top left. */
export interface TextBox {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * By slide. What stands above the slide, unseen, is left out, and so are footers, which programs draw when they like.
 */
export function textBoxes(deck: Uint8Array): readonly (readonly TextBox[])[] {
  const parts = new Map(
    Object.entries(unzipSync(deck))
      .filter(([path]) => /^ppt\/slide/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  );
  const count = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  return Array.from({ length: count }, (_none, index) => {
    const layout = /slideLayouts\/slideLayout\d+\.xml/.exec(
      parts.get(`ppt/slides/_rels/slide${index + 1}.xml.rels`)!,
    )![0];
    const inherited = shapesOf(parts.get(`ppt/${layout}`)!);
    return shapesOf(parts.get(`ppt/slides/slide${index + 1}.xml`)!).flatMap((shape): TextBox[] => {
      const text = [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join('');
      const placeholder = placeholderOf(shape);
      const place =
        placeOf(shape) ??
        placeOf(inherited.find((candidate) => placeholder !== null && placeholderOf(candidate) === placeholder) ?? '');
      return text === '' || place === null || place.y < 0 || /type="(?:ftr|dt|sldNum)"/.test(placeholder ?? '')
        ? []
        : [{ name: /name="([^"]*)"/.exec(shape)?.[1] ?? '', text, ...place }];
    });
  });
}

const shapesOf = (xml: string): readonly string[] => xml.match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? [];

const placeholderOf = (shape: string): string | null => /<p:ph [^>]*>/.exec(shape)?.[0] ?? null;

function placeOf(shape: string): Pick<TextBox, 'x' | 'y' | 'width' | 'height'> | null {
  const found = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/
    .exec(shape)
    ?.slice(1)
    .map((length) => Number(length) / 12_700);
  return found === undefined ? null : { x: found[0]!, y: found[1]!, width: found[2]!, height: found[3]! };
}

/** A piece of text that a renderer set: its left end on the baseline, in pt from the top left. */
interface SetPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Spaces, bullets and how a renderer composes letters do not count. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[\s•]/g, '');

/**
 * Each box with the pieces that its text was set in, found in drawing order; without pieces where its text is not
 * there.
 */
export function piecesByBox(
  boxes: readonly TextBox[],
  pieces: readonly SetPiece[],
): readonly { readonly box: TextBox; readonly pieces: readonly SetPiece[] }[] {
  const owners = pieces.flatMap((piece) => [...bare(piece.text)].map(() => piece));
  const drawn = pieces.map((piece) => bare(piece.text)).join('');
  let cursor = 0;
  return boxes.map((box) => {
    const text = bare(box.text);
    const start = drawn.indexOf(text, cursor);
    if (start < 0) return { box, pieces: [] };
    cursor = start + text.length;
    const from = [...drawn.slice(0, start)].length;
    return { box, pieces: [...new Set(owners.slice(from, from + [...text].length))] };
  });
}
