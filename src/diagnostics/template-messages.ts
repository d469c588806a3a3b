/** What is said of a PowerPoint template: what it cannot be, what it lacks, what was left out for it. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

const told = (
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  span: Span | null,
  hint: string | null = null,
): Diagnostic => ({ severity, code, message, span, hint });

export const missingTemplate = (file: string, span: Span | null): Diagnostic =>
  told('error', 'missing-file', `the template ${file} is not there`, span, 'name a .pptx or .potx file');

export const pathOutside = (name: string, span: Span): Diagnostic =>
  told(
    'error',
    'path-outside',
    `the template "${name}" lies outside the report's folder`,
    span,
    'put it beside report.yaml, or name it with --template',
  );

const faults: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  encrypted: [
    'is encrypted, or a .ppt of before 2007',
    'open it in PowerPoint, take its password away, and save it as .pptx',
  ],
  'not-a-zip': ['is no PowerPoint file', 'name a .pptx or .potx file'],
  damaged: ['is damaged: its parts cannot be read', 'open it in PowerPoint and save it again'],
  'no-presentation': ['holds no presentation', 'name a .pptx or .potx file'],
  strict: [
    'is a Strict Open XML presentation, which few programs read',
    'save it as "PowerPoint Presentation (.pptx)"',
  ],
  'no-layouts': ['has no slide layout', 'add one in PowerPoint: View, Slide Master'],
};

export const unusableTemplate = (file: string, fault: string, span: Span | null): Diagnostic => {
  const [message, hint] = faults[fault] ?? ['cannot be read', null];
  return told('error', 'unusable-template', `the template ${file} ${message}`, span, hint);
};

const itHas = (known: readonly string[], nearest: string | null): string =>
  nearest === null ? `it has ${known.join(', ')}` : `did you mean "${nearest}"? It has ${known.join(', ')}`;

export const unknownTemplateLayout = (
  name: string,
  known: readonly string[],
  nearest: string | null,
  span: Span,
): Diagnostic => told('error', 'unknown-layout', `the template has no layout "${name}"`, span, itHas(known, nearest));

export const unknownPlaceholder = (name: string, layout: string, known: readonly string[], span: Span): Diagnostic =>
  told(
    'error',
    'unknown-placeholder',
    `the layout "${layout}" has no placeholder "${name}"`,
    span,
    `it has ${known.join(', ')}`,
  );

/** @param layout of the bundle. */
export const placeholderWithoutLayout = (layout: string, span: Span): Diagnostic =>
  told(
    'error',
    'missing-option',
    `the mapping of "${layout}" names placeholders, but not the layout that has them`,
    span,
    `name it: ${layout}: { layout: <layout of the template>, <region>: <placeholder> }`,
  );

/** @param region that the layout of the bundle lacks. */
export const unknownRegion = (
  region: string,
  layout: string,
  known: readonly string[],
  nearest: string | null,
  span: Span,
): Diagnostic =>
  told(
    'error',
    'unknown-region',
    `the layout "${layout}" of the bundle has no region "${region}"`,
    span,
    itHas(known, nearest),
  );

export const unknownSampleSlide = (name: string, known: readonly string[], span: Span): Diagnostic =>
  told(
    'error',
    'unknown-slide',
    `the template has no slide "${name}" to keep`,
    span,
    `write first, last, all or a title: ${known.join(', ')}`,
  );

export const intoOrTemplate = (): Diagnostic =>
  told(
    'error',
    'two-choices',
    '--into and --template cannot both be had',
    null,
    'a deck that takes slides in is their template too',
  );

export const afterWithoutInto = (): Diagnostic =>
  told(
    'error',
    'missing-option',
    '--after says behind which slide of what deck?',
    null,
    'name it: --into deck.pptx --after "Agenda"',
  );

export const unknownSlideBefore = (title: string, known: readonly string[], nearest: string | null): Diagnostic =>
  told(
    'error',
    'unknown-slide',
    `--after: the deck has no slide with the title "${title}"`,
    null,
    nearest === null ? `its slides: ${known.map((each) => `"${each}"`).join(', ')}` : `did you mean "${nearest}"?`,
  );

/** @param parts paths in the package that no reader of XML gets to the end of. */
export const damagedTemplateParts = (file: string, parts: readonly string[], span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-damaged-part',
    `the template ${file} is damaged in part: ${parts.join(', ')} cannot be read, and no slide lands there`,
    span,
    'the deck holds what the template holds, and PowerPoint may want to repair it: open the template there and save it again',
  );

/** @param parts what was taken out: macros, signatures, a write password. */
export const templateWithout = (file: string, parts: readonly string[], span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-parts-left-out',
    `the template ${file} holds ${parts.join(' and ')}: the deck is without`,
    span,
  );

/** What layouts of a template show that PDFs of the deck do not. */
export const templateUndrawn = (what: readonly string[], span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-not-drawn',
    `PDFs of the deck show the template's layouts without ${what.map((one) => undrawn[one] ?? one).join(', ')}`,
    span,
    'the deck itself has all of it',
  );

const undrawn: Readonly<Record<string, string>> = {
  shape: 'some shapes of forms that are not drawn here',
  object: 'objects of other programs, tables and charts on them',
  'turned text': 'text that does not run across',
  picture: 'pictures that are neither PNG, JPEG nor SVG (EMF, WMF)',
};

/** @param layouts of the bundle that land on `target`. */
export const doubtfulLayouts = (layouts: readonly string[], target: string, span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-doubtful-layout',
    `no layout of the template serves ${listed(layouts)} well; "${target}" was taken`,
    span,
    `briefkit template shows them all; say which: template: { mapping: { ${layouts[0]!}: <layout> } }`,
  );

/** @param layouts of the bundle that land on `target`. */
export const titlesWithoutPlaceholder = (layouts: readonly string[], target: string, span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-no-title',
    `the template's layout "${target}", on which ${listed(layouts)} land${layouts.length === 1 ? 's' : ''}, has no title: titles stand in a text box, where no outline sees them`,
    span,
    `let a layout with a title take it: template: { mapping: { ${layouts[0]!}: <layout> } }`,
  );

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A face that is not here, and the font that its text was measured with. */
export interface StandIn {
  readonly face: string;
  readonly measured: string;
  /**
   * Its letters are made as wide; its characters are all an em wide, as any such font's; or they were set to its
   * average width, which is known or a guess.
   */
  readonly fit: 'as wide' | 'em' | 'stretched' | 'guessed';
}

const fits: Readonly<Record<StandIn['fit'], string>> = {
  'as wide': 'whose letters are as wide',
  em: 'whose characters are as wide',
  stretched: 'set to its average width',
  guessed: 'set a little wide, for its widths are not known',
};

/** Faces with the same stand-in are told of together. */
function groupedFaces(faces: readonly StandIn[]): readonly (readonly [StandIn, string])[] {
  const keyOf = ({ measured, fit }: StandIn): string => `${measured} ${fit}`;
  const first = faces.filter((one, index) => faces.findIndex((other) => keyOf(other) === keyOf(one)) === index);
  return first.map((one) => [
    one,
    faces
      .filter((other) => keyOf(other) === keyOf(one))
      .map(({ face }) => `"${face}"`)
      .join(' and '),
  ]);
}

export const standInFonts = (faces: readonly StandIn[], span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-stand-in-font',
    `fonts that are not here: ${groupedFaces(faces)
      .map(([{ measured, fit }, names]) => `text in ${names} was measured with ${measured}, ${fits[fit]}`)
      .join('; ')}`,
    span,
    faces.every(({ fit }) => fit === 'as wide' || fit === 'em')
      ? 'lines break as in PowerPoint; PDFs show the stand-in'
      : 'lines may break a little differently in PowerPoint; install the font, or put its files into a folder: --fonts <folder>',
  );

/** @param fault `compressed`: by a method that is not read here. */
export const unreadEmbeddedFont = (face: string, fault: string, span: Span | null): Diagnostic =>
  told(
    'warning',
    'template-embedded-font',
    `the font "${face}" travels in the template, ${fault === 'compressed' ? 'compressed as PowerPoint does it' : 'but is damaged'}: it could not be read`,
    span,
    'install it, or put its files into a folder: --fonts <folder>',
  );

export const missingFontFolder = (folder: string, span: Span | null): Diagnostic =>
  told(
    'error',
    'missing-file',
    `the folder of fonts ${folder} is not there`,
    span,
    'name a folder with .ttf or .otf files, or none: no font but those of packages',
  );

/** @param layout of the bundle; `target` is the template's. */
export const leftOutOfTemplate = (
  what: 'picture' | 'figures',
  layout: string,
  target: string,
  span: Span | null,
): Diagnostic =>
  told(
    'warning',
    'template-no-place',
    `the layout "${target}" of the template has no place for ${leftOut[what]} of the slide "${layout}", which stays without`,
    span,
    `let another layout take it: template: { mapping: { ${layout}: <layout with room> } }`,
  );

const leftOut = { picture: 'the picture', figures: 'the key figures' } as const;
