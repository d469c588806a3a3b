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
  return collect((report) => readTheme('t', files, report));
};

describe('what moves, in a theme', () => {
  it('is nothing unless it says so', () => {
    expect(readWith('').value!.motion).toEqual({ transition: null, build: [] });
    expect(readWith('  transition: none\n  build: none\n').value!.motion).toEqual({ transition: null, build: [] });
  });

  it('is a transition and one build or several', () => {
    expect(readWith('  transition: fade\n  build: paragraph\n').value!.motion).toEqual({ transition: 'fade', build: ['paragraph'] });
    expect(readWith('  build: [series, paragraph]\n').value!.motion).toEqual({ transition: null, build: ['paragraph', 'series'] });
  });

  it('is told where there is no such thing', () => {
    expect(readWith('  transition: fad\n').told).toEqual([expect.stringMatching(/theme\.yaml:\d+:15 unknown-value "deck\.transition" cannot be "fad"/)]);
    expect(readWith('  build: word\n').told).toEqual([expect.stringMatching(/theme\.yaml:\d+:10 .*"deck\.build"/)]);
  });

  it('is not on paper', () => {
    const files = memoryFiles({ 'templates/themes/t/theme.yaml': celadon.replace('paper:\n', 'paper:\n  transition: fade\n') });
    expect(collect((report) => readTheme('t', files, report)).told).toEqual([expect.stringContaining('unknown-key paper has no field "transition"')]);
  });
});
