/**
 * Set up before every test file: each deck that a test makes in its own process, whatever it makes it for, goes through
 * the checks of a package. A fault fails the build that made it, as a crash of ours would.
 */
import { vi } from 'vitest';
import { findPackageFaults } from './readers/find-package-faults.js';

vi.mock('../src/writers/pptx/write-deck.js', async (importOriginal) => {
  const real = await importOriginal<typeof import('../src/writers/pptx/write-deck.js')>();
  return {
    ...real,
    writeDeck: async (...given: Parameters<typeof real.writeDeck>) => {
      const bytes = await real.writeDeck(...given);
      const faults = findPackageFaults(bytes, given[1].template?.template.package ?? null);
      if (faults.length > 0) throw new Error(`the deck is not sound:\n${faults.join('\n')}`);
      return bytes;
    },
  };
});
