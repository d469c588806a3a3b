/** Sunburst: parts of a whole as rings, each ring parting the one within it. Begins above and turns clockwise. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch, SketchPoint, SketchShape } from '../../model/native-chart.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { colorOn, paperColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { namesBeside } from './beside-disc.js';
import { branchColor, branchesOf, depthOf, type Branch } from './branches.js';

/** A piece of a ring: angles in radians from straight up, clockwise. */
interface Piece {
  readonly branch: Branch;
  readonly from: number;
  readonly to: number;
  readonly inner: Pt;
  readonly outer: Pt;
}

/** The hole in the middle, as a share of the radius. */
const hole = 0.2;

function piecesOf(branches: readonly Branch[], from: number, to: number, rings: readonly Pt[]): readonly Piece[] {
  const [inner, outer] = rings;
  const total = branches.reduce((sum, { value }) => sum + value, 0);
  if (inner === undefined || outer === undefined || total === 0) return [];
  let at = from;
  return branches.flatMap((branch): readonly Piece[] => {
    const start = at;
    at += ((to - from) * branch.value) / total;
    // What has no parts reaches as far as it is: rings outside of it stay empty there.
    return [{ branch, from: start, to: at, inner, outer }, ...piecesOf(branch.children, start, at, rings.slice(1))];
  });
}

interface Disc {
  readonly x: Pt;
  readonly y: Pt;
  readonly radius: Pt;
  readonly pieces: readonly Piece[];
}

function discOf(chart: Chart, { size }: ChartPlace): Disc {
  const branches = branchesOf(chart);
  const radius = Math.max(0, Math.min(size.width, size.height) / 2 - 1);
  const depth = Math.max(1, depthOf(branches));
  const rings = Array.from({ length: depth + 1 }, (_, ring) => radius * (hole + ((1 - hole) * ring) / depth));
  return { x: size.width / 2, y: size.height / 2, radius, pieces: piecesOf(branches, 0, 2 * Math.PI, rings) };
}

/** Four degrees a step, so that an arc is round at any size that a slide has. */
const step = Math.PI / 45;

function outline({ from, to, inner, outer }: Piece, { x, y }: Disc): readonly (readonly SketchPoint[])[] {
  const count = Math.max(1, Math.ceil((to - from) / step));
  const arc = (radius: Pt): SketchPoint[] =>
    Array.from({ length: count + 1 }, (_, at): SketchPoint => {
      const angle = from + ((to - from) * at) / count;
      return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
    });
  const isWhole = to - from > 2 * Math.PI - 1e-9;
  return isWhole ? [arc(outer), arc(inner).reverse()] : [[...arc(outer), ...arc(inner).reverse()]];
}

/** Whether an upright box half way out at an angle lies within a piece, clear of its edges. */
function hasRoom({ from, to, inner, outer }: Piece, turn: number, width: Pt, height: Pt): boolean {
  const [middle, radius] = [(from + to) / 2, (inner + outer) / 2];
  const [x, y] = [radius * Math.sin(turn), -radius * Math.cos(turn)];
  const corners = [-1, 1].flatMap((across) =>
    [-1, 1].map((down): SketchPoint => [x + (across * width) / 2, y + (down * height) / 2]),
  );
  const nearest = Math.hypot(Math.max(0, Math.abs(x) - width / 2), Math.max(0, Math.abs(y) - height / 2));
  const half = (to - from) / 2;
  return (
    nearest >= inner + edge &&
    corners.every(([cornerX, cornerY]) => {
      const away = Math.hypot(cornerX, cornerY);
      const off = Math.atan2(cornerX, -cornerY) - middle;
      const turned = Math.abs(Math.atan2(Math.sin(off), Math.cos(off)));
      return away <= outer - edge && turned + edge / away <= half;
    })
  );
}

/** Between words and the edge of their piece. */
const edge: Pt = 1.5;

/** In so many lines, or fewer. */
const inLines = (name: string, size: Pt, count: number): readonly string[] =>
  count === 1 ? [name] : wrapLabel(name, size, (1.15 * estimateWidth(name, size)) / count, count);

interface PieceWords {
  readonly name: readonly string[];
  readonly label: string;
  /** The angle at which they stand. */
  readonly turn: number;
}

/** Where in its piece words may stand, as shares of its angle: in the middle, else where they have room. */
const spots = [0.5, 0.4, 0.6, 0.3, 0.7];

/** Its name, in up to three lines, and its number; else its name alone, or nothing. */
function wordsOf(chart: Chart, place: Pick<ChartPlace, 'fontSize'>, piece: Piece): PieceWords | null {
  const { name, index } = piece.branch;
  const label = index === null ? '' : (chart.series[0]?.points[index]?.label ?? '');
  const fits = (words: PieceWords): boolean => {
    const lines = linesOf(words);
    const width = Math.max(...lines.map((line) => estimateWidth(line, place.fontSize) + 2));
    return hasRoom(piece, words.turn, width, lines.length * lineHeight(place.fontSize));
  };
  if (name === '') return null;
  const names = [1, 2, 3].map((count) => inLines(name, place.fontSize, count));
  const turns = spots.map((share) => piece.from + share * (piece.to - piece.from));
  return (
    [label, '']
      .flatMap((own) => names.flatMap((each) => turns.map((turn) => ({ name: each, label: own, turn }))))
      .find(fits) ?? null
  );
}

const linesOf = ({ name, label }: PieceWords): readonly string[] => (label === '' ? name : [...name, label]);

/** Its words within it, white or dark. */
function wordsIn(chart: Chart, { theme, fontSize }: ChartPlace, piece: Piece, disc: Disc): readonly SketchShape[] {
  const said = wordsOf(chart, { fontSize }, piece);
  if (said === null) return [];
  const [turn, radius] = [said.turn, (piece.inner + piece.outer) / 2];
  const color = colorOn(theme, branchColor(chart, theme, piece.branch));
  const lines = linesOf(said);
  const [x, y] = [disc.x + radius * Math.sin(turn), disc.y - radius * Math.cos(turn)];
  return lines.map((text, at) =>
    wordsAt(
      {
        text,
        x,
        y: y + (at - (lines.length - 1) / 2) * lineHeight(fontSize),
        align: 'center',
        color,
        bold: at < said.name.length,
      },
      fontSize,
    ),
  );
}

/** What each piece says, in it or, of those that reach outward alone, beside the disc. */
function namesOf(chart: Chart, place: ChartPlace, disc: Disc): readonly (readonly SketchShape[])[] {
  const within = disc.pieces.map((piece) => wordsIn(chart, place, piece, disc));
  const left = disc.pieces.filter(({ branch }, at) => within[at]!.length === 0 && branch.index !== null);
  const beside = namesBeside(
    left.map(({ branch, from, to, outer }) => {
      const label = chart.series[0]?.points[branch.index!]?.label ?? '';
      return {
        texts: [[branch.name, label].filter((part) => part !== '').join(' '), branch.name],
        turn: (from + to) / 2,
        outer,
      };
    }),
    { ...disc, size: place.size },
    place.fontSize,
  );
  return disc.pieces.map((piece, at) => {
    const outside = left.indexOf(piece);
    return outside < 0 ? within[at]! : beside[outside]!;
  });
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const disc = discOf(chart, place);
  const areas = disc.pieces.map(
    (piece): SketchShape => ({
      kind: 'area',
      rings: outline(piece, disc),
      fill: branchColor(chart, place.theme, piece.branch),
      stroke: { color: paperColor, width: 1 },
      name: piece.branch.name,
    }),
  );
  return [...areas, ...namesOf(chart, place, disc).flat()];
}

/** Names of parts that are no slivers. */
function isCrowded(chart: Chart, place: ChartPlace): boolean {
  const disc = discOf(chart, place);
  const names = namesOf(chart, place, disc);
  return disc.pieces.some(({ from, to }, at) => to - from > Math.PI / 12 && names[at]!.length === 0);
}

export const sunburst = sketchedType(sketch, isCrowded);
