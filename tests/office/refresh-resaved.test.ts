/** A deck that LibreOffice has saved: it keeps no id of a slide or a shape, and is refreshed by what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDeck, changedFigures, refreshed } from '../refresh/flagship.js';
import { deckOf } from '../refresh/said-by.js';
import { convertTo } from './office-tools.js';

const folder = mkdtempSync(join(tmpdir(), 'briefkit-resaved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of each slide, its tables and notes among them, in any order. */
const wordsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  deckOf(bytes).slides.map(({ shapes, notes }) => {
    const texts = shapes.flatMap((shape) =>
      shape.kind === 'text'
        ? shape.paragraphs
        : shape.kind === 'table'
          ? shape.table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))
          : [],
    );
    return [...texts, ...(notes?.paragraphs ?? [])]
      .map(({ text }) => text.replaceAll(/\s+/g, ''))
      .filter((text) => text !== '' && !/^(?:\d+|‹.*›|<.*>)$/.test(text))
      .sort();
  });

describe('a deck that LibreOffice saved', () => {
  it('says after a refresh what a new build says, and nobody has to decide', async () => {
    const figures = changedFigures();
    writeFileSync(join(folder, 'deck.pptx'), await buildDeck(null));
    await convertTo('pptx', join(folder, 'deck.pptx'), join(folder, 'saved'));
    const saved = readFileSync(join(folder, 'saved/deck.pptx'));
    expect(deckOf(saved).slides.every(({ creationId }) => creationId === null)).toBe(true);
    const result = await refreshed(saved, figures);
    expect(wordsOf(result.bytes)).toEqual(wordsOf(await buildDeck(figures)));
    // Arrows over bars stand where the bars ended, which is told.
    const open = result.changes.filter(
      ({ kind, reason }) => (kind === 'conflict' || kind === 'stale') && reason !== 'drawn',
    );
    expect(open).toEqual([]);
    expect(result.slides.every(({ match }) => match !== null && match.confidence > 0.9)).toBe(true);
  }, 300_000);
});
