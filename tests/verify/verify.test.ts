/** `briefkit verify`: what the numbers of a returned file are, on the command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';

const home = editedReport();

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'out');
});
afterAll(() => home.remove());

function withText(from: string, to: string): void {
  const pack = openPackage(home.bytes('out/deck.pptx'));
  if (typeof pack === 'string') throw new Error(pack);
  const parts = [...pack.parts.values()].map((part) =>
    /slides\/slide\d+\.xml$/.test(part.path)
      ? {
          path: part.path,
          ...packEntry(pack.text(part.path)!.replaceAll(`<a:t>${from}</a:t>`, `<a:t>${to}</a:t>`), true),
        }
      : part,
  );
  writeFileSync(join(home.folder, 'back.pptx'), writeZip(parts));
}

const paperBundle = `documents:
  page: { medium: paper }
outputs:
  page.pdf: { document: page, usual: true }
`;

describe('briefkit verify', () => {
  it('finds nothing in what a build has just written, with and without its report', async () => {
    const { code, stdout } = await home.briefkit('verify', 'out/deck.pptx', 'out/briefing.pdf', '--report', 'report');
    expect(stdout).toMatch(/deck\.pptx: 0 typed over, 0 stale/);
    expect(stdout).toMatch(/briefing\.pdf: 0 typed over, 0 stale/);
    expect(code).toBe(0);
    expect((await home.briefkit('verify', 'out/deck.pptx', 'out/briefing.pdf')).code).toBe(0);
  });

  it('holds a paper against a report whose bundle makes no deck', async () => {
    for (const folder of ['templates/paper', 'town']) mkdirSync(join(home.folder, folder), { recursive: true });
    const write = (path: string, text: string): void => writeFileSync(join(home.folder, path), text);
    write('templates/paper/bundle.yaml', paperBundle);
    write('templates/paper/page.hbs', '# {{report.title}}\n\nGrain came to {{figure "grain"}}.\n');
    write('town/report.yaml', "bundle: paper\ntheme: celadon\nlocale: en\ntitle: A town\ndate: '2025-01-31'\n");
    write('town/figures.csv', 'id,label,value,unit,period\ngrain,Grain,25,%,2024\n');
    expect((await home.briefkit('build', 'town', '--out', 'town-out')).code).toBe(0);
    write('town/figures.csv', 'id,label,value,unit,period\ngrain,Grain,27,%,2024\n');
    const { code, stdout } = await home.briefkit('verify', 'town-out/page.pdf', '--report', 'town');
    expect(code).toBe(1);
    expect(stdout).toMatch(/stale:\n {2}page 1 {2}25 → 27 \(grain\)/);
  });

  it('names a number that was typed over with its slide, its words and the cell of its figure', async () => {
    withText('粮食产量2.5万吨', '粮食产量8.5万吨');
    const { code, stdout } = await home.briefkit('verify', 'back.pptx', '--report', 'report');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /slide \d+ {2}8\.5 in place of 2\.5 \(grain\) {2}in "粮食产量8\.5万吨" {2}report\/figures\.csv:2/,
    );
  });

  it('finds a word that says the other direction', async () => {
    withText('粮食产量同比增长3.2%', '粮食产量同比下降3.2%');
    const { code, stdout } = await home.briefkit('verify', 'back.pptx');
    expect(code).toBe(1);
    expect(stdout).toContain('下降3.2 in place of 3.2');
  });

  it('tells values of figures in words that nobody bound from numbers that are no figure', async () => {
    withText('新修机耕路14公里', '新修机耕路14公里，另建2.5万吨粮仓和37座桥');
    const { code, stdout } = await home.briefkit('verify', 'back.pptx', '--report', 'report', '--all');
    expect(code).toBe(0);
    expect(stdout).toMatch(/typed by hand:\n {2}slide \d+ {2}2\.5 \(grain\)/);
    expect(stdout).toMatch(/unknown:\n(?: {2}.*\n)* {2}slide \d+ {2}37/);
  });

  it('says old → new in deck and paper once a figure has changed, for programs too', async () => {
    home.edit('figures.csv', '2.5,万吨', '2.9,万吨');
    const { code, stdout } = await home.briefkit('verify', 'out/deck.pptx', 'out/briefing.pdf', '--report', 'report');
    expect(code).toBe(1);
    expect(stdout).toMatch(/slide \d+ {2}2\.5 → 2\.9 \(grain\)/);
    expect(stdout).toMatch(/page \d+ {2}2\.5 → 2\.9 \(grain\)/);
    const github = await home.briefkit('verify', 'out/deck.pptx', '--report', 'report', '--format', 'github');
    expect(github.stdout).toMatch(/^::error file=out\/deck\.pptx,line=\d+/m);
    const sarif = JSON.parse(
      (await home.briefkit('verify', 'out/deck.pptx', '--report', 'report', '--format', 'sarif')).stdout,
    ) as {
      runs: { results: { ruleId: string }[] }[];
    };
    expect(sarif.runs[0]!.results.every(({ ruleId }) => ruleId === 'stale')).toBe(true);
  });

  it('reads a file of somebody else’s by values, units and labels', async () => {
    const { stdout } = await home.briefkit('verify', 'out/deck.pptx', '--report', 'report', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ kind: 'deck', builtFrom: 'report' }] });
  });

  it('refuses what is no deck and no PDF', async () => {
    writeFileSync(join(home.folder, 'bad.pptx'), 'hello');
    writeFileSync(join(home.folder, 'bad.pdf'), '%PDF-1.7 hello');
    expect((await home.briefkit('verify', 'bad.pptx')).stderr).toContain('is no PowerPoint file');
    expect((await home.briefkit('verify', 'bad.pdf')).stderr).toContain('is damaged');
    expect((await home.briefkit('verify', 'none.pdf')).stderr).toContain('is not there');
  });
});
