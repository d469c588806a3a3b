/**
 * A report drafted from tables and tried until it builds: what does not fit its place is drafted again with less of it.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { starterWords } from '../locale/starter/starter-words.js';
import { draftSections } from './draft-report.js';
import type { SectionDraft, TableLimits } from './draft-report.js';
import type { SourceTable } from './source-table.js';
import { writeFigures, writeReport } from './write-report.js';
import type { ReportHead } from './write-report.js';

export interface DraftedFiles {
  readonly report: string;
  /** Null where there is none. */
  readonly figures: string | null;
}

/** From all that a page holds to a chart or a small table alone; then the finding is left out. */
const ladder: readonly TableLimits[] = [
  { columns: 7, rows: 13, hasChart: true, hasTable: true, isTogether: true },
  { columns: 7, rows: 12, hasChart: true, hasTable: true, isTogether: false },
  { columns: 5, rows: 10, hasChart: true, hasTable: true, isTogether: false },
  { columns: 4, rows: 8, hasChart: true, hasTable: false, isTogether: false },
  { columns: 4, rows: 8, hasChart: false, hasTable: true, isTogether: false },
  { columns: 2, rows: 6, hasChart: false, hasTable: true, isTogether: false },
];

export interface Trial<Built> {
  /** Mistakes of the draft; none where it was built. */
  readonly mistakes: readonly Diagnostic[];
  readonly built: Built | null;
}

export interface MadeReport<Built> {
  readonly files: DraftedFiles;
  readonly trial: Trial<Built>;
}

/** Null where no table has anything to show. `attempt` builds a draft; where none is built, the last is told of. */
export async function makeReport<Built>(
  head: ReportHead,
  tables: readonly SourceTable[],
  attempt: (files: DraftedFiles) => Promise<Trial<Built>>,
): Promise<MadeReport<Built> | null> {
  const words = starterWords(head.locale);
  const steps = new Map<string, number>();
  const limitsOf = (id: string): TableLimits => ladder[Math.min(steps.get(id) ?? 0, ladder.length - 1)]!;
  const draft = (): readonly SectionDraft[] =>
    draftSections(tables, { words, title: head.title }, limitsOf)
      .map((section) => ({
        ...section,
        findings: section.findings.filter(({ id }) => (steps.get(id) ?? 0) < ladder.length),
      }))
      .filter(({ findings }) => findings.length > 0);
  let [last, cards]: [MadeReport<Built> | null, number] = [null, mostCards];
  for (let turn = 0; ; turn++) {
    const sections = draft();
    if (sections.length === 0) return last;
    const files = { report: writeReport(head, sections, words, cards), figures: writeFigures(sections) };
    const trial = await attempt(files);
    last = { files, trial };
    if (trial.mistakes.length === 0 || turn === ladder.length) return last;
    const all = sections.flatMap(({ findings }) => findings.map(({ id }) => id));
    if (trial.mistakes.some((mistake) => isAboutCards(mistake, files.report))) cards = cards > 4 ? 4 : 0;
    const blamed = all.filter((id) => trial.mistakes.some((mistake) => isAbout(mistake, id, files.report)));
    const isOfCards = trial.mistakes.every((mistake) => isAboutCards(mistake, files.report));
    for (const id of blamed.length > 0 ? blamed : isOfCards ? [] : all) steps.set(id, (steps.get(id) ?? 0) + 1);
  }
}

/** So many figures the overview is tried with. */
const mostCards = 6;

const isAboutCards = ({ span }: Diagnostic, report: string): boolean =>
  span !== null && span.file.endsWith('report.yaml') && /^highlights:/.test(report.split('\n')[span.line - 1] ?? '');

/** A mistake is a finding's where it names it, or stands in its lines of report.yaml. */
function isAbout({ message, span }: Diagnostic, id: string, report: string): boolean {
  if (new RegExp(`(?<![\\w.-])${id}(?:-table|-chart)?(?![\\w-])`).test(message)) return true;
  if (span === null || !span.file.endsWith('report.yaml')) return false;
  const lines = report.split('\n');
  for (let at = Math.min(span.line, lines.length) - 1; at >= 0; at--) {
    const found = /^\s+(?:- id: |)(s\d+t\d+)(?:-table|-chart)?:?$/.exec(lines[at]!);
    if (found !== null) return found[1] === id;
    if (/^\S/.test(lines[at]!)) return false;
  }
  return false;
}
