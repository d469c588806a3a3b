/** deck.html and briefing.html: one file that needs nothing else, with text as text and the structure said aloud. */
import * as fontkit from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOutputs } from '../../outputs/build-outputs.js';

let deck = '';
let briefing = '';
beforeAll(async () => {
  const built = await buildOutputs(['deck.html', 'briefing.html']);
  [deck, briefing] = ['deck.html', 'briefing.html'].map((name) => Buffer.from(built[name]!.bytes).toString('utf8')) as [
    string,
    string,
  ];
});

const sectionOf = (html: string, page: number): string =>
  html.split('<section ')[page]!.replace(/<\/section>[\s\S]*/, '');
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, '');

describe('an HTML file of a document', () => {
  it('holds every slide and page, with its text as text', () => {
    expect(deck.match(/<section /g)).toHaveLength(20);
    expect(textOf(sectionOf(deck, 3))).toContain('规上工业增加值');
    expect(textOf(sectionOf(briefing, 2))).toContain('546.6');
  });

  it('asks for nothing: no script, no address but its own data and links to follow', () => {
    for (const html of [deck, briefing]) {
      expect(html).toContain(`default-src 'none'`);
      expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
      for (const [, address] of html.matchAll(/(?:src|href)(?:="|:url\(")([^"]*)/g))
        expect(address!).toMatch(/^(?:data:|#page-|https:)/);
    }
  });

  it('has its contents by chapters, each under the number of its page, shut until they are asked for', () => {
    const nav = /<details><summary>目录<\/summary><nav aria-label="目录">(.*?)<\/nav><\/details>/s.exec(deck)![1]!;
    expect(nav).toMatch(
      /<li value="5"><a href="#page-5">创新驱动 经济发展稳健<\/a><ol><li value="6"><a href="#page-6">/,
    );
    expect(nav.match(/<ol>/g)!.length).toBe(nav.match(/<\/ol>/g)!.length);
    expect(nav.match(/<li /g)!.length).toBe(nav.match(/<\/li>/g)!.length);
  });

  it('keeps what the speaker says to the speaker', () => {
    expect(textOf(deck)).not.toContain('以备查对');
  });

  it('brings fonts with all characters that stand in them, which a reader of fonts opens', () => {
    const fonts = [...deck.matchAll(/font-family:(f\d+);src:url\("data:font\/ttf;base64,([^"]+)"/g)];
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const [, family, bytes] of fonts) {
      const font = fontkit.create(Buffer.from(bytes!, 'base64')) as fontkit.Font;
      const shown = [...deck.matchAll(new RegExp(`<text class="${family}[ "][^>]*>([^<]*)<`, 'g'))].map(([, text]) =>
        text!.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      );
      const missing = [...new Set(shown.join(''))].filter(
        (character) => character.trim() !== '' && !font.hasGlyphForCodePoint(character.codePointAt(0)!),
      );
      expect(missing).toEqual([]);
    }
  });

  it('says headings, lists, tables and figures to those who cannot see them', () => {
    expect(briefing).toMatch(/role="heading" aria-level="1"/);
    expect(briefing).toMatch(/role="table"[^>]*><g role="rowgroup"><g role="row"><g role="columnheader"/);
    expect(deck).toMatch(/role="list"><g role="listitem"/);
    expect(deck).toMatch(/role="img" aria-label="[^"]+"/);
    expect(sectionOf(deck, 3)).toContain('aria-label="幻灯片3');
  });

  it('closes every group that it opens', () => {
    for (const html of [deck, briefing])
      for (const section of html.split('<section ').slice(1))
        expect(section.match(/<g[ >]/g)?.length ?? 0).toBe(section.match(/<\/g>/g)?.length ?? 0);
  });

  it('marks the text that prints a figure with its id', () => {
    expect(sectionOf(deck, 3)).toMatch(/data-figure="industry.added"[^>]*>546/);
  });
});
