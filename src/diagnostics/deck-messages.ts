/** What is said of decks and papers that come back: what they cannot be. */
import type { Diagnostic } from './diagnostic.js';

const refused = (code: string, message: string, hint: string | null): Diagnostic => ({
  severity: 'error',
  code,
  message,
  span: null,
  hint,
});

export const missingDeck = (file: string, isFolder: boolean): Diagnostic =>
  isFolder
    ? refused('missing-file', `${file} is a folder`, 'name the file in it')
    : refused('missing-file', `${file} is not there`, 'name the edited deck');

const faults: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  encrypted: [
    'is encrypted, or a .ppt of before 2007',
    'open it in PowerPoint, take its password away, and save it as .pptx',
  ],
  'not-a-zip': ['is no PowerPoint file', 'name a .pptx file that briefkit built'],
  damaged: ['is damaged: its parts cannot be read', 'open it in PowerPoint and save it again'],
  'no-presentation': ['holds no presentation', 'name a .pptx file that briefkit built'],
  strict: [
    'is a Strict Open XML presentation, which few programs read',
    'save it as "PowerPoint Presentation (.pptx)"',
  ],
  macros: ['carries macros, which are not touched', 'save it as "PowerPoint Presentation (.pptx)", without macros'],
};

export function unusableDeck(file: string, fault: string): Diagnostic {
  const slide = /^damaged slide (\d+)$/.exec(fault)?.[1];
  if (slide !== undefined)
    return refused(
      'unusable-deck',
      `${file} is damaged: its slide ${slide} cannot be read`,
      `open it in PowerPoint, let it be repaired or delete slide ${slide}, save it, and try again`,
    );
  const [message, hint] = faults[fault] ?? faults['damaged']!;
  return refused('unusable-deck', `${file} ${message}`, hint);
}

/** @param path of the part within the package */
export const spoiledDeck = (file: string, path: string): Diagnostic =>
  refused(
    'unusable-deck',
    `${file} is damaged: ${path} in it does not unpack`,
    'ask for the file again, or open it in PowerPoint, let it be repaired, save it, and try again',
  );

export const notOurDeck = (file: string): Diagnostic =>
  refused(
    'no-identity',
    `${file} does not say which slides and figures it holds: briefkit did not build it, or another program dropped that`,
    'name the deck that the build wrote with --base, if this one was made of it',
  );

export const deckOfOtherReport = (file: string, own: string, asked: string): Diagnostic =>
  refused(
    'other-report',
    `${file} was built from the report "${own}", not from "${asked}"`,
    'name the report that it was built from',
  );

export const noBaseDeck = (file: string): Diagnostic =>
  refused('no-identity', `${file} is no deck that a build wrote`, 'name the deck as briefkit wrote it');

/** @param what the part, as its author knows it: `chart "Growth"` */
export const damagedPart = (file: string, slide: number, what: string): Diagnostic =>
  refused(
    'damaged-part',
    `${file}, slide ${slide}: ${what} cannot be read`,
    'open the deck in PowerPoint, take the part from a new build, and save it again',
  );

export const sameFile = (file: string): Diagnostic =>
  refused('same-file', `${file} would be written over itself`, 'the edited deck is kept: give --out another name');

export const twoChoices = (): Diagnostic =>
  refused('two-choices', '--ours and --theirs cannot both be had', 'take one of them');

const paperFaults: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  encrypted: ['is encrypted', 'take its password away and try again'],
  damaged: ['is damaged: its pages cannot be read', 'ask for the file again'],
  'no-reader': ['cannot be read: the package pdfjs-dist is not installed', 'npm install pdfjs-dist'],
};

export function unusablePaper(file: string, fault: string): Diagnostic {
  const [message, hint] = paperFaults[fault] ?? paperFaults['damaged']!;
  return refused('unusable-paper', `${file} ${message}`, hint);
}

/** A number in a returned file that contradicts the report, or the build. `line` is its slide or page. */
export const numberDiffers = (
  found: { readonly file: string; readonly page: number; readonly what: 'slide' | 'page' },
  status: 'stale' | 'typed-over' | 'by-hand',
  words: string,
  source: string | null,
): Diagnostic => ({
  severity: status === 'by-hand' ? 'warning' : 'error',
  code: status,
  message: `${found.what} ${found.page}: ${words}`,
  span: { file: found.file, line: found.page, column: 1 },
  hint: source === null ? null : `read at ${source}`,
});

/** @param faces that a deck names and that do not travel in it. */
export const fontsStayHome = (faces: readonly string[]): Diagnostic => ({
  severity: 'warning',
  code: 'font-not-embedded',
  message: `${faces.map((face) => `"${face}"`).join(' and ')} ${faces.length === 1 ? 'does' : 'do'} not travel in the deck: no TrueType file of that name with an open licence is here`,
  span: null,
  hint: 'whoever opens the deck needs it installed; embed: false asks for none to travel',
});
