/** Treemap: parts of a whole as rectangles of their size. Squarified (Bruls, Huizing, van Wijk 2000). */
import type { Chart } from '../../model/chart.js';
import type { Box } from '../../model/length.js';
import { lineHeight } from '../measure/frame.js';
import { paintedType, wordIn, type Paintwork, type Word } from '../families/painted.js';
import { colorOn } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { wrapLabel } from '../../text/label-lines.js';
import { branchColor, branchesOf, type Branch } from './branches.js';

type Part = Pick<Branch, 'value'>;
interface Laid<Own extends Part> {
  readonly part: Own;
  readonly box: Box;
}

/** The worst ratio of sides in a row of areas along a side. */
function worst(row: readonly Part[], side: number, scale: number): number {
  const sum = row.reduce((total, { value }) => total + value * scale, 0);
  const thick = sum / side;
  return Math.max(...row.map(({ value }) => Math.max(thick ** 2 / (value * scale), (value * scale) / thick ** 2)));
}

/** Rectangles that fill `box`; `parts` from the largest down. */
function squarify<Own extends Part>(parts: readonly Own[], box: Box): Laid<Own>[] {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (parts.length === 0 || total === 0) return [];
  const scale = (box.width * box.height) / total;
  const upright = box.width >= box.height;
  const side = upright ? box.height : box.width;
  let count = 1;
  while (
    count < parts.length &&
    worst(parts.slice(0, count + 1), side, scale) <= worst(parts.slice(0, count), side, scale)
  )
    count++;
  const row = parts.slice(0, count);
  const thick = row.reduce((sum, { value }) => sum + value * scale, 0) / side;
  let along = 0;
  const laid = row.map((part): Laid<Own> => {
    const length = (part.value * scale) / thick;
    const at = along;
    along += length;
    return {
      part,
      box: upright
        ? { x: box.x, y: box.y + at, width: thick, height: length }
        : { x: box.x + at, y: box.y, width: length, height: thick },
    };
  });
  const rest = upright
    ? { ...box, x: box.x + thick, width: box.width - thick }
    : { ...box, y: box.y + thick, height: box.height - thick };
  return [...laid, ...squarify(parts.slice(count), rest)];
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

/** What a part says: its name and its number, or its name, or nothing. */
function partWords(chart: Chart, { theme, fontSize }: ChartPlace, { part, box }: Laid<Branch>): readonly Word[] {
  const point = chart.series[0]!.points[part.index!]!;
  const most = Math.floor((box.height - 6) / lineHeight(fontSize));
  const name = wrapLabel(part.name, fontSize, box.width - 12, Math.max(1, most - 1));
  const lines = [
    ...name.map((text) => ({ text, bold: true })),
    ...(point.label === '' ? [] : [{ text: point.label, bold: point.emphasised }]),
  ];
  const fitting = lines.length <= most ? lines : name.length <= most ? lines.slice(0, name.length) : [];
  const color = colorOn(theme, branchColor(chart, theme, part));
  const words = fitting.flatMap(({ text, bold }, line) =>
    wordIn(
      { text, bold, x: box.x + 7, y: box.y + 5 + (line + 0.5) * lineHeight(fontSize), align: 'left', color },
      box.width - 10,
      fontSize,
    ),
  );
  return words.length === fitting.length ? words : [];
}

/** The name of a branch across its top, where its parts keep as much room below it; null where they would not. */
function bannerOf({ box }: Laid<Branch>, { fontSize }: ChartPlace): Box | null {
  const height = lineHeight(fontSize) + 4;
  return box.height >= 2.5 * height ? { ...box, height } : null;
}

type Painted = Pick<Paintwork, 'rects' | 'words'>;

function paintBranches(chart: Chart, place: ChartPlace, branches: readonly Branch[], box: Box): readonly Painted[] {
  return squarify(branches, box).flatMap((laid): readonly Painted[] => {
    const color = branchColor(chart, place.theme, laid.part);
    if (laid.part.children.length === 0)
      return [{ rects: [{ box: inset(laid.box, 1), color }], words: partWords(chart, place, laid) }];
    const banner = bannerOf(laid, place);
    const top = banner === null ? 0 : banner.height;
    const below = { ...laid.box, y: laid.box.y + top, height: laid.box.height - top };
    const head = banner === null ? [] : [paintBanner(laid.part, banner, chart, place)];
    return [...head, ...paintBranches(chart, place, laid.part.children, below)];
  });
}

function paintBanner(branch: Branch, box: Box, chart: Chart, { theme, fontSize }: ChartPlace): Painted {
  const color = branchColor(chart, theme, branch);
  const [x, y] = [box.x + 7, box.y + box.height / 2];
  const word: Word = { text: branch.name, bold: true, x, y, align: 'left', color: colorOn(theme, color) };
  return { rects: [{ box: inset(box, 1), color }], words: wordIn(word, box.width - 10, fontSize) };
}

export const treemap = paintedType((chart, place): Paintwork => {
  const painted = paintBranches(chart, place, branchesOf(chart), { x: 0, y: 0, ...place.size });
  return { rects: painted.flatMap(({ rects }) => rects), lines: [], words: painted.flatMap(({ words }) => words) };
});
