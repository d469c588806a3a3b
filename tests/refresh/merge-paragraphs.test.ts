/** Paragraphs that somebody joined, split, moved and put among their own words, with the figures of today. */
import { describe, expect, it } from 'vitest';
import { splice } from '../../src/powerpoint/edited/edit-xml.js';
import { paragraphsOf, spliceParagraph } from '../../src/powerpoint/edited/paragraphs.js';
import type { TextIdentity } from '../../src/powerpoint/identity/deck-identity.js';
import { parseXml } from '../../src/powerpoint/xml/parse-xml.js';
import { mergeParagraphs } from '../../src/refresh/merge/merge-paragraphs.js';
import type { MergeRules } from '../../src/refresh/merge/merge-text.js';

/** Text with its figures in braces: `粮食{grain:2.5万吨}`. */
function bound(marked: string): TextIdentity {
  const figures: TextIdentity['figures'][number][] = [];
  let text = '';
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const [, figure, printed] = /^\{([^:]*):(.*)\}$/.exec(part) ?? [];
    if (figure !== undefined && printed !== undefined) figures.push({ figure, text: printed, start: text.length });
    text += printed ?? part;
  }
  return { text, figures };
}

const rules: MergeRules = { reprint: () => null, choice: 'tell', addNew: false };
const tags =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** What a person's paragraphs say after the figures have changed. */
function merged(base: readonly string[], next: readonly string[], edited: readonly string[]): readonly string[] {
  const xml = `<p:txBody ${tags}>${edited.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('')}</p:txBody>`;
  const { splices } = mergeParagraphs(
    xml,
    { base: base.map(bound), next: next.map(bound) },
    paragraphsOf(parseXml(xml)),
    rules,
  );
  return paragraphsOf(parseXml(splice(xml, splices))).map(({ text }) => text);
}

describe('the paragraphs of a box', () => {
  const base = ['工业增加值{a:546.6亿元}，同比{a:增长8.1%}', '出口额{b:30亿元}'];
  const next = ['工业增加值{a:584.9亿元}，同比{a:下降4.0%}', '出口额{b:33亿元}'];

  it('follow their figures where two were joined to one', () => {
    expect(merged(base, next, ['各位领导：工业增加值546.6亿元，同比增长8.1%；出口额30亿元。'])).toEqual([
      '各位领导：工业增加值584.9亿元，同比下降4.0%；出口额33亿元。',
    ]);
  });

  it('follow them where both were written anew and joined', () => {
    expect(merged(base, next, ['工业增加值546.6亿元，同比增长8.1%，而出口达30亿元'])).toEqual([
      '工业增加值584.9亿元，同比下降4.0%，而出口达33亿元',
    ]);
  });

  it('follow them where one was split, and a number stands without its words', () => {
    expect(
      merged(['A {a:1.25} and B {b:0.84}'], ['A {a:1.31} and B {b:0.90}'], ['A 1.25 and B', 'of which 0.84']),
    ).toEqual(['A 1.31 and B', 'of which 0.90']);
  });

  it('turn the word of a change too where a person wrote others between it and its number', () => {
    expect(merged(base, next, ['工业增加值546.6亿元，同比增长约8.1%', '出口额30亿元'])[0]).toBe(
      '工业增加值584.9亿元，同比下降约4.0%',
    );
    const turned = ['revenue {a:down 2.0%}'];
    expect(merged(['revenue {a:up 8.1%}'], turned, ['revenue went up by nearly 8.1% again'])).toEqual([
      'revenue went down by nearly 2.0% again',
    ]);
  });

  it('turn the word of a card whose number stands elsewhere, though a person changed the others', () => {
    expect(merged(['{a:同比下降}'], ['{a:同比增长}'], ['比去年下降'])).toEqual(['比去年增长']);
    expect(merged(['{a:同比下降}'], ['{a:同比增长}'], ['下降了，比去年下降'])).toEqual(['下降了，比去年下降']);
  });

  it('know a negative number by its minus right behind a word too', () => {
    expect(merged(['事故{a:\u22128.3%}'], ['事故{a:\u22127.0%}'], ['事故同比约\u22128.3%'])).toEqual([
      '事故同比约\u22127.0%',
    ]);
  });

  it('leave a word of another clause alone', () => {
    expect(merged(base, next, ['人口增长，工业增加值546.6亿元、8.1%', '出口额30亿元'])[0]).toBe(
      '人口增长，工业增加值584.9亿元、8.1%',
    );
  });

  it('keep a line break that a person put beside a number, or into its words', () => {
    const runs = '<a:r><a:t>+</a:t></a:r><a:br/><a:r><a:t>8.1 points</a:t></a:r>';
    const xml = `<p:txBody ${tags}><a:p>${runs}</a:p></p:txBody>`;
    const [paragraph] = paragraphsOf(parseXml(xml));
    const splices = spliceParagraph(xml, paragraph!, [{ start: 0, end: '+\n8.1'.length, text: '+9.4' }]);
    const after = splice(xml, splices ?? []);
    expect(paragraphsOf(parseXml(after))[0]!.text).toBe('+\n9.4 points');
  });

  it('change a word and the number behind it each in the run in which it stands', () => {
    const [was, now] = ['\u25b2 {a:+9.4%} on 2023', '\u25bc {a:\u22129.4%} on 2023'].map(bound);
    const runs = ['\u25b2 ', '+9.4', '% on 2023'].map((text) => `<a:r><a:t>${text}</a:t></a:r>`).join('');
    const xml = `<p:txBody ${tags}><a:p>${runs}</a:p></p:txBody>`;
    const paragraphs = paragraphsOf(parseXml(xml));
    const { splices } = mergeParagraphs(xml, { base: [was!], next: [now!] }, paragraphs, rules);
    const [after] = paragraphsOf(parseXml(splice(xml, splices)));
    expect(after!.pieces.map(({ text }) => text)).toEqual(['\u25bc ', '\u22129.4', '% on 2023']);
  });

  it('do not take a longer number for a shorter one that ends alike', () => {
    expect(merged(['占{a:5%}', '共{b:12.5%}'], ['占{a:6%}', '共{b:12.7%}'], ['占5%；其他占12.5%'])).toEqual([
      '占6%；其他占12.7%',
    ]);
  });

  it('say of a target that it is missed now, though no word of it is the same', () => {
    expect(
      merged(
        ['CO2', 'Target {c:62.0 t or less} ● met'],
        ['CO2', 'Target {c:62.0 t or less} ○ missed'],
        ['CO2', 'Target 62.0 t or less ● met'],
      ),
    ).toEqual(['CO2', 'Target 62.0 t or less ○ missed']);
  });

  it('are those of both cells where two were merged, in their order', () => {
    expect(merged(['43.14', '43.76'], ['44.53', '45.17'], ['43.14', '43.76'])).toEqual(['44.53', '45.17']);
  });
});
