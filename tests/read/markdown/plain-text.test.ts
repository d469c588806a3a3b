import { expect, it } from 'vitest';
import { readBlocks } from '../../../src/read/markdown/markup.js';
import { OutputText } from '../../../src/read/markdown/output-text.js';
import { fileText } from '../../../src/read/source/source-text.js';

/** Texts of random pieces, the same in every run. */
function* randomTexts(pieces: readonly string[], count: number): Generator<string> {
  let seed = 20250116;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index++)
    yield Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]!).join('');
}

it('plain paragraphs and lists agree with Markdown on thousands of random texts', () => {
  const pieces = [
    '甲',
    'a',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '- ',
    '\n- ',
    '1. ',
    '# ',
    '> ',
    '+',
    ':',
    '~',
    '^',
    '$',
    '==',
    '=',
    '-',
    '中文。',
    'word',
    '\n  ',
    '\n    ',
    '！',
    '>',
  ];
  const blocksOf = (text: string): unknown => {
    const output = new OutputText();
    output.addText(text, fileText('f.md', text), 0);
    // Places inside a line may differ by the spaces that were cut; which blocks and which text may not.
    return JSON.parse(
      JSON.stringify(
        readBlocks(output, () => undefined),
        (key, value: unknown) => (key === 'span' ? undefined : value),
      ),
    );
  };
  for (const text of randomTexts(pieces, 2000)) {
    // An escape at the end sends the whole text the long way.
    const long = blocksOf(`${text}\n\n\\*`) as unknown[];
    const standsAlone =
      JSON.stringify(long.at(-1)) ===
      JSON.stringify({ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text: '*' }] });
    if (standsAlone) expect({ text, blocks: blocksOf(text) }).toEqual({ text, blocks: long.slice(0, -1) });
  }
});
