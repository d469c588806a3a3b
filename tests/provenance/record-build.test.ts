/** The record of a build on the sample report: every figure with its places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { survey } from '../../src/compile.js';
import type { BuildRecord, Place } from '../../src/model/build-record.js';
import { diskFiles } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { recordBuild } from '../../src/provenance/record-build.js';
import { build } from '../../src/index.js';
import { projectFolder } from '../cli/recording-world.js';

let record: BuildRecord;
beforeAll(async () => {
  record = await recordOf('data/cixi-2024', '.');
});

async function recordOf(report: string, folder: string): Promise<BuildRecord> {
  const files = diskFiles(join(projectFolder, folder));
  const found = await survey(
    { report, only: null, strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: ['.', projectFolder],
      clock: () => 0,
      log: () => undefined,
      tell: () => undefined,
    },
  );
  return recordBuild(found.data!, found.documents);
}

function schemaFaults(of: BuildRecord): string | null {
  const schema = JSON.parse(
    readFileSync(join(projectFolder, 'src/provenance/build.schema.json'), 'utf8'),
  ) as Parameters<typeof z.fromJSONSchema>[0];
  const result = z.fromJSONSchema(schema).safeParse(JSON.parse(JSON.stringify(of)));
  return result.success ? null : result.error.message;
}

const placesOf = (id: string): readonly Place[] => record.figures.find((figure) => figure.id === id)!.places;

describe('the record of a build', () => {
  it('keeps to its schema', () => {
    expect(schemaFaults(record)).toBeNull();
  });

  it('names the chart and the point, the table and the cell, the paragraph and the notes', () => {
    const places = placesOf('industry.added');
    expect(places).toContainEqual(
      expect.objectContaining({ document: 'deck', at: 'point', chart: 'growth', point: 1, printed: '+8.1%' }),
    );
    expect(places).toContainEqual(
      expect.objectContaining({ document: 'deck', at: 'cell', row: 4, column: 3, printed: '546.6亿元' }),
    );
    expect(places).toContainEqual(
      expect.objectContaining({ document: 'deck', at: 'notes', paragraph: 1, printed: '546.6亿元' }),
    );
    expect(places).toContainEqual(
      expect.objectContaining({
        document: 'briefing',
        at: 'text',
        printed: '546.6亿元',
        context: expect.stringContaining('工业立市') as string,
      }),
    );
  });

  it('names footnotes, and leaves their marks out of the texts around', async () => {
    const noted = await recordOf('report', 'tests/cases/footnotes');
    expect(schemaFaults(noted)).toBeNull();
    const figure = noted.figures.find(({ id }) => id === 'before')!;
    expect(figure.places).toContainEqual(
      expect.objectContaining({
        document: 'deck',
        at: 'text',
        footnote: '[3]',
        context: '增速按可比价格计算，上年为5.0亿元。',
      }),
    );
    expect(figure.places).toContainEqual(
      expect.objectContaining({ document: 'briefing', at: 'text', footnote: '[2]', printed: '5.0亿元' }),
    );
    expect(noted.documents.flatMap(({ texts }) => texts).filter(({ text }) => /\[\d+\]/.test(text))).toEqual([]);
  });

  it('says where a figure was read, cell by cell', () => {
    const figure = record.figures.find(({ id }) => id === 'industry.added')!;
    expect(figure.read).toMatchObject({ file: 'data/cixi-2024/figures.csv', line: 20 });
    expect(figure.cells['value']).toMatchObject({ line: 20, heading: 'value' });
    expect(figure.printed).toEqual({ full: '546.6亿元', change: '同比增长8.1%', rank: null });
  });

  it('misses no printed figure: taken out of the texts, its words come back', () => {
    for (const { texts } of record.documents) {
      for (const { text, wording } of texts) {
        const words = wording.split(/\{[^}]*\}/);
        let from = 0;
        for (const part of words) {
          const at = text.indexOf(part, from);
          expect(at, text).toBeGreaterThanOrEqual(0);
          from = at + part.length;
        }
      }
    }
  });

  it('finds every figure somewhere, the register at least', () => {
    expect(record.figures.filter(({ places }) => places.length === 0).map(({ id }) => id)).toEqual([]);
  });
});

it('names the titles of charts in which figures stand, on slides and on paper', async () => {
  const { record: built } = await build('r', {
    files: {
      'r/report.yaml': [
        'bundle: annual-briefing',
        'theme: celadon',
        'locale: en',
        'title: Invented',
        "date: '2025-01-31'",
        'sections: [{ id: s, title: S, findings: [{ id: f, title: F, charts: [c] }] }]',
        `charts: { c: { title: 'Exports of {{figure "a"}} by town', table: t, type: column, unit: million } }`,
        'tables: { t: { head: [Town, Exports], rows: [[North, 3], [South, 5]] } }',
        '',
      ].join('\n'),
      'r/figures.csv': 'id,label,value,unit,period,source\na,Exports,8,million,2024,Invented\n',
    },
  });
  const contexts = built.figures[0]!.places.map((place) => [place.document, 'context' in place ? place.context : '']);
  expect(contexts).toContainEqual(['deck', 'Exports of 8\u00a0million by town, million']);
  expect(contexts).toContainEqual(['briefing', 'Figure 1\u2002Exports of 8\u00a0million by town, million']);
});
