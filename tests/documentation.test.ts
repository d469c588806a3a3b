/** What the READMEs promise to tell of in full. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyMeanings } from '../src/locale/editor/key-meanings.js';
import { chartKinds } from '../src/model/chart-kinds.js';
import { helperSets } from '../src/read/template/helpers/helper-sets.js';

const text = (path: string): string => readFileSync(path, 'utf8');

describe('the README', () => {
  it.each(['README.md', 'data/README.md'])('%s names every kind of chart', (file) => {
    const readme = text(file);
    expect(chartKinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([]);
  });
});

describe('what editors are told of keys', () => {
  const places = {
    report: ['data/README.md', '## report.yaml'],
    chart: ['data/README.md', '### A chart'],
    table: ['data/README.md', '### A table'],
    picture: ['data/README.md', '### A picture'],
    check: ['data/README.md', '### A check'],
    silence: ['data/README.md', '### A silence'],
    region: ['templates/README.md', '## Slide layouts'],
    theme: ['templates/README.md', '## Themes'],
  } as const satisfies Record<keyof typeof keyMeanings, readonly [string, string]>;

  /** Keys and what they mean, as the rows of a section's tables have them; the first of a key counts. */
  const rowsOf = ([file, heading]: readonly [string, string]): ReadonlyMap<string, string> => {
    const body = text(file)
      .split(`\n${heading}\n`)[1]!
      .split(/\n#{1,4} /)[0]!
      .split('Kinds of charts.')[0]!;
    const rows = [...body.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \| (.*?) \|(?:.*\|)?$/gm)].flatMap(([, keys, meaning]) =>
      [...keys!.matchAll(/`([a-zA-Z_]+)`/g)].map(
        ([, key]) => [key!, meaning!.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')] as const,
      ),
    );
    return new Map(rows.reverse());
  };

  it.each(Object.entries(places))('is what the README says of a %s', (kind, place) => {
    expect(Object.fromEntries(rowsOf(place))).toEqual(keyMeanings[kind as keyof typeof keyMeanings]);
  });
});

describe('templates/README.md', () => {
  const readme = text('templates/README.md');

  it('names every helper', () => {
    const names = new Set(Object.values(helperSets).flatMap((helpers) => [...helpers.keys()]));
    const handlebarsOwn = ['each', 'if', 'unless', 'with', 'lookup'];
    const missing = [...names].filter(
      (name) => !handlebarsOwn.includes(name) && !new RegExp(`\`#?${name}[\` ]`).test(readme),
    );
    expect(missing).toEqual([]);
  });
});

describe('the README of the bundle', () => {
  it('names every slide layout, with an example', () => {
    const readme = text('templates/annual-briefing/README.md');
    const layouts = readdirSync('templates/annual-briefing/layouts')
      .filter((file) => !file.startsWith('_'))
      .map((file) => file.replace('.yaml', ''));
    expect(layouts.filter((name) => !readme.includes(`layout="${name}"`))).toEqual([]);
  });
});
