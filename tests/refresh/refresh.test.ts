/** `briefkit refresh`: figures change, a person's work stays. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { checkDeckFaults } from '../readers/check-deck-faults.js';
import { refreshIn } from './refresh-in.js';
import { deckOf, saidBy } from './said-by.js';

const home = editedReport();
let built: Uint8Array;

beforeAll(async () => {
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  home.edit('figures.csv', '2.5,万吨,,2024,3.2', '2.7,万吨,,2024,-4.1');
});
afterAll(() => home.remove());

/** The deck with texts of its slides and charts replaced, wherever they stand. */
function edited(...changes: readonly (readonly [from: string, to: string])[]): Uint8Array {
  const pack = openPackage(built);
  if (typeof pack === 'string') throw new Error(pack);
  return writeZip(
    [...pack.parts.values()].map((part) => {
      if (!/slides\/slide\d+\.xml$/.test(part.path)) return part;
      const [words, mark] = pack.text(part.path)!.split(/(?=<p:extLst>)/) as [string, string];
      const text = changes.reduce((xml, [from, to]) => xml.replaceAll(`<a:t>${from}</a:t>`, `<a:t>${to}</a:t>`), words);
      return { path: part.path, ...packEntry(text + mark, true) };
    }),
  );
}

const refresh = refreshIn(home);

describe('briefkit refresh', () => {
  it('makes of an untouched deck what a build makes, and leaves all parts without a changed figure as they are', async () => {
    const { code, deck } = await refresh(built);
    await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
    expect(code).toBe(0);
    expect(saidBy(deck())).toEqual(saidBy(home.bytes('now/deck.pptx')));
    expect(checkDeckFaults(deck())).toEqual([]);
    const [before, after] = [openPackage(built), openPackage(deck())] as const;
    if (typeof before === 'string' || typeof after === 'string') throw new Error('no package');
    const same = [...before.parts.values()].filter(
      ({ path, content }) => Buffer.compare(content, after.parts.get(path)!.content) === 0,
    );
    const others = [...before.parts.keys()].filter((path) => !same.some((part) => part.path === path));
    expect(others.filter((path) => !/slides\/slide|notesSlides|charts\/chart|embeddings|customXml/.test(path))).toEqual(
      [],
    );
  });

  it('changes the number in a sentence that was written anew, and its word where it fell', async () => {
    const { deck } = await refresh(edited(['粮食产量2.5万吨', '去年收成2.5 万吨，同比增长3.2%，合计12项']));
    const said = saidBy(deck()).join('\n');
    expect(said).toContain('去年收成2.7万吨');
    expect(said).toContain('合计12项');
  });

  it('keeps a number that was typed over, tells it, and ends with 1; --theirs takes the report’s, --ours lets it be', async () => {
    const typed = edited(['粮食产量2.5万吨', '粮食产量9.9万吨']);
    const kept = await refresh(typed);
    expect(kept.code).toBe(1);
    expect(kept.stdout).toContain('in conflict');
    expect(kept.stdout).toMatch(/9\.9 → 2\.7万吨.*grain/);
    expect(saidBy(kept.deck()).join()).toContain('粮食产量9.9万吨');
    const theirs = await refresh(typed, '--theirs');
    expect(theirs.code).toBe(0);
    expect(saidBy(theirs.deck()).join()).toContain('粮食产量2.7万吨');
    const ours = await refresh(typed, '--ours');
    expect(ours.code).toBe(0);
    expect(saidBy(ours.deck()).join()).toContain('粮食产量9.9万吨');
  });

  it('is done once: what was refreshed has nothing to refresh', async () => {
    const first = (await refresh(built)).deck();
    const again = await refresh(first);
    expect(again.stdout).toContain('nothing to refresh');
    expect(Buffer.compare(again.deck(), first)).toBe(0);
  });

  it('writes nothing with --dry-run, and a list with --report', async () => {
    writeFileSync(join(home.folder, 'edited.pptx'), built);
    const { stdout } = await home.briefkit(
      'refresh',
      'edited.pptx',
      'report',
      '--dry-run',
      '--out',
      'dry.pptx',
      '--report',
      'list.json',
    );
    expect(stdout).toContain('updated');
    expect(() => home.bytes('dry.pptx')).toThrow();
    const list = JSON.parse(Buffer.from(home.bytes('list.json')).toString()) as { counts: { updated: number } };
    expect(list.counts.updated).toBeGreaterThan(3);
  });

  it.each([
    ['no zip', new TextEncoder().encode('hello'), 'is no PowerPoint file'],
    ['an encrypted file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'is encrypted'],
  ])('refuses %s and writes nothing', async (_name, bytes, message) => {
    writeFileSync(join(home.folder, 'bad.pptx'), bytes);
    const { code, stderr } = await home.briefkit('refresh', 'bad.pptx', 'report', '--out', 'bad-out.pptx');
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(() => home.bytes('bad-out.pptx')).toThrow();
  });

  it('refuses half a deck, a deck with macros and a deck of another report', async () => {
    const half = await refresh(built.slice(0, built.length / 2));
    expect(half.code).toBe(1);
    const pack = openPackage(built);
    if (typeof pack === 'string') throw new Error(pack);
    const macros = writeZip([...pack.parts.values(), { path: 'ppt/vbaProject.bin', ...packEntry('x', false) }]);
    expect((await refresh(macros)).stderr).toContain('macros');
    const other = writeZip(
      [...pack.parts.values()].map((part) =>
        part.path.startsWith('customXml/item1')
          ? {
              path: part.path,
              ...packEntry(
                pack.text(part.path)!.replace(/(["&quot;]+report["&quot;]+:["&quot;]+)report/, '$1other'),
                true,
              ),
            }
          : part.path.startsWith('ppt/slides/slide')
            ? {
                path: part.path,
                ...packEntry(pack.text(part.path)!.replaceAll(' report="report"', ' report="other"'), true),
              }
            : part,
      ),
    );
    expect((await refresh(other)).stderr).toContain('was built from the report "other"');
  });

  /** The deck as a program leaves it that keeps no ids of its own: `change` is of each slide's XML. */
  function without(change: (xml: string) => string): Uint8Array {
    const pack = openPackage(built);
    if (typeof pack === 'string') throw new Error(pack);
    const bare = /<a:extLst>.*?<\/a:extLst>|<p:extLst>.*?<\/p:extLst>/gs;
    return writeZip(
      [...pack.parts.values()].map((part) =>
        /slides\/slide\d+\.xml$/.test(part.path)
          ? { path: part.path, ...packEntry(change(pack.text(part.path)!.replaceAll(bare, '')), true) }
          : part,
      ),
    );
  }

  it('knows slides that lost all ids, with a confidence', async () => {
    const bare = without((xml) => xml);
    expect(deckOf(bare).slides[0]?.creationId).toBeNull();
    const { stdout, deck } = await refresh(bare);
    expect(stdout).toContain('confidence');
    expect(saidBy(deck())).toEqual(saidBy(home.bytes('now/deck.pptx')));
  });

  it('knows a chart by what it draws where all names and ids are others and somebody has moved it', async () => {
    let next = 0;
    const renamed = without((xml) =>
      xml
        .replaceAll(/(<p:cNvPr id="\d+" name=")[^"]+"/g, (_all, head: string) => `${head}Shape;${(next += 1)};p3"`)
        .replaceAll(/(<p:graphicFrame>.*?<a:off x=")\d+/gs, '$1123456'),
    );
    const said = (bytes: Uint8Array): readonly string[] => saidBy(bytes).filter((line) => !line.includes(' alt '));
    expect(said((await refresh(renamed)).deck())).toEqual(said(home.bytes('now/deck.pptx')));
  });
});
