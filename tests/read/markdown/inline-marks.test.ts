/** m^2^, CO~2~, tags of HTML that Markdown has words for, comments; and what is told of, each at its place. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { DraftInline } from '../../../src/model/document.js';
import { readBlocks } from '../../../src/read/markdown/markup.js';
import { OutputText } from '../../../src/read/markdown/output-text.js';
import { fileText } from '../../../src/read/source/source-text.js';

/** A text as its reader understands it: [sup …], [sub …], [strong …], and what is told of it. */
function understood(text: string): { readonly shown: string; readonly told: readonly string[] } {
  const output = new OutputText();
  output.addText(text, fileText('a.md', text), 0);
  const told: Diagnostic[] = [];
  const blocks = readBlocks(output, (diagnostic) => told.push(diagnostic));
  const shown = blocks.map((block) => (block.kind === 'paragraph' ? said(block.inlines) : block.kind));
  return { shown: shown.join('¶'), told: told.map(({ span, message }) => `${span?.line}:${span?.column} ${message}`) };
}

const names: Readonly<Record<string, string>> = { superscript: 'sup', subscript: 'sub' };
const said = (inlines: readonly DraftInline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'value') return inline.text;
      if (inline.kind === 'break') return '/';
      return 'children' in inline
        ? `[${names[inline.kind] ?? inline.kind} ${said(inline.children)}]`
        : `<${inline.kind}>`;
    })
    .join('');

describe('small characters', () => {
  it.each([
    ['12 µg/m^3^ of PM~2.5~', '12 µg/m[sup 3] of PM[sub 2.5]'],
    ['SO~4~^2-^ and ^14^C', 'SO[sub 4][sup 2-] and [sup 14]C'],
    ['(NH~4~)~2~SO~4~', '(NH[sub 4])[sub 2]SO[sub 4]'],
    ['二氧化碳（CO~2~）排放', '二氧化碳（CO[sub 2]）排放'],
    ['H<sub>2</sub>O, 1<SUP>st</SUP>', 'H[sub 2]O, 1[sup st]'],
    ['**m^2^**', '[strong m[sup 2]]'],
  ])('%s is raised and lowered', (text, shown) => expect(understood(text)).toEqual({ shown, told: [] }));

  it.each([
    '等待3~5天，再等8~10天',
    'A~B级、C~D级',
    'from a~b to c~d',
    '^_^',
    'x^2 and y^3',
    'costs US$3 here and A$4 there, $5 = $6_7',
    'if a == b and c == d',
    'a < b > c',
  ])('%s is prose', (text) => expect(understood(text)).toEqual({ shown: text, told: [] }));

  it('signs that are escaped, or stand in code, are signs', () => {
    expect(understood('x\\^2\\^ \\<b> \\$x\\$ \\==y== H\\~2\\~O').shown).toBe('x^2^ <b> $x$ ==y== H~2~O');
    expect(understood('`x^2^` `\\^` `<b>` `<!-- c -->`').shown).toBe('x^2^ \\^ <b> <!-- c -->');
  });
});

describe('HTML', () => {
  it.each([
    ['<b>粗</b>、<em>重</em>、<del>删</del>', '[strong 粗]、[emphasis 重]、[strike 删]'],
    ['<b>a *b* <s>c</s></b>', '[strong a [emphasis b] [strike c]]'],
    ['一<br>二<br/>三', '一/二/三'],
    ['甲<!-- not yet -->乙', '甲乙'],
    ['甲\n\n<!-- draft\n\n- **x** -->\n\n乙', '甲¶乙'],
    ['甲<!-- c -->\n乙', '甲乙'],
  ])('%s says what Markdown says', (text, shown) => expect(understood(text)).toEqual({ shown, told: [] }));

  it('a tag without its other half is told of where it stands, and its text is kept', () => {
    expect(understood('甲<b>乙\n\n丙</b>')).toEqual({
      shown: '甲乙¶丙',
      told: [
        '1:2 the HTML tag <b> without an end in its paragraph has no place in a report',
        '3:2 the HTML tag </b> without a beginning in its paragraph has no place in a report',
      ],
    });
    expect(understood('<b><i>x</b></i>').told).toHaveLength(2);
  });

  it('tags too deep in one another are told of once', () =>
    expect(understood('<b>'.repeat(3000)).told).toEqual([
      '1:37 bold, emphasis and links stand more than 12 deep inside each other here',
    ]));
});

it('entities are the signs that they name, in code as they stand', () => {
  expect(understood('&lt;b&gt; &copy; `&lt;`')).toEqual({ shown: '<b> © &lt;', told: [] });
});

it('lines that elsewhere are more than text are told of', () => {
  expect(
    understood('Title\n=====\n\nsee [words][a]\n\n[a]: https://example.org\n\n| a | b |\n|---|\n| 1 | 2 |').told,
  ).toEqual([
    '2:1 a heading by a line below it (===) is printed as it is typed',
    '6:1 an address by reference ([name]: …) is printed as it is typed',
    '9:1 a table whose first two lines differ is printed as it is typed',
  ]);
  expect(understood('a [注]: 说明\n\n=== a\n\n甲 | 乙\n\na --- b | c').told).toEqual([]);
});

it('a list begins at any number, zero too', () => {
  const output = new OutputText();
  output.addText('0. zero\n1. one', fileText('a.md', ''), 0);
  expect(readBlocks(output, () => undefined)[0]).toMatchObject({ kind: 'list', start: 0 });
});

it('what a report does not take is told of at its place', () => {
  expect(understood('a ==b== c $x^2$ d^[note] <u>e</u> $$\\alpha$$').told).toEqual([
    '1:3 marked text (==b==) is printed as it is typed',
    '1:11 a formula ($x^2$) is printed as it is typed',
    '1:18 a footnote in the text (^[note]) is printed as it is typed',
    '1:26 the HTML tag <u> has no place in a report',
    '1:30 the HTML tag </u> has no place in a report',
    '1:35 a formula ($$\\alpha$$) is printed as it is typed',
  ]);
});
