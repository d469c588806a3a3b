/** Footnotes of GFM in templates, narratives and words: what a mark leads to, and what is told of a mistake. */
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/model/document.js';
import { blocksOf, readFrom, slidesOf, textOf, withYaml } from './report-files.js';

/** Marks as `{what their notes say}`, paragraphs of a note parted by `/`. */
const marked = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'footnote') return `{${inline.note.paragraphs.map(textOf).join('/')}}`;
      return 'children' in inline ? marked(inline.children) : 'text' in inline ? inline.text : ' ';
    })
    .join('');
const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [marked(block.inlines)];
      case 'list':
        return block.items.flatMap(textsOf);
      case 'callout':
      case 'quote':
        return textsOf(block.blocks);
      case 'table':
        return [
          block.caption,
          ...[...block.head, ...block.rows].flatMap(({ cells }) => cells.map(({ inlines }) => inlines)),
        ].map(marked);
      default:
        return [block.kind];
    }
  });
const read = (template: string, report: Record<string, string> = {}): readonly string[] => {
  const { blocks, told } = blocksOf(template, { report });
  return [...textsOf(blocks), ...told.map((line) => `! ${line}`)];
};

describe('a footnote', () => {
  it('says its words where its mark is, and leaves nothing where it is defined', () => {
    expect(read('甲[^a]，乙。[^b]\n\n[^a]: 说明甲。\n[^b]: 说明乙。\n\n后文')).toEqual([
      '甲{说明甲。}，乙。{说明乙。}',
      '后文',
    ]);
  });

  it('holds figures, bold text, links, and several paragraphs', () => {
    expect(
      read('甲[^a]\n\n[^a]: 上年{{figure "industry.added"}}，**粗**[链接](https://example.org)。\n\n    又一段。'),
    ).toEqual(['甲{上年546.6亿元，粗链接。/又一段。}']);
  });

  it('may be referred to in headings, lists, quotes, tables, emphasis, and more than once', () => {
    expect(read('# 题[^a]\n\n- 项[^a]\n\n> 引**文[^a]**\n\n| 头[^a] |\n|---|\n| 格[^a] |\n\n[^a]: 注')).toEqual([
      '题{注}',
      '项{注}',
      '引文{注}',
      '',
      '头{注}',
      '格{注}',
    ]);
    const { blocks } = blocksOf('甲[^a]\n\n乙[^A]\n\n[^a]: 注');
    const notes = blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.inlines.flatMap((inline) => (inline.kind === 'footnote' ? [inline.note] : []))
        : [],
    );
    expect(notes[0]).toBe(notes[1]);
  });

  it('stays itself beside Chinese marks and emphasis', () => {
    expect(read('**增长8.1%，**[^a]再[^统计口径]\n\n[^a]: 注，**粗。**\n\n[^统计口径]: 口径')).toEqual([
      '增长8.1%，{注，粗。}再{口径}',
    ]);
  });

  it('of a narrative or of words goes where they go', () => {
    const report = {
      ...withYaml(
        'subtitle: |-\n  副题[^1]\n\n  [^1]: 副题之注\nsections:\n  - id: a\n    title: 甲\n    findings: [{ id: b, title: 乙, narrative: n.md }]\n',
      ),
      'n.md': '文[^1]\n\n[^1]: 文之注',
    };
    expect(read('{{report.subtitle}}\n\n{{narrative "n.md"}}', report)).toEqual(['副题{副题之注}', '文{文之注}']);
  });

  it('of a caption or a cell of a table stands there', () => {
    const report = withYaml(
      'tables:\n  t:\n    caption: "表[^1]\\n\\n[^1]: 表注"\n    head: [甲]\n    rows: [["格[^1]\\n\\n[^1]: 格注"]]\n',
    );
    expect(read('{{table "t"}}', report)).toEqual(['表{表注}', '甲', '格{格注}']);
  });

  it('may be defined outside the slide or the callout that refers to it', () => {
    expect(read('{{#callout}}\n提示[^a]\n{{/callout}}\n\n[^a]: 注')).toEqual(['提示{注}']);
    const { slides, told } = slidesOf(
      '{{#slide layout="text"}}{{#title}}题[^a]{{/title}}\n文[^b]\n\n[^b]: 内\n{{/slide}}\n\n[^a]: 外\n[^b]: 外',
    );
    expect([marked(slides[0]!.title), ...textsOf(slides[0]!.blocks)]).toEqual(['题{外}', '文{内}']);
    expect(told).toEqual([
      'templates/plain/deck.hbs:8:1 unused-footnote nothing refers to the footnote "b", so it stands nowhere',
    ]);
  });

  it('may be defined in report.yaml for all texts, which a text of its own name comes before', () => {
    const report = {
      ...withYaml(
        'opening: 开篇[^all]\nfootnotes:\n  all: |-\n    上年{{figure "industry.added"}}。\n\n    又一段。\n  other: 别处才用\ntables:\n  t: { head: [甲], file: t.csv }\n',
      ),
      't.csv': '甲\n格[^all]\n',
    };
    expect(read('{{report.opening}}\n\n甲[^all]\n\n{{table "t"}}', report)).toEqual([
      '开篇{上年546.6亿元。/又一段。}',
      '甲{上年546.6亿元。/又一段。}',
      '',
      '甲',
      '格{上年546.6亿元。/又一段。}',
    ]);
    expect(read('甲[^all]\n\n[^all]: 自己的', report)).toEqual(['甲{自己的}']);
    expect(blocksOf('甲[^al]', { report }).diagnostics.map(({ hint }) => hint)).toEqual([
      'did you mean "all" (data/r/report.yaml:9)?',
    ]);
    expect(
      read('', withYaml('footnotes: { a: "甲[^a]", b: "", c: "- 项" }\n')).map((line) => line.replace(/^! \S+ /, '')),
    ).toEqual([
      'unsupported-markup a footnote in a footnote has no place in a report',
      'empty-footnote the footnote "b" says nothing',
      'block-in-text a list cannot stand inside a footnote',
    ]);
  });

  it('in a loop is another each time', () => {
    const { slides, told } = slidesOf(
      '{{#each report.figures}}\n{{#slide layout="text"}}\n文[^a]\n\n[^a]: {{figure this}}\n{{/slide}}\n{{/each}}',
    );
    expect(told).toEqual([]);
    expect(slides.slice(0, 3).flatMap(({ blocks }) => textsOf(blocks))).toEqual([
      '文{增长5.7%}',
      '文{546.6亿元}',
      '文{超7.9万元}',
    ]);
  });

  it('is not made by a value', () => {
    expect(read('{{report.slogan}}[^a]\n\n[^a]: {{report.slogan}}', withYaml('slogan: "[^a] [^a]: x"\n'))).toEqual([
      '[^a] [^a]: x{[^a] [^a]: x}',
    ]);
  });
});

describe('a mistake', () => {
  it.each([
    [
      '甲[^scop]\n\n乙[^scope]\n\n[^scope]: 注',
      ['甲', '乙{注}', '! templates/plain/briefing.hbs:1:2 unknown-footnote unknown footnote "scop"'],
    ],
    ['甲[^a]', ['甲', '! templates/plain/briefing.hbs:1:2 unknown-footnote unknown footnote "a"']],
    [
      '甲\n\n[^a]: 注',
      [
        '甲',
        '! templates/plain/briefing.hbs:3:1 unused-footnote nothing refers to the footnote "a", so it stands nowhere',
      ],
    ],
    [
      '甲[^a]\n\n[^a]: 注\n[^A]: 另注',
      ['甲{注}', '! templates/plain/briefing.hbs:4:1 duplicate-footnote another footnote is called "A" too'],
    ],
    ['甲[^a]\n\n[^a]:', ['甲{}', '! templates/plain/briefing.hbs:3:1 empty-footnote the footnote "a" says nothing']],
    [
      '甲[^a]\n\n[^a]: 注[^a]',
      [
        '甲{注}',
        '! templates/plain/briefing.hbs:3:8 unsupported-markup a footnote in a footnote has no place in a report',
      ],
    ],
    [
      '甲[^a]\n\n[^a]: 注\n\n    - 项',
      ['甲{注}', '! templates/plain/briefing.hbs:5:5 block-in-text a list cannot stand inside a footnote'],
    ],
    [
      '{{#if report.title}}甲[^a]{{/if}}{{#callout}}乙[^b]{{/callout}}',
      [
        '甲',
        '乙',
        '! templates/plain/briefing.hbs:1:22 unknown-footnote unknown footnote "a"',
        '! templates/plain/briefing.hbs:1:46 unknown-footnote unknown footnote "b"',
      ],
    ],
  ])('in %j is told of at its place', (template, expected) => {
    expect(read(template).toSorted()).toEqual(expected.toSorted());
  });

  it('has a hint: the nearest name, the first definition, the loop', () => {
    const hints = (template: string): readonly (string | null)[] =>
      blocksOf(template).diagnostics.map(({ hint }) => hint);
    expect(hints('甲[^scop]乙[^scope]\n\n[^scope]: 注')).toEqual([
      'did you mean "scope" (templates/plain/briefing.hbs:3)?',
    ]);
    expect(hints('甲[^a]')).toEqual(['say what it is on a line of its own: [^a]: …']);
    expect(hints('甲[^a]\n\n[^a]: 注\n[^a]: 注')).toEqual([
      'the first is at templates/plain/briefing.hbs:3; give each a name of its own',
    ]);
    expect(hints('{{#each report.figures}}\n甲[^a]\n\n[^a]: 注\n\n{{/each}}')).toEqual([
      'it stands in a loop; put it behind the loop',
    ]);
  });

  it('in a narrative is told of when the report is read', () => {
    const { told } = readFrom({
      ...withYaml('sections:\n  - id: a\n    title: 甲\n    findings: [{ id: b, title: 乙, narrative: n.md }]\n'),
      'n.md': '文[^1]',
    });
    expect(told).toEqual(['data/r/n.md:1:2 unknown-footnote unknown footnote "1"']);
  });
});
