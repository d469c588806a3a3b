import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../src/model/document-spec.js';
import type { Block } from '../../src/model/document.js';
import { memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';
import { readTemplate } from '../../src/read/read-template.js';
import { blocksOf, readFrom, slidesOf, textOf, withYaml } from './report-files.js';

/** Kinds of blocks with their text: `paragraph 同比增长8.1%`. */
const outline = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block): string => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return `${block.kind} ${textOf(block.inlines)}`;
      case 'list':
        return `list ${block.items.map((item) => outline(item).join('+')).join(' / ')}`;
      case 'quote':
        return `quote ${outline(block.blocks).join('+')}`;
      case 'callout':
        return `callout ${textOf(block.title)}: ${outline(block.blocks).join('+')}`;
      case 'columns':
        return `columns ${block.columns.map((column) => outline(column.blocks).join('+')).join(' | ')}`;
      case 'cards':
        return `cards ${block.cards.map((card) => `${card.number ?? ''}${textOf(card.title)}: ${textOf(card.text)}`).join(' / ')}`;
      case 'table':
        return `table ${[...block.head, ...block.rows].map((row) => row.cells.map((cell) => textOf(cell.inlines)).join(',')).join(' / ')}`;
      default:
        return block.kind;
    }
  });
const lines = (template: string, given: Parameters<typeof blocksOf>[1] = {}) => {
  const { blocks, told } = blocksOf(template, given);
  return [...outline(blocks), ...told.map((text) => `! ${text}`)];
};

const hostile = [
  '**不是粗体**',
  '# 不是标题',
  '- 不是列表',
  '| 不是 | 表格 |',
  '<b>不是标签</b>',
  '`不是代码`',
  '[不是](https://链接)',
  '&amp;',
  '\\*',
  '1. 不是编号',
  '> 不是引文',
  '![](x)',
  '\ue000\ue100\ue001',
  '\ue600',
  '\ufdd0',
];

describe('a value', () => {
  it.each(hostile)('is never markup: %j', (value) => {
    const { blocks, told } = blocksOf(
      '{{report.slogan}}\n\n前{{report.slogan}}后\n\n- {{report.slogan}}\n\n# {{report.slogan}}\n\n| 头 |\n| --- |\n| {{report.slogan}} |\n',
      { report: withYaml(`slogan: ${JSON.stringify(value)}\n`) },
    );
    expect(told).toEqual([]);
    expect(outline(blocks)).toEqual([
      `paragraph ${value}`,
      `paragraph 前${value}后`,
      `list paragraph ${value}`,
      `heading ${value}`,
      `table 头 / ${value}`,
    ]);
  });

  it('with line ends stands on several lines of one paragraph', () => {
    expect(lines('前{{report.slogan}}后', { report: withYaml('slogan: "一\\n\\n- 二"\n') })).toEqual([
      'paragraph 前一\n\n- 二后',
    ]);
  });

  it('may be bold where the template says so', () => {
    const { blocks } = blocksOf('**{{report.title}}，**再来');
    expect(blocks[0]).toMatchObject({
      inlines: [
        {
          kind: 'strong',
          children: [
            { kind: 'value', text: '慈溪' },
            { kind: 'text', text: '，' },
          ],
        },
        { kind: 'text', text: '再来' },
      ],
    });
  });

  it('may be a part of a link', () => {
    expect(blocksOf('[见](#{{report.title}})').blocks[0]).toMatchObject({ inlines: [{ kind: 'link', href: '#慈溪' }] });
  });

  it("that is a private character of a template's own stays what it is", () => {
    expect(lines('甲\ue000\ue100\ue001乙\ue600{{report.title}}')).toEqual([
      'paragraph 甲\ue000\ue100\ue001乙\ue600慈溪',
    ]);
  });
});

describe('a figure', () => {
  it('remembers its place in the template, also in a partial', () => {
    const { blocks } = blocksOf('一\n\n{{> part}}', { partials: { part: '二\n二{{figure "gdp.growth"}}' } });
    expect(blocks[1]).toMatchObject({
      inlines: [
        { kind: 'text', text: '二二' },
        {
          kind: 'figure',
          id: 'gdp.growth',
          text: '增长5.7%',
          span: { file: 'templates/plain/partials/part.hbs', line: 2, column: 2 },
        },
      ],
    });
  });

  it('in the words of a report remembers its place there', () => {
    const { blocks } = blocksOf('{{words report.opening}}', {
      report: withYaml('opening: |-\n  头一行。\n\n  规上{{change "industry.added"}}。\n'),
    });
    expect(blocks[1]).toMatchObject({
      inlines: [
        {},
        { kind: 'figure', text: '同比增长8.1%', span: { file: 'data/r/report.yaml', line: 10, column: 5 } },
        {},
      ],
    });
  });

  it('is printed in the part that is asked for', () => {
    expect(
      lines(
        '{{figure "income.urban" part="number"}} {{figure "income.urban" part="unit"}} {{label "income.urban"}} {{rank "rank.strength"}}',
      ),
    ).toEqual(['paragraph 7.9 万元 城镇居民人均可支配收入 全国百强县第六位']);
  });

  it('that lacks the part is told', () => {
    expect(lines('甲{{change "income.urban"}}')).toEqual([
      'paragraph 甲',
      '! templates/plain/briefing.hbs:1:2 figure-lacks the figure "income.urban" has no change',
    ]);
  });
});

describe('Markdown', () => {
  it('makes headings, lists, quotes and tables', () => {
    expect(
      lines(
        '# 一\n\n正文\n\n- 甲\n- 乙\n  - 丙\n\n3. 丁\n\n> 引\n\n| 指标 | 数值 |\n| --- | ---: |\n| 增加值 | {{figure "industry.added"}} |\n',
      ),
    ).toEqual([
      'heading 一',
      'paragraph 正文',
      'list paragraph 甲 / paragraph 乙+list paragraph 丙',
      'list paragraph 丁',
      'quote paragraph 引',
      'table 指标,数值 / 增加值,546.6亿元',
    ]);
  });

  it('joins the lines of Chinese without a space and those of English with one', () => {
    expect(lines('中文\n中文\nand\nmore\nwords，\n完')).toEqual(['paragraph 中文中文and more words，完']);
  });

  it('keeps ideographic spaces, also beside ~', () => {
    expect(lines('　甲　{{~report.title~}}　乙')).toEqual(['paragraph 　甲　慈溪　乙']);
  });

  it('may be indented to show the structure of a template', () => {
    expect(lines('{{#if true}}\n        正文\n\n        - 甲\n        - 乙\n{{/if}}')).toEqual([
      'paragraph 正文',
      'list paragraph 甲 / paragraph 乙',
    ]);
  });

  it('that has no place in a report is told', () => {
    const told = blocksOf('```\n码\n```\n\n---\n\n![图](x.png)\n\n[坏](javascript:x)').told;
    expect(told.map((line) => line.replace(/^[^ ]*:(\d+:\d+) (\S+).*/, '$1 $2'))).toEqual([
      '1:1 unsupported-markup',
      '5:1 unsupported-markup',
      '7:1 unsupported-markup',
      '9:1 wrong-link',
    ]);
  });

  it('is the same whether read the short way or the long', () => {
    const texts = [
      '甲\n乙\n\n丙',
      '- 甲\n- 乙{{figure "gdp.growth"}}',
      'one\ntwo',
      '甲 {{report.title}}\n{{report.title}} 乙',
      '  甲  \n\n\n  乙',
    ];
    // A comment of Markdown's own makes the whole text take the long way.
    for (const text of texts) expect(lines(`${text}\n\n*斜*`).slice(0, -1)).toEqual(lines(text));
  });
});

describe('blocks', () => {
  it('on a line of their own end what stands before', () => {
    expect(lines('- 甲\n{{page-break}}\n- 乙\n{{page-break}}\n| 头 |\n| --- |\n| 格 |\n{{page-break}}\n尾')).toEqual([
      'list paragraph 甲',
      'page-break',
      'list paragraph 乙',
      'page-break',
      'table 头 / 格',
      'page-break',
      'paragraph 尾',
    ]);
  });

  it('part the paragraph that they stand in', () => {
    expect(lines('前{{page-break}}后')).toEqual(['paragraph 前', 'page-break', 'paragraph 后']);
  });

  it('cannot stand in a heading', () => {
    expect(blocksOf('# 甲{{contents}}').told).toEqual([
      'templates/plain/briefing.hbs:1:4 block-in-text a contents cannot stand inside a heading',
    ]);
  });

  it('of structure nest', () => {
    expect(
      lines(
        '{{#callout title="注意"}}\n一\n\n- 二\n{{/callout}}\n{{#columns}}\n{{#column weight=2}}左{{/column}}\n{{#column}}{{#quote}}右{{/quote}}{{/column}}\n{{/columns}}\n{{#cards across=2}}{{#card number="一" title=report.title}}甲{{/card}}{{#card title="丙"}}丁{{/card}}{{/cards}}',
      ),
    ).toEqual([
      'callout 注意: paragraph 一+list paragraph 二',
      'columns paragraph 左 | quote paragraph 右',
      'cards 一慈溪: 甲 / 丙: 丁',
    ]);
  });

  it('have their roles', () => {
    const { blocks } = blocksOf(
      '{{#paragraph role="lead"}}导语{{/paragraph}}\n{{#heading 2 id="x" number="一"}}题{{/heading}}',
    );
    expect(blocks).toMatchObject([
      { kind: 'paragraph', role: 'lead' },
      { kind: 'heading', level: 2, id: 'x', number: '一' },
    ]);
  });
});

describe('logic', () => {
  const report = withYaml(
    'sections:\n  - { id: a, title: 甲, figures: [gdp.growth, industry.added] }\n  - { id: b, title: 乙 }\n',
  );

  it('loops, with places, parents and names', () => {
    expect(
      lines(
        '{{#each report.sections as |section index|}}{{index}}{{@first}}{{@last}}{{this.title}}{{section.id}}{{../report.title}} {{report.place}}{{else}}无{{/each}}',
        { report },
      ),
    ).toEqual(['paragraph 0truefalse甲a慈溪 1falsetrue乙b慈溪']);
  });

  it('chooses', () => {
    expect(
      lines(
        '{{#each report.sections}}{{#if this.figures}}有{{else if (eq this.id "b")}}乙{{else}}无{{/if}}{{#unless this.lead}}！{{/unless}}{{/each}}',
        { report },
      ),
    ).toEqual(['paragraph 有！乙！']);
  });

  it('counts, slices, chunks and numbers', () => {
    expect(
      lines(
        '{{count (figures)}} {{#if (count report.sections min=3)}}多{{else}}少{{/if}} {{#each (slice (figures) 0 2)}}{{this}},{{/each}} {{#each (chunk (figures) 4)}}{{count this}};{{/each}} {{chinese 12}} {{pad 7}}',
        { report },
      ),
    ).toEqual(['paragraph 6 少 gdp.growth,industry.added, 4;2; 十二 07']);
  });

  it('runs partials with what they are given, blocks and inline ones too', () => {
    const partials = { row: '{{title}}{{mark}}', frame: '【{{> @partial-block}}】' };
    expect(
      lines(
        '{{#*inline "own"}}自{{/inline}}{{#each report.sections}}{{> row mark="!"}}{{/each}}{{> own}}{{#> frame}}{{report.title}}{{/frame}}{{#> none}}缺{{/none}}',
        { report, partials },
      ),
    ).toEqual(['paragraph 甲!乙!自【慈溪】缺']);
  });

  it('ends a partial that calls itself for ever', () => {
    expect(blocksOf('{{> again}}', { partials: { again: '甲{{> again}}' } }).told).toEqual([
      expect.stringContaining('partial-too-deep'),
    ]);
  });
});

describe('mistakes in a template', () => {
  it('are all told in one run, once each, each at its place with a hint', () => {
    const report = withYaml('sections:\n  - { id: a, title: 甲 }\n  - { id: b, title: 乙 }\n');
    const { told, diagnostics } = blocksOf(
      `{{#each report.sections}}
{{figrue "gdp.growth"}} {{figure "gdp.grwth"}} {{this.titel}}
{{/each}}
{{#if false}}{{> nowhere}}{{lable "x"}}{{/if}}
{{chart "none"}} {{figure "gdp.growth" parts="full"}} {{report.sections}}
{{figure}} {{#chart "x"}}{{/chart}} {{callout}}
`,
      { report },
    );
    expect([...told].sort()).toEqual(
      ['2:18', '2:26', '2:50', '4:14', '4:29', '5:1', '5:18', '5:55', '6:1', '6:12', '6:39'].map((place) =>
        expect.stringMatching(new RegExp(`briefing\\.hbs:${place.split(':')[0]}:`)),
      ),
    );
    const hints = Object.fromEntries(diagnostics.map(({ message, hint }) => [message, hint]));
    expect(hints).toMatchObject({
      'unknown helper "figrue"': 'did you mean "figure"?',
      'unknown figure "gdp.grwth"': 'did you mean "gdp.growth" (data/r/figures.csv:2)?',
      'nothing here is called "titel"': 'did you mean "title"?',
      'unknown helper "lable"': 'did you mean "label"?',
      'unknown option "parts"': 'did you mean "part"?',
    });
  });

  it.each([
    ['{{#if report.title}}\n甲', '1:1', '{{#if}} is never closed'],
    ['甲\n{{#if report.title}}乙{{/each}}', '2:4', '{{#if}} is closed by {{/each}}'],
    ['甲 {{figure "x}} 乙', '1:12', ''],
    ['甲\n乙 {{}}', '2:5', ''],
    ['甲{{else}}乙', '1:2', ''],
    ['{{report.title', '1:1', ''],
  ])('of syntax are told where they are: %j', (template, place, message) => {
    const { told } = blocksOf(template);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      new RegExp(`^templates/plain/briefing\\.hbs:${place.split(':')[0]}:\\d+ handlebars-syntax`),
    );
    expect(told[0]).toContain(message);
  });

  it('that reach for what an object inherits are told', () => {
    const { told } = blocksOf('{{report.constructor}} {{report.__proto__}} {{report.title.length}} {{constructor}}');
    expect(told.map((line) => line.split(' ')[1])).toEqual([
      'unknown-variable',
      'unknown-variable',
      'unknown-variable',
      'unknown-variable',
    ]);
  });

  it('of a helper in the wrong place are told', () => {
    expect(blocksOf('{{#slide layout="x"}}甲{{/slide}}').told).toEqual([
      'templates/plain/briefing.hbs:1:4 helper-not-here {{slide}} cannot stand in a briefing',
    ]);
    expect(blocksOf('{{words report.opening}}', { report: withYaml('opening: \'{{chart "x"}}\'\n') }).told).toEqual([
      'data/r/report.yaml:7:13 helper-not-here {{chart}} cannot stand in the words of a report',
    ]);
  });
});

describe('a deck', () => {
  it('has slides with their parts', () => {
    const { slides, told } = slidesOf(
      `{{#chapter id="one" title="第一章" number=(pad 1)}}
{{#slide layout="text" title=report.title subtitle=report.opening id="s"}}
{{#kicker}}眉{{/kicker}}
{{#region "left"}}左{{/region}}
正文
{{#notes}}
先说。

再说。
{{/notes}}
{{/slide}}
{{/chapter}}
{{#slide layout="end" title="旧"}}{{#title}}新*题*{{/title}}{{/slide}}`,
      { report: withYaml('opening: \'2024年{{figure "gdp.growth"}}\'\n') },
    );
    expect(told).toEqual([]);
    expect(
      slides.map(({ layout, title, subtitle, kicker, chapter, id, blocks, notes, layoutSpan }) => [
        layout,
        textOf(title),
        textOf(subtitle),
        textOf(kicker),
        chapter?.number ?? null,
        id,
        blocks.length,
        notes.length,
        layoutSpan.column,
      ]),
    ).toEqual([
      ['text', '慈溪', '2024年增长5.7%', '眉', '01', 's', 1, 2, 17],
      ['end', '新题', '', '', null, null, 0, 0, 17],
    ]);
    expect(Object.keys(slides[0]!.regions)).toEqual(['left']);
  });

  it('tells of text outside slides, slides in slides, ids taken twice', () => {
    const { told } = slidesOf(
      '迷路\n\n{{#slide layout="a" id="x"}}{{#slide layout="b"}}{{/slide}}{{/slide}}{{#slide layout="a" id="x"}}{{/slide}}\n{{#title}}题{{/title}}',
    );
    expect(told.map((line) => line.replace(/^[^ ]*hbs:(\d+:\d+) (\S+).*/, '$1 $2')).sort()).toEqual([
      '1:1 text-outside-slide',
      '3:29 helper-not-here',
      '3:93 duplicate-id',
      '4:1 helper-not-here',
    ]);
  });
});

/** A map that counts what is looked up in it; a walk over it counts for all its entries. */
class CountedMap<Key, Value> extends Map<Key, Value> {
  count = 0;
  override get(key: Key) {
    this.count++;
    return super.get(key);
  }
  override has(key: Key) {
    this.count++;
    return super.has(key);
  }
  override keys() {
    this.count += this.size;
    return super.keys();
  }
  override values() {
    this.count += this.size;
    return super.values();
  }
  override [Symbol.iterator]() {
    this.count += this.size;
    return super[Symbol.iterator]();
  }
}

it('a template of 1,400 slides takes look-ups that grow with its slides alone', () => {
  const template =
    '{{#each report.sections}}{{#slide layout="text" title=this.title}}{{words this.lead}}\n\n- {{figure "industry.added"}}\n{{/slide}}{{/each}}';
  const lookUps = (count: number): { readonly slides: number; readonly each: number } => {
    const data = readFrom(
      withYaml(
        `sections:\n${Array.from({ length: count }, (_, index) => `  - { id: s${index}, title: 第${index}节, lead: '{{figure "gdp.growth"}}' }\n`).join('')}`,
      ),
    ).value!;
    const [figures, words] = [new CountedMap(data.figures), new CountedMap(data.words)];
    [figures.count, words.count] = [0, 0];
    const bundle = readBundle('plain', {
      files: memoryFiles({ 'templates/plain/deck.hbs': template }),
      tell: () => undefined,
    })!;
    const draft = readTemplate(plainDocument('deck', 'slides'), bundle, { ...data, figures, words }, () => undefined);
    return {
      slides: draft?.kind === 'deck' ? draft.slides.length : 0,
      each: Math.round((figures.count + words.count) / count),
    };
  };
  expect([lookUps(140), lookUps(1400)].map(({ slides }) => slides)).toEqual([140, 1400]);
  expect(lookUps(1400).each).toBeLessThanOrEqual(lookUps(140).each);
});
