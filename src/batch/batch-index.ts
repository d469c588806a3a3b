/** What a batch became, for people and for programs: index.csv and index.html beside the files. */
import { indexWords } from '../locale/index-words.js';
import type { BatchOutcome, BatchReport } from './run-batch.js';

interface IndexLine {
  readonly report: string;
  readonly title: string;
  readonly language: string;
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
        language: entry.language,
        output,
        file: name,
        pages,
        bytes,
        problem: '',
      }));
    const told = failed.get(report);
    const problem =
      told?.find(({ severity }) => severity === 'error')?.message ?? (told === undefined ? 'not built' : 'failed');
    return [{ report, title: '', language: '', output: '', file: '', pages: 0, bytes: 0, problem }];
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

export function indexHtml(reports: readonly BatchReport[], outcome: BatchOutcome): Uint8Array {
  const language = commonLanguage(outcome);
  const { heads, heading } = indexWords(language);
  const title = escaped(heading(outcome.entries.size, reports.length));
  const rows = linesOf(reports, outcome).map((line) => rowOf(line, language));
  return new TextEncoder().encode(
    `<!doctype html>
<html lang="${escaped(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
<table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`,
  );
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}h1{font-size:1.5rem}' +
  'table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.35rem .75rem .35rem 0;' +
  'text-align:start;vertical-align:top;font-weight:400}thead th{color:#595959}.problem{color:#a40000}' +
  'th:last-child,td.pages{text-align:end;padding-right:0}';

/** The reports' own where it is the same for all, else English. */
function commonLanguage({ entries }: BatchOutcome): string {
  const [first, ...others] = new Set([...entries.values()].map(({ language }) => language));
  return first === undefined || others.length > 0 ? 'en' : first;
}

/** @param around the page's language: a title in another one says so. */
function rowOf({ report, title, language, file, pages, problem }: IndexLine, around: string): string {
  const name = `<th scope="row">${escaped(report)}</th>`;
  if (problem !== '') return `<tr>${name}<td colspan="3" class="problem" lang="en">${escaped(problem)}</td></tr>`;
  const said = language === around ? '' : ` lang="${escaped(language)}"`;
  const link = `<a href="${encodeURIComponent(file)}">${escaped(file)}</a>`;
  return `<tr>${name}<td${said}>${escaped(title)}</td><td>${link}</td><td class="pages">${pages}</td></tr>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
