/** `briefkit approve`, and what follows from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slideTexts } from '../readers/slide-texts.js';
import { editedReport } from './edited-report.js';

const home = editedReport();
let first: Awaited<ReturnType<typeof home.briefkit>>;

beforeAll(async () => {
  const none = await home.briefkit('build', 'report', '--require-approved', '--out', 'none');
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('nobody has approved report');
  home.edit('report.yaml', "    unit: '%'\n", "    unit: '%'\n    average: true\n");
  first = await home.briefkit('approve', 'report', '--by', '王敏', '--note', '一月三十一日的数');
});
afterAll(() => home.remove());

describe('briefkit approve', () => {
  it('writes who approved what, with the hash of every figure and output', () => {
    expect(first.code).toBe(0);
    const text = Buffer.from(home.bytes('report/approvals.yaml')).toString();
    expect(text).toContain('by: "王敏"');
    expect(text).toMatch(/"deck\.pptx": "[\da-f]{64}"/);
    expect(text).toMatch(/"grain": \["[\da-f]+", "2\.5万吨, 同比增长3\.2%"\]/);
  });

  it('lets a build pass that says what was approved, and refuses another', async () => {
    expect((await home.briefkit('build', 'report', '--require-approved', '--out', 'good')).code).toBe(0);
    expect((await home.briefkit('check', 'report')).stdout).not.toContain('approved');
    home.edit('figures.csv', '2.5,万吨', '2.6,万吨');
    const refused = await home.briefkit('build', 'report', '--require-approved', '--out', 'bad');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('the figure "grain" said 2.5万吨, 同比增长3.2%, and says 2.6万吨, 同比增长3.2%');
    expect(refused.stderr).toContain('approved by 王敏');
    expect(() => home.bytes('bad/deck.pptx')).toThrow();
  });

  it('makes check and verify tell what differs', async () => {
    expect((await home.briefkit('check', 'report')).stdout).toMatch(
      /figures\.csv:2:\d+ .*warning +the figure "grain" said 2\.5万吨/,
    );
    const { stderr } = await home.briefkit('verify', 'good/deck.pptx', '--report', 'report');
    expect(stderr).toContain('the figure "grain" said 2.5万吨');
    // What a mark of a chart says follows from its points.
    expect(Buffer.from(home.bytes('report/approvals.yaml')).toString()).toContain('"two#average": [');
    expect(stderr).not.toContain('is gone');
  });

  it('stands on the change sheet', async () => {
    await home.briefkit('diff', 'good/build.json', 'report', '--out', 'sheet.pptx');
    const said = slideTexts(home.bytes('sheet.pptx')).slides.flatMap(({ texts }) => texts.map(({ text }) => text));
    expect(said.join('\n')).toMatch(/王敏已于[\d-]+核准：一月三十一日的数/);
  });

  it('keeps earlier approvals, and counts the last', async () => {
    await home.briefkit('approve', 'report', '--by', '李青');
    expect(Buffer.from(home.bytes('report/approvals.yaml')).toString().match(/by:/g)).toHaveLength(2);
    expect((await home.briefkit('build', 'report', '--require-approved', '--out', 'again')).code).toBe(0);
  });
});
