/** A report whose `locale` is English: nothing of briefkit's own or of the bundle's is left in Chinese. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../readers/read-pdf.js';
import { editedReport, type EditedReport } from './edited-report.js';

/** Words of briefkit and of the bundle; the report's own are in Chinese here, and these two of them are like ours. */
const ours = /目录|年度|指标|数值|增减|来源|备注|附录|图\s?\d|表\s?\d|（续|柱形图|条形图|表格：|增长|下降|年版/u;

const withoutOwn = (text: string): string => text.replaceAll(/小镇\s?2024\s?年度简报|两项增长/gu, '');

let report: EditedReport;
beforeAll(async () => {
  report = editedReport();
  report.edit('report.yaml', 'locale: zh-CN', 'locale: en');
  report.edit('figures.csv', '新修机耕路,14,公里', '新修机耕路,1400,km');
  report.edit('report.yaml', 'locale: en', 'locale: en\nunits: [km]');
  await report.briefkit('build', 'report', '--out', 'out');
});
afterAll(() => {
  report.remove();
});

it('a briefing in English has English words of briefkit and of the bundle, and English numbers', async () => {
  const pdf = await readPdf(report.bytes('out/briefing.pdf'));
  const text = pdf.pages
    .map((page) => page.text)
    .join('\n')
    .replaceAll('\u00a0', ' ');
  await pdf.close();
  expect(text).toMatch(/Contents[\s\S]*The year at a glance[\s\S]*Figure 1[\s\S]*Register of figures[\s\S]*Indicator/);
  expect(text).toMatch(/1,400 km/);
  expect(ours.exec(withoutOwn(text))).toBeNull();
});

it('so has a deck, its notes and alternative texts', () => {
  const parts = Object.entries(unzipSync(report.bytes('out/deck.pptx')))
    .filter(([path]) => /(?:slides|notesSlides)\/\w+\.xml$/.test(path))
    .map(([, part]) => strFromU8(part));
  const said = parts
    .flatMap((part) =>
      [...part.matchAll(/<a:t>([^<]*)<\/a:t>|descr="([^"]*)"/g)].map(([, text, alt]) => text ?? alt ?? ''),
    )
    .join('\n');
  expect(said).toMatch(/The year at a glance[\s\S]*Figures and sources/);
  expect(said).toMatch(/chart: /);
  expect(ours.exec(withoutOwn(said))).toBeNull();
});
