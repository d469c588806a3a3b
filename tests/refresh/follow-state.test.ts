/** Colours of cards that say whether a target was met: after a refresh as a new build has them, unless a person chose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';
import { deckOf } from './said-by.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;
let now: Uint8Array;

beforeAll(async () => {
  home.edit('figures.csv', 'source,note', 'source,note,target');
  home.edit('figures.csv', '小镇统计站,\nroad', '小镇统计站,,2.4\nroad');
  home.edit('figures.csv', '-1.5,%,同比,,,higher,小镇统计站,', '-1.5,%,同比,,,higher,小镇统计站,,20');
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  // One target is missed now, the other is met, and a rise has become a fall.
  home.edit('figures.csv', '2.5,万吨,,2024,3.2', '2.3,万吨,,2024,-3.2');
  home.edit('figures.csv', '新修机耕路,14', '新修机耕路,24');
  await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
  now = home.bytes('now/deck.pptx');
}, 60_000);
afterAll(() => home.remove());

/** Shapes of cards as they are written: their words with their runs, and their bars. */
const cards = (bytes: Uint8Array): readonly string[] =>
  deckOf(bytes).slides.flatMap(({ xml, shapes }) =>
    shapes
      .filter(({ name }) => /^(?:指标|标尺)/.test(name))
      .map(({ element }) => xml.slice(element.start, element.end).replace(/ id="\d+"/, '')),
  );

function withEdit(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  const { path, xml } = deckOf(bytes).slides[1]!;
  const edited = change(xml);
  expect(edited).not.toBe(xml);
  return writeZip(
    [...pack.parts.values()].map((part) => (part.path === path ? { path, ...packEntry(edited, true) } : part)),
  );
}

describe('a card whose target is missed now', () => {
  it('has the mark, the word, the arrow and the bar of a new build, in its colours', async () => {
    const { deck } = await refresh(built);
    expect(cards(built).join('\n')).not.toBe(cards(now).join('\n'));
    expect(cards(deck())).toEqual(cards(now));
  });

  it('keeps a colour that a person gave it, and that is told', async () => {
    const purple = '<a:srgbClr val="7030A0"/>';
    const recoloured = withEdit(built, (xml) =>
      xml.replace(/<a:schemeClr val="\w+"\/>(?=<\/a:solidFill>(?:(?!<a:t>)[\s\S])*<a:t>达成<)/, () => purple),
    );
    const { deck, stdout, code } = await refresh(recoloured);
    const slide = deckOf(deck()).slides[1]!.xml;
    expect(slide).toMatch(new RegExp(`${purple}(?:(?!<a:t>)[\\s\\S])*<a:t>未达成<`));
    expect(stdout).toMatch(
      /kept by hand:\n {2}slide 2 {2}text "指标 粮食产量" {2}● 达成 → ○ 未达成.*recoloured by hand/,
    );
    expect(code).toBe(0);
  });

  it('keeps a bar that a person recoloured', async () => {
    const bar = /( name="标尺 2"[\s\S]*?<a:solidFill>)<a:schemeClr val="\w+"\/>/;
    const recoloured = withEdit(built, (xml) => xml.replace(bar, '$1<a:srgbClr val="7030A0"/>'));
    const { deck, stdout } = await refresh(recoloured);
    expect(deckOf(deck()).slides[1]!.xml).toMatch(/ name="标尺 2"[\s\S]*?<a:solidFill><a:srgbClr val="7030A0"\/>/);
    expect(stdout).toMatch(/slide 2 {2}shape drawn from a figure "标尺 2".*recoloured by hand/);
  });

  it('turns back with the figures', async () => {
    const first = (await refresh(built)).deck();
    home.edit('figures.csv', '2.3,万吨,,2024,-3.2', '2.5,万吨,,2024,3.2');
    home.edit('figures.csv', '新修机耕路,24', '新修机耕路,14');
    expect(cards((await refresh(first)).deck())).toEqual(cards(built));
  });
});
