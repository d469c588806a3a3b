/** How time and memory grow with a generated report, beside plain scripts that draw as many slides and pages. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageSet } from '../../src/model/page.js';
import { writeBrand } from './brand-template.js';
import { pictureName } from './chart-picture.js';
import { writeGeneratedReport, type ReportSize } from './generated-report.js';
import { measureInTurn, measureOnce, medianOf, ratioOf, type Measurement, type Run } from './measure.js';
import { measured, memory, print, ratioTarget, row, target } from './print-rows.js';
import { shapeOf, type Shape } from './shape.js';

interface Growth {
  readonly document: 'deck' | 'briefing';
  readonly output: string;
  readonly called: string;
  readonly sizes: readonly ReportSize[];
  /** What the largest may take: so many times the plain script's time, so much memory in MiB. */
  readonly most: { readonly ratio: number; readonly mebibytes: number };
  readonly plain: string;
  readonly lacks: string;
}

const growths: readonly Growth[] = [
  {
    document: 'deck',
    output: 'deck.pptx',
    called: 'slides',
    sizes: [9, 115, 1220].map((findings) => ({ findings, paragraphs: 1 })),
    most: { ratio: 1.3, mebibytes: 300 },
    plain: 'pptxgenjs alone',
    lacks: 'reads no report, measures no text and fits none, chooses no layout, checks nothing, keeps no record',
  },
  {
    document: 'briefing',
    output: 'briefing.pdf',
    called: 'pages',
    sizes: [7, 97, 1010].map((findings) => ({ findings, paragraphs: 3 })),
    most: { ratio: 2.5, mebibytes: 250 },
    plain: 'pdfkit alone, ready pictures',
    lacks: 'draws no chart, has no tags, links, contents, bookmarks nor hyphens, sets tables as lines, keeps no record',
  },
];

/** From here on a report is a large one: it is held against the targets, and runs once after the warming. */
const largeReport = 500;

export interface GrowthSetting {
  readonly project: string;
  /** For what is made on the way. */
  readonly folder: string;
  readonly pagesOf: (report: string, only: readonly string[]) => Promise<ReadonlyMap<string, PageSet>>;
}

/** Prints what came out, and how the largest stand to the targets. */
export async function benchGrowth(setting: GrowthSetting): Promise<void> {
  print('Growth, generated reports, cold, each beside the plain script in turn:');
  row('', 'wall', 'processors', 'peak memory');
  for (const growth of growths) {
    for (const size of growth.sizes) await benchSize(growth, size, setting);
    print(`    ${growth.plain} ${growth.lacks}`);
  }
  print('');
}

async function benchSize(growth: Growth, size: ReportSize, setting: GrowthSetting): Promise<void> {
  const { project, folder } = setting;
  const { document, output, called, most, plain } = growth;
  const report = join(folder, `report-${size.findings}-${size.paragraphs}`);
  mkdirSync(report, { recursive: true });
  writeGeneratedReport(report, size);
  const shape = shapeOf((await setting.pagesOf(report, [output])).get(document)!);
  const own = {
    script: join(project, '.build/cli.js'),
    words: ['build', report, '--out', join(folder, 'grown'), '--only', output],
  };
  const rounds = measureInTurn(
    project,
    { own: [own], plain: [plainRun(growth, shape, setting)] },
    size.findings > largeReport ? 1 : 3,
  );
  const usual = medianOf(rounds.own);
  measured(`${shape.pages.length} ${called}: briefkit`, usual);
  measured(`${shape.pages.length} ${called}: ${plain}`, medianOf(rounds.plain));
  const ratio = ratioOf(rounds.own, rounds.plain);
  if (size.findings <= largeReport) {
    row('', `${ratio.median.toFixed(2)} of its time`, `${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)}`);
    return;
  }
  ratioTarget('its time', ratio, most.ratio);
  const isWithin = ({ mebibytes }: Measurement): void =>
    target(`memory: ≤ ${most.mebibytes} MiB`, mebibytes <= most.mebibytes, memory(mebibytes));
  isWithin(usual);
  if (document === 'briefing') return;
  const onTemplate = measureOnce(project, own.script, [...own.words, '--template', writeBrand(folder)]);
  measured('the same on a template of 600 kB', onTemplate);
  isWithin(onTemplate);
}

function plainRun({ document }: Growth, shape: Shape, { project, folder }: GrowthSetting): Run {
  const file = join(folder, `grown-${document}.json`);
  writeFileSync(file, JSON.stringify(shape));
  if (document === 'deck')
    return { script: join(project, '.build/bench/plain-deck.js'), words: [file, join(folder, 'grown.pptx'), 'native'] };
  const pictures = readyPictures(shape, project, folder);
  return { script: join(project, '.build/bench/plain-paper.js'), words: [file, join(folder, 'grown.pdf'), pictures] };
}

/** A folder with a picture for each chart: those of the first eight, again and again. */
function readyPictures(shape: Shape, project: string, folder: string): string {
  const pictures = join(folder, 'grown-pictures');
  mkdirSync(pictures, { recursive: true });
  const places = shape.pages.flatMap(({ charts }, page) => charts.map((chart, index) => ({ chart, page, index })));
  const drawn = places.slice(0, 8);
  const few = join(folder, 'grown-few.json');
  const pages = shape.pages.slice(0, (drawn.at(-1)?.page ?? -1) + 1);
  writeFileSync(few, JSON.stringify({ pages }));
  measureOnce(project, join(project, '.build/bench/draw-charts.js'), [few, pictures]);
  places.slice(drawn.length).forEach(({ page, index }, place) => {
    const ready = drawn[place % drawn.length]!;
    copyFileSync(join(pictures, pictureName(ready.page, ready.index)), join(pictures, pictureName(page, index)));
  });
  return pictures;
}
