/** ₂ and ⁻ in fonts that lack them. */
import { expect, it } from 'vitest';
import type { Fonts } from '../../src/text/fonts.js';
import type { Run } from '../../src/model/page.js';
import { runsWithScripts } from '../../src/text/characters/script.js';

/** Faces that draw ASCII and the characters of `others`. */
const facesWith = (others: string): Fonts =>
  ({
    face: () => ({ has: (code: number) => code < 128 || others.includes(String.fromCodePoint(code)) }),
  }) as unknown as Fonts;
const run = (text: string, script?: 'super' | 'sub'): Run => ({
  text,
  style: { font: 'body', size: 10, bold: false, italic: false, color: { slot: 'dk1' }, ...(script && { script }) },
  figure: 'f',
  link: null,
  whole: true,
});
const pieces = (text: string, fonts: Fonts, script?: 'super' | 'sub'): readonly (readonly [string, string | null])[] =>
  runsWithScripts(run(text, script), fonts).map((piece) => [piece.text, piece.style.script ?? null]);

it('a small character that the font lacks is set as its base, lowered or raised', () => {
  expect(pieces('326 tCO₂e', facesWith(''))).toEqual([
    ['326 tCO', null],
    ['2', 'sub'],
    ['e', null],
  ]);
  expect(pieces('m s⁻¹', facesWith(''))).toEqual([
    ['m s', null],
    ['−1', 'super'],
  ]);
});

it('one that the font has stays itself, and no piece loses its figure', () => {
  expect(pieces('km²', facesWith('²'))).toEqual([['km²', null]]);
  expect(runsWithScripts(run('CO₂'), facesWith('')).every(({ figure, whole }) => figure === 'f' && whole)).toBe(true);
});

it('within small characters there are no smaller ones', () => {
  expect(pieces('tCO₂', facesWith(''), 'super')).toEqual([['tCO2', 'super']]);
});
