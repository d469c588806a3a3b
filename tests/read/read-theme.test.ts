import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/model/theme.js';
import { memoryFiles } from '../../src/project/files.js';
import { readTheme } from '../../src/read/read-theme.js';
import { collect } from './report-files.js';
import type { Reading } from './report-files.js';

const celadon = readFileSync('templates/themes/celadon/theme.yaml', 'utf8');
const readWith = (deck: string): Reading<Theme | null> => {
  const files = memoryFiles({ 'templates/themes/t/theme.yaml': celadon.replace('deck:\n', `deck:\n${deck}`) });
  return collect((tell) => readTheme('t', { files, tell }));
};

describe('what moves, in a theme', () => {
  it('is nothing unless it says so', () => {
    expect(readWith('').value!.motion).toEqual({ transition: null, build: [] });
    expect(readWith('  transition: none\n  build: none\n').value!.motion).toEqual({ transition: null, build: [] });
  });

  it('is a transition and one build or several', () => {
    expect(readWith('  transition: fade\n  build: paragraph\n').value!.motion).toEqual({
      transition: 'fade',
      build: ['paragraph'],
    });
    expect(readWith('  build: [series, paragraph]\n').value!.motion).toEqual({
      transition: null,
      build: ['paragraph', 'series'],
    });
  });

  it('is told where there is no such thing', () => {
    expect(readWith('  transition: fad\n').told).toEqual([
      expect.stringMatching(/theme\.yaml:\d+:15 unknown-value "deck\.transition" cannot be "fad"/),
    ]);
    expect(readWith('  build: word\n').told).toEqual([expect.stringMatching(/theme\.yaml:\d+:10 .*"deck\.build"/)]);
  });

  it('is not on paper', () => {
    const files = memoryFiles({
      'templates/themes/t/theme.yaml': celadon.replace('paper:\n', 'paper:\n  transition: fade\n'),
    });
    expect(collect((tell) => readTheme('t', { files, tell })).told).toEqual([
      expect.stringContaining('unknown-key paper has no field "transition"'),
    ]);
  });
});

describe('the fonts of a theme', () => {
  const readFonts = (change: (yaml: string) => string): Reading<Theme | null> =>
    collect((tell) =>
      readTheme('t', { files: memoryFiles({ 'templates/themes/t/theme.yaml': change(celadon) }), tell }),
    );
  const named = (...roles: readonly string[]): string =>
    roles
      .map(
        (role) =>
          `  ${role}: { latin: ${role}, eastAsian: ${role}, regular: [${role}.ttf], bold: [${role}-bold.ttf] }\n`,
      )
      .join('');
  const withFonts = (...roles: readonly string[]): Theme['fonts'] =>
    readFonts((yaml) => yaml.replace('  body: *sans\n', `  body: *sans\n${named(...roles)}`)).value!.fonts;

  it('are those of headings and of the body, for prose and quotations too', () => {
    const fonts = withFonts();
    expect([fonts.prose, fonts.quote]).toEqual([fonts.body, fonts.body]);
  });

  it('set quotations in the font of prose where they have none of their own', () => {
    expect(withFonts('prose').quote.regular).toEqual(['prose.ttf']);
    expect(withFonts('prose', 'quote').quote.regular).toEqual(['quote.ttf']);
    const { body, prose, quote } = withFonts('quote');
    expect([prose, quote.regular]).toEqual([body, ['quote.ttf']]);
  });

  it('are told where a style names another', () => {
    expect(readFonts((yaml) => yaml.replace('title: { font: heading', 'title: { font: song')).told).toEqual([
      expect.stringContaining('"deck.styles.cover-title.font" cannot be "song"'),
    ]);
  });
});
