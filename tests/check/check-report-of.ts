/** A small report, checked: what is told of it. */
import { checkContent } from '../../src/check/check-content.js';
import { collect, readFrom, runOver } from '../read/report-files.js';

export interface CheckGiven {
  /** Rows of figures.csv, below its head. */
  readonly figures?: readonly string[];
  /** More of report.yaml. */
  readonly yaml?: string;
  /** briefing.hbs. */
  readonly briefing?: string;
}

const head = 'id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note';

/** `file:line:column code message`, one a line; figures that are not shown are left out unless asked for. */
export function checkOf(
  { figures = [], yaml = '', briefing = '' }: CheckGiven,
  options: { readonly unused?: boolean } = {},
): readonly string[] {
  const report = {
    'report.yaml': `bundle: plain\ntheme: celadon\ntitle: 慈溪\nperiod: '2024'\ndate: '2025-01-16'\nfigures: figures.csv\n${yaml}`,
    'figures.csv': `${[head, ...figures].join('\n')}\n`,
  };
  const read = readFrom(report);
  const run = runOver('briefing', briefing, { report });
  if (read.value === null || run.value === null || run.diagnostics.length > 0) throw new Error(run.told.join('\n'));
  const data = read.value;
  const document = run.value;
  const { told } = collect((tell) => checkContent(data, [document], tell));
  return told.filter((line) => options.unused === true || !line.includes('unused-figure'));
}

/** The codes alone. */
export const codesOf = (given: CheckGiven): readonly string[] => checkOf(given).map((line) => line.split(' ')[1]!);
