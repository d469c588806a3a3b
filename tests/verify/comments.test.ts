import { afterAll, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { deckOf } from '../refresh/said-by.js';

const home = editedReport();
afterAll(() => home.remove());

const relation = 'http://schemas.microsoft.com/office/2018/10/relationships/comments';

/** A comment as PowerPoint of today writes one, with an answer, on the first slide that says `words`. */
function withThread(bytes: Uint8Array, words: string): Uint8Array {
  const deck = deckOf(bytes);
  const slide = deck.slides.find(({ xml }) => xml.includes(words))!;
  const run = (text: string): string =>
    `<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r></a:p>`;
  const thread = `<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p188:cm id="{1}" authorId="{2}" created="2025-02-03T08:00:00"><p188:replyLst><p188:reply id="{3}" authorId="{2}" created="2025-02-03T09:00:00"><p188:txBody>${run('已核对')}</p188:txBody></p188:reply></p188:replyLst><p188:txBody>${run(`请核实：“${words}”`)}</p188:txBody></p188:cm></p188:cmLst>`;
  const rels = slide.path.replace('slides/', 'slides/_rels/').concat('.rels');
  const lead = `<Relationship Id="rId99" Type="${relation}" Target="../comments/modernComment_1.xml"/></Relationships>`;
  const types = deck.pack
    .text('[Content_Types].xml')!
    .replace(
      '</Types>',
      '<Override PartName="/ppt/comments/modernComment_1.xml" ContentType="application/vnd.ms-powerpoint.comments+xml"/></Types>',
    );
  const changed = new Map([
    [rels, deck.pack.text(rels)!.replace('</Relationships>', lead)],
    ['[Content_Types].xml', types],
    ['ppt/comments/modernComment_1.xml', thread],
  ]);
  const opened = openPackage(bytes);
  if (typeof opened === 'string') throw new Error(opened);
  const kept = [...opened.parts.values()].filter(({ path }) => !changed.has(path));
  return writeZip([...kept, ...[...changed].map(([path, text]) => ({ path, ...packEntry(text, true) }))]);
}

it('follows and verifies what a thread of comments quotes of the report', async () => {
  await home.briefkit('build', 'report', '--out', 'out');
  const bytes = home.bytes('out/deck.pptx');
  const quoted = deckOf(bytes)
    .slides.flatMap(({ shapes }) => shapes)
    .flatMap((shape) => (shape.kind === 'text' ? shape.paragraphs : []))
    .find(({ text }) => text.includes('2.5万吨') && text.length > 8)!.text;
  writeFileSync(join(home.folder, 'edited.pptx'), withThread(bytes, quoted));
  home.edit('figures.csv', '2.5,万吨', '2.6,万吨');
  const checked = await home.briefkit('verify', 'edited.pptx', '--report', 'report');
  expect(checked.stdout).toMatch(/comment {2}2\.5\S* → 2\.6/);
  await home.briefkit('refresh', 'edited.pptx', 'report', '--out', 'new.pptx');
  const said = deckOf(home.bytes('new.pptx')).slides.flatMap(({ comments }) => comments.flatMap(({ texts }) => texts));
  expect(said.map(({ text }) => text)).toEqual(['已核对', `请核实：“${quoted.replace('2.5', '2.6')}”`]);
});
