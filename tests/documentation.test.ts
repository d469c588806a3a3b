/** What the READMEs promise to tell of in full. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartKinds } from '../src/model/chart-kinds.js';
import { helperSets } from '../src/read/template/helpers/helper-sets.js';

const text = (path: string): string => readFileSync(path, 'utf8');

describe('the README', () => {
  it.each(['README.md', 'data/README.md'])('%s names every kind of chart', (file) => {
    const readme = text(file);
    expect(chartKinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([]);
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
