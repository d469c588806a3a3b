/** Random edits in chains of several seeds: combinations of edits that the short run does not reach. */
import { expect, it } from 'vitest';
import { followEdits, shuffledKinds } from './random-edits.js';

it.each([20_250_117, 20_250_118])(
  'a build gives what a clean build gives, through two rounds of all edits from the seed %i',
  { timeout: 900_000 },
  async (seed) => {
    expect(await followEdits(shuffledKinds(seed, 2), seed), 'edits that were mistakes').toBeGreaterThan(0);
  },
);
