import { describe, expect, it } from 'vitest';
import { setParagraph } from '../../src/text/set-paragraph.js';
import { content, fonts, run } from './sample-theme.js';

const linesOf = (text: string, width: number, whole = false): readonly string[] =>
  setParagraph(content([run(text, { whole })]), width, fonts).lines.map(({ fragments }) =>
    fragments
      .map((fragment) => fragment.text)
      .join('')
      .replace(/ $/, ''),
  );

describe('a number with its unit', () => {
  const figure = '62.0\u00a0thousand\u00a0tonnes';

  it('stays on one line where it has room', () => {
    expect(linesOf(`Target ${figure}`, 120)).toEqual(['Target', figure]);
  });

  it('parts between words where it has none, and keeps to the first of them as long as it can', () => {
    expect(linesOf(`Target ${figure}`, 80)).toEqual(['Target', '62.0\u00a0thousand', 'tonnes']);
    expect(linesOf(figure, 50)).toEqual(['62.0', 'thousand', 'tonnes']);
    expect(linesOf(figure, 50, true)).toEqual(['62.0', 'thousand', 'tonnes']);
  });

  it('is told from the Chinese around it, which parts anywhere', () => {
    expect(linesOf('全年新开通的线路长30\u00a0km以上', 60).join('')).toContain('30\u00a0km');
  });
});
