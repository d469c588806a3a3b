/**
 * Decks that people have edited at random, refreshed: nothing of theirs is lost, no number is old, nothing else has
 * changed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { editDeck } from './edit-history.js';
import { buildDeck, changedFigures, refreshed } from './flagship.js';
import { looksOf, saidBy } from './said-by.js';

const figures = changedFigures();
let before: Uint8Array;
let after: Uint8Array;

/** Tests of `usual` seeds from `first` on; the environment may ask for others, to look further. */
export function describeHistories(first: number, usual: number): void {
  const histories = Number(process.env['BRIEFKIT_HISTORIES'] ?? usual);
  const from = Number(process.env['BRIEFKIT_FROM'] ?? first);
  beforeAll(async () => {
    [before, after] = [await buildDeck(null), await buildDeck(figures)];
  }, 120_000);

  describe('a refreshed deck', () => {
    for (let seed = from; seed < from + histories; seed += 1)
      it(`says what the new deck says after the same edits, seed ${seed}`, async () => {
        const edited = editDeck(before, seed);
        const wanted = editDeck(after, seed);
        expect(wanted.edits).toEqual(edited.edits);
        const result = await refreshed(edited.bytes, figures);
        const typed = (line: string): boolean => line.includes('777.7');
        const [said, meant] = [saidBy(result.bytes), saidBy(wanted.bytes)];
        expect(said.filter((line) => !typed(line))).toEqual(meant.filter((line) => !typed(line)));
        // A number that was typed stays, with all that its figure says; other figures of its sentence follow.
        expect(said.filter(typed)).toHaveLength(meant.filter(typed).length);
        expect(looksOf(result.bytes)).toEqual(looksOf(edited.bytes));
        const conflicts = result.changes.filter(({ kind }) => kind === 'conflict').map(({ figure }) => figure);
        expect(conflicts.sort()).toEqual([...edited.conflicts].sort());
      }, 60_000);
  });
}
