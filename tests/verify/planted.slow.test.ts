/** A thousand wrong numbers in returned decks and papers: each is found; clean files raise no alarm. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.js';
import { compileVerify } from '../../src/compile-verify.js';
import type { Figure } from '../../src/model/figure.js';
import { isAlarm, type NumberFinding } from '../../src/verify/text/number-finding.js';
import { readPaper, type ReadPaper } from '../../src/verify/paper/read-paper.js';
import { verifyPaper } from '../../src/verify/paper/verify-paper.js';
import { editDeck } from '../refresh/edit-history.js';
import { changedFigures, effectsWith, report } from '../refresh/flagship.js';
import { plantNumbers } from './plant-numbers.js';

let deck: Uint8Array;
let paper: ReadPaper;
let paperBytes: Uint8Array;

beforeAll(async () => {
  const { outputs } = await compile({ report, only: ['deck.pptx', 'briefing.pdf'], strict: false }, effectsWith(null));
  [deck, paperBytes] = [outputs[0]!.bytes, outputs[1]!.bytes];
  const read = await readPaper(paperBytes);
  if (typeof read === 'string') throw new Error(read);
  paper = read;
}, 120_000);

const verify = async (
  bytes: Uint8Array,
  against: string | null,
  figures: string | null = null,
): Promise<readonly NumberFinding[]> =>
  (await compileVerify({ files: [{ name: 'back', bytes }], report: against }, effectsWith(figures)))!.files[0]!
    .findings;

describe('briefkit verify', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'finds 25 wrong numbers in a deck, seed %i',
    async (seed) => {
      const { bytes, planted } = plantNumbers(deck, seed, 25);
      const findings = await verify(bytes, null);
      const typed = findings.filter(({ status }) => status === 'typed-over').map(({ text }) => text);
      expect(planted.filter(({ wrong }) => !typed.some((text) => text.includes(wrong)))).toEqual([]);
      expect(findings.filter(isAlarm).length).toBe(planted.length);
    },
  );

  it.each(Array.from({ length: 20 }, (_, index) => index + 1))('finds 25 wrong numbers on paper, seed %i', (seed) => {
    let state = seed;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * below);
    };
    const pages = [...paper.pages];
    const planted: string[] = [];
    while (planted.length < 25) {
      const page = random(pages.length);
      const numbers = [...pages[page]!.matchAll(/(?<![\d.])\d+(?:\.\d+)?/g)].filter(
        ([number]) => !planted.includes(number),
      );
      const number = numbers[random(numbers.length)];
      if (number === undefined) continue;
      const wrong = String(10_000 + random(89_999));
      planted.push(wrong);
      pages[page] = pages[page]!.slice(0, number.index) + wrong + pages[page]!.slice(number.index + number[0].length);
    }
    const findings = verifyPaper(
      { pages, record: paper.record },
      { figures: null as ReadonlyMap<string, Figure> | null, language: 'zh-CN' },
    );
    const typed = findings.filter(({ status }) => status === 'typed-over').map(({ text }) => text);
    expect(planted.filter((wrong) => !typed.some((text) => text.includes(wrong)))).toEqual([]);
    expect(findings.filter(isAlarm).length).toBe(planted.length);
  });

  it('raises no alarm over clean files, edited or not, with and without their report', async () => {
    for (const against of [null, report]) {
      expect((await verify(deck, against)).filter(isAlarm), 'deck').toEqual([]);
      expect((await verify(paperBytes, against)).filter(isAlarm)).toEqual([]);
    }
    for (let seed = 1; seed <= 18; seed += 1) {
      const { bytes, conflicts } = editDeck(deck, seed);
      if (conflicts.length === 0) expect((await verify(bytes, report)).filter(isAlarm), `seed ${seed}`).toEqual([]);
    }
  }, 120_000);

  it('tells what is stale once figures have changed, with the cell of each', async () => {
    for (const bytes of [deck, paperBytes]) {
      const stale = (await verify(bytes, report, changedFigures())).filter(({ status }) => status === 'stale');
      const growth = stale.find(({ figure, text }) => figure === 'gdp.growth' && text === '5.7');
      expect(growth?.now).toBe('6.7');
      expect(growth?.source).toMatchObject({ file: `${report}/figures.csv`, line: 2 });
      expect(stale.length).toBeGreaterThan(100);
    }
  }, 60_000);
});
