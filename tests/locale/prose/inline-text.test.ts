import { describe, expect, it } from 'vitest';
import { inlineText, textOfInlines } from '../../../src/locale/prose/inline-text.js';
import type { DraftInline, Inline } from '../../../src/model/document.js';

const span = { file: 'deck.hbs', line: 1, column: 1 };
const text = (words: string): { kind: 'text'; text: string; span: typeof span } => ({
  kind: 'text',
  text: words,
  span,
});

describe('the text of inlines', () => {
  it('is a figure as it is printed, and what is strong or linked without its style', () => {
    const inlines: readonly Inline[] = [
      text('Exports of '),
      { kind: 'strong', children: [{ kind: 'figure', id: 'exports', part: 'value', text: '12.5%', span }] },
      { kind: 'link', href: '#trade', children: [text(' more')], span },
      { kind: 'footnote', note: { name: 'scope', paragraphs: [[text('All firms')]], span }, span },
    ];
    expect(inlineText(inlines)).toBe('Exports of 12.5% more');
  });

  it('stands on one line: words keep a space where a line ended, Chinese does not gain one', () => {
    expect(inlineText([text('Annual'), { kind: 'break' }, text('report')])).toBe('Annual report');
    expect(inlineText([text('年度'), { kind: 'break' }, text('报告')])).toBe('年度报告');
  });

  it('says of a draft what it is told for its references', () => {
    const figure: DraftInline = { kind: 'figure-reference', id: 'exports', part: 'value', options: {}, span };
    expect(textOfInlines([text('up '), figure], ({ kind }) => (kind === 'figure-reference' ? '…' : ''))).toBe('up …');
  });
});
