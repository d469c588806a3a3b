/**
 * `npm run bench`: what a cold build costs, beside plain scripts that draw as much, how it grows, and where the time
 * goes. `npm run bench -- growth` measures how it grows and nothing else, `npm run bench -- many` reports by the hundred
 * and by the thousand.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, diskFiles, fontFiles, templateRoots } from '../../src/index.js';
import type { CompileResult, StageEvent } from '../../src/index.js';
import { timeCharts, type Times } from './charts.js';
import { timeFigures, timeWorkbook } from './figures.js';
import { writeGeneratedReport } from './generated-report.js';
import { benchGrowth } from './growing.js';
import type { Measurement } from './measure.js';
import { measure, measureOnce, median, medianOf, ratioOf } from './measure.js';
import { benchMany, benchRows } from './many.js';
import { measured, memory, print, ratioTarget, row, target, time } from './print-rows.js';
import { benchSideBySide, plainScripts } from './side-by-side.js';
import { timeMarksAndMaps } from './marks-and-maps.js';
import { timePreview } from './previewing.js';
import { shapeOf } from './shape.js';
import { changeFigure, timeWatch } from './watching.js';

const project = process.cwd();
const report = 'data/cixi-2024';
const cli = join(project, '.build/cli.js');
const times = 7;

const folder = mkdtempSync(join(tmpdir(), 'briefkit-bench-'));
try {
  print(
    `briefkit bench: Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}; medians of ${times} fresh processes\n`,
  );
  if (process.argv[2] === 'growth') await benchGrowth({ project, folder, pagesOf });
  else if (process.argv[2] === 'many') await benchAllMany();
  else await benchAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchAll(): Promise<void> {
  const documents = await pagesOf(report);
  const plain = benchSideBySide({ project, report, folder, times, documents });
  benchMany({ project, report, folder, plain });
  benchStages();
  await benchChanges();
  await benchGrowth({ project, folder, pagesOf });
  await benchTypesetting();
  await benchCharts();
  await benchFigures();
}

async function benchAllMany(): Promise<void> {
  const plain = plainScripts({ project, report, folder, times, documents: await pagesOf(report) });
  benchMany({ project, report, folder, plain });
  benchRows({ project, folder });
}

async function pagesOf(name: string, only: readonly string[] | null = null): Promise<CompileResult['documents']> {
  const files = diskFiles(project);
  const { documents } = await compile(
    { report: name, only, strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: templateRoots(project),
      clock: () => performance.now(),
      log: () => undefined,
      tell: ({ message }) => print(message),
    },
  );
  return documents;
}

/** Where the time of a whole build goes. */
function benchStages(): void {
  const runs = Array.from({ length: times }, () => {
    const run = measureOnce(project, cli, ['build', report, '--out', join(folder, 'built'), '--json']);
    return { milliseconds: run.milliseconds, ...(JSON.parse(run.stdout) as { stages: StageEvent[] }) };
  });
  print('Where the time of building both goes:');
  let told = 0;
  for (const [index, { stage, subject }] of runs[0]!.stages.entries()) {
    const milliseconds = median(runs.map(({ stages }) => stages[index]!.milliseconds ?? 0));
    told += milliseconds;
    row(`${stage} ${subject ?? ''}`, time(milliseconds), '');
  }
  row('Node, loading, writing to disk', time(median(runs.map(({ milliseconds }) => milliseconds)) - told), '');
  print('');
}

/** What a changed figure costs: in a watch, and in a build that follows another. */
async function benchChanges(): Promise<void> {
  print('One figure of the sample report changed, from the write of it to the new files on disk:');
  for (const [only, most] of [
    ['deck.pptx', 80],
    ['briefing.pdf', 80],
    ['deck.pptx,briefing.pdf', 80],
  ] as const) {
    const { changes } = await timeWatch(project, report, folder, only, 25);
    const middle = median(changes);
    row(`watch: ${only}`, time(middle), `${time(Math.min(...changes))} to ${time(Math.max(...changes))}`);
    target(`within ${most} ms`, middle <= most, time(middle));
  }
  const { changes, bytes } = await timePreview(project, report, folder, 25);
  const seen = median(changes);
  row('preview: the slides in view', time(seen), `${time(Math.min(...changes))} to ${time(Math.max(...changes))}`);
  row('', `${Math.round(bytes / 1000)} kB sent`);
  target('within 150 ms', seen <= 150, time(seen));
  benchNextBuild();
}

/** A build that follows another, in a process of its own, beside a clean one: in turn. */
function benchNextBuild(): void {
  const place = join(folder, 'changing');
  mkdirSync(join(place, 'output'), { recursive: true });
  cpSync(join(project, report), join(place, 'report'), { recursive: true });
  cpSync(join(project, 'templates'), join(place, 'templates'), { recursive: true });
  const run = (): Measurement => measureOnce(project, cli, ['build', 'report'], place);
  const rounds = Array.from({ length: times + 1 }, (_none, round) => {
    rmSync(join(place, 'output'), { recursive: true, force: true });
    mkdirSync(join(place, 'output'));
    const clean = run();
    changeFigure(join(place, 'report'), 500 + round);
    const changed = run();
    return { clean, changed, same: run() };
  }).slice(1);
  const of = (what: 'clean' | 'changed' | 'same'): readonly Measurement[] => rounds.map((round) => round[what]);
  measured('a clean build that leaves its results', medianOf(of('clean')));
  measured('the next build, one figure changed', medianOf(of('changed')));
  measured('the next build, nothing changed', medianOf(of('same')));
  ratioTarget('one figure changed / clean', ratioOf(of('changed'), of('clean')), 0.6);
  ratioTarget('the same by time of processors', ratioOf(of('changed'), of('clean'), 'cpu'), 0.6);
  print('');
}

/** Prose alone, broken optimally and tagged, beside the same words wrapped by pdfkit, which does neither. */
async function benchTypesetting(): Promise<void> {
  print('Typesetting, prose alone (cold):');
  for (const findings of [7, 68, 680]) {
    const name = join(folder, `prose-${findings}`);
    mkdirSync(name, { recursive: true });
    writeGeneratedReport(name, { findings, paragraphs: 7, prose: true });
    const shape = join(folder, `prose-${findings}.json`);
    writeFileSync(shape, JSON.stringify(shapeOf((await pagesOf(name)).get('briefing')!)));
    const runs = findings > 500 ? 1 : 3;
    const own = measure(
      project,
      cli,
      ['build', name, '--out', join(folder, 'prose'), '--only', 'briefing.pdf', '--json'],
      runs,
    );
    const plain = measure(
      project,
      join(project, '.build/bench/plain-paper.js'),
      [shape, join(folder, 'prose.pdf')],
      runs,
    );
    const [{ pages }] = (JSON.parse(own.stdout) as { outputs: [{ pages: number }] }).outputs;
    const each = ({ milliseconds }: Measurement): string => `${(milliseconds / pages).toFixed(2)} ms a page`;
    row(`${pages} pages: briefkit`, time(own.milliseconds), memory(own.mebibytes), ` ${each(own)}`);
    row(`${pages} pages: pdfkit's own wrapping`, time(plain.milliseconds), memory(plain.mebibytes), ` ${each(plain)}`);
    target(
      'no slower than pdfkit',
      own.milliseconds <= plain.milliseconds,
      ` ${(own.milliseconds / plain.milliseconds).toFixed(2)} of its time`,
    );
  }
  print('');
}

/** Each chart of the gallery, first and then again, all in one process. */
async function benchCharts(): Promise<void> {
  print('Charts of the gallery, each first / later in one process:');
  row('', 'native', 'vector', 'raster', 'Chart.js alone');
  const charts = await timeCharts(project, 3);
  const both = (times: Times | null): string =>
    times === null ? '—' : `${times.first.toFixed(1)} / ${times.later.toFixed(1)}`;
  for (const { name, native, vector, raster, chartJsAlone } of charts)
    row(name, both(native), both(vector), both(raster), both(chartJsAlone));
  const middle = (of: (chart: (typeof charts)[number]) => Times | null): number =>
    median(charts.flatMap((chart) => of(chart)?.later ?? []));
  const [native, vector, raster, alone] = [
    middle((chart) => chart.native),
    middle((chart) => chart.vector),
    middle((chart) => chart.raster),
    middle((chart) => chart.chartJsAlone),
  ];
  target('a vector chart within 10 ms after the first', vector <= 10, time(vector));
  target('a native chart within 3 ms', native <= 3, time(native));
  target('a raster chart no slower than Chart.js alone', raster <= alone, `${time(raster)} against ${time(alone)}`);
  print('');
  benchMarksAndMaps();
}

/** What a mark adds to a chart, and a map of 120 areas. */
function benchMarksAndMaps(): void {
  const { mark, beside, map } = timeMarksAndMaps(50);
  print('Marks and a map of 120 areas, after the first:');
  row('', 'native', 'vector');
  row('a growth arrow adds', time(mark.native), time(mark.vector));
  row('a table beside a stack adds', time(beside.native), time(beside.vector));
  row(`a map of ${map.points} points, drawn`, time(map.sketch), time(map.vector));
  row('its file read, projected, simplified', time(map.read), '');
  target('a mark within 1 ms', Math.max(mark.native, mark.vector) <= 1, time(Math.max(mark.native, mark.vector)));
  target('a map of 120 areas drawn within 20 ms', map.vector <= 20, time(map.vector));
  print('');
}

async function benchFigures(): Promise<void> {
  print('Numbers, the first read and later ones in one process:');
  const workbook = timeWorkbook(5);
  const figures = await timeFigures(3);
  row('', 'first', 'later');
  row('a workbook of 100,000 cells', time(workbook.first), time(workbook.later));
  row('5,000 figures of 20 years, 2,000 derived', time(figures.first), time(figures.later));
  target('a workbook of 100,000 cells within 500 ms', workbook.later <= 500, time(workbook.later));
  target('5,000 figures of 20 years and 2,000 derived within 1000 ms', figures.later <= 1000, time(figures.later));
  print('');
}
