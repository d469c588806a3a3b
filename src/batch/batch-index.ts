/** What a batch became, for people and for programs: index.csv and index.html beside the files. */
import type { BatchOutcome, BatchReport } from './run-batch.js';

interface IndexLine {
  readonly report: string;
  readonly title: string;
  readonly output: string;
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  readonly problem: string;
}

/** In the order of the rows; a report that failed has a line with its first error. */
function linesOf(reports: readonly BatchReport[], { entries, failures }: BatchOutcome): readonly IndexLine[] {
  const failed = new Map(failures.map(({ title, diagnostics }) => [title, diagnostics]));
  return reports.flatMap(({ title: report }): IndexLine[] => {
    const entry = entries.get(report);
    if (entry !== undefined)
      return entry.files.map(({ name, output, pages, bytes }) => ({
        report,
        title: entry.title,
        output,
        file: name,
        pages,
        bytes,
        problem: '',
      }));
    const told = failed.get(report);
    const problem =
      told?.find(({ severity }) => severity === 'error')?.message ?? (told === undefined ? 'not built' : 'failed');
    return [{ report, title: '', output: '', file: '', pages: 0, bytes: 0, problem }];
  });
}

/** UTF-8 with a byte-order mark, for Excel; a text that begins as a formula does is marked as a text. */
export function indexCsv(reports: readonly BatchReport[], outcome: BatchOutcome): Uint8Array {
  const cell = (value: string | number): string => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = linesOf(reports, outcome).map(({ report, title, output, file, pages, bytes, problem }) =>
    [report, title, output, file, pages, bytes, problem].map(cell).join(','),
  );
  return new TextEncoder().encode(
    `\ufeff${['report,title,output,file,pages,bytes,problem', ...rows].join('\r\n')}\r\n`,
  );
}

export function indexHtml(reports: readonly BatchReport[], outcome: BatchOutcome, language: string): Uint8Array {
  const rows = linesOf(reports, outcome).map(({ report, title, output, file, pages, problem }) =>
    problem === ''
      ? `<tr><td>${escaped(report)}</td><td>${escaped(title)}</td><td><a href="${encodeURIComponent(file)}">${escaped(output)}</a></td><td>${pages}</td></tr>`
      : `<tr><td>${escaped(report)}</td><td colspan="3" class="problem">${escaped(problem)}</td></tr>`,
  );
  return new TextEncoder().encode(
    `<!doctype html>
<html lang="${escaped(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${outcome.entries.size} / ${reports.length}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ddd;padding:.35rem .75rem .35rem 0;vertical-align:top}.problem{color:#a40000}</style>
<table>
${rows.join('\n')}
</table>
</html>
`,
  );
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
