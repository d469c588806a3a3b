/** Old numbers in SmartArt and in a chart of a person's own that reads a workbook elsewhere: told, never touched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
const refresh = refreshIn(home);
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const frame = (id: number, name: string, kind: string, data: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${name}"/><p:cNvGraphicFramePr/><p:nvPr/>` +
  '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></p:xfrm>' +
  `<a:graphic><a:graphicData uri="${drawing}/${kind}">${data}</a:graphicData></a:graphic></p:graphicFrame>`;
const frames =
  frame(901, '要点图', 'diagram', `<dgm:relIds xmlns:dgm="${drawing}/diagram" r:dm="rId901"/>`) +
  frame(902, '外部图表', 'chart', `<c:chart xmlns:c="${drawing}/chart" r:id="rId902"/>`);
const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;
const diagram =
  `<d:dataModel xmlns:d="${drawing}/diagram" xmlns:a="${drawing}/main"><d:ptLst><d:pt modelId="1"><d:t><a:bodyPr/>` +
  '<a:p><a:r><a:t>产量</a:t></a:r><a:r><a:t>12.5万吨</a:t></a:r></a:p></d:t></d:pt></d:ptLst></d:dataModel>';
const chart =
  `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:r="${office}"><c:chart><c:plotArea><c:barChart><c:ser><c:idx val="0"/>` +
  '<c:val><c:numRef><c:f>A1:A2</c:f><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>12.5</c:v></c:pt>' +
  '<c:pt idx="1"><c:v>14</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>' +
  '<c:externalData r:id="rId1"/></c:chartSpace>';
const linked = relation('rId1', 'oleObject', 'file:///C:/books/own.xlsx', ' TargetMode="External"');
let edited: Uint8Array;

/** The built deck with SmartArt and a linked chart on its second slide. */
function withForeign(bytes: Uint8Array): Uint8Array {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const slide = 'ppt/slides/slide2.xml';
  const rels = 'ppt/slides/_rels/slide2.xml.rels';
  const more =
    relation('rId901', 'diagramData', '../diagrams/data1.xml') + relation('rId902', 'chart', '../charts/chart901.xml');
  const parts = new Map([
    [slide, pack.text(slide)!.replace('</p:spTree>', () => `${frames}</p:spTree>`)],
    [rels, pack.text(rels)!.replace('</Relationships>', () => `${more}</Relationships>`)],
    ['ppt/diagrams/data1.xml', diagram],
    ['ppt/charts/chart901.xml', chart],
    [
      'ppt/charts/_rels/chart901.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${linked}</Relationships>`,
    ],
  ]);
  return writeZip([
    ...[...pack.parts.values()].filter(({ path }) => !parts.has(path)),
    ...[...parts].map(([path, text]) => ({ path, ...packEntry(text, true) })),
  ]);
}

beforeAll(async () => {
  home.edit('figures.csv', '2.5,万吨', '12.5,万吨');
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  edited = withForeign(home.bytes('out/deck.pptx'));
}, 60_000);
afterAll(() => home.remove());

describe('SmartArt and a linked chart of a person’s own', () => {
  it('are no matter while the figures are as they were', async () => {
    const { stdout, deck } = await refresh(edited);
    expect(stdout).not.toMatch(/要点图|外部图表/);
    expect(Buffer.from(deck()).equals(Buffer.from(edited))).toBe(true);
  });

  it('are told with slide and shape where they hold an old value, and stay as they are', async () => {
    home.edit('figures.csv', '12.5,万吨', '13.7,万吨');
    const { stdout, deck, code } = await refresh(edited);
    expect(stdout).toMatch(/stale[\s\S]*slide 2 {2}text "要点图" {2}12\.5 ?万吨 → 13\.7 ?万吨 {2}\(grain\).*SmartArt/);
    expect(stdout).toMatch(/slide 2 {2}chart "外部图表" {2}12\.5.* → 13\.7.*\(grain\).*workbook elsewhere/);
    expect(stdout.match(/"外部图表"/g)).toHaveLength(1);
    expect(code).toBe(0);
    const pack = openPackage(deck());
    if (typeof pack === 'string') throw new Error(pack);
    expect([pack.text('ppt/diagrams/data1.xml'), pack.text('ppt/charts/chart901.xml')]).toEqual([diagram, chart]);
  });

  it('are listed by verify as stale', async () => {
    const { stdout, code } = await home.briefkit('verify', 'edited.pptx', '--report', 'report', '--format', 'json');
    const findings = (JSON.parse(stdout) as { files: { numbers: Record<string, unknown>[] }[] }).files[0]!.numbers;
    const own = findings.filter(({ shape }) => shape === '要点图' || shape === '外部图表');
    expect(own).toMatchObject([
      {
        status: 'stale',
        page: 2,
        shape: '要点图',
        place: 'text',
        figure: 'grain',
        now: expect.stringMatching(/^13\.7\s?万吨$/),
      },
      { status: 'stale', page: 2, shape: '外部图表', place: 'chart', figure: 'grain' },
    ]);
    expect(code).toBe(1);
  });
});
