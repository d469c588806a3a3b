/** Differences that a chart shows beside its bars, after its figures have changed. */
import { afterAll, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';
import { saidBy } from './said-by.js';

const home = editedReport();
afterAll(() => home.remove());

it('say what the bars come to now', async () => {
  home.edit('report.yaml', "    unit: '%'", "    unit: '%'\n    difference: [粮食产量, 新修机耕路]");
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  const built = home.bytes('out/deck.pptx');
  const marks = (bytes: Uint8Array): readonly string[] => saidBy(bytes).filter((line) => line.includes('百分点'));
  expect(marks(built).length).toBeGreaterThan(1);
  home.edit('figures.csv', '2.5,万吨,,2024,3.2', '2.7,万吨,,2024,4.4');
  const { deck } = await refreshIn(home)(built);
  await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
  expect(marks(deck())).toEqual(marks(home.bytes('now/deck.pptx')));
  expect(marks(deck())).not.toEqual(marks(built));
  const worded = await refreshIn(home)(
    withText(built, /<a:t>([^<]*\d+(?:\.\d)?个百分点)<\/a:t>/, '<a:t>高出$1左右</a:t>'),
  );
  const [now] = marks(home.bytes('now/deck.pptx')).flatMap((line) => /\S+个百分点$/.exec(line) ?? []);
  expect(marks(worded.deck()).join()).toContain(`高出${now}左右`);
  const typed = await refreshIn(home)(withText(built, /<a:t>[^<]*\d+(?:\.\d)?(个百分点)<\/a:t>/, '<a:t>77.7$1</a:t>'));
  expect(typed.code).toBe(1);
  expect(marks(typed.deck()).join()).toContain('77.7个百分点');
});

it('that somebody typed into a line of the deck follow as they do anywhere', async () => {
  await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
  const now = home.bytes('now/deck.pptx');
  const said = saidBy(now)
    .find((line) => /粮食产量2\.7万吨$/.test(line))!
    .replace(/^\d+ /, '');
  home.edit('figures.csv', '2.7,万吨,,2024,4.4', '2.9,万吨,,2024,4.4');
  const line = /name="线[^"]*"(?:(?!<\/p:sp>)[\s\S])*?<\/p:txBody>/;
  const typed = withText(now, line, (shape) =>
    shape.replace('</p:txBody>', `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${said}</a:t></a:r></a:p></p:txBody>`),
  );
  const { deck } = await refreshIn(home)(typed);
  expect(saidBy(deck()).filter((each) => each.endsWith(said))).toEqual([]);
});

/** The deck with the first match on each slide replaced. */
function withText(bytes: Uint8Array, from: RegExp, to: string | ((found: string) => string)): Uint8Array {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  return writeZip(
    [...pack.parts.values()].map((part) =>
      /slides\/slide\d+\.xml$/.test(part.path)
        ? { path: part.path, ...packEntry(pack.text(part.path)!.replace(from, to as string), true) }
        : part,
    ),
  );
}
