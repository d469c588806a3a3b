/** A report for each row: the sample report with other figures each time, and pages of a ward for thousands of rows. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureInTurn, measureOnce, medianOf, ratioOf, type Measurement, type Run } from './measure.js';
import { measured, memory, print, ratioTarget, row, target } from './print-rows.js';

interface ManySetting {
  readonly project: string;
  readonly report: string;
  /** For what is made on the way. */
  readonly folder: string;
  /** The two plain scripts, which draw one report's slides and pages with ready pictures. */
  readonly plain: readonly Run[];
}

const varied = 120;

/** Prints how long all cores take for many reports, beside one run of the plain scripts, and what memory they take. */
export function benchMany({ project, report, folder, plain }: ManySetting): void {
  const copy = join(folder, 'varied');
  writeVaried(join(project, report), copy);
  const each = [
    'build',
    copy,
    ...['--each', join(copy, 'rows.csv')],
    ...['--only', 'deck.pptx,briefing.pdf'],
    ...['--out', join(folder, 'varied-out')],
  ];
  const peers = { own: [{ script: join(project, '.build/cli.js'), words: each }], plain };
  const rounds = measureInTurn(project, peers, 3);
  print(`A report for each row: ${varied} of the sample report, each with figures of its own, deck and briefing:`);
  row('', 'wall', 'processors', 'peak memory');
  const own = medianOf(rounds.own);
  measured('briefkit build --each', own);
  row('', `${(varied / (own.milliseconds / 1000)).toFixed(1)} a second`);
  measured('the plain scripts, one report', medianOf(rounds.plain));
  ratioTarget('all / one run of the plain scripts', ratioOf(rounds.own, rounds.plain), 16);
  print('');
}

/** Memory of a page for each row, of hundreds of rows and of thousands. */
export function benchRows({ project, folder }: Pick<ManySetting, 'project' | 'folder'>): void {
  print('A page for each row of a ward (invented):');
  row('', 'wall', 'processors', 'peak memory');
  const runs = [100, 3000].map((count): Measurement => {
    const copy = join(folder, `wards-${count}`);
    writeWards(join(project, 'data/ward-2024'), copy, count);
    const out = join(folder, `wards-${count}-out`);
    const words = ['build', copy, '--each', join(copy, 'rows.csv'), '--name', '{number}-{output}', '--out', out];
    const run = measureOnce(project, join(project, '.build/cli.js'), words);
    measured(`${count} rows`, run);
    rmSync(out, { recursive: true });
    return run;
  });
  const [few, many] = [runs[0]!.mebibytes, runs[1]!.mebibytes];
  target('memory of 3,000 rows as of 100', many <= few * 1.05, `${memory(many)} against ${memory(few)}`);
  print('');
}

/** Every number of each report's figures is up to 2 % larger or smaller than the sample's. */
function writeVaried(report: string, copy: string): void {
  cpSync(report, copy, { recursive: true });
  const figures = readFileSync(join(report, 'figures.csv'), 'utf8').split('\n');
  const names = Array.from({ length: varied }, (_none, index) => `v${index}`);
  mkdirSync(join(copy, 'figures'));
  for (const [index, name] of names.entries())
    writeFileSync(
      join(copy, 'figures', `${name}.csv`),
      figures.map((line, at) => otherValue(line, 1 + (((index * 7 + at * 13) % 40) - 20) / 1000)).join('\n'),
    );
  writeFileSync(join(copy, 'rows.csv'), ['id', ...names, ''].join('\n'));
  const yaml = join(copy, 'report.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(/^figures: .*$/m, "figures: 'figures/{{row.id}}.csv'"));
}

/** The line of figures.csv with so many times its value, of as many decimals. */
const otherValue = (line: string, times: number): string =>
  line.replace(
    /^([\w.]+,[^,]*,)(\d+(?:\.(\d+))?)(?=,)/,
    (_whole, before: string, value: string, decimals = '') =>
      `${before}${(Number(value) * times).toFixed(decimals.length)}`,
  );

/** The sample's departments again and again, each with some other patients. */
function writeWards(report: string, copy: string, count: number): void {
  cpSync(report, copy, { recursive: true });
  const [head, ...departments] = readFileSync(join(report, 'departments.csv'), 'utf8').trim().split('\n');
  const rows = Array.from({ length: count }, (_none, index) =>
    `${index},${departments[index % departments.length]!}`.replace(
      /^((?:[^,]*,){3})(\d+)/,
      (_whole, before: string, patients: string) => `${before}${Number(patients) + (index % 97)}`,
    ),
  );
  writeFileSync(join(copy, 'rows.csv'), [`number,${head!}`, ...rows, ''].join('\n'));
}
