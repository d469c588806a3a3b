/** Diagnostics of either severity, as the files of messages make them. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

const told =
  (severity: Diagnostic['severity']) =>
  (code: string, message: string, span: Span | null, hint: string | null = null): Diagnostic => ({
    severity,
    code,
    message,
    span,
    hint,
  });

export const error = told('error');
export const warning = told('warning');
