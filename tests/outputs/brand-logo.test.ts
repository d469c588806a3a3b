/** The logo of a brand in what is written: once on the master, as it must be on deep grounds, as vectors on paper. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { validatorErrors } from '../writers/pptx/validator.js';
import { buildGiven, type GivenBuild } from './build-given.js';

const report = `bundle: annual-briefing
theme: celadon
brand: { primary: '0B3D91', logo: logo.svg }
locale: en
title: A year
draft: TRIAL
date: '2025-01-31'
figures: figures.csv
sections:
  - id: one
    title: One
    findings: [{ id: a, title: It grew, points: '- It grew by much', chart: c }]
charts:
  c: { type: column, title: Both, figures: [x, y] }
`;
const given = {
  'data/r/report.yaml': report,
  'data/r/figures.csv': 'id,label,value,unit\nx,First,4,%\ny,Second,5,%\n',
  'data/r/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>',
};

describe('a logo', () => {
  let built: GivenBuild;
  let parts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    built = await buildGiven(given, ['deck.pptx', 'briefing.pdf']);
    const zipped = unzipSync(built.outputs['deck.pptx']!);
    parts = new Map(Object.entries(zipped).map(([path, bytes]) => [path, strFromU8(bytes)]));
  });
  const namesIn = (folder: string): readonly string[] =>
    [...parts.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.xml'));

  it('stands on the master as pixels with its vectors, and on no slide', () => {
    expect(parts.get('ppt/slideMasters/slideMaster1.xml')).toMatch(/<p:pic>[\s\S]*asvg:svgBlip/);
    expect(parts.get('ppt/slideMasters/_rels/slideMaster1.xml.rels')).toMatch(/media\/image\d+\.svg/);
    expect(namesIn('ppt/slides/').filter((path) => parts.get(path)!.includes('<p:pic>'))).toEqual([]);
  });

  it('stands on a plate on layouts with a deep ground, which hide the master and say its watermark again', () => {
    const own = namesIn('ppt/slideLayouts/').filter((path) => parts.get(path)!.includes('showMasterSp="0"'));
    expect(own.length).toBeGreaterThan(0);
    for (const path of own) expect(parts.get(path)).toMatch(/TRIAL[\s\S]*name="Logo 0"[\s\S]*<p:pic>/);
  });

  it('makes a deck that PowerPoint can read', async () => {
    expect(built.told.filter((line) => line.includes('error'))).toEqual([]);
    expect(await validatorErrors(built.outputs['deck.pptx']!)).toEqual([]);
  });

  it('is no picture on paper: it stays vectors', () => {
    expect(strFromU8(built.outputs['briefing.pdf']!, true)).not.toContain('/Subtype /Image');
  });
});
