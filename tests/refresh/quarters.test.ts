/** A chart whose categories have two levels, quarters over their years, once its deck is refreshed and verified. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { readWorkbook } from '../../src/powerpoint/edited/workbook.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { checkDeckFaults } from '../readers/check-deck-faults.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const quarters = ['2023年一季度', '2023年二季度', '2023年三季度', '2023年四季度', '2024年一季度', '2024年二季度'];
const tableWith = (last: string): string =>
  ['季度,产值', ...quarters.map((name, index) => `${name},${index === 5 ? last : `${40 + index}.5`}`)].join('\n');

const chartOfQuarters = ['title: 各季产值', 'table: quarters', 'category: 季度', 'unit: 万元'].join('\n    ');

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  writeFileSync(join(home.folder, 'report/tables/quarters.csv'), tableWith('52.5'));
  home.edit(
    'report.yaml',
    "title: 两项增长\n    figures: [grain, road]\n    value: change\n    unit: '%'",
    chartOfQuarters,
  );
  home.edit(
    'report.yaml',
    'figures: figures.csv',
    'tables: { quarters: { file: tables/quarters.csv } }\nfigures: figures.csv',
  );
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  writeFileSync(join(home.folder, 'report/tables/quarters.csv'), tableWith('58.5'));
});
afterAll(() => home.remove());

function opened(bytes: Uint8Array) {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const text = (form: RegExp): string => pack.text([...pack.parts.keys()].find((path) => form.test(path))!)!;
  const book = pack.bytes([...pack.parts.keys()].find((path) => path.endsWith('.xlsx'))!)!;
  return { pack, chart: text(/charts\/chart\d*\.xml$/), cells: readWorkbook(book, null)!.cells };
}

/** As a person does who gives the columns another colour. */
function recoloured(bytes: Uint8Array): Uint8Array {
  const { pack } = opened(bytes);
  return writeZip(
    [...pack.parts.values()].map((part) =>
      /charts\/chart\d*\.xml$/.test(part.path)
        ? {
            path: part.path,
            ...packEntry(pack.text(part.path)!.replace(/<c:gapWidth val="\d+"/, '<c:gapWidth val="33"'), true),
          }
        : part,
    ),
  );
}

describe('quarters over their years in a deck', () => {
  it('are two levels of the axis and two columns of the workbook', () => {
    const { chart, cells } = opened(built);
    expect(chart).toContain('<c:f>Sheet1!$A$2:$B$7</c:f>');
    expect(chart).toContain('<c:noMultiLvlLbl val="0"/>');
    const down = (column: number) => quarters.map((_, row) => cells.get(`${column}:${row + 1}`)?.value ?? null);
    expect(down(0)).toEqual(['2023年', null, null, null, '2024年', null]);
    expect(down(1)).toEqual(['一季度', '二季度', '三季度', '四季度', '一季度', '二季度']);
    expect(down(2)).toEqual([40.5, 41.5, 42.5, 43.5, 44.5, 52.5]);
  });

  it('take a new value where a person has changed the look, in the chart and in its workbook', async () => {
    const { code, stdout, deck } = await refresh(recoloured(built));
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('52.5 → 58.5');
    const { chart, cells } = opened(deck());
    expect(chart).toContain('<c:gapWidth val="33"');
    expect(chart).toContain('<c:v>58.5</c:v>');
    expect(chart).not.toContain('<c:v>52.5</c:v>');
    expect(cells.get('2:6')?.value).toBe(58.5);
    expect(cells.get('2:5')?.value).toBe(44.5);
    expect(checkDeckFaults(deck())).toEqual([]);
  });

  it('are found stale by verify, in the chart and in its workbook', async () => {
    writeFileSync(join(home.folder, 'returned.pptx'), built);
    const { code, stdout } = await home.briefkit('verify', 'returned.pptx', '--report', 'report');
    expect(code).toBe(1);
    expect(stdout).toContain('2024年 二季度');
    expect(stdout.match(/52\.5 → 58\.5/g)!.length).toBeGreaterThanOrEqual(2);
  });
});
