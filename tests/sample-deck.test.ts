/** The deck of the sample report, as PowerPoint, an outline and a screen reader find it. */
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.js';
import { checkPackage } from './readers/check-package.js';
import { projectFolder, recordingWorld } from './cli/recording-world.js';
import { textsOf } from './writers/pptx/deck-parts.js';
import { validatorErrors } from './writers/pptx/validator.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-sample-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds it with the bundle's own theme, or with what `change` makes of that. */
async function buildDeck(name: string, change: ((theme: string) => string) | null = null): Promise<Uint8Array> {
  const workingFolder = join(folder, name);
  mkdirSync(workingFolder);
  cpSync(join(projectFolder, 'data'), join(workingFolder, 'data'), { recursive: true });
  if (change !== null) {
    mkdirSync(join(workingFolder, 'templates/themes/celadon'), { recursive: true });
    writeFileSync(
      join(workingFolder, 'templates/themes/celadon/theme.yaml'),
      change(readFileSync(join(projectFolder, 'templates/themes/celadon/theme.yaml'), 'utf8')),
    );
  }
  const { world, out } = recordingWorld({ workingFolder });
  expect(
    await run(['build', 'data/cixi-2024', '--only', 'deck.pptx', '--out', 'out', '--debug'], world),
    out.stderr,
  ).toBe(0);
  return new Uint8Array(readFileSync(join(workingFolder, 'out/deck.pptx')));
}

const textParts = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  );
const slidesOf = (parts: ReadonlyMap<string, string>): readonly string[] =>
  Array.from(
    { length: [...parts.keys()].filter((path) => /^ppt\/slides\/slide/.test(path)).length },
    (_none, index) => parts.get(`ppt/slides/slide${index + 1}.xml`)!,
  );
const placeholder = (slide: string, type: string): string =>
  (slide.match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? []).find((shape) => new RegExp(`<p:ph type="${type}"`).test(shape)) ?? '';

describe('the deck of the sample report', () => {
  let bytes: Uint8Array;
  let parts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    bytes = await buildDeck('plain');
    parts = textParts(bytes);
  });

  it('has no error for the Open XML SDK validator', async () => {
    expect(await validatorErrors(bytes)).toEqual([]);
  });

  it('is a sound package', () => {
    expect(checkPackage(bytes)).toEqual([]);
  });

  it('has a title of its own in the title placeholder of every slide', () => {
    const titles = slidesOf(parts).map((slide) => textsOf(placeholder(slide, '(?:title|ctrTitle)')).join(''));
    expect(titles.length).toBeGreaterThanOrEqual(16);
    expect(titles).not.toContain('');
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has layouts under their names, with placeholders of each kind', () => {
    const layouts = [...parts].filter(([path]) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)).map(([, xml]) => xml);
    const names = layouts.map((xml) => /<p:cSld name="([^"]*)"/.exec(xml)?.[1]);
    expect(names).toEqual(
      expect.arrayContaining(['封面', '目录', '章节', '标题与图表', '两栏', '指标', '表格', '大图', '结束']),
    );
    const kinds = new Set(layouts.flatMap((xml) => [...xml.matchAll(/<p:ph type="(\w+)"/g)].map(([, kind]) => kind)));
    expect([...kinds].sort()).toEqual(['body', 'ctrTitle', 'dt', 'ftr', 'pic', 'sldNum', 'subTitle', 'title']);
    expect(
      [...parts.get('ppt/slideMasters/slideMaster1.xml')!.matchAll(/<p:ph type="(\w+)"/g)].map(([, kind]) => kind),
    ).toEqual(['title', 'body', 'dt', 'ftr', 'sldNum']);
  });

  it('gives a region one index in every layout, so that switching layouts keeps texts in their places', () => {
    const layouts = [...parts].filter(([path]) => /^ppt\/slideLayouts\/[^/]+\.xml$/.test(path)).map(([, xml]) => xml);
    const pictures = new Set(layouts.flatMap((xml) => xml.match(/<p:ph type="pic" idx="\d+"/g) ?? []));
    expect(pictures.size).toBe(1);
    // Words at the side of a programme's rows, or in the columns of the close, have no place in other layouts.
    const bodies = slidesOf(parts)
      .flatMap((slide) => slide.match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? [])
      .filter((shape) => shape.includes('name="正文"') && shape.includes('<p:ph '));
    expect(bodies.length).toBeGreaterThan(5);
    for (const body of bodies) expect(body).toContain('<p:ph type="body" idx="1"/>');
  });

  it('has its pictures in picture placeholders', () => {
    const pictures = slidesOf(parts)
      .flatMap((slide) => slide.match(/<p:pic>[\s\S]*?<\/p:pic>/g) ?? [])
      .filter((picture) => picture.includes('name="图片'));
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) expect(picture).toContain('<p:ph type="pic"');
  });

  it('leads from the agenda to each chapter, and from every slide behind it back', () => {
    const [, agenda, ...rest] = slidesOf(parts);
    expect(agenda!.match(/action="ppaction:\/\/hlinksldjump"/g)!.length).toBeGreaterThan(10);
    for (const slide of rest)
      expect(slide).toMatch(/name="(?:页脚|眉题)"><a:hlinkClick r:id="rId\d+" action="ppaction:\/\/hlinksldjump"/);
    expect(parts.get('ppt/slides/_rels/slide5.xml.rels')).toContain('Target="slide2.xml"');
  });

  it('does not move', () => {
    expect(slidesOf(parts).join('')).not.toMatch(/p:transition|p:timing/);
  });
});

describe('the same deck with a theme that moves', () => {
  it('has a transition on each slide, builds on those with a list or a chart, and no error', async () => {
    const bytes = await buildDeck('moving', (theme) =>
      theme.replace('deck:\n', 'deck:\n  transition: fade\n  build: [paragraph, series]\n'),
    );
    const slides = slidesOf(textParts(bytes));
    expect(slides.filter((slide) => slide.includes('<p:transition spd="med"><p:fade/>'))).toHaveLength(slides.length);
    expect(slides.filter((slide) => slide.includes('<p:bldP ')).length).toBeGreaterThan(5);
    // A chart with arrows upon it is one with them, and comes whole.
    expect(slides.filter((slide) => slide.includes('<p:bldGraphic ')).length).toBeGreaterThan(3);
    expect([...(await validatorErrors(bytes)), ...checkPackage(bytes)]).toEqual([]);
  });
});
