/** What is said of a PowerPoint template: what it cannot be, what it lacks, what was left out for it. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

/** @param layout of the bundle; `target` is the template's. */
export const leftOutOfTemplate = (layout: string, target: string, span: Span | null): Diagnostic => ({
  severity: 'warning',
  code: 'template-no-place',
  message: `the layout "${target}" of the template has no place for a picture: that of the slide "${layout}" is left out`,
  span,
  hint: `let another layout take it: template: { mapping: { ${layout}: <layout with a picture> } }`,
});
