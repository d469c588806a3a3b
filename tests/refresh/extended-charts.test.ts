/** Charts of PowerPoint 2016 once their deck is refreshed and verified: chart, workbook, and what stands beside. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { relationsPath, targetsOf } from '../../src/powerpoint/package/relations.js';
import { readWorkbook } from '../../src/powerpoint/edited/workbook.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { smallTemplate, usualLayouts } from '../powerpoint/template/small-template.js';
import { checkPackage } from '../readers/check-package.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const budget = (taxes: string): string => `项目,金额\n上年结余,42.0\n税收,${taxes}\n支出,-74.8\n年末结余,\n`;
const chartAs = (type: string, more = ''): string =>
  `title: 结余\n    type: ${type}\n    table: budget\n    category: 项目\n    series: 金额\n    unit: 亿元\n    native: chartex${more}`;
const tableOf = (text: string): void => writeFileSync(join(home.folder, 'report/tables/budget.csv'), text);

const build = async (): Promise<void> => {
  const { code, stdout, stderr } = await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  expect(code, stdout + stderr).toBe(0);
  built = home.bytes('out/deck.pptx');
};

beforeAll(() => {
  mkdirSync(join(home.folder, 'report/tables'));
  home.edit(
    'report.yaml',
    'figures: figures.csv',
    'tables: { budget: { file: tables/budget.csv } }\nfigures: figures.csv',
  );
});
afterAll(() => home.remove());

function opened(bytes: Uint8Array) {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const slide = [...pack.parts.keys()].find((path) => targetsOf(pack, path, 'chartEx').length > 0)!;
  const bookOf = (path: string) => readWorkbook(pack.bytes(targetsOf(pack, path, 'package')[0]!)!, null)!.cells;
  const [extended] = targetsOf(pack, slide, 'chartEx') as [string];
  const [native = null] = targetsOf(pack, slide, 'chart');
  return {
    pack,
    slide: pack.text(slide)!,
    extended: { path: extended, xml: pack.text(extended)!, cells: bookOf(extended) },
    native: native === null ? null : { xml: pack.text(native)!, cells: bookOf(native) },
  };
}

/** As somebody has edited it: one part is another. */
function edited(path: string, change: (xml: string) => string): Uint8Array {
  const { pack } = opened(built);
  return writeZip(
    [...pack.parts.values()].map((part) =>
      part.path === path ? { path, ...packEntry(change(pack.text(path)!), true) } : part,
    ),
  );
}

describe('a waterfall of PowerPoint 2016', () => {
  beforeAll(async () => {
    tableOf(budget('86.5'));
    home.edit(
      'report.yaml',
      "type: column\n    title: 两项增长\n    figures: [grain, road]\n    value: change\n    unit: '%'",
      chartAs('waterfall', '\n    sums: [上年结余, 年末结余]'),
    );
    await build();
    tableOf(budget('90.5'));
  });

  it('takes new values with its workbook, and so do the columns beside it', async () => {
    const { code, stdout, deck } = await refresh(built);
    expect(code, stdout).toBe(0);
    expect(stdout.match(/86\.5 → 90\.5/g), stdout).toHaveLength(1);
    const now = opened(deck());
    expect(now.extended.xml).toContain('<cx:pt idx="1">90.5</cx:pt>');
    expect(now.extended.xml).toContain('<cx:pt idx="3">57.7</cx:pt>');
    expect(now.extended.cells.get('1:2')?.value).toBe(90.5);
    expect(now.extended.cells.get('1:4')?.formula).not.toBeNull();
    expect(now.native!.xml).toContain('<c:v>90.5</c:v>');
    expect(now.native!.xml).not.toContain('<c:v>86.5</c:v>');
    // The lines that join its steps stand where the steps end now.
    await build();
    const anew = opened(built);
    const places = (xml: string): readonly string[] => xml.match(/<a:off [^>]*>/g)!;
    expect(places(now.slide)).toEqual(places(anew.slide));
    expect(checkPackage(deck())).toEqual([]);
    expect(await validatorErrors(deck())).toEqual([]);
  }, 60_000);

  it('keeps the look that a person gave it, and the number that they typed', async () => {
    tableOf(budget('86.5'));
    await build();
    tableOf(budget('90.5').replace('-74.8', '-70.0'));
    const { path } = opened(built).extended;
    const { stdout, deck } = await refresh(
      edited(path, (xml) => xml.replace('gapWidth="0.5"', 'gapWidth="0.9"').replace('>-74.8<', '>-80<')),
    );
    const now = opened(deck()).extended;
    expect(now.xml).toContain('gapWidth="0.9"');
    expect(now.xml).toContain('<cx:pt idx="1">90.5</cx:pt>');
    expect(now.xml).toContain('<cx:pt idx="2">-80</cx:pt>');
    expect(stdout).toMatch(/-80/);
  });

  it('is verified: in the chart and in its workbook, once', async () => {
    writeFileSync(join(home.folder, 'returned.pptx'), built);
    const { code, stdout } = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(code).toBe(1);
    expect(stdout).toMatch(/86\.5 → 90\.5/);
    tableOf(budget('86.5'));
    const same = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(same.code, same.stdout).toBe(0);
    writeFileSync(
      join(home.folder, 'returned.pptx'),
      edited(opened(built).extended.path, (xml) => xml.replace('>86.5<', '>88.5<')),
    );
    const typed = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(typed.code).toBe(1);
    expect(typed.stdout).toMatch(/88\.5 in place of 86\.5/);
  });
});

/** As PowerPoint saves it: beside the chart stands a picture of it. */
function savedByPowerPoint(bytes: Uint8Array): Uint8Array {
  const { pack } = opened(bytes);
  const path = [...pack.parts.keys()].find((each) => targetsOf(pack, each, 'chartEx').length > 0)!;
  const image =
    '<Relationship Id="rIdSaved" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/saved.png"/>';
  const picture = (beside: string): string =>
    `<mc:Fallback><p:pic><p:nvPicPr>${/<p:cNvPr .*?<\/p:cNvPr>/s.exec(beside)![0]}<p:cNvPicPr/><p:nvPr/></p:nvPicPr>` +
    '<p:blipFill><a:blip r:embed="rIdSaved"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic></mc:Fallback>';
  const changes = new Map<string, (xml: string) => string>([
    [path, (xml) => xml.replace(/<mc:Fallback>.*<\/mc:Fallback>/s, picture)],
    [relationsPath(path), (xml) => xml.replace('</Relationships>', `${image}</Relationships>`)],
  ]);
  const parts = [...pack.parts.values()].map((part) => {
    const change = changes.get(part.path);
    return change === undefined ? part : { path: part.path, ...packEntry(change(pack.text(part.path)!), true) };
  });
  return writeZip([...parts, { path: 'ppt/media/saved.png', ...packEntry(new Uint8Array([137, 80, 78, 71]), false) }]);
}

describe('a treemap of PowerPoint 2016', () => {
  beforeAll(async () => {
    tableOf('项目,金额\n教育,62.4\n卫生,35.1\n农业,28.6\n');
    home.edit('report.yaml', chartAs('waterfall', '\n    sums: [上年结余, 年末结余]'), chartAs('treemap'));
    await build();
    tableOf('项目,金额\n教育,62.4\n卫生,35.1\n农业,44.6\n');
  });

  it('takes new values, and the rectangles beside it are those of a new build', async () => {
    const { code, stdout, deck } = await refresh(built);
    expect(code, stdout).toBe(0);
    const now = opened(deck());
    expect(now.extended.xml).toContain('<cx:pt idx="2">44.6</cx:pt>');
    expect(now.slide).toContain('<a:t>44.6</a:t>');
    expect(now.slide).not.toContain('<a:t>28.6</a:t>');
    expect(stdout).not.toMatch(/stale/);
    await build();
    const places = (xml: string): readonly string[] => xml.match(/<a:(?:off|ext) [^>]*>/g)!;
    expect(places(now.slide)).toEqual(places(opened(built).slide));
    expect(checkPackage(deck())).toEqual([]);
    // Once more nothing is left to be done.
    expect((await refresh(deck())).stdout).not.toMatch(/28\.6|44\.6/);
  }, 60_000);

  it('keeps the picture that PowerPoint has saved beside it, which is told', async () => {
    tableOf('项目,金额\n教育,62.4\n卫生,35.1\n农业,50.6\n');
    const { code, stdout, deck } = await refresh(savedByPowerPoint(built));
    expect(opened(deck()).extended.xml).toContain('<cx:pt idx="2">50.6</cx:pt>');
    expect(opened(deck()).slide).toContain('<a:blip r:embed="rIdSaved"');
    expect(stdout, String(code)).toMatch(/stale, and out of reach:\n.*图表 结余/);
    expect(stdout.match(/44\.6 → 50\.6/g)).toHaveLength(1);
  });
});

describe('a sunburst of PowerPoint 2016', () => {
  const levels = (roads: string): string =>
    `领域,项目,金额\n民生,学校,62.4\n民生,医院,35.1\n建设,道路,${roads}\n建设,水利,17.4\n其余,,12.6\n`;
  beforeAll(async () => {
    tableOf(levels('28.6'));
    home.edit('report.yaml', chartAs('treemap'), chartAs('sunburst').replace('项目', '[领域, 项目]'));
    await build();
    tableOf(levels('44.6'));
  });

  it('takes a new value in its place among its levels, where a person has changed the look', async () => {
    const { path } = opened(built).extended;
    const { code, stdout, deck } = await refresh(edited(path, (xml) => xml.replace('b="0"', 'b="1"')));
    expect(code, stdout).toBe(0);
    const now = opened(deck());
    expect(now.extended.xml).toContain('b="1"');
    expect(now.extended.xml).toContain('<cx:pt idx="2">44.6</cx:pt>');
    expect(now.extended.xml).not.toContain('28.6');
    expect(now.extended.cells.get('2:3')?.value).toBe(44.6);
    expect(now.slide).toContain('44.6');
    expect(checkPackage(deck())).toEqual([]);
    expect(await validatorErrors(deck())).toEqual([]);
  }, 60_000);

  it('is found stale by verify, and right after a refresh', async () => {
    writeFileSync(join(home.folder, 'returned.pptx'), built);
    const stale = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(stale.stdout).toMatch(/28\.6 → 44\.6/);
    const { deck } = await refresh(built);
    writeFileSync(join(home.folder, 'returned.pptx'), deck());
    const right = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(right.code, right.stdout).toBe(0);
  });
});

describe('on a template', () => {
  const template = ['--template', 'brand.pptx', '--fonts', 'none'] as const;
  beforeAll(async () => {
    writeFileSync(join(home.folder, 'brand.pptx'), smallTemplate({ layouts: usualLayouts }));
    tableOf('领域,项目,金额\n民生,学校,62.4\n民生,医院,35.1\n建设,道路,28.6\n');
    const { code, stderr } = await home.briefkit(
      'build',
      'report',
      '--out',
      'brand',
      '--only',
      'deck.pptx',
      ...template,
    );
    expect(code, stderr).toBe(0);
    built = home.bytes('brand/deck.pptx');
  });

  it('charts of PowerPoint 2016 are as sound, and their values follow the report', async () => {
    expect(checkPackage(built)).toEqual([]);
    expect(await validatorErrors(built)).toEqual([]);
    tableOf('领域,项目,金额\n民生,学校,62.4\n民生,医院,35.1\n建设,道路,44.6\n');
    const { code, stdout, deck } = await refresh(built, ...template);
    expect(code, stdout).toBe(0);
    const now = opened(deck());
    expect(now.extended.xml).toContain('<cx:pt idx="2">44.6</cx:pt>');
    expect(now.extended.cells.get('2:3')?.value).toBe(44.6);
    expect(now.slide).not.toContain('28.6');
    expect(checkPackage(deck())).toEqual([]);
  }, 60_000);

  it('go into a deck that has some already', async () => {
    writeFileSync(join(home.folder, 'finished.pptx'), built);
    const words = [
      'build',
      'report',
      '--out',
      'both',
      '--only',
      'deck.pptx',
      '--into',
      'finished.pptx',
      '--fonts',
      'none',
    ];
    const { code, stderr } = await home.briefkit(...words);
    expect(code, stderr).toBe(0);
    const both = home.bytes('both/deck.pptx');
    const { pack } = opened(both);
    expect([...pack.parts.keys()].filter((path) => /charts\/chartEx\d+\.xml$/.test(path))).toHaveLength(2);
    expect(checkPackage(both)).toEqual([]);
    expect(await validatorErrors(both)).toEqual([]);
  }, 60_000);
});
