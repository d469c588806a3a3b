/** Fonts that travel in a deck: whole or cut, in the package's lists, and read back as fonts of their name. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { readEot } from '../../../src/powerpoint/fonts/embedded-open-type.js';
import { openPackage, type OpenedPackage } from '../../../src/powerpoint/package/open-package.js';
import { readNaming } from '../../../src/text/stand-in/font-naming.js';
import { openTrueType } from '../../../src/text/true-type.js';
import { recordingWorld } from '../../cli/recording-world.js';
import { makeEot } from '../../powerpoint/fonts/make-eot.js';
import { smallTemplate, usualLayouts } from '../../powerpoint/template/small-template.js';
import { checkPackage } from '../../readers/check-package.js';
import { validatorErrors } from './validator.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-embed-'));
  cpSync('tests/cases/minimal/report', join(folder, 'report'), { recursive: true });
  const file = join(folder, 'report/report.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nembed: true\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function build(
  ...more: readonly string[]
): Promise<{ readonly deck: OpenedPackage; readonly bytes: Uint8Array; readonly told: string }> {
  const { world, out } = recordingWorld();
  const target = join(folder, 'out');
  const code = await run(['build', join(folder, 'report'), '--only', 'deck.pptx', '--out', target, ...more], world);
  expect(code, out.stderr).toBe(0);
  const bytes = new Uint8Array(readFileSync(join(target, 'deck.pptx')));
  return { bytes, deck: openPackage(bytes) as OpenedPackage, told: out.stderr };
}

const fontsOf = (deck: OpenedPackage): readonly Uint8Array[] =>
  [...deck.parts.keys()]
    .filter((path) => path.endsWith('.fntdata'))
    .map((path) => readEot(deck.bytes(path)!))
    .filter((font) => typeof font !== 'string');

describe('a deck in which fonts travel', () => {
  it('names them as they call themselves, and holds the characters that it shows', async () => {
    const { bytes, deck, told } = await build();
    expect(await validatorErrors(bytes)).toEqual([]);
    expect(checkPackage(bytes)).toEqual([]);
    expect(told).not.toContain('travel in the deck');
    expect(deck.text('ppt/theme/theme1.xml')).toContain(
      '<a:latin typeface="Noto Sans SC"/><a:ea typeface="Noto Sans SC"/>',
    );
    const fonts = fontsOf(deck);
    expect(fonts.map((font) => readNaming(font)?.full)).toEqual(['Noto Sans SC Regular', 'Noto Sans SC Bold']);
    const shown = [...deck.parts.keys()]
      .filter((path) => /^ppt\/slides\/[^/]+\.xml$/.test(path))
      .flatMap((path) => [...deck.text(path)!.matchAll(/<a:t>([^<&]*)</g)].flatMap(([, words]) => [...words!]));
    const [regular] = fonts.map((font) => openTrueType(font)!);
    expect(shown.filter((letter) => regular!.glyphFor(letter.codePointAt(0)!) === 0)).toEqual([]);
    expect(bytes.length).toBeLessThan(1_000_000);
  }, 60_000);

  it('on a template keeps the fonts of its file, takes its face where that is open, and tells of one that is not', async () => {
    const carlito = new Uint8Array(readFileSync('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));
    const template = join(folder, 'brand.pptx');
    const embedded = { face: 'Own Brand', bytes: makeEot(carlito) };
    writeFileSync(template, smallTemplate({ layouts: usualLayouts, face: 'Carlito', embedded }));
    const { bytes, deck } = await build('--template', template, '--fonts', 'none');
    expect(await validatorErrors(bytes)).toEqual([]);
    const list = /<p:embeddedFontLst[\s\S]*<\/p:embeddedFontLst>/.exec(deck.text('ppt/presentation.xml')!)?.[0] ?? '';
    expect([...list.matchAll(/typeface="([^"]+)"/g)].map(([, face]) => face)).toEqual(['Carlito', 'Own Brand']);
    writeFileSync(template, smallTemplate({ layouts: usualLayouts, face: 'Calibri' }));
    expect((await build('--template', template, '--fonts', 'none')).told).toContain(
      '"Calibri" and "Microsoft YaHei" do not travel',
    );
  }, 60_000);
});
