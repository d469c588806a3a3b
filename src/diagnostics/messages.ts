/** Every message that a user can be shown, in one place: searchable, testable, plain values in and a diagnostic out. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

const error = (code: string, message: string, span: Span | null, hint: string | null = null): Diagnostic =>
  ({ severity: 'error', code, message, span, hint });
const warning = (code: string, message: string, span: Span | null, hint: string | null = null): Diagnostic =>
  ({ severity: 'warning', code, message, span, hint });

/** `did you mean "x" (file:line)?` for the nearest known name; null where none is near. */
export const didYouMean = (nearest: { readonly name: string; readonly span?: Span } | null): string | null =>
  nearest === null ? null
    : `did you mean "${nearest.name}"${nearest.span ? ` (${nearest.span.file}:${nearest.span.line})` : ''}?`;

// ---- read: data and templates --------------------------------------------------------------------------------------

export const unknownFigure = (id: string, span: Span, nearest: { name: string; span: Span } | null): Diagnostic =>
  error('unknown-figure', `unknown figure "${id}"`, span, didYouMean(nearest));

// ---- resolve -------------------------------------------------------------------------------------------------------

// ---- text ----------------------------------------------------------------------------------------------------------

export const missingGlyph = (character: string, where: string, span: Span | null): Diagnostic =>
  error('missing-glyph', `no font of the theme has the character "${character}" (U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}) in ${where}`, span,
    'change the character, or add a font that has it to the theme');

export const unreadableFont = (path: string): Diagnostic =>
  error('unreadable-font', `the font "${path}" cannot be read`, null, 'the theme wants a whole TrueType or OpenType file (.ttf, .otf, .ttc), no .woff');

// ---- layout --------------------------------------------------------------------------------------------------------

export const tallerThanPage = (what: string, span: Span | null): Diagnostic =>
  error('taller-than-page', `${what} is taller than a page and cannot be broken`, span, 'shorten it, or divide it into several');

export const tableTooWide = (columns: number, span: Span): Diagnostic =>
  error('table-too-wide', `a table of ${columns} columns is wider than its place`, span, 'leave columns out, or divide the table');

export const unknownLinkTarget = (href: string, span: Span): Diagnostic =>
  warning('unknown-link-target', `nothing in this document has the id that "${href}" names`, span, 'name a heading, a chart, a table or a picture');

// ---- charts --------------------------------------------------------------------------------------------------------

// ---- writers -------------------------------------------------------------------------------------------------------

// ---- project and command line --------------------------------------------------------------------------------------

export const unknownOutput = (name: string, known: readonly string[], nearest: string | null): Diagnostic =>
  error('unknown-output', `there is no output "${name}"`, null, didYouMean(nearest === null ? null : { name: nearest }) ?? `outputs are: ${known.join(', ')}`);

export const noOutputs = (folder: string, known: readonly string[]): Diagnostic =>
  error('no-outputs', `${folder} asks for no output`, null, `name some under "outputs" in its report.yaml, or with --only: ${known.join(', ')}`);

export const missingFontFile = (path: string, theme: string): Diagnostic =>
  error('missing-font-file', `the theme "${theme}" names a font file that is not there: ${path}`, null,
    path.startsWith('package:') ? 'run `npm ci` to install the fonts, or name another file in the theme' : 'check the path in the theme');

export const cannotWrite = (path: string, reason: string): Diagnostic =>
  error('cannot-write', `cannot write ${path}: ${reason}`, null, 'choose another folder with --out, or make room or permission there; earlier files are untouched');

export const unknownCommand = (name: string, nearest: string | null): Diagnostic =>
  error('unknown-command', `there is no command "${name}"`, null, didYouMean(nearest === null ? null : { name: nearest }) ?? 'briefkit --help lists the commands');

export const unknownOption = (name: string, command: string, nearest: string | null): Diagnostic =>
  error('unknown-option', `${command} has no option ${name}`, null, didYouMean(nearest === null ? null : { name: nearest }) ?? `${command} --help lists its options`);

export const optionNeedsValue = (name: string, value: string, command: string): Diagnostic =>
  error('option-needs-value', `${name} needs a value`, null, `write ${name} ${value}; see ${command} --help`);

export const optionTakesNoValue = (name: string, command: string): Diagnostic =>
  error('option-takes-no-value', `${name} takes no value`, null, `write ${name} alone; see ${command} --help`);

export const missingArgument = (what: string, example: string): Diagnostic =>
  error('missing-argument', `${what} is missing`, null, `for example: ${example}`);

export const extraArgument = (argument: string, command: string): Diagnostic =>
  error('extra-argument', `${command} does not take "${argument}"`, null, `see ${command} --help`);

export { error as errorDiagnostic, warning as warningDiagnostic };
