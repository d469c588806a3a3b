/** A genre with fields of its own is a folder of templates: no code is touched for it. */
import { expect, it } from 'vitest';
import { surveyReport } from '../layout/sweep/survey-report.js';

const bundle = `fields:
  ship: { type: text, required: true }
  captain: { type: text, default: nobody }
  watches:
    type: list
    item: watch
    fields:
      id: { type: id, required: true }
      seen: words
      depth: figure
      track: chart
  stores:
    type: group
    fields:
      left: { type: figures }
      note: { type: words, required: true }
  relief: { type: reference, to: watches }
layouts: [plain]
`;
const layout = `regions:
  title: { accepts: [title], box: [44, 40, 800, 40], style: title }
  body: { accepts: [paragraph, list, chart, kpis], box: [44, 100, 872, 380], style: body }
`;
const deck = `{{#slide title=report.ship}}{{report.captain}}{{/slide}}
{{#each report.watches}}
{{#slide title=this.id id=this.id}}
{{#if this.seen}}{{words this.seen}}{{/if}}

{{#if this.track}}{{chart this.track}}{{/if}}
{{/slide}}
{{/each}}
{{#if report.stores}}{{#slide title="Stores"}}{{words report.stores.note}}{{/slide}}{{/if}}
`;
const report = (fields: string): string => `bundle: ship-log
theme: celadon
locale: en
outputs: [deck.pptx]
title: A log
date: '2025-01-31'
figures: figures.csv
charts:
  depths: { type: column, title: Depths, figures: [deep, shallow] }
${fields}`;
const figures = `id,label,value,unit,period
deep,Deep,40,%,2024
shallow,Shallow,4,%,2024
`;

const read = (fields: string) =>
  surveyReport(
    { 'report.yaml': report(fields), 'figures.csv': figures },
    {
      'templates/ship-log/bundle.yaml': bundle,
      'templates/ship-log/deck.hbs': deck,
      'templates/ship-log/layouts/plain.yaml': layout,
    },
  );

const sound = `ship: Aurora
watches:
  - { id: first, seen: 'It was {{figure "deep"}} deep.', track: depths }
  - { id: second }
stores: { note: 'All is there.', left: deep }
relief: second
`;

it('shows its templates the fields under their names, with figures bound in its words', async () => {
  const { found, told } = await read(sound);
  expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
  const pages = found.documents.get('deck')!.pages;
  const text = pages.map(({ items }) =>
    items
      .flatMap((item) =>
        item.kind === 'text' ? item.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)) : [],
      )
      .join(''),
  );
  expect(text.join('\n')).toMatch(
    /Aurora.*nobody[\s\S]*first.*It was 40.?% deep\.[\s\S]*second[\s\S]*Stores.*All is there\./,
  );
  expect(pages[1]!.items.some(({ kind }) => kind === 'chart')).toBe(true);
});

it.each([
  ['a field that it does not know', `${sound}sail: red\n`, 'unknown-key', 16],
  ['a field that is missing', sound.replace('ship: Aurora\n', ''), 'missing-key', 1],
  ['a figure that is not there', sound.replace('left: deep', 'left: deeep'), 'unknown-figure', 14],
  ['a chart that is not there', sound.replace('track: depths', 'track: depth'), 'unknown-chart', 12],
  ['an id that stands twice', sound.replace('id: second', 'id: first'), 'duplicate-id', 13],
  ['a reference to no item', sound.replace('relief: second', 'relief: third'), 'unknown-relief', 15],
  ['an unknown figure in words', sound.replace('figure "deep"', 'figure "dep"'), 'unknown-figure', 12],
])('tells %s at its line', async (_what, fields, code, line) => {
  const { told } = await read(fields);
  const found = told.find((diagnostic) => diagnostic.code === code);
  expect([found?.span?.file, found?.span?.line]).toEqual(['data/made/report.yaml', line]);
});

it("takes partials and layouts from a folder of the report in place of the bundle's", async () => {
  const { found } = await surveyReport(
    {
      'report.yaml': report(sound),
      'figures.csv': figures,
      'templates/deck.hbs': '{{#slide title="Own"}}{{report.ship}}{{/slide}}\n',
    },
    {
      'templates/ship-log/bundle.yaml': bundle,
      'templates/ship-log/deck.hbs': deck,
      'templates/ship-log/layouts/plain.yaml': layout,
    },
  );
  expect(found.documents.get('deck')!.pages.map(({ title }) => title)).toEqual(['Own']);
});
