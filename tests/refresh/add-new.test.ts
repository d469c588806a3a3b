/** `briefkit refresh --add-new`: what the report has and the deck never had. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { repack } from '../../src/refresh/repack.js';
import { editedReport } from '../cli/edited-report.js';
import { readPdf } from '../readers/read-pdf.js';
import { checkDeckFaults } from '../readers/check-deck-faults.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { refreshIn } from './refresh-in.js';
import { deckOf, saidBy } from './said-by.js';

const home = editedReport();
let built: Uint8Array;

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  home.edit('figures.csv', 'road,', 'hay,干草,1.1,万吨,,2024,2.2,%,同比,,,higher,小镇统计站,\nroad,');
  home.edit('report.yaml', '          - 新修机耕路', '          - 干草{{figure "hay"}} & 其他\n          - 新修机耕路');
  home.edit(
    'report.yaml',
    'charts:\n  two',
    `      - id: meadows
        title: '干草{{change "hay"}}'
        points: |-
          - 草地改良
        notes: '再说草地。'
        figures: [hay]
        charts: [grass]
charts:
  grass:
    type: bar
    title: 草与粮
    figures: [grain, hay]
    value: change
    unit: '%'
  two`,
  );
});
afterAll(() => home.remove());

const refresh = refreshIn(home);
const titles = (bytes: Uint8Array): readonly string[] => deckOf(bytes).slides.map(({ own }) => own?.slide.title ?? '');

describe('briefkit refresh --add-new', () => {
  it('is told what is new without it, and changes nothing of that', async () => {
    const { stdout, deck } = await refresh(built);
    expect(stdout).toMatch(/new in the report[\s\S]*slide "干草同比增长2\.2%"/);
    expect(saidBy(deck()).join('\n')).not.toContain('草地改良');
  });

  it('adds slides where the report has them, with chart, workbook and notes, and a sound package', async () => {
    const { stdout, deck } = await refresh(built, '--add-new');
    expect(stdout).toMatch(/added:[\s\S]*slide "干草同比增长2\.2%"/);
    await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
    expect(titles(deck())).toEqual(titles(home.bytes('now/deck.pptx')));
    const own = (bytes: Uint8Array): readonly string[] => {
      const number = titles(bytes).findIndex((title) => title.startsWith('干草')) + 1;
      return saidBy(bytes).filter((line) => line.startsWith(`${number} `));
    };
    expect(own(deck())).toEqual(own(home.bytes('now/deck.pptx')));
    expect(own(deck()).join('\n')).toContain('notes 再说草地。');
    expect(checkDeckFaults(deck())).toEqual([]);
    expect(await validatorErrors(deck())).toEqual([]);
  });

  it('adds points and rows of tables, in the look of their neighbours', async () => {
    const { deck } = await refresh(built, '--add-new');
    const said = saidBy(deck());
    const at = said.findIndex((line) => line.includes('干草1.1万吨&其他'));
    expect(said[at - 1]).toContain('粮食产量2.5万吨');
    expect(said[at + 1]).toContain('新修机耕路14公里');
    expect(said.filter((line) => /row 干草\|/.test(line))).toHaveLength(1);
  });

  it('leaves a template a template', async () => {
    const pack = openPackage(built);
    if (typeof pack === 'string') throw new Error(pack);
    const types = '[Content_Types].xml';
    const asTemplate = pack.text(types)!.replace('presentation.main+xml', 'template.main+xml');
    const template = repack(pack, new Map([[types, asTemplate]]));
    const refreshed = openPackage((await refresh(template, '--add-new')).deck());
    if (typeof refreshed === 'string') throw new Error(refreshed);
    expect(refreshed.parts.size).toBeGreaterThan(pack.parts.size);
    expect(refreshed.text(types)).toContain('presentationml.template.main+xml');
    expect(refreshed.text(types)).not.toContain('presentationml.presentation.main+xml');
  });

  it('is done once, and what was added is refreshed from then on', async () => {
    const first = (await refresh(built, '--add-new')).deck();
    const again = (await refresh(first, '--add-new')).stdout;
    expect(again).not.toMatch(/added:|updated:|new in the report/);
    home.edit('figures.csv', '1.1,万吨,,2024,2.2', '1.3,万吨,,2024,2.9');
    const said = saidBy((await refresh(first)).deck()).join('\n');
    home.edit('figures.csv', '1.3,万吨,,2024,2.9', '1.1,万吨,,2024,2.2');
    expect(said).toContain('干草同比增长2.9%');
    expect(said).toContain('干草1.3万吨&其他');
    expect(said).not.toContain('1.1万吨');
  });
});

describe('briefkit refresh --report changes.pdf', () => {
  it('is a sheet in the language of the report, and verify has one too', async () => {
    await refresh(built, '--report', 'changes.pdf', '--add-new');
    const pages = await pdfText(home.bytes('changes.pdf'));
    expect(pages).toContain('更新清单');
    expect(pages).toContain('已加入');
    home.edit('figures.csv', '14,公里', '15,公里');
    await home.briefkit('verify', 'edited.pptx', '--report', 'report', '--format', 'pdf', '--out', 'numbers.pdf');
    home.edit('figures.csv', '15,公里', '14,公里');
    const numbers = await pdfText(home.bytes('numbers.pdf'));
    expect(numbers).toContain('已过时');
    expect(numbers).toMatch(/第 ?\d 页/);
  });
});

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { pages } = await readPdf(bytes);
  return pages.map(({ text }) => text).join('\n');
}
