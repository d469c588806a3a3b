/** `briefkit diff --out`: the sheet that whoever signs off is given. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPackage } from '../readers/check-package.js';
import { accessibilityFaults } from '../readers/accessibility-faults.js';
import { readPdf } from '../readers/read-pdf.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { editedReport, type EditedReport } from './edited-report.js';

let report: EditedReport;
beforeEach(async () => {
  report = editedReport();
  await report.briefkit('build', 'report', '--out', 'out');
});
afterEach(() => {
  report.remove();
});

const sheetPdf = async (before = 'out', after = 'report'): Promise<string> => {
  const { code, stderr } = await report.briefkit('diff', before, after, '--out', 'changes.pdf');
  expect([code, stderr]).toEqual([0, '']);
  const pdf = await readPdf(report.bytes('changes.pdf'));
  const text = pdf.pages
    .map((page) => page.text)
    .join('\n')
    .replace(/[^\S\n]/gu, '');
  await pdf.close();
  return text;
};

const sheetDeck = async (): Promise<string> => {
  await report.briefkit('diff', 'out', 'report', '--out', 'changes.pptx');
  const slides = Object.entries(unzipSync(report.bytes('changes.pptx'))).filter(([path]) =>
    /slides\/slide\d+\.xml$/.test(path),
  );
  return slides.map(([, part]) => strFromU8(part)).join('\n');
};

describe('the change sheet as a PDF', () => {
  it('names both states and gives old, new, difference and pages of each figure', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    const text = await sheetPdf();
    expect(text).toMatch(/修改对照表[\s\S]*小镇一年/);
    expect(text).toMatch(/修改前\s*out/);
    expect(text).toMatch(/修改后\s*report/);
    expect(text).toMatch(
      /粮食产量\s*数值\s*2.5万吨\s*2.6万吨\s*\+0.1万吨\s*\+4.0%\s*幻灯片第[\d、]+页；简报第[\d、\s]+页/,
    );
    expect(text).toMatch(/涉及的幻灯片和页[\s\S]*幻灯片第\d+页/);
  });

  it('has a place for those who check, review and approve', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    const text = await sheetPdf();
    expect(text).toMatch(/核稿[\s\S]*审核[\s\S]*签发/);
    expect(text.match(/签名/gu)).toHaveLength(3);
  });

  it('sets old and new wording side by side', async () => {
    report.edit('narrative/harvest.md', '早稻收得早。', '早稻收得更早。');
    const text = await sheetPdf();
    expect(text).toMatch(/原文\s*早稻收得早。/);
    expect(text).toMatch(/现文\s*早稻收得更早。/);
  });

  it('tells of new and gone figures', async () => {
    report.edit('figures.csv', 'road,', 'lane,新修小路,3,公里,,2024,,,,,,higher,小镇统计站,\nroad,');
    expect(await sheetPdf()).toMatch(/新增的数据[\s\S]*新修小路\s*3公里/);
    await report.briefkit('build', 'report', '--out', 'later');
    report.edit('figures.csv', 'lane,新修小路,3,公里,,2024,,,,,,higher,小镇统计站,\n', '');
    expect(await sheetPdf('later')).toMatch(/删去的数据[\s\S]*新修小路\s*3公里/);
  });

  it('says so where nothing changed', async () => {
    const text = await sheetPdf();
    expect(text).toContain('两稿之间没有任何修改。');
    expect(text).not.toContain('修改的数据');
  });

  it('speaks the language of the report', async () => {
    report.edit('report.yaml', 'locale: zh-CN', 'locale: en-GB');
    await report.briefkit('build', 'report', '--out', 'out');
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    expect(await sheetPdf()).toMatch(
      /Changesforsign-off[\s\S]*1changedfigure[\s\S]*slides[\d,]+;pages?[\d,]+[\s\S]*Approved/,
    );
  });

  it('is made of two records alone, too', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    await report.briefkit('build', 'report', '--out', 'later');
    expect(await sheetPdf('out/build.json', 'later/build.json')).toMatch(/粮食产量\s*数值\s*2.5万吨\s*2.6万吨/);
  });

  it('keeps the rules of PDF/UA, and is the same to the byte when made again', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    report.edit('narrative/harvest.md', '早稻收得早。', '早稻收得更早。');
    await sheetPdf();
    const first = report.bytes('changes.pdf');
    expect(await accessibilityFaults(first)).toEqual([]);
    await report.briefkit('diff', 'out', 'report', '--out', 'again.pdf');
    expect(Buffer.compare(report.bytes('again.pdf'), first)).toBe(0);
  });

  it('names the commit that a revision stands for', async () => {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
        cwd: report.folder,
        encoding: 'utf8',
      }).trim();
    git('init', '-q');
    git('add', 'report');
    git('commit', '-q', '-m', 'first');
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    expect(await sheetPdf('HEAD')).toContain(`HEAD(${git('rev-parse', 'HEAD').slice(0, 8)})`);
  });
});

describe('the change sheet as a deck', () => {
  it('has native tables and passes the validator', async () => {
    report.edit('figures.csv', 'grain,粮食产量,2.5', 'grain,粮食产量,2.6');
    report.edit('narrative/harvest.md', '早稻收得早。', '早稻收得更早。');
    const xml = await sheetDeck();
    expect(xml).toMatch(/<a:tbl>[\s\S]*2.5万吨[\s\S]*2.6万吨/);
    expect(xml).toMatch(/<a:rPr[^>]* b="1"[^>]*>(?:(?!<a:r>)[\s\S])*<a:t>更<\/a:t>/);
    const bytes = report.bytes('changes.pptx');
    expect(checkPackage(bytes)).toEqual([]);
    expect(await validatorErrors(bytes)).toEqual([]);
  });
});

describe('the command', () => {
  it('refuses a name that is neither', async () => {
    const { code, stderr } = await report.briefkit('diff', 'out', 'report', '--out', 'changes.docx');
    expect(code).toBe(1);
    expect(stderr).toContain('a change sheet ends with .pdf or .pptx');
    expect(existsSync(join(report.folder, 'changes.docx'))).toBe(false);
  });

  it("writes into a folder that is not there yet, and takes a bundle of the user's own", async () => {
    mkdirSync(join(report.folder, 'templates/changes'), { recursive: true });
    writeFileSync(join(report.folder, 'templates/changes/briefing.hbs'), '# 修改通知单\n\n{{sheet.summary}}\n');
    expect((await report.briefkit('diff', 'out', 'report', '--out', 'to/sign/changes.pdf')).stdout).toBe(
      'wrote to/sign/changes.pdf\n',
    );
    const pdf = await readPdf(report.bytes('to/sign/changes.pdf'));
    expect(pdf.pages[0]!.text).toContain('修改通知单');
    await pdf.close();
  });

  it('says where a template of the sheet is wrong', async () => {
    mkdirSync(join(report.folder, 'templates/changes'), { recursive: true });
    writeFileSync(join(report.folder, 'templates/changes/briefing.hbs'), '{{sheet.sumary}}\n\n{{figure "grain"}}\n');
    const { code, stderr } = await report.briefkit('diff', 'out', 'report', '--out', 'changes.pdf');
    expect(code).toBe(1);
    expect(stderr).toContain('templates/changes/briefing.hbs:1:3');
    expect(stderr).toContain('unknown figure "grain"');
    expect(existsSync(join(report.folder, 'changes.pdf'))).toBe(false);
  });
});
