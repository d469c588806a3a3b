/** Diagnostics as workflow commands of GitHub Actions, which marks their lines in a pull request. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

export const githubLines = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map((diagnostic) => `${githubLine(diagnostic)}\n`).join('');

function githubLine({ severity, code, message, span, hint }: Diagnostic): string {
  const place =
    span === null
      ? []
      : [
          `file=${escapeProperty(span.file)}`,
          ...(span.cell === undefined ? [`line=${span.line}`, `col=${span.column}`] : []),
        ];
  // A workbook has no lines that could be marked: its cell is said in words.
  const where = span?.cell === undefined ? '' : `${span.cell}: `;
  return `::${severity} ${[...place, `title=${escapeProperty(code)}`].join(',')}::${escapeText(`${where}${message}${hint === null ? '' : `\nhint: ${hint}`}`)}`;
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
