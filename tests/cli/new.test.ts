/** `briefkit new`: a report to learn from passes every check; one of data is built as it is. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';

function world() {
  const workingFolder = mkdtempSync(join(tmpdir(), 'briefkit-new-'));
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  return { workingFolder, said, stdout: stream, stderr: stream, environment: {}, clock: () => 0 };
}

describe('without data', () => {
  it.each(['zh-CN', 'en'])(
    'a report to learn from is made and built, and passes check --strict: %s',
    async (locale) => {
      const here = world();
      expect(await run(['new', 'first', '--locale', locale], here)).toBe(0);
      expect(readdirSync(join(here.workingFolder, 'output/first'))).toEqual(
        expect.arrayContaining(['briefing.pdf', 'deck.pptx']),
      );
      expect(await run(['check', 'data/first', '--strict'], here)).toBe(0);
    },
  );

  it('asks at a terminal what it is to say, once more for what cannot be, and has its schema for editors atop', async () => {
    const here = world();
    const asked: string[] = [];
    const answers = ['Town in brief', '', '2024', 'de', 'en', 'cobalt'];
    const ask = (question: string) => {
      asked.push(question);
      return Promise.resolve(answers[asked.length - 1] ?? '');
    };
    expect(await run(['new', 'town'], { ...here, ask })).toBe(0);
    expect(asked.map((question) => question.split(/[:(,]/)[0]!.trim())).toEqual([
      'Title',
      'Place or body',
      'Period',
      'Language',
      'Language',
      'Colours',
    ]);
    const report = readFileSync(join(here.workingFolder, 'data/town/report.yaml'), 'utf8');
    expect(report.split('\n')[0]).toBe('# yaml-language-server: $schema=report.schema.json');
    expect(report).toMatch(/theme: cobalt[\s\S]*locale: en[\s\S]*title: "Town in brief"/);
    expect(JSON.parse(readFileSync(join(here.workingFolder, 'data/town/report.schema.json'), 'utf8'))).toHaveProperty(
      'properties',
    );
    const quiet = world();
    asked.length = 0;
    expect(await run(['new', 'town', '--locale', 'en'], { ...quiet, ask })).toBe(0);
    expect(asked).toEqual([]);
  });

  it('leaves what is there as it is', async () => {
    const here = world();
    expect(await run(['new', 'first', '--locale', 'de'], here)).toBe(1);
    await run(['new', 'first'], here);
    expect(await run(['new', 'first'], here)).toBe(1);
    expect(here.said.join('')).toContain('data/first is there already');
    expect(await run(['new', '../out'], here)).toBe(1);
  });
});

describe('of data', () => {
  it('is a report with its tables, copied in beside it', async () => {
    const here = world();
    writeFileSync(
      join(here.workingFolder, 'town.csv'),
      'Outturn of the town\n,,Unit: %\nYear,Growth,Jobs\n2022,1.5,2.5\n2023,1.7,2.4\n2024,1.9,2.2\n',
    );
    expect(await run(['new', 'town', '--from', 'town.csv'], here)).toBe(0);
    const report = readFileSync(join(here.workingFolder, 'data/town/report.yaml'), 'utf8');
    expect(report).toContain('Growth rose from');
    expect(readdirSync(join(here.workingFolder, 'data/town'))).toEqual([
      'figures.csv',
      'report.schema.json',
      'report.yaml',
      'town.csv',
    ]);
    expect(here.said.join('')).toContain('read town.csv as a table with one head row, 3 rows');
  });

  it('that has no table is told', async () => {
    const here = world();
    writeFileSync(join(here.workingFolder, 'note.csv'), 'only words\n');
    expect(await run(['new', 'note', '--from', 'note.csv'], here)).toBe(1);
    expect(here.said.join('')).toContain('no table was found');
  });
});
