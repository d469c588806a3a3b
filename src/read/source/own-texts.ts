/**
 * What briefkit's own texts were parsed to when the program was bundled, found by their text: one that somebody has
 * edited has another, and is parsed anew.
 */
import { markOfBytes } from '../../memo/content-mark.js';
import { ownTextsFile } from '../../project/package-folder.js';

export type OwnTextKind = 'yaml' | 'hbs';

/** The packed texts one after another, and where each begins and ends, by kind and mark. */
interface OwnTexts {
  readonly places: Readonly<Record<string, readonly [from: number, to: number]>>;
  readonly bytes: Buffer;
}
let known: OwnTexts | null = null;

/** No text of ours is longer, in UTF-16 units: a report's own files are not even marked. */
const longest = 32_768;

/** As it was packed; null for any other text, and where the program runs from source. */
export function ownParsed<Parsed>(kind: OwnTextKind, text: string): Parsed | null {
  if (text.length > longest) return null;
  known ??= openTexts(ownTextsFile());
  const place = known.places[`${kind} ${markOfBytes(text)}`];
  return place === undefined ? null : (JSON.parse(known.bytes.toString('utf8', ...place)) as Parsed);
}

/** A line that says where each stands, then all of them: most are of bundles that a build does not take. */
function openTexts(file: Buffer | null): OwnTexts {
  if (file === null) return { places: {}, bytes: Buffer.alloc(0) };
  const end = file.indexOf('\n');
  const places = JSON.parse(file.toString('latin1', 0, end)) as OwnTexts['places'];
  return { places, bytes: file.subarray(end + 1) };
}
