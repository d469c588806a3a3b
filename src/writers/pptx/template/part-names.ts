/**
 * Names of new parts beside those that a template has: counting on from the highest number of each kind, whether or not
 * its part stays.
 */
import type { OpenedPackage } from '../../../powerpoint/package/open-package.js';

/** Kinds of parts that a deck brings along, by where they stand and how they are called. */
const kinds = {
  slide: ['slides/slide', 'xml'],
  notesSlide: ['notesSlides/notesSlide', 'xml'],
  notesMaster: ['notesMasters/notesMaster', 'xml'],
  theme: ['theme/theme', 'xml'],
  chart: ['charts/chart', 'xml'],
  chartEx: ['charts/chartEx', 'xml'],
  chartStyle: ['charts/style', 'xml'],
  chartColors: ['charts/colors', 'xml'],
  image: ['media/image', ''],
  workbook: ['embeddings/Microsoft_Excel_Worksheet', 'xlsx'],
  comment: ['comments/comment', 'xml'],
  customXml: ['../customXml/item', 'xml'],
  customXmlProps: ['../customXml/itemProps', 'xml'],
} as const satisfies Record<string, readonly [stem: string, extension: string]>;

const pathOf = (stem: string): string => (stem.startsWith('../') ? stem.slice(3) : `ppt/${stem}`);

export type NewPart = keyof typeof kinds;

/** The path of the nth new part of a kind, from 1; an image says its extension. */
export type NamePart = (kind: NewPart, nth: number, extension?: string) => string;

/**
 * @param kept paths of the template's own slides that stay, before and behind the new ones. Slides take the names that
 * the others leave free: LibreOffice 7.4 goes by the number in the name where a link leads to a slide, and crashes
 * where it is beyond the last.
 */
export function newPartNames(
  { parts }: Pick<OpenedPackage, 'parts'>,
  kept: { readonly before: readonly string[]; readonly after: readonly string[] },
  slides: number,
): NamePart {
  const slideNumbers = freeNumbers(kept, slides);
  const paths = [...parts.keys()].map((path) => path.toLowerCase());
  const highest = new Map<string, number>();
  for (const [kind, [stem]] of Object.entries(kinds)) {
    const begin = pathOf(stem).toLowerCase();
    const numbers = paths.flatMap((path) =>
      path.startsWith(begin) ? [Number.parseInt(path.slice(begin.length), 10)] : [],
    );
    highest.set(kind, Math.max(0, ...numbers.filter(Number.isFinite)));
  }
  const inOrder = (kind: NewPart, nth: number): number =>
    kind === 'slide' ? slideNumbers[nth - 1]! : highest.get(kind)! + nth;
  return (kind, nth, extension = kinds[kind][1]) => `${pathOf(kinds[kind][0])}${inOrder(kind, nth)}.${extension}`;
}

/** A number for each new slide: its place in the deck, or, where a slide that stays is called so, one that is left. */
function freeNumbers(
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
  slides: number,
): readonly number[] {
  const taken = new Set([...before, ...after].map((path) => Number(/(\d+)\.xml$/i.exec(path)?.[1] ?? 0)));
  const wanted = Array.from({ length: slides }, (_, index) => before.length + index + 1);
  const used = new Set([...taken, ...wanted.filter((number) => !taken.has(number))]);
  let next = 0;
  const left = (): number => {
    do next += 1;
    while (used.has(next));
    used.add(next);
    return next;
  };
  return wanted.map((number) => (taken.has(number) ? left() : number));
}
