import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import type { SetParagraph } from '../../../src/model/page.js';
import { span, text } from '../briefing/sample-briefing.js';
import { layDeck, list, slide } from './sample-deck.js';

const words = (characters: number): Block => ({
  kind: 'paragraph',
  role: 'body',
  inlines: [text('字'.repeat(characters))],
  span,
});

const columns = (left: readonly Block[], right: readonly Block[]): readonly (readonly SetParagraph[])[] => {
  const { pages } = layDeck(slide('closing', '小结', [], { regions: { left, right } }));
  return pages.pages[0]!.items.flatMap((item) => (item.kind === 'text' && item.box.y >= 40 ? [item.paragraphs] : []));
};

describe('columns of text beside each other', () => {
  it('are set at the size that the fuller one needs', () => {
    const sizes = (left: number, right: number): readonly number[] =>
      columns([words(left)], [words(right)]).map(([first]) => first!.runs[0]!.style.size);
    expect(sizes(10, 12)).toEqual([12, 12]);
    const [short, long] = sizes(10, 90);
    expect(long).toBeLessThan(12);
    expect(short).toBe(long);
  });

  it('that are too low for a line are told, and the layout comes to an end', () => {
    const regions = { left: [words(10)], right: [words(10)] };
    const { pages, diagnostics } = layDeck(slide('low-columns', '小结', [], { regions }));
    expect(pages.pages.length).toBeLessThan(5);
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
  });

  it('have bullets in the colour of their text where the accent is the ground', () => {
    const [, right] = columns([words(10)], [list(2, 6)]);
    expect(right!.map(({ bullet, runs }) => [bullet!.style.color, runs[0]!.style.color])).toEqual([
      [{ slot: 'dk1' }, { slot: 'dk1' }],
      [{ slot: 'dk1' }, { slot: 'dk1' }],
    ]);
  });
});
