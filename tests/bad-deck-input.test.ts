/**
 * What a deck must survive: input that lies, is broken or is far too large. Each is told, memory stays bounded, and
 * the earlier deck stays.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksum } from '../src/raster/checksum.js';
import { checkPackage } from './readers/check-package.js';
import { deckOutline } from './cases/deck-outline.js';
import { projectFolder } from './cli/recording-world.js';
import { validatorErrors } from './writers/pptx/validator.js';

const earlier = 'what an earlier build wrote';
/** A deck of this size takes some 120; 20,000 pixels squared would be 1,600 more. */
const mostMebibytes = 400;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Built {
  readonly status: number | null;
  readonly said: string;
  readonly mebibytes: number;
  readonly deck: Uint8Array;
  readonly files: readonly string[];
}

/** Builds a report of one figure, with `more` in its report.yaml, by the command and beside an earlier deck. */
function build(more: string, files: Readonly<Record<string, Uint8Array>> = {}, title = '报告'): Built {
  const place = mkdtempSync(join(folder, 'case-'));
  mkdirSync(join(place, 'report'));
  mkdirSync(join(place, 'out'));
  writeFileSync(join(place, 'out/deck.pptx'), earlier);
  writeFileSync(join(place, 'report/figures.csv'), 'id,label,value,unit,source\na,甲,12,个,专版\n');
  writeFileSync(
    join(place, 'report/report.yaml'),
    `bundle: annual-briefing\ntheme: celadon\nlocale: zh-CN\noutputs: [deck.pptx]\ntitle: "${title}"\nperiod: "2024"\ndate: "2025-01-31"\nfigures: figures.csv\n${more}`,
  );
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(place, 'report', name), bytes);
  const ended = spawnSync(
    process.execPath,
    [
      '--import',
      join(projectFolder, 'tests/bench/peak-memory.js'),
      join(projectFolder, '.build/cli.js'),
      'build',
      'report',
      '--out',
      'out',
    ],
    { cwd: place, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  return {
    status: ended.status,
    said: String(ended.stderr),
    mebibytes: Number.parseInt(String(ended.output[3]), 10) / 1024,
    deck: new Uint8Array(readFileSync(join(place, 'out/deck.pptx'))),
    files: readdirSync(join(place, 'out')),
  };
}

const finding = (more: string): string =>
  `sections: [{id: s, title: 节, findings: [{id: f, title: 题, figures: [a], ${more}}]}]\n`;
const cover = (file: string): string => `cover: p\npictures: {p: {file: ${file}, alt: 图}}\n`;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}
/** Black and white. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const small = png(64, 48);
const spoilt = Buffer.from(small.map((byte, index) => (index === 45 ? byte ^ 1 : byte)));
const columns = Array.from({ length: 200 }, (_none, index) => `栏${index}`).join(',');

describe('what cannot be built is told, in bounded memory, and leaves the earlier deck alone', () => {
  it.each<[string, () => Built, RegExp]>([
    [
      'a picture that is not what its name says',
      () => build(cover('p.jpg'), { 'p.jpg': small }),
      /report\.yaml:\d+:\d+ {2}error {2}report\/p\.jpg is named as JPEG but holds a PNG/,
    ],
    [
      'an SVG named as another picture',
      () => build(cover('p.png'), { 'p.png': Buffer.from('<svg/>') }),
      /report\/p\.png is named as PNG but holds an SVG/,
    ],
    [
      'a picture with a spoilt byte',
      () => build(cover('p.png'), { 'p.png': spoilt }),
      /is not a picture that briefkit takes: a damaged PNG/,
    ],
    [
      'a picture with a spoilt byte beside a chart, and nothing but that',
      () =>
        build(
          `${finding('charts: [c], pictures: [p]')}charts: {c: {type: column, title: 图, figures: [a], unit: 个}}\npictures: {p: {file: p.png, alt: 图, caption: 一图}}\n`,
          { 'p.png': spoilt },
        ),
      /a damaged PNG[^]*\n1 error; nothing was written/,
    ],
    ['a picture that was cut off', () => build(cover('p.png'), { 'p.png': small.subarray(0, -20) }), /a damaged PNG/],
    [
      'a picture of 20,000 pixels',
      () => build(cover('p.png'), { 'p.png': png(20_000, 20_000) }),
      /measures 20000 × 20000 pixels/,
    ],
    [
      'a table of 200 columns',
      () => build(`${finding('tables: [t]')}tables: {t: {alt: 表, head: [${columns}], rows: [[${columns}]]}}\n`),
      /the table "t" of 200 columns is wider than its place/,
    ],
    [
      'a title of 300 characters',
      () => build('', {}, '长'.repeat(300)),
      /the title "长{24}…" of 300 characters does not fit its region of the layout "cover-plain"/,
    ],
    [
      'half of a surrogate pair',
      () => build('', {}, '坏\\uD83D字'),
      /has the character "\uFFFD" \(U\+FFFD\) in “坏\uFFFD字”/,
    ],
  ])('%s', (_what, run, message) => {
    const { status, said, deck, files, mebibytes } = run();
    expect(said).toMatch(message);
    expect(said).not.toMatch(/unknown picture|\n {4}at /);
    expect(status).toBe(1);
    expect(new TextDecoder().decode(deck)).toBe(earlier);
    expect(files).toEqual(['deck.pptx']);
    expect(mebibytes).toBeLessThan(mostMebibytes);
  });
});

describe('what can be built is, with a warning', () => {
  it('900 words of notes', async () => {
    const { status, said, deck, mebibytes } = build(
      finding(`notes: "${Array.from({ length: 900 }, (_none, index) => `词${index}`).join(' ')}"`),
    );
    expect([status, said]).toEqual([0, expect.stringMatching(/warning {2}the notes of "题" have \d+ characters/)]);
    expect(deckOutline(deck)).toMatch(/ {2}note: 词0 词1 .* 词899\n/);
    expect(await validatorErrors(deck)).toEqual([]);
    expect(mebibytes).toBeLessThan(mostMebibytes);
  });

  it('control characters in a value', async () => {
    const { status, said, deck } = build(finding('notes: "讲\\u0002稿"'), {}, '坏\\u0007字');
    expect([status, said]).toEqual([
      0,
      expect.stringMatching(
        /warning {2}the text of "坏字" had characters that no file can hold, and they were left out: U\+0007/,
      ),
    ]);
    expect(deckOutline(deck)).toMatch(/ {2}ctrTitle: 坏字\n/);
    expect(deckOutline(deck)).toMatch(/ {2}note: 讲稿\n/);
    expect(checkPackage(deck)).toEqual([]);
    expect(await validatorErrors(deck)).toEqual([]);
  });
});
