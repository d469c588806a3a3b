/** A template's source to a tree with places: the short way where it can, else by Handlebars' parser. */
import type { Reporter } from '../diagnostics/diagnostic.js';
import { parseWithHandlebars } from './full-template.js';
import { readShortTemplate } from './short-template.js';
import type { SourceText } from './source-text.js';
import type { Program } from './template-nodes.js';

/** A template and the text that its nodes' offsets point into. */
export interface Template {
  readonly source: SourceText;
  readonly program: Program;
}

/** Null and a diagnostic at the place where the syntax breaks. */
export function parseTemplate(source: SourceText, report: Reporter): Template | null {
  const program = readShortTemplate(source) ?? parseWithHandlebars(source, report);
  return program === null ? null : { source, program };
}
