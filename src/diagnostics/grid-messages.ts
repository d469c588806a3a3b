/** Mistakes of pages on a grid. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { error } from './make-diagnostic.js';

export const outsideGrid = (kind: string, span: Span | null): Diagnostic =>
  error(
    'outside-grid',
    `this ${kind} stands neither in an area nor in a story, so that the grid has no place for it`,
    span,
    'put it into {{#area "…"}} or {{#story}}',
  );

/** @param share of the page that stays empty, 0 to 1. */
export const pageHalfEmpty = (share: number, span: Span | null): Diagnostic => ({
  severity: 'warning',
  code: 'page-half-empty',
  message: `the stories leave ${Math.round(share * 100)} % of the page's room for them empty`,
  span,
  hint: 'write more, show charts and pictures, or let the document have a smaller page',
});

export const storiesTooLong = (pages: number, characters: number, over: number, span: Span | null): Diagnostic =>
  error(
    'stories-too-long',
    `the stories, ${characters} characters, are too long for ${pages === 1 ? 'the page' : `${pages} pages`} at the smallest size of text: about ${over} characters too many`,
    span,
    'shorten the text, show fewer figures, or let the grid have more pages',
  );
