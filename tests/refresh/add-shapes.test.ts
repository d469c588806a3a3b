/** `briefkit refresh --add-new` of a slide that the deck has, for which the report has more: a chart, a card. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditedShape } from '../../src/powerpoint/edited/edited-deck.js';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { relationsOf } from '../../src/powerpoint/package/relations.js';
import { repack } from '../../src/refresh/repack.js';
import { editedReport } from '../cli/edited-report.js';
import { checkDeckFaults } from '../readers/check-deck-faults.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { refreshIn } from './refresh-in.js';
import { deckOf, saidBy } from './said-by.js';

const home = editedReport();
const refresh = refreshIn(home);
let [built, now]: readonly Uint8Array[] = [];

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  home.edit('figures.csv', 'road,', 'hay,干草,1.1,万吨,,2024,2.2,%,同比,,,higher,小镇统计站,\nroad,');
  home.edit('report.yaml', 'highlights: [grain, road]', 'highlights: [grain, road, hay]');
  home.edit('report.yaml', 'charts: [two]', 'charts: [two, grass]');
  const grass = 'type: bar\n    title: 草与粮\n    figures: [grain, hay]\n    value: change';
  home.edit('report.yaml', 'charts:\n  two', `charts:\n  grass:\n    ${grass}\n    unit: '%'\n  two`);
  await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
  now = home.bytes('now/deck.pptx');
});
afterAll(() => home.remove());

const shapesOf = (bytes: Uint8Array, number: number): readonly EditedShape[] =>
  deckOf(bytes).slides[number - 1]!.shapes;
const shapeOf = (bytes: Uint8Array, name: string): { readonly slide: number; readonly shape: EditedShape } => {
  const slide = deckOf(bytes).slides.find(({ shapes }) => shapes.some((shape) => shape.name === name));
  return { slide: slide!.number, shape: slide!.shapes.find((shape) => shape.name === name)! };
};
const places = (bytes: Uint8Array, number: number): readonly string[] =>
  shapesOf(bytes, number)
    .map(({ name, box }) => `${name.replace(/ \d+$/, '')} ${JSON.stringify(box)}`)
    .sort();

/** A shape moved down by hand, in EMU. */
function movedBy(bytes: Uint8Array, name: string, down: number): Uint8Array {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const { slide, shape } = shapeOf(bytes, name);
  const { path, xml } = deckOf(bytes).slides[slide - 1]!;
  const at = xml.indexOf(`y="${shape.box!.y}"`, shape.element.start) + 3;
  const edited = xml.slice(0, at) + String(shape.box!.y + down) + xml.slice(at + String(shape.box!.y).length);
  return repack(pack, new Map([[path, edited]]));
}

const chart = '图表 草与粮';
const card = '指标 干草';

describe('briefkit refresh --add-new, for a slide that is there', () => {
  it('is told of a chart and of a card without it, a line each, and adds nothing', async () => {
    const { stdout, deck } = await refresh(built!);
    expect(stdout).toMatch(/new in the report[\s\S]*text {2}指标 干草/);
    expect(stdout.match(/草与粮/g)).toHaveLength(1);
    expect(saidBy(deck()).join('\n')).not.toContain('草与粮');
  });

  it('puts them where the report has them, and what nobody has moved makes room as it does there', async () => {
    const { stdout, deck } = await refresh(built!, '--add-new');
    expect(stdout).toMatch(/added:[\s\S]*图表 草与粮/);
    expect(stdout).not.toContain('new in the report');
    for (const name of [chart, card]) {
      const { slide } = shapeOf(deck(), name);
      expect(places(deck(), slide)).toEqual(places(now!, slide));
      const order = (bytes: Uint8Array): readonly string[] => shapesOf(bytes, slide).map((shape) => shape.name);
      expect(order(deck()).filter((each) => !/^线/.test(each))).toEqual(
        order(now!).filter((each) => !/^线/.test(each)),
      );
    }
    expect(checkDeckFaults(deck())).toEqual([]);
    expect(await validatorErrors(deck())).toEqual([]);
  });

  it('brings the chart’s workbook along, and gives each shape an id of its own', async () => {
    const bytes = (await refresh(built!, '--add-new')).deck();
    const { shape, slide } = shapeOf(bytes, chart);
    const { pack, slides } = deckOf(bytes);
    const parts = shape.kind === 'chart' ? relationsOf(pack, shape.part!) : [];
    expect(parts.some(({ target }) => /\.xlsx$/.test(target))).toBe(true);
    const ids = [...slides[slide - 1]!.xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is done once, and refreshes what was added from then on', async () => {
    const first = (await refresh(built!, '--add-new')).deck();
    expect((await refresh(first, '--add-new')).stdout).not.toMatch(/added:|updated:|new in the report/);
    home.edit('figures.csv', '1.1,万吨,,2024,2.2', '1.3,万吨,,2024,2.9');
    const { stdout, deck } = await refresh(first);
    home.edit('figures.csv', '1.3,万吨,,2024,2.9', '1.1,万吨,,2024,2.2');
    expect(stdout).toMatch(/chart "图表 草与粮" {2}\+2\.2% → \+2\.9%/);
    expect(saidBy(deck()).join('\n')).toContain('1.3万吨');
  });

  it('does not take back what somebody has deleted after it was added', async () => {
    const first = (await refresh(built!, '--add-new')).deck();
    const { shape, slide } = shapeOf(first, chart);
    const { path, xml } = deckOf(first).slides[slide - 1]!;
    const pack = openPackage(first);
    if (typeof pack === 'string') throw new Error(pack);
    const without = xml.slice(0, shape.element.start) + xml.slice(shape.element.end);
    const { deck } = await refresh(repack(pack, new Map([[path, without]])), '--add-new');
    expect(shapesOf(deck(), slide).map(({ name }) => name)).not.toContain(chart);
  });

  it('leaves a row of cards where it is when one of them was moved by hand, and tells what the new one lies over', async () => {
    const edited = movedBy(built!, '指标 新修机耕路', 127_000);
    const { stdout, deck } = await refresh(edited, '--add-new');
    const { slide } = shapeOf(deck(), card);
    for (const name of ['指标 粮食产量', '指标 新修机耕路'])
      expect(shapesOf(deck(), slide).find((shape) => shape.name === name)!.box).toEqual(
        shapesOf(edited, slide).find((shape) => shape.name === name)!.box,
      );
    expect(stdout).toMatch(/指标 干草 .*it lies over what stands there: move it/);
  });
});
