/** `briefkit build --into DECK --after TITLE`: a finished deck takes the slides of a report in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../../src/powerpoint/package/open-package.js';
import { editedReport } from '../../cli/edited-report.js';
import { checkDeckFaults } from '../../readers/check-deck-faults.js';
import { deckOf, saidBy } from '../../refresh/said-by.js';
import { validatorErrors } from '../../writers/pptx/validator.js';

const home = editedReport();
let host: Uint8Array;
const partsOf = (bytes: Uint8Array) => {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  return pack;
};
const titles = (bytes: Uint8Array): readonly string[] => deckOf(bytes).slides.map(({ own }) => own?.slide.title ?? '');
const into = (...words: readonly string[]) =>
  home.briefkit('build', 'report', '--only', 'deck.pptx', '--out', 'new', '--into', 'host/deck.pptx', ...words);

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'host', '--only', 'deck.pptx');
  host = home.bytes('host/deck.pptx');
  home.edit('report.yaml', '小镇一年', '又一年');
  home.edit('report.yaml', 'slogan: 一步一个脚印', 'slogan: 再走一步');
});
afterAll(() => home.remove());

describe('a finished deck', () => {
  it('takes the slides in behind the one that is named, and keeps its own as they are packed', async () => {
    const { code, stderr } = await into('--after', titles(host)[1]!);
    expect([code, stderr.includes('error')]).toEqual([0, false]);
    const deck = home.bytes('new/deck.pptx');
    const [own, all] = [titles(host), titles(deck)];
    const after = 2;
    expect([...all.slice(0, after), ...all.slice(after + own.length)]).toEqual(own);
    expect(all[after]).toBe('又一年');
    for (const { path } of deckOf(host).slides)
      expect(Buffer.compare(partsOf(deck).parts.get(path)!.content, partsOf(host).parts.get(path)!.content)).toBe(0);
    expect(partsOf(deck).text('docProps/core.xml')).toBe(partsOf(host).text('docProps/core.xml'));
    expect(checkDeckFaults(deck)).toEqual([]);
    expect(await validatorErrors(deck)).toEqual([]);
  });

  it('numbers them from where they stand', async () => {
    await into('--after', titles(host)[1]!);
    const deck = home.bytes('new/deck.pptx');
    const finding = titles(deck).findIndex((title, index) => index > 2 && title.startsWith('粮食产量')) + 1;
    expect(finding).toBeGreaterThan(3);
    expect(saidBy(deck)).toContain(`${finding} ${finding}`);
  });

  it('takes them in behind its last slide where none is named', async () => {
    await into();
    const all = titles(home.bytes('new/deck.pptx'));
    expect(all.slice(0, titles(host).length)).toEqual(titles(host));
  });

  it.each([
    [['--after', '目次'], 'no slide with the title "目次"'],
    [['--template', 'host/deck.pptx'], '--into and --template'],
  ])('is told what is wrong with %j', async (words, message) => {
    const { code, stderr } = await into(...words);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
