/**
 * How much a text may hold. Beyond these no reader is served, and a parser, the stack or the memory would give way:
 * what goes beyond is told at its place. data/README.md states them.
 */

/** Characters of one text: a narrative, a template's output. */
export const mostCharacters = 1_000_000;

/** Characters of one paragraph, about ten printed pages; a figure counts for `figureLength`. */
export const mostInParagraph = 20_000;
export const figureLength = 8;

/** Characters of a title, of a table's cell, of anything else that is said in one place. */
export const mostInCell = 5_000;

/** Columns of a table that is placed: no page that is printed has the room for more. */
export const mostTableColumns = 120;

/** Characters of a figure's label, unit, source and the like. */
export const mostInField = 1_000;

/** Lists and quotations inside each other. */
export const deepestBlocks = 12;

/** Bold, emphasis and links inside each other. */
export const deepestMarks = 12;

/** Signs of markup (`*`, `_`, `[`, a backquote) in one paragraph; one of many is a pattern, not prose. */
export const mostSigns = 2_000;

/** Blocks of a template, or sub-expressions in parentheses, inside each other. */
export const deepestTemplate = 64;

/** Partials that call partials. */
export const deepestPartial = 64;

/** What a template may write in one run: texts, values and calls, each time that a loop comes by. */
export const mostSteps = 500_000;
