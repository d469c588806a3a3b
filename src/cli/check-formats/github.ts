/** Diagnostics as workflow commands of GitHub Actions, which marks their lines in a pull request. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

export const githubLines = (diagnostics: readonly Diagnostic[]): string => diagnostics.map((diagnostic) => `${githubLine(diagnostic)}\n`).join('');

function githubLine({ severity, code, message, span, hint }: Diagnostic): string {
  const place = span === null ? [] : [`file=${escapeProperty(span.file)}`, `line=${span.line}`, `col=${span.column}`];
  return `::${severity} ${[...place, `title=${escapeProperty(code)}`].join(',')}::${escapeText(hint === null ? message : `${message}\nhint: ${hint}`)}`;
}

const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
