/** A deck with wrong numbers in it, one here and one there, from a seed. */
import { openPackage, type OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';

export interface Planted {
  readonly part: string;
  readonly was: string;
  readonly wrong: string;
}

interface Spot {
  readonly part: string;
  readonly start: number;
  readonly text: string;
}

const packageOf = (bytes: Uint8Array): OpenedPackage => {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  return pack;
};

/**
 * Numbers in texts of slides and notes, and in the cached values of charts; page numbers that fill in themselves left
 * out.
 */
function spotsIn(part: string, xml: string): readonly Spot[] {
  const shown = xml.replaceAll(/<a:fld [\s\S]*?<\/a:fld>|<briefkit:slide[\s\S]*?<\/briefkit:slide>/g, (all) =>
    ' '.repeat(all.length),
  );
  const elements = part.includes('/charts/') ? /<c:val>[\s\S]*?<\/c:val>/g : /<a:t>[^<]*<\/a:t>/g;
  const inner = part.includes('/charts/') ? /(?<=<c:v>)-?\d+(?:\.\d+)?(?=<\/c:v>)/g : /(?<![\d.])\d+(?:\.\d+)?/g;
  return [...shown.matchAll(elements)].flatMap((element) =>
    [...element[0].matchAll(inner)].map((number) => ({ part, start: element.index + number.index, text: number[0] })),
  );
}

/** `count` numbers of the deck at most, no two of them in one place. */
export function plantNumbers(
  bytes: Uint8Array,
  seed: number,
  count: number,
): { readonly bytes: Uint8Array; readonly planted: readonly Planted[] } {
  const pack = packageOf(bytes);
  const parts = [...pack.parts.keys()].filter((path) =>
    /^ppt\/(?:slides\/slide|notesSlides\/notesSlide|charts\/chart)\d+\.xml$/.test(path),
  );
  const texts = new Map(parts.map((path) => [path, pack.text(path)!]));
  const spots = [...texts].flatMap(([path, xml]) => spotsIn(path, xml));
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const chosen = new Map<string, Spot>();
  while (chosen.size < Math.min(count, spots.length)) {
    const spot = spots[random(spots.length)]!;
    chosen.set(`${spot.part} ${spot.start}`, spot);
  }
  const planted: Planted[] = [];
  for (const { part, start, text } of [...chosen.values()].sort((one, other) => other.start - one.start)) {
    const wrong = String(1000 + random(8999)) + (text.includes('.') ? '.7' : '');
    planted.push({ part, was: text, wrong });
    const xml = texts.get(part)!;
    texts.set(part, xml.slice(0, start) + wrong + xml.slice(start + text.length));
  }
  const kept = [...pack.parts.values()].map((part) =>
    texts.has(part.path) ? { path: part.path, ...packEntry(texts.get(part.path)!, true) } : part,
  );
  return { bytes: writeZip(kept), planted };
}
