/** Hundreds of random edits in chains of several seeds: combinations that the short run does not reach. */
import { expect, it } from 'vitest';
import { followEdits, randomKinds } from './random-edits.js';

it.each([20_250_116, 20_250_117, 20_250_118])(
  'a build gives what a clean build gives, over 200 random edits from the seed %i',
  { timeout: 900_000 },
  async (seed) => {
    expect(await followEdits(randomKinds(seed, 200), seed), 'edits that were mistakes').toBeGreaterThan(2);
  },
);
