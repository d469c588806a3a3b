/** The short ways of reading (plain YAML, short templates, plain paragraphs) give what the full parsers give. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFullYaml } from '../../src/read/data/full-yaml.js';
import type { PlacedNode } from '../../src/read/data/placed-node.js';
import { readPlainYaml } from '../../src/read/data/plain-yaml.js';
import { readBlocks } from '../../src/read/markup.js';
import { OutputText } from '../../src/read/output-text.js';
import { parseWithHandlebars } from '../../src/read/full-template.js';
import { readShortTemplate } from '../../src/read/short-template.js';
import { fileText } from '../../src/read/source-text.js';

/** Texts of random pieces, the same in every run. */
function* randomTexts(pieces: readonly string[], count: number): Generator<string> {
  let seed = 20250116;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index++) yield Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]!).join('');
}

/** Values and places; the end of a block scalar and the place of an empty value say nothing. */
const comparable = (node: PlacedNode): unknown => {
  switch (node.kind) {
    case 'map': return { start: node.start, entries: [...node.entries].map(([key, { keyStart, value }]) => [key, keyStart, comparable(value)]) };
    case 'list': return { start: node.start, items: node.items.map(comparable) };
    case 'scalar': return node.value === null ? null : { value: node.value, style: node.style, start: node.start, end: node.style === 'block' ? null : node.end };
    default: throw new Error(String(node satisfies never));
  }
};
const fullYaml = (text: string): unknown => {
  const node = readFullYaml(fileText('f.yaml', text), () => undefined);
  return node === null ? 'an error' : comparable(node);
};

describe('plain YAML', () => {
  it.each([
    'a: 1\nb: 5.0\nc: -0.3\nd: 1e3\ne: true\nf: null\ng: ~\nh:\ni: 2025-01-16\nj: 012\nk: +5\nl: .5\n',
    'a:\n  b:\n    - c\n    - d: e\n      f: g\n    -\n      h: i\n  j: k\nl:\n- m\n- n\n',
    "a: 'it''s: # fine'\nb: \"say \\\"hi\\\"\\n\\t\"\n'c d': e\n\"f\": g\n",
    'a: [1, "b", c d, [e], {f: g}]\nh: { i: j, "k": l, m: [n] }\no: []\np: {}\n',
    'a: [\n  b,  # comment\n  "c"\n  ]\nd: e\n',
    'a: |\n  one\n    two\n\n  three\nb: |-\n  four\nc: >-\n  five\n  six\n\n  seven\nd: >\n  eight\n',
    '# head\na: b # tail\n\n  # deep\nc: d#e\nf: "#g"\n',
    'base: &base\n  a: 1\nuse: *base\nlist: [*base]\n',
    '- a\n- b: c\n  d: e\n- - f\n  - g\n- [h]\n',
    'url: http://x.y/z?a=b\ntime: 12:30\n中文: 超7.9万元\n',
  ])('%j', (text) => {
    const plain = readPlainYaml(text);
    expect(plain).not.toBeNull();
    expect(comparable(plain!)).toEqual(fullYaml(text));
  });

  it.each([
    'a: b: c\n', 'a: b\n  c\n', 'a: !!str 1\n', 'a: 0x1f\n', '? a\n: b\n', '---\na: b\n', 'a: b\na: c\n', 'a: [b\n', 'a: "b\n  c"\n', 'a: {b}\n', 'a: [\n  b\n  ]\n', 'a: b\r\n', 'a: @b\n',
    '\ta: b\n', 'a:\n\tb: c\n', 'a: |+\n  b\n\n', 'a: *none\n', '- a\nb: c\n', 'a\n b\n', '<<: a\n', '__proto__: a\n', '', '# nothing\n', 'a:\n   b: c\n  d: e\n', 'a: "\\x41"\n', '[a: b]\n',
  ])('%j is left to the full parser', (text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it('agrees with the full parser on thousands of random texts', () => {
    const pieces = ['a', 'b: ', ': ', '- ', '\n', '\n  ', '\n    ', '[', ']', '{', '}', ', ', '"', "'", '#', ' # c', '5.0', 'true', '~', '|\n', '>-\n  ', '&x ', '*x', '超', ' ', '\\', 'c: d\n', '- e\n', '? ', '%'];
    let plain = 0;
    for (const text of randomTexts(pieces, 6000)) {
      const node = readPlainYaml(text);
      if (node === null) continue;
      plain++;
      expect({ text, node: comparable(node) }).toEqual({ text, node: fullYaml(text) });
    }
    expect(plain).toBeGreaterThan(500);
  });

  it('is what the project\'s own files are', () => {
    const files = ['data/cixi-2024/report.yaml', 'templates/themes/celadon/theme.yaml', ...readdirSync('templates/annual-briefing/layouts').map((name) => join('templates/annual-briefing/layouts', name))];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const node = readPlainYaml(text);
      expect(node, file).not.toBeNull();
      expect(comparable(node!)).toEqual(fullYaml(text));
    }
  });
});

describe('short templates', () => {
  const handlebars = (text: string) => parseWithHandlebars(fileText('f.hbs', text), () => undefined) ?? 'an error';
  const short = (text: string) => readShortTemplate(fileText('f.hbs', text));

  it.each([
    '甲{{figure "a.b"}}乙', '{{figure "a" part="number" numerals=\'chinese\'}}{{change id signed=true n=-1.5}}', '一\n\n二{{rank "c" n=5}}\n', '没有', '',
    '{{#each report.sections as |section index|}}\n  {{section.title}} {{@index}} {{@root.report.title}} {{../title}} {{../../a.b}} {{this}} {{this.x}} {{..}}\n{{/each}}\n',
    '{{#if (and (eq a "b") (count c min=2))}}\n  甲\n{{else if d}}\n  乙\n{{else}}\n  丙\n{{/if}}\n尾',
    '{{#if a}}甲{{else}}乙{{/if}}', '{{#if a}}{{else}}{{/if}}', '  {{#if a}}  \n甲\n  {{/if}}  ', '{{!-- 注 }} --}}\n{{> part/inner this.x a=1}}\n{{! 注 }}\n甲 {{> part}} 乙',
    '{{#slide layout="a"\n  title=report.title}}\n{{chart "x"}}\n{{/slide}}', '{{page-break}}\n{{ spaced  "a" }}', '　{{#if a}}　\n甲{{/if}}',
  ])('%j', (text) => {
    expect(short(text)).not.toBeNull();
    expect(short(text)).toEqual(handlebars(text));
  });

  it.each([
    '{{~a}}', '{{{a}}}', '{{&a}}', '{{^if a}}b{{/if}}', '{{#*inline "a"}}{{/inline}}', '{{#> a}}{{/a}}', '\\{{a}}', '{{#if a}}', '{{/if}}', '{{else}}', '{{#if a}}{{/each}}', '{{a', '{{}}',
    '{{a.[b c]}}', '{{a "b\\"c"}}', '{{this.this}}', '{{a b=1 c}}', '{{a}}}', '{{> (a)}}',
  ])('%j is left to Handlebars', (text) => {
    expect(short(text)).toBeNull();
  });

  it('agree with Handlebars on thousands of random texts', () => {
    const pieces = [
      '{{figure "a"}}', '{{change b part="x"}}', '{{', '}}', '"', ' ', '\n', '\n  ', '\\', '{', '}', '甲', '{{else}}', '{{else if a}}', '{{#if a}}', '{{#each b as |c|}}', '{{/if}}', '{{/each}}', '{{!-- c --}}', '{{! c }}',
      '{{this "x"}}', 'figure', '　', '{{figure (a "b") n=1}}', '{{true "x"}}', '{{> d}}', '  ', '{{../e.f}}', '#', '(', ')', '=', '{{#if a}}\n甲\n{{/if}}\n', '{{#if a}}\n甲\n  {{else}}\n乙{{/if}}',
    ];
    let read = 0;
    for (const text of randomTexts(pieces, 5000)) {
      const program = short(text);
      if (program === null) continue;
      read++;
      expect({ text, program }).toEqual({ text, program: handlebars(text) });
    }
    expect(read).toBeGreaterThan(500);
  });

  it('are what the project\'s own bundle has', () => {
    const folder = 'templates/annual-briefing';
    const files = [...readdirSync(folder).map((name) => join(folder, name)), ...readdirSync(join(folder, 'partials')).map((name) => join(folder, 'partials', name))].filter((name) => name.endsWith('.hbs'));
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(short(text), file).not.toBeNull();
      expect(short(text)).toEqual(handlebars(text));
    }
  });
});

it('plain paragraphs and lists agree with Markdown on thousands of random texts', () => {
  const pieces = ['甲', 'a', ' ', '  ', '\n', '\n\n', '- ', '\n- ', '1. ', '# ', '> ', '+', ':', '~', '=', '-', '中文。', 'word', '\n  ', '\n    ', '！', '>'];
  const blocksOf = (text: string): unknown => {
    const output = new OutputText();
    output.addText(text, fileText('f.md', text), 0);
    // Places inside a line may differ by the spaces that were cut; which blocks and which text may not.
    return JSON.parse(JSON.stringify(readBlocks(output, () => undefined), (key, value: unknown) => (key === 'span' ? undefined : value)));
  };
  for (const text of randomTexts(pieces, 2000)) {
    // An escape at the end sends the whole text the long way.
    const long = blocksOf(`${text}\n\n\\*`) as unknown[];
    const standsAlone = JSON.stringify(long.at(-1)) === JSON.stringify({ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text: '*' }] });
    if (standsAlone) expect({ text, blocks: blocksOf(text) }).toEqual({ text, blocks: long.slice(0, -1) });
  }
});
