import { beforeAll, describe, expect, it } from 'vitest';
import { survey } from '../../src/compile.js';
import { formatFigure } from '../../src/locale/format-figure.js';
import type { Figure, FigurePart } from '../../src/model/figure.js';
import { diskFiles } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { figuresOfRecord } from '../../src/provenance/figures-of-record.js';
import { recordBuild } from '../../src/provenance/record-build.js';
import { projectFolder } from '../cli/recording-world.js';

let figures: ReadonlyMap<string, Figure>;
let restored: ReadonlyMap<string, Figure>;
beforeAll(async () => {
  const files = diskFiles(projectFolder);
  const found = await survey(
    { report: 'data/cixi-2024', only: ['figures.pdf'], strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: () => undefined,
    },
  );
  figures = found.data!.figures;
  restored = figuresOfRecord(recordBuild(found.data!, found.documents));
});

const parts: readonly FigurePart[] = [
  'full',
  'value',
  'number',
  'unit',
  'qualifier',
  'change',
  'rank',
  'label',
  'award',
];

describe('the figures of a record', () => {
  it('print as those of the report, in every part and form', () => {
    for (const [id, figure] of figures) {
      for (const part of parts) {
        for (const options of [{}, { signed: true }, { numerals: 'chinese' }] as const) {
          expect(formatFigure(restored.get(id)!, part, options), `${id} ${part}`).toBe(
            formatFigure(figure, part, options),
          );
        }
      }
    }
  });

  it('keep the zero behind a decimal point', () => {
    const [id, figure] = [...figures].find(([, { quantity }]) => quantity !== null)!;
    const round = { ...figure, quantity: { value: 5, decimals: 1 } };
    const record = recordBuild(
      { figures: new Map([[id, round]]), series: new Map(), tables: new Map(), meta: { date: '' } } as never,
      new Map(),
    );
    expect(figuresOfRecord(record).get(id)!.quantity).toEqual({ value: 5, decimals: 1 });
  });
});
