/** After every kind of edit, a build that takes over earlier results gives what a clean one gives. */
import { expect, it } from 'vitest';
import { shuffledKinds, followEdits } from './random-edits.js';

it('a build gives what a clean build gives, after each kind of edit', { timeout: 240_000 }, async () => {
  expect(await followEdits(shuffledKinds(20_250_116, 1), 20_250_116), 'edits that were mistakes').toBeGreaterThan(0);
});
