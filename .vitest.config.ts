/** Two suites: `unit` needs Node alone; `office` needs LibreOffice, poppler, qpdf and mutool. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/office/**'], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: 'office', include: ['tests/office/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
