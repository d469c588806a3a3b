/**
 * Unicode's own cases of line breaking (UAX #14, version 15.0), with every departure of ours listed beside under its
 * reason.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Break, findBreaks } from '../../src/text/break-opportunities.js';
import { rowOfRuns } from '../../src/text/characters/character-row.js';
import { fonts, run } from './sample-theme.js';

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A case as we break it, in the notation of the file: `23 20/2014` may break behind the space. */
function breakCase(line: string): string {
  const codes = line.split(/[ /]/).map((code) => parseInt(code, 16));
  const breaks = findBreaks(rowOfRuns([run(String.fromCodePoint(...codes))], fonts), 'gb', {
    runs: new Set(),
    words: [],
  });
  return codes
    .map((code, index) => `${index === 0 ? '' : breaks[index - 1]! >= Break.Allowed ? '/' : ' '}${code.toString(16)}`)
    .join('');
}

describe("Unicode's cases of line breaking", () => {
  const cases = new Set(linesOf('unicode-line-breaks.txt'));

  it('are all there', () => {
    expect(cases.size).toBe(7625); // 7,654 with those that stand there twice
    expect([...cases].filter((line) => !/^[\da-f]+(?:[ /][\da-f]+)*$/.test(line))).toEqual([]);
  });

  it('break as Unicode says, but for the departures that are listed', () => {
    const departures = [...cases].flatMap((line) => {
      const ours = breakCase(line);
      return ours === line ? [] : [ours];
    });
    expect(departures.toSorted()).toEqual(linesOf('unicode-line-breaks-departures.txt').toSorted());
  });
});
