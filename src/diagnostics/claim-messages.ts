/** What is said of claims that figures disprove. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

/** @param fact what is so: `"gdp" has 95.1亿元 in 2023, 98.2亿元 in 2022` */
export const claimDisproved = (claim: string, fact: string, sentence: string, span: Span): Diagnostic => ({
  severity: 'warning',
  code: 'claim-disproved',
  message: `“${sentence}” says ${claim.trim()}, but ${fact}`,
  span,
  hint: 'change the words, or correct the figure',
});
